import type { CheckRow } from './check-draft.ts'
import { isFine, sayRow } from './say-row.ts'

/**
 * A checked draft as a page of HTML for the file: the draft with its marks, numbered, and a list of what was found. It needs nothing else and runs
 * nothing.
 *
 * @param sources texts of the source reports by id, where their words are to be shown
 */
export function checkHtml(
  draft: { id: string; text: string },
  rows: readonly CheckRow[],
  sources: ReadonlyMap<string, string> = new Map(),
): string {
  const marked: string[] = []
  let from = 0
  rows.forEach((row, at) => {
    if (row.start < from) return
    const look = isFine(row) ? 'fine' : 'look'
    marked.push(escaped(draft.text.slice(from, row.start)))
    marked.push(`<mark class="${look}">${escaped(draft.text.slice(row.start, row.end))}<sup>${at + 1}</sup></mark>`)
    from = row.end
  })
  marked.push(escaped(draft.text.slice(from)))
  const items = rows.map((row) => {
    const there = (row.spans ?? [])
      .map(({ start, end }) => sources.get(row.report ?? '')?.slice(start, end))
      .filter(Boolean)
    const quoted = there.length > 0 ? `<blockquote>${escaped(there.join(' … '))}</blockquote>` : ''
    const said = [row.report && `in ${row.report}`, row.sourceSpeaker && `said by ${row.sourceSpeaker}`, ...sayRow(row)]
    return `<li><strong>${row.verdict}</strong> “${escaped(draft.text.slice(row.start, row.end))}”<br>${escaped(said.filter(Boolean).join(' · '))}${quoted}</li>`
  })
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Checked: ${escaped(draft.id)}</title>
<style>
body { font: 1rem/1.55 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
article { white-space: pre-wrap; }
mark.fine { background: #e2f2e6; } mark.look { background: #fbe6e3; }
blockquote { margin: .25rem 0 .75rem; border-left: 3px solid #ccc; padding-left: .75rem; }
</style>
<h1>Checked: ${escaped(draft.id)}</h1>
<article>${marked.join('')}</article>
<h2>What the sources have</h2>
<ol>
${items.join('\n')}
</ol>
</html>
`
}

const escaped = (text: string) =>
  text.replace(
    /[&<>"]/g,
    (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character] as string,
  )
