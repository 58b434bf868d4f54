import type { Dateline } from '../language/dateline.ts'
import type { Code, Span } from '../record/types.ts'
import { codeWords } from './code.ts'
import type { Spot } from './codebook.ts'
import type { Context } from './context.ts'
import { nameKey } from './find-names.ts'
import { splitPhrase } from './fold.ts'
import { openWords } from './pieces.ts'
import { spotOf } from './places.ts'

/** The town of a report's dateline: a name like others, but its words are blank to the stages. */
export interface DatelinePlace extends Span {
  /** folded, as names' keys are */
  key: string
  name: string
  spot: Spot | undefined
  code: Code | undefined
}

/** The town that the report's dateline names, and where it lies: in the region beside it, where there is a choice. */
export function findDatelinePlace({ language, book, published }: Context): DatelinePlace | undefined {
  const { dateline, text } = language
  if (!dateline?.place) return undefined
  const look = ({ start, end }: Span) => {
    const words = openWords(book)(splitPhrase(text.slice(start, end)))
    const name = { from: 0, to: words.form.length }
    return { words, name, spot: spotOf({ book, words }, name) }
  }
  const { words, name, spot } = look(dateline.place)
  const code = codeWords(book, words, { ...name, date: published?.slice(0, 10) })
  return {
    ...dateline.place,
    key: nameKey(words, name),
    name: text.slice(dateline.place.start, dateline.place.end).replace(/\s+/g, ' '),
    spot: within(spot, dateline, look),
    code: code && (code.basis === 'title' ? { ...code, sectors: [], basis: 'registry' } : code),
  }
}

/** A namesake elsewhere is not meant: what remains is the region. */
function within(
  spot: Spot | undefined,
  { region }: Dateline,
  look: (span: Span) => { spot: Spot | undefined },
): Spot | undefined {
  const around = region && look(region).spot
  return around && spot?.country !== around.country ? around : spot
}
