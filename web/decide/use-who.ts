import { useEffect, useState } from 'preact/hooks'
import { ask } from '../api.ts'
import { keep, kept } from '../kept.ts'

/** Who decides in this browser. */
export interface Who {
  /** empty where nobody has said it yet */
  name: string
  /** the token that the server knows is this person's: no other name can be taken */
  fixed: boolean
}

let who: Who | undefined
let asked = false
const listeners = new Set<() => void>()

function tell(next: Who): void {
  who = next
  keep('name', next.name === '' ? undefined : next.name)
  for (const listener of listeners) listener()
}

const known = (): Who => (who ??= { name: kept('name') ?? '', fixed: false })

/** Who decides, as the server tells by the token, else as was said once. @param atServer false where there is none to ask */
export function useWho(atServer: boolean): Who & { rename: (name: string) => void } {
  const [now, setNow] = useState(known)
  useEffect(() => {
    const update = () => setNow(known())
    listeners.add(update)
    update()
    return () => void listeners.delete(update)
  }, [])
  useEffect(() => {
    if (!atServer || asked) return
    asked = true
    ask<{ name?: string }>('/api/me')
      .then(({ name }) => name !== undefined && tell({ name, fixed: true }))
      .catch(() => {
        asked = false
      })
  }, [atServer])
  return { ...now, rename: (name) => known().fixed || tell({ name, fixed: false }) }
}
