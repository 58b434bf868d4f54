/**
 * Runs up to `most` items at a time, and hands the results over in the items' order, each as soon as it and
 * all before it are there.
 */
export async function inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  run: (item: Item) => Promise<Result>,
  hand: (result: Result) => Promise<void>,
  most: number,
): Promise<void> {
  let inHand = 0
  let wake: (() => void) | undefined
  let failed = false
  let last = Promise.resolve()
  for await (const item of items) {
    const result = run(item)
    inHand++
    last = Promise.all([result, last]).then(async ([found]) => {
      await hand(found)
      inHand--
      wake?.()
    })
    last.catch(() => {
      failed = true
      wake?.()
    })
    while (inHand >= most && !failed) await new Promise<void>((resolve) => (wake = resolve))
    if (failed) break
  }
  await last
}
