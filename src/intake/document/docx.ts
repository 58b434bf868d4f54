import { Failure } from '../../record/failure.ts'
import { type ArticlePage, plainText } from '../page.ts'

/** The text of a Word document, its headings and lists among it; the first heading is its title. @throws Failure `document-damaged` */
export async function readDocx(bytes: Uint8Array, from: string): Promise<ArticlePage> {
  const { default: mammoth } = await import('mammoth')
  const noImages = mammoth.images.imgElement(async () => ({ src: '' }))
  let html: string
  try {
    html = (
      await mammoth.convertToHtml(
        { buffer: Buffer.from(bytes) },
        { convertImage: noImages, styleMap: ["p[style-name='Title'] => h1:fresh"] },
      )
    ).value
  } catch (error) {
    throw new Failure('document-damaged', `${from} is no Word document that can be read (${(error as Error).message})`)
  }
  const heading = /^\s*<h1[^>]*>(.*?)<\/h1>/s.exec(html)
  const title = heading ? plainText(heading[1]).replace(/\s+/g, ' ') : ''
  const text = plainText(title === '' ? html : html.slice(heading?.[0].length))
  if (text === '') throw new Failure('file-empty', `${from} holds no text`)
  return { text, ...(title !== '' && { title }), article: true, newsLike: true, isList: false, notes: [] }
}
