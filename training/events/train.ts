/**
 * Trains models/events.bin: which words tell of events, of what type, who acts on whom, when, where, and what is the same
 * happening. With --again, only the heads that are named ('row' for how sure a row is) are learned again,
 * and the others kept.
 *
 *   tsx training/events/train.ts CORPORA [--out FILE] [--again HEAD,...] [--dev FILE] [--taught LABELS]
 *
 * LABELS are what `training/teacher/events.py label` writes.
 */
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readCodebook } from '../../src/event/codebook.ts'
import { EVENTS } from '../../src/event/learn/model.ts'
import { openScene } from '../../src/event/learn/scene.ts'
import { openModel } from '../../src/language/model.ts'
import { loadResources, resourceFiles } from '../../src/resources.ts'
import { type Given, openStages, readMarked } from './corpus.ts'
import { labelsOf } from './labels.ts'
import { learnHeads } from './learn.ts'
import { measure } from './measure.ts'
import { blankRow, boundsOf, judgeRows, learnRow } from './rows.ts'
import { readPairs, readRams, readWikiEvents } from './sources.ts'
import { readTaught } from './taught.ts'

const MODEL = 'models/events.bin'

/** Every so manyth report is read by heads that have not learned from it: they show how sure a row is. */
const APART = 4

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string', default: MODEL },
      again: { type: 'string', default: '' },
      dev: { type: 'string', default: '' },
      taught: { type: 'string', default: '' },
    },
  })
  const corpora = positionals[0] ?? process.env.ONRECORD_CORPORA
  if (!corpora)
    throw new Error(
      'usage: tsx training/events/train.ts CORPORA [--out FILE] [--again HEAD,...] [--dev FILE] [--taught LABELS]',
    )
  const load = async (file: string) => new Uint8Array(fs.readFileSync(new URL(`../../${file}`, import.meta.url)))
  const resources = await loadResources(
    load,
    resourceFiles.filter((file) => file !== MODEL),
  )
  const codebook = readCodebook(resources)
  const stages = openStages(resources)
  const scene = (report: Given) => openScene(codebook, stages(report))
  const marked = readMarked(path.join(corpora, 'marked', 'train.jsonl'), scene)
  const sighted = [...readWikiEvents(corpora, scene), ...readRams(corpora, scene)]
  const paired = readPairs(corpora, scene)
  const taught = values.taught ? readTaught(values.taught, scene) : []
  console.log(
    `${marked.length} reports marked whole, ${sighted.length} in part, ${paired.length} sentences, ${taught.length} labelled by the teacher`,
  )
  const labels = labelsOf(marked)
  const say = (line: string) => console.log(line)
  const before = values.again ? openModel(await load(MODEL), EVENTS) : undefined
  const keep = before && { model: before, again: new Set(values.again.split(',')) }
  const [apart, rest] = [marked.filter((_, i) => i % APART === 0), marked.filter((_, i) => i % APART !== 0)]
  const row = keep && !keep.again.has('row') ? keep.model.f32('row') : rowFrom()
  function rowFrom(): Float32Array {
    const judged = judgeRows(
      learnHeads({ marked: rest, sighted, paired, taught }, labels, { keep }).model(blankRow()),
      apart,
    )
    const weights = learnRow(judged)
    for (const line of boundsOf(judged, weights)) say(line)
    return weights
  }
  const learned = learnHeads({ marked, sighted, paired, taught }, labels, { say, keep })
  fs.writeFileSync(values.out, learned.file(row))
  console.log(`${values.out}: ${learned.file(row).length} bytes`)
  if (values.dev) measure(learned.model(row), readMarked(path.join(corpora, 'marked', 'dev.jsonl'), scene), values.dev)
}

await main()
