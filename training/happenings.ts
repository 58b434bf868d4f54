/**
 * Learns when two events of different reports of a story are one happening: a logistic regression over what they have in common.
 *
 *   tsx training/happenings.ts GOLD.jsonl RECORDS.jsonl
 *
 * GOLD holds a report a line with its `story` and `happenings` ({ start, end, chain, kind }), RECORDS what `onrecord read --jsonl` gives of the same
 * reports. Writes codebook/story/happening-weights.tsv, and prints F1 of pairs for both halves of the stories, learned from the other half.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import type { Record as NewsRecord } from '../src/record/types.ts'
import {
  type EventFeatures,
  eventFeaturesOf,
  eventPairFeatures,
  eventPairNames,
} from '../src/story/group/event-features.ts'
import { group } from '../src/story/group/group.ts'
import { scoreOf } from '../src/story/group/score.ts'
import { type Example, learn } from './logistic.ts'

interface Gold {
  id: string
  story: string
  happenings: { start: number; end: number; chain: string; kind: string }[]
}

const lines = (file: string) => readFileSync(file, 'utf8').split('\n').filter(Boolean)
const [goldFile, recordsFile] = process.argv.slice(2)
const gold = new Map(
  lines(goldFile)
    .map((line) => JSON.parse(line) as Gold)
    .map((one) => [one.id, one]),
)
const stories = new Map<string, { features: EventFeatures; chain?: string }[]>()
lines(recordsFile).forEach((line, report) => {
  const record = JSON.parse(line) as NewsRecord
  const { story, happenings } = gold.get(record.report.id) as Gold
  const list = stories.get(story) ?? []
  for (const features of eventFeaturesOf(record, report)) {
    const { start, end } = features.event.trigger
    list.push({ features, chain: happenings.find((one) => one.start < end && one.end > start)?.chain })
  }
  stories.set(story, list)
})

function halfOf(story: string): number {
  return Number(/\d+/.exec(story)?.[0] ?? 0) & 1
}

const examplesOf = (taken: (story: string) => boolean): Example[] =>
  [...stories]
    .filter(([story]) => taken(story))
    .flatMap(([, events]) => {
      const marked = events.filter(({ chain }) => chain !== undefined)
      return marked.flatMap((a, i) =>
        marked
          .slice(0, i)
          .filter((b) => b.features.report !== a.features.report)
          .map(
            (b): Example => ({
              x: eventPairFeatures(a.features, b.features),
              y: a.chain === b.chain ? 1 : 0,
              weight: 1,
            }),
          ),
      )
    })

for (const half of [0, 1]) {
  const w = learn(examplesOf((story) => halfOf(story) !== half))
  for (const threshold of [-3, -2.5, -2, -1.5, -1, -0.5, 0]) {
    let both = 0
    let here = 0
    let there = 0
    for (const [story, events] of stories) {
      if (halfOf(story) !== half) continue
      const pairs = events.flatMap((a, i) =>
        events
          .slice(0, i)
          .map((b, j) => ({ a: j, b: i, score: scoreOf(w, eventPairFeatures(a.features, b.features)) })),
      )
      const groups = group(events.length, pairs, threshold)
      events.forEach((a, i) => {
        for (let j = 0; j < i; j++) {
          const b = events[j]
          if (!a.chain || !b.chain || a.features.report === b.features.report) continue
          if (groups[i] === groups[j]) here++
          if (a.chain === b.chain) there++
          if (groups[i] === groups[j] && a.chain === b.chain) both++
        }
      })
    }
    console.log(
      'half',
      half,
      'threshold',
      threshold,
      'P',
      (both / here).toFixed(3),
      'R',
      (both / there).toFixed(3),
      'F1',
      ((2 * both) / (here + there)).toFixed(3),
    )
  }
}
const w = learn(examplesOf(() => true))
const rows = [...eventPairNames, 'intercept'].map((name, at) => `${name}\t${w[at].toFixed(3)}`)
const head = `# How far each thing that two events of different reports have in common speaks for their being one happening; learned by training/happenings.ts.
# feature	weight
`
writeFileSync(new URL('../codebook/story/happening-weights.tsv', import.meta.url), `${head}${rows.join('\n')}\n`)
