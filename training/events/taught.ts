import type { Scene } from '../../src/event/learn/scene.ts'
import { type Given, readLines } from './corpus.ts'
import type { Stages } from './sources.ts'

/** By type: how likely a word is to tell of an event of it. */
export interface Chances {
  readonly [type: string]: number
}

/** A report of which the teacher says how likely each word is to tell of an event, and of which type. */
export interface Taught {
  scene: Scene
  /** by word: the chance of each type; words that are not here tell of nothing */
  told: ReadonlyMap<number, Chances>
}

/** A line of the teacher's labels: where words begin (UTF-16 code units) and the chance that they tell of each type. */
interface TaughtRow extends Given {
  told: (readonly [number, Chances])[]
}

/** Reads the labels that `training/teacher/events.py label` writes. */
export const readTaught = (file: string, scene: Stages): Taught[] =>
  readLines(file).map((row: TaughtRow) => teach(scene({ id: row.id, text: row.text, published: row.published }), row))

function teach(scene: Scene, { told }: TaughtRow): Taught {
  const { start } = scene.grammar.language
  const wordAt = new Map(scene.words.map((w) => [start[w], w]))
  return {
    scene,
    told: new Map(
      told.flatMap(([at, types]) => {
        const word = wordAt.get(at)
        return word === undefined ? [] : [[word, types] as const]
      }),
    ),
  }
}
