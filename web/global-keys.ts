import { keyOfEvent } from './keys.ts'
import { navigate } from './router.ts'

/** How long a search box that is on its way is waited for, in milliseconds. */
const PATIENCE = 3000

/** Answers the keys that every view has: '/' goes to the search, '?' to the keys. @returns what stops it */
export function answerGlobalKeys(): () => void {
  const onKey = (event: KeyboardEvent) => {
    const key = keyOfEvent(event)
    if (key !== '/' && key !== '?') return
    event.preventDefault()
    if (key === '?') navigate('/keys')
    else goToSearch()
  }
  addEventListener('keydown', onKey)
  return () => removeEventListener('keydown', onKey)
}

function goToSearch(): void {
  if (focusSearch()) return
  navigate('/')
  const until = Date.now() + PATIENCE
  const look = () => {
    if (!focusSearch() && Date.now() < until) requestAnimationFrame(look)
  }
  look()
}

function focusSearch(): boolean {
  const box = document.querySelector<HTMLInputElement>('main input[type="search"]')
  box?.focus()
  box?.select()
  return box !== null
}
