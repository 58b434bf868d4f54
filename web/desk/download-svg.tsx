import type { RefObject } from 'preact'
import { saveFile } from './save-file.ts'

/** Gives the picture as a file of its own, with the colours that it has on the page. */
export function DownloadSvg({ svg, name }: { svg: RefObject<SVGSVGElement | null>; name: string }) {
  return (
    <button
      type="button"
      onClick={() => svg.current && saveFile(standalone(svg.current), name, 'svg', 'image/svg+xml')}
    >
      Download as SVG
    </button>
  )
}

const LOOK = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'font-family',
  'font-size',
  'opacity',
] as const

function standalone(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  const drawn = [...svg.querySelectorAll('*')]
  ;[...copy.querySelectorAll('*')].forEach((element, i) => {
    const look = getComputedStyle(drawn[i])
    for (const property of LOOK) {
      const value = look.getPropertyValue(property)
      if (value && !element.hasAttribute(property)) element.setAttribute(property, value)
    }
  })
  // links lead nowhere in a file
  for (const link of copy.querySelectorAll('a')) for (const name of ['href', 'tabindex']) link.removeAttribute(name)
  copy.prepend(backgroundOf(svg))
  return new XMLSerializer().serializeToString(copy)
}

/** The page's own colour behind the picture: light words on nothing could not be read. */
function backgroundOf(svg: SVGSVGElement): SVGRectElement {
  const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  const fill = getComputedStyle(svg).getPropertyValue('--paper').trim()
  for (const [name, value] of Object.entries({ width: '100%', height: '100%', fill })) rect.setAttribute(name, value)
  return rect
}
