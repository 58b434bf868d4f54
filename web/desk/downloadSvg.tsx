import type { RefObject } from 'preact'

/** Gives the picture as a file of its own, with the colours that it has on the page. */
export function DownloadSvg({ svg, name }: { svg: RefObject<SVGSVGElement | null>; name: string }) {
  return (
    <button type="button" onClick={() => svg.current && download(svg.current, name)}>
      Download as SVG
    </button>
  )
}

const LOOK = [
  'fill',
  'stroke',
  'stroke-width',
  'font-family',
  'font-size',
  'opacity',
  'fill-opacity',
  'stroke-opacity',
] as const

function download(svg: SVGSVGElement, name: string): void {
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
  for (const link of copy.querySelectorAll('a')) link.removeAttribute('href')
  const url = URL.createObjectURL(new Blob([copy.outerHTML], { type: 'image/svg+xml' }))
  const link = Object.assign(document.createElement('a'), {
    href: url,
    download: `${name.toLowerCase().replaceAll(' ', '-')}.svg`,
  })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
