import path from 'node:path'

/** Endings that say only what a file's content is in, and are no part of a report's id. */
const ENDING = /(\.(txt|text|html?|xhtml|json|xml|csv|tsv|tab|xlsx|mhtml?|eml|pdf|docx|zip|wacz))?(\.gz)?$/i

/** Endings of files that hold reports, or what somebody may take for some; a folder's other files are taken only where their content is clearly a report's. */
const KNOWN =
  /\.(txt|text|html?|xhtml|jsonl|ndjson|json|rss|atom|xml|opml|warc|wacz|csv|tsv|tab|xlsx|mhtml?|eml|pdf|docx|zip|docm?|xls|rtf|odt|ods|msg|mbox|epub)(\.gz)?$/i

/** An id of a file's name: without its ending, with '/' between folders everywhere. */
export function reportId(name: string): string {
  return name.replaceAll(path.sep, '/').replace(ENDING, '') || name
}

export const isKnownEnding = (name: string) => KNOWN.test(name)

/** What browsers call the folder of a saved page's parts, behind the page's name: in English, German, French, Spanish, Portuguese, Italian, Dutch. */
const PARTS = /^(.+?)(?:_files|\.files|-Dateien|_fichiers|_archivos|_arquivos|_file|-bestanden)$/i

/** Whether a folder holds the parts of a page that was saved beside it: pictures, style sheets, frames, advertisements. */
export function partsOfPages(names: readonly string[]): (folder: string) => boolean {
  const pages = new Set(names.flatMap((name) => /^(.+)\.x?html?$/i.exec(name)?.[1].toLowerCase() ?? []))
  return (folder) => pages.has(PARTS.exec(folder)?.[1].toLowerCase() ?? '')
}
