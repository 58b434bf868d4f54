import { Failure } from '../../record/failure.ts'
import type { ArticlePage } from '../page.ts'
import { blocksOf, type PdfRun } from './pdf-layout.ts'
import { joinLines, withoutFurniture } from './pdf-text.ts'

/** Fewest characters that the pages of a document with a text have in all. */
const FEWEST = 20

/**
 * The text of a PDF in the order that it is read in: columns one after the other, lines joined to paragraphs, words that were broken at line ends made whole,
 * page numbers and lines that stand on every page left out.
 *
 * @throws Failure `pdf-scanned`, `input-locked`, `document-damaged`
 */
export async function readPdf(bytes: Uint8Array, from: string): Promise<ArticlePage> {
  const { getDocumentProxy } = await import('unpdf')
  let pages: PdfRun[][]
  let title: string | undefined
  try {
    // pdf.js takes the bytes for itself
    const pdf = await getDocumentProxy(Uint8Array.from(bytes), {
      verbosity: 0,
      isEvalSupported: false,
      stopAtErrors: false,
    })
    pages = []
    for (let n = 1; n <= pdf.numPages; n++) {
      const page = await pdf.getPage(n)
      const { items } = await page.getTextContent()
      pages.push(items.flatMap((item) => ('str' in item ? pieceOf(item as Item) : [])))
      page.cleanup()
    }
    const { info } = await pdf.getMetadata().catch(() => ({ info: {} }))
    title = titleIn((info as { Title?: unknown }).Title)
  } catch (error) {
    const { name, message } = error as Error
    if (name === 'PasswordException')
      throw new Failure('input-locked', `${from} is protected by a password; unlock it first`)
    throw new Failure('document-damaged', `${from} is no PDF that can be read (${message})`)
  }
  const characters = pages.flat().reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0)
  if (characters < FEWEST)
    throw new Failure(
      'pdf-scanned',
      `${from} holds pictures of pages and no text; have its text recognised first, such as with ocrmypdf`,
    )
  const { pages: bare, address } = withoutFurniture(pages)
  const text = joinLines(bare.flatMap((page) => blocksOf(page)))
  return { text, title, url: address, article: true, newsLike: true, isList: false, notes: [] }
}

interface Item {
  str: string
  transform: number[]
  width: number
  height: number
}

/** A run of characters; what is turned, as along a page's edge, is left out. */
function pieceOf({ str, transform: [a, b, c, d, x, y], width }: Item): PdfRun[] {
  const isUpright = Math.abs(b) < Math.abs(a) / 10 + 0.01 && Math.abs(c) < Math.abs(d) / 10 + 0.01
  return str.trim() === '' || !isUpright ? [] : [{ text: str, x, y, width, size: Math.abs(d) || Math.abs(a) || 1 }]
}

/** A title that a person gave; programs put the name of the file there. */
function titleIn(title: unknown): string | undefined {
  const words = typeof title === 'string' ? title.replace(/\s+/g, ' ').trim() : ''
  const isName =
    /^(?:microsoft (?:word|powerpoint)|untitled|slide \d|document\d*$|layout \d)|\.(?:docx?|pdf|indd|qxd|rtf|odt|pages|tex|dvi)$/i.test(
      words,
    )
  return words === '' || isName || !/\s/.test(words) ? undefined : words
}
