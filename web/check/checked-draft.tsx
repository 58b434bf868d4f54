import { useState } from 'preact/hooks'
import type { CheckRow } from '../../src/story/check/check-draft.ts'
import { checkHtml } from '../../src/story/check/check-html.ts'
import { isFine, sayDifference } from '../../src/story/check/say-row.ts'
import { saveFile } from '../desk/save-file.ts'
import { Download } from '../reader/download.tsx'
import { counted } from '../words/counted.ts'
import type { Checked } from './check-here.tsx'

/** What a verdict is called, and what it means, for people. */
const WORDS: { readonly [verdict in CheckRow['verdict']]: string } = {
  exact: 'word for word',
  altered: 'altered',
  joined: 'joined from two places',
  'other-speaker': 'another speaker',
  'other-day': 'another day',
  paraphrase: 'not in quotation marks there',
  supported: 'supported',
  'not-supported': 'not supported',
  'not-found': 'not found',
}

/** The draft with its marks, and a card for each; pointing at one shows the other. */
export function CheckedDraft({ checked, linked }: { checked: Checked; linked: boolean }) {
  const { draft, rows, texts } = checked
  const [current, setCurrent] = useState<number>()
  const odd = rows.filter((row) => !isFine(row)).length
  return (
    <section class="checked" aria-label="What was found">
      <p class="checked-says">
        {counted(rows.length, 'quoted or attributed stretch', 'quoted or attributed stretches')}, {odd} to look at.{' '}
        <Download name="check.json" value={rows}>
          JSON
        </Download>{' '}
        <button
          type="button"
          onClick={() =>
            saveFile(checkHtml({ id: 'draft', text: draft }, rows, texts), 'checked draft', 'html', 'text/html')
          }
        >
          HTML for the file
        </button>
      </p>
      <div class="checked-columns">
        <article class="checked-text">{marked(checked, current, setCurrent)}</article>
        <ol class="checked-cards">
          {rows.map((row, at) => (
            <li
              key={`${row.start}-${row.kind}`}
              id={`check-${at + 1}`}
              class={`checked-card ${isFine(row) ? 'fine' : 'look'}${current === at ? ' current' : ''}`}
              onPointerEnter={() => setCurrent(at)}
              onFocusIn={() => setCurrent(at)}
            >
              <p class="checked-verdict">
                <span class="checked-number">{at + 1}</span> <strong>{WORDS[row.verdict]}</strong>
                {row.loud.map((loud) => (
                  <strong key={loud} class="loud">
                    {loud === 'number' ? 'a number differs' : 'a negation differs'}
                  </strong>
                ))}
              </p>
              <p class="checked-who">
                {row.speaker && `here: ${row.speaker}`}
                {row.sourceSpeaker && ` · there: ${row.sourceSpeaker}`}
              </p>
              {row.differences.map((difference) => (
                <p key={difference.draftSpan.start}>{sayDifference(difference)}</p>
              ))}
              {row.notes.map((note) => (
                <p key={note} class="muted">
                  {note}
                </p>
              ))}
              <Source row={row} texts={texts} linked={linked} />
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}

/** The source's own words, with a little around them. */
function Source({ row, texts, linked }: { row: CheckRow; texts: Checked['texts']; linked: boolean }) {
  const { report, spans } = row
  if (report === undefined || !spans || spans.length === 0) return null
  const text = texts.get(report)
  const name = linked ? <a href={`/report/${encodeURIComponent(report)}`}>{report}</a> : report
  if (text === undefined) return <p class="checked-source">{name}</p>
  const from = Math.max(text.lastIndexOf('\n', spans[0].start) + 1, spans[0].start - 80)
  const last = spans.at(-1)!.end
  const line = text.indexOf('\n', last)
  const to = Math.min(line < 0 ? text.length : line, last + 80)
  const pieces = []
  let at = from
  for (const { start, end } of spans) {
    pieces.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>)
    at = end
  }
  return (
    <blockquote class="checked-source">
      {from > 0 && '… '}
      {pieces}
      {text.slice(at, to)} … <cite>{name}</cite>
    </blockquote>
  )
}

function marked({ draft, rows }: Checked, current: number | undefined, onCurrent: (at: number) => void) {
  const pieces = []
  let from = 0
  for (const [at, row] of rows.entries()) {
    if (row.start < from) continue
    pieces.push(
      draft.slice(from, row.start),
      <a
        key={row.start}
        href={`#check-${at + 1}`}
        target="_self"
        class={`checked-mark ${isFine(row) ? 'fine' : 'look'}${current === at ? ' current' : ''}`}
        onPointerEnter={() => onCurrent(at)}
        onFocus={() => onCurrent(at)}
      >
        {draft.slice(row.start, row.end)}
        <sup>{at + 1}</sup>
        <span class="hidden-text"> {WORDS[row.verdict]}</span>
      </a>,
    )
    from = row.end
  }
  pieces.push(draft.slice(from))
  return pieces
}
