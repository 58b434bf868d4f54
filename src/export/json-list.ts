/**
 * One JSON document whose last field is a list, in pieces: what comes before the list, an item a line, and the end of list and document.
 *
 * @param head the document up to the list's opening bracket
 */
export function* jsonList(head: string, items: Iterable<object>): Generator<string> {
  let before = `${head}\n`
  for (const item of items) {
    yield before + JSON.stringify(item)
    before = ',\n'
  }
  yield before === ',\n' ? '\n]}\n' : `${before}]}\n`
}
