import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { bringIntoView, type Lights, lightsOf, rowsAt } from './lights.ts'

/** Keeps the row that is looked at lit and in view, and lights up what is pointed at. */
export function useLights(
  root: RefObject<HTMLElement | null>,
  chosen: string | undefined,
  goTo: (row: string) => void,
) {
  const lights = useRef<Lights>(undefined)
  useLayoutEffect(() => {
    if (root.current) lights.current = lightsOf(root.current)
  }, [])
  const relight = () => lights.current?.choose(chosen)
  useLayoutEffect(relight)
  useEffect(() => {
    if (chosen === undefined || !root.current) return
    if (!root.current.querySelector(`[data-rows~="${CSS.escape(chosen)}"]`)) goTo(chosen)
    bringIntoView(root.current, chosen, { text: true, card: true })
    focusCard(root.current, chosen)
  }, [chosen])
  return { relight, onPoint: (event: Event) => lights.current?.point(rowsAt(event.target)) }
}

/** The row that is looked at has the focus, unless the focus is somewhere else for a reason. */
function focusCard(root: HTMLElement, row: string): void {
  const active = document.activeElement
  if (active && active !== document.body && active.id !== 'main' && !active.closest('.report-text, .panel-rows')) return
  root.querySelector<HTMLElement>(`[data-card="${CSS.escape(row)}"]`)?.focus({ preventScroll: true })
}
