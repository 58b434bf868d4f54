import { type Inputs, useEffect, useState } from 'preact/hooks'
import { AGAIN, isUnreachable } from './api.ts'

/** What was asked for: being waited for, there, or refused. An older answer stays until the new one is there. */
export interface Asked<T> {
  value?: T
  error?: Error
  waiting: boolean
}

/**
 * Asks when the inputs change, and drops an answer that is no longer wanted. A server that does not answer is asked again until it does.
 *
 * @example const { value, error, waiting } = useAsked((signal) => recordOf(id, signal), [id])
 */
export function useAsked<T>(asking: (signal: AbortSignal) => Promise<T>, inputs: Inputs): Asked<T> {
  const [asked, setAsked] = useState<Asked<T>>({ waiting: true })
  useEffect(() => {
    const stop = new AbortController()
    setAsked(({ value }) => ({ value, waiting: true }))
    const attempt = () => {
      asking(stop.signal)
        .then((value) => stop.signal.aborted || setAsked({ value, waiting: false }))
        .catch((error: Error) => {
          if (stop.signal.aborted) return
          setAsked(({ value }) => ({ value, error, waiting: false }))
          if (isUnreachable(error)) setTimeout(() => stop.signal.aborted || attempt(), AGAIN)
        })
    }
    attempt()
    return () => stop.abort()
  }, inputs)
  return asked
}
