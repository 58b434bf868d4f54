import fs from 'node:fs'
import { expect, test } from 'vitest'
import { document } from './fixture.ts'
import { joinSure, openMentions } from './index.ts'
import { joinDescriptions } from './join-descriptions.ts'
import { description, featureNames } from './pronoun-features.ts'

const find = openMentions({
  bytes: (path) => fs.readFileSync(path),
  text: (path) => fs.readFileSync(path, 'utf8'),
})

const input = document(
  [
    'Ilse/PROPN.NNP/4/nsubj Marek/PROPN.NNP/1/flat and/CCONJ.CC/4/cc left:leave/VERB.VBD/0/root Almeth/PROPN.NNP/4/obj ././4/punct',
    'Jonas/PROPN.NNP/3/nsubj Reth/PROPN.NNP/1/flat stayed:stay/VERB.VBD/0/root ././3/punct',
    'The/DET.DT/2/det official/NOUN.NN/3/nsubj smiled:smile/VERB.VBD/0/root ././3/punct',
  ].map((sentence) => sentence.replace('././', './PUNCT../')),
  [
    ['Ilse Marek', 'person'],
    ['Almeth', 'place'],
    ['Jonas Reth', 'person'],
  ],
)

/** Who 'the official' is, where only a candidate's having a name and its distance in candidates count. */
function officialIs(bar: number, rank: string): string {
  const features = new Float64Array(featureNames.length)
  features[description.named] = 1
  features[featureNames.indexOf(rank)] = 1
  const context = find(input)
  const codes = joinSure(context)
  joinDescriptions(context, codes, { features, bar })
  const official = context.mentions.findIndex(({ key }) => key === 'official')
  const { mentions, clusters } = context
  return clusters
    .of(official)
    .mentions.map((m) => mentions[m].key)
    .sort()
    .join(' = ')
}

test.each([
  [0, 'rank 0', 'jonas reth = official'],
  [0, 'rank 1', 'ilse marek = official'],
  [3, 'rank 0', 'official'],
])('a description is who most speaks for, above the bar: %s, %s', (bar, rank, expected) => {
  expect(officialIs(bar, rank)).toBe(expected)
})
