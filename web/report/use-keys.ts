import { useLayoutEffect } from 'preact/hooks'
import { type Key, keyOfEvent } from '../keys.ts'

export type KeyActions = Partial<Record<Key, () => void>>

/**
 * Answers keys. While a row is mended, only the keys of mending are answered: Ctrl Enter keeps, Escape leaves, even from
 * inside a field.
 */
export function useKeys(answers: KeyActions, mending: { keep: () => void; leave: () => void } | undefined): void {
  // a layout effect: the next key may come before the browser has painted
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = keyOfEvent(event)
      const answer = mending ? mendingAnswer(event, mending) : key && answers[key]
      if (!answer) return
      event.preventDefault()
      answer()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  })
}

function mendingAnswer(event: KeyboardEvent, { keep, leave }: { keep: () => void; leave: () => void }) {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return keep
  return event.key === 'Escape' ? leave : undefined
}
