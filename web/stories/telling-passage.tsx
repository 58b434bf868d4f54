import type { ComparedField, Telling } from '../../src/story/compare.ts'
import { onOneLine } from '../report/text/odd.ts'

/** The sentence that tells of it, its trigger and what differs marked. */
export function TellingPassage({ telling, differs }: { telling: Telling; differs: readonly ComparedField[] }) {
  return (
    <blockquote class="passage" dir="auto">
      {piecesOf(telling, differs).map(({ text, trigger, differing }, at) =>
        trigger || differing ? (
          <mark key={at} class={[trigger && 'passage-trigger', differing && 'differs'].filter(Boolean).join(' ')}>
            {onOneLine(text)}
          </mark>
        ) : (
          onOneLine(text)
        ),
      )}
    </blockquote>
  )
}

interface PassagePiece {
  text: string
  trigger: boolean
  differing: boolean
}

/** A passage cut where its marks begin and end; of the marks, the trigger and what differs. */
function piecesOf({ passage, marks }: Telling, differs: readonly ComparedField[]): PassagePiece[] {
  const { start, words } = passage
  const shown = marks.filter(({ field }) => field === 'status' || differs.includes(field))
  const edges = new Set([0, words.length, ...shown.flatMap((mark) => [mark.start - start, mark.end - start])])
  const cuts = [...edges].filter((at) => at >= 0 && at <= words.length).sort((a, b) => a - b)
  return cuts.slice(1).map((to, n) => {
    const from = cuts[n]
    const over = shown.filter((mark) => mark.start - start <= from && mark.end - start >= to)
    return {
      text: words.slice(from, to).replace(/\s+/g, ' '),
      trigger: over.some(({ field }) => field === 'status'),
      differing: over.some(({ field }) => field !== 'status'),
    }
  })
}
