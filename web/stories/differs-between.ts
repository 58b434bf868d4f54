import type { Compared, ComparedField, Telling } from '../../src/story/compare.ts'

/** In what two tellings of one happening differ, of what its reports differ in: where both say something, and not the same. */
export function differsBetween({ differs }: Pick<Compared, 'differs'>, one: Telling, other: Telling): ComparedField[] {
  return differs.filter((field) => {
    const [a, b] = [said(one, field), said(other, field)]
    return a !== '' && b !== '' && a !== b
  })
}

/** What a telling says of a field; of its word, only whether it is somebody's: two speakers alone do not differ. */
const said = (telling: Telling, field: ComparedField): string =>
  field === 'word' ? String(telling.word.length > 0) : String(telling[field] ?? '')
