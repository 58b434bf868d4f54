/** What belongs into a page's head. */
const OF_HEAD = new Set(['BASE', 'LINK', 'META', 'NOSCRIPT', 'SCRIPT', 'STYLE', 'TEMPLATE', 'TITLE'])
const TEXT = 3

/**
 * Puts into a page's body what is told outside of it, in its order: paragraphs in the head, words beside the body, elements that hold the body.
 * Browsers build pages so; linkedom leaves everything where it was written.
 */
export function settleBody(document: Document): void {
  const { documentElement: root, body, head } = document
  if (!root || !body || root.tagName !== 'HTML' || !root.contains(body)) return
  if (body.parentNode !== root) {
    let outer: Element = body
    while (outer.parentElement && outer.parentElement !== root) outer = outer.parentElement
    outer.after(body)
  }
  let isBefore = true
  const before: ChildNode[] = []
  const behind: ChildNode[] = []
  for (const child of [...root.childNodes]) {
    if (child === body) isBefore = false
    else if (child === head) before.push(...[...head.childNodes].filter(isTold))
    else if (isTold(child)) (isBefore ? before : behind).push(child)
  }
  body.prepend(...before)
  body.append(...behind)
}

function isTold(node: Node): boolean {
  if (node.nodeType === TEXT) return (node.textContent ?? '').trim() !== ''
  return 'tagName' in node && !OF_HEAD.has(node.tagName as string)
}
