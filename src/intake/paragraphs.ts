import { blockNames, silentNames } from './meta-names.ts'

/** What is asked of a node: the little that a tree of HTML has in common everywhere. */
interface Node {
  nodeType: number
  nodeName: string
  nodeValue: string | null
  firstChild: Node | null
  nextSibling: Node | null
  previousSibling: Node | null
  textContent: string | null
  parentNode: Node | null
}

const SPACE = /[\s\u200b\ufeff]+/g

/** The words of an element as plain text: paragraphs with a blank line between them, white space made single. */
export function paragraphsOf(root: Node): string {
  const paragraphs: string[] = []
  let words = ''
  let breaks = 0
  const end = () => {
    const paragraph = words.replace(SPACE, ' ').trim()
    if (paragraph !== '') paragraphs.push(paragraph)
    words = ''
  }
  const enter = (node: Node): boolean => {
    if (node.nodeType === 3) {
      const text = node.nodeValue ?? ''
      if (text.trim() !== '') breaks = 0
      words += text
      return false
    }
    if (node.nodeType !== 1) return false
    const name = node.nodeName.toLowerCase()
    if (silentNames.has(name)) return false
    if (name === 'br') {
      words += ' '
      // Two breaks in a row are how old pages part paragraphs.
      if (++breaks === 2) end()
      return false
    }
    if (blockNames.has(name)) end()
    else if (isNextToWords(node, words)) words += ' '
    return true
  }
  const leave = (node: Node) => {
    if (blockNames.has(node.nodeName.toLowerCase())) end()
  }
  walk(root, enter, leave)
  end()
  return paragraphs.join('\n\n')
}

/** Whether an element stands right behind another that ends in a small letter or a digit, and opens with a capital: a style parts them. */
function isNextToWords(node: Node, words: string): boolean {
  return (
    node.previousSibling?.nodeType === 1 &&
    /^[\p{Ll}\p{N}]{2}$/u.test(words.slice(-2)) &&
    /^\p{Lu}[\p{L}\p{N}]/u.test(node.textContent ?? '')
  )
}

/** Walks a tree without recursion: pages may nest deeper than the stack. */
function walk(root: Node, enter: (node: Node) => boolean, leave: (node: Node) => void): void {
  let node: Node | null = root
  while (node) {
    if (enter(node) && node.firstChild) {
      node = node.firstChild
      continue
    }
    if (node.nodeType === 1) leave(node)
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode
      if (node) leave(node)
    }
    node = node === root || !node ? null : node.nextSibling
  }
}
