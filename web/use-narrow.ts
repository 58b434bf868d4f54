import { useEffect, useState } from 'preact/hooks'

const query = () => matchMedia('(max-width: 48rem)')

/** Whether the window is too narrow for a picture with names beside it. */
export function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => query().matches)
  useEffect(() => {
    const media = query()
    const update = () => setNarrow(media.matches)
    media.addEventListener('change', update)
    return () => media.removeEventListener('change', update)
  }, [])
  return narrow
}
