import { useState } from 'preact/hooks'

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/**
 * One stop for Tab among many things: arrow keys go from one to the next, Home and End to the first and the last.
 *
 * @param count how many things there are; each carries `data-stop` with its number
 */
export function useRoving(count: number) {
  const [at, setAt] = useState(0)
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextStop(event.key, Math.min(at, count - 1), count)
    if (next === undefined) return
    event.preventDefault()
    setAt(next)
    ;(event.currentTarget as Element).querySelector<SVGElement>(`[data-stop="${next}"]`)?.focus()
  }
  const stop = Math.min(at, Math.max(0, count - 1))
  return { onKeyDown, tabIndexOf: (index: number) => (index === stop ? 0 : -1), onStop: setAt }
}

/** The stop that a key leads to, or undefined for other keys. */
export function nextStop(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  const step = STEPS[key]
  return step === undefined ? undefined : Math.min(count - 1, Math.max(0, at + step))
}
