/**
 * Learns when two reports are of one story: a logistic regression over what they have in common.
 *
 *   tsx training/stories.ts GOLD.jsonl RECORDS.jsonl [GOLD.jsonl RECORDS.jsonl ...]
 *
 * GOLD holds a report a line with its `story`, RECORDS what `onrecord read --jsonl` gives of the same reports. Writes codebook/story/weights.tsv, and
 * prints B-cubed F1 of both halves of the stories, each with weights learned from the other half.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import type { Record as NewsRecord } from '../src/record/types.ts'
import { featuresOf } from '../src/story/group/features.ts'
import { group } from '../src/story/group/group.ts'
import { type Counts, countIn, noCounts, pairFeatureNames, pairFeatures } from '../src/story/group/likeness.ts'
import { scoreOf } from '../src/story/group/score.ts'
import { type ReportTerms, termsOf } from '../src/story/group/terms.ts'
import { type Example, learn } from './logistic.ts'

interface Part {
  name: string
  stories: string[]
  counts: Counts
  terms: ReportTerms[]
}

const lines = (file: string) => readFileSync(file, 'utf8').split('\n').filter(Boolean)
const parts: Part[] = []
const files = process.argv.slice(2)
for (let f = 0; f + 1 < files.length; f += 2) {
  const gold = new Map(
    lines(files[f])
      .map((line) => JSON.parse(line))
      .map(({ id, story }) => [id, story as string]),
  )
  const records = lines(files[f + 1]).map((line) => JSON.parse(line) as NewsRecord)
  const terms = records.map((record) => termsOf(featuresOf(record)))
  const counts = noCounts()
  for (const one of terms) countIn(counts, one)
  parts.push({ name: files[f], stories: records.map(({ report }) => gold.get(report.id) as string), counts, terms })
}

/** Stories that look alike (of one number in ECB+) go into one half. */
const keyOf = (story: string) => story.replace(/plus$/, '')
function halfOf(story: string): number {
  let hash = 2166136261
  for (const character of keyOf(story)) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619)
  return (hash >>> 7) & 1
}

function examplesOf(part: Part, taken: (story: string) => boolean): Example[] {
  const members = part.stories.map((story, at) => ({ story, at })).filter(({ story }) => taken(story))
  const examples: Example[] = []
  for (const [i, a] of members.entries())
    for (const b of members.slice(0, i)) {
      const x = pairFeatures(part.counts, part.terms[a.at], part.terms[b.at])
      examples.push({ x, y: a.story === b.story ? 1 : 0, weight: 1 / members.length })
    }
  return examples
}

function bCubed(stories: readonly string[], groups: Int32Array): number {
  let precision = 0
  let recall = 0
  stories.forEach((story, a) => {
    const same = stories.filter((_, b) => groups[b] === groups[a]).length
    const both = stories.filter((other, b) => other === story && groups[b] === groups[a]).length
    precision += both / same
    recall += both / stories.filter((other) => other === story).length
  })
  return (2 * precision * recall) / (precision + recall) / stories.length
}

const THRESHOLDS = [-2, -1.5, -1, -0.5, 0]
for (const half of [0, 1]) {
  const w = learn(parts.flatMap((part) => examplesOf(part, (story) => halfOf(story) !== half)))
  for (const part of parts) {
    const members = part.stories.map((_, at) => at).filter((at) => halfOf(part.stories[at]) === half)
    const pairs = members.flatMap((a, i) =>
      members
        .slice(0, i)
        .map((b, j) => ({ a: j, b: i, score: scoreOf(w, pairFeatures(part.counts, part.terms[a], part.terms[b])) })),
    )
    const scores = THRESHOLDS.map((threshold) => {
      const groups = group(members.length, pairs, threshold)
      return `${threshold}: ${bCubed(
        members.map((at) => part.stories[at]),
        groups,
      ).toFixed(3)}`
    })
    console.log(part.name, 'half', half, scores.join('  '))
  }
}
const w = learn(parts.flatMap((part) => examplesOf(part, () => true)))
const rows = [...pairFeatureNames, 'intercept'].map((name, at) => `${name}\t${w[at].toFixed(3)}`)
const head = `# How far each thing that two reports have in common speaks for their being of one story; learned by training/stories.ts.
# "root": the square root of the likeness, so that a little in common counts as well. Days apart count as log(1 + days).
# feature	weight
`
writeFileSync(new URL('../codebook/story/weights.tsv', import.meta.url), `${head}${rows.join('\n')}\n`)
