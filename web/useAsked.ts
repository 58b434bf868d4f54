import { type Inputs, useEffect, useState } from 'preact/hooks'

/** What was asked for: being waited for, there, or refused. An older answer stays until the new one is there. */
export interface Asked<T> {
  value?: T
  error?: Error
  waiting: boolean
}

/**
 * Asks when the inputs change, and drops an answer that is no longer wanted.
 *
 * @example const { value, error, waiting } = useAsked((signal) => recordOf(id, signal), [id])
 */
export function useAsked<T>(asking: (signal: AbortSignal) => Promise<T>, inputs: Inputs): Asked<T> {
  const [asked, setAsked] = useState<Asked<T>>({ waiting: true })
  useEffect(() => {
    const stop = new AbortController()
    setAsked(({ value }) => ({ value, waiting: true }))
    asking(stop.signal)
      .then((value) => stop.signal.aborted || setAsked({ value, waiting: false }))
      .catch((error: Error) => stop.signal.aborted || setAsked(({ value }) => ({ value, error, waiting: false })))
    return () => stop.abort()
  }, inputs)
  return asked
}
