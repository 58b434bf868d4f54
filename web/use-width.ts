import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'

/** How wide an element is, in whole pixels between two bounds: what is drawn to that width has its letters in their own size. */
export function useWidth(element: RefObject<HTMLElement | null>, least: number, most: number): number {
  const [width, setWidth] = useState(most)
  useLayoutEffect(() => {
    if (!element.current) return
    const measure = ([{ contentRect }]: readonly { contentRect: { width: number } }[]) =>
      setWidth(Math.round(Math.min(most, Math.max(least, contentRect.width))))
    measure([{ contentRect: element.current.getBoundingClientRect() }])
    const observer = new ResizeObserver(measure)
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [least, most])
  return width
}
