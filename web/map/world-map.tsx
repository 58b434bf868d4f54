import { useMemo, useRef, useState } from 'preact/hooks'
import type { PlaceCount } from '../../src/desk/places.ts'
import { DownloadSvg } from '../desk/download-svg.tsx'
import { fillOf, Hatching, isHatched, Legend } from '../desk/legend.tsx'
import { useRoving } from '../desk/use-roving.ts'
import { useNarrow } from '../use-narrow.ts'
import { outlinesOf, type WorldTopology } from './atlas.ts'
import { type Circle, circleInWords, layOutCircles } from './circles.ts'
import { projectMap } from './project.ts'
import type { Region } from './regions.ts'

interface WorldMapProps {
  atlas: WorldTopology
  places: readonly PlaceCount[]
  /** what events are split by */
  by: string
  values: readonly string[]
  region: Region
  addressOf: (places: readonly PlaceCount[]) => string
}

const HATCHING = 'map-hatch'

/** The world with a circle at each place; pointing at one, or going there by keys, tells what it stands for. */
export function WorldMap({ atlas, places, by, values, region, addressOf }: WorldMapProps) {
  const svg = useRef<SVGSVGElement>(null)
  const [told, setTold] = useState<Circle>()
  const width = useNarrow() ? 440 : 960
  const projected = useMemo(() => projectMap(region, width), [region, width])
  const outlines = useMemo(() => outlinesOf(atlas, projected), [atlas, projected])
  const circles = useMemo(() => layOutCircles(places, projected), [places, projected])
  const outside = known(places) - circles.reduce((sum, { count }) => sum + count, 0)
  const { onKeyDown, tabIndexOf, onStop } = useRoving(circles.length)
  return (
    <figure class="picture map">
      {/* biome-ignore lint/a11y/useSemanticElements: a group of links in a picture is no field set */}
      <svg
        ref={svg}
        viewBox={`0 0 ${projected.width} ${projected.height}`}
        role="group"
        aria-label={`Map of events: ${circles.length} places, arrow keys go from one to the next; the table below has all`}
        onKeyDown={onKeyDown}
      >
        <Hatching id={HATCHING} />
        <path class="sea" d={outlines.sphere} />
        <path class="land" d={outlines.land} />
        <path class="borders" d={outlines.borders} />
        {circles.map((circle, index) => (
          <g key={`${circle.x} ${circle.y}`} transform={`translate(${circle.x.toFixed(1)} ${circle.y.toFixed(1)})`}>
            <a
              class="spot"
              href={addressOf(circle.places)}
              tabIndex={tabIndexOf(index)}
              data-stop={index}
              aria-label={circleInWords(circle)}
              onFocus={() => {
                onStop(index)
                setTold(circle)
              }}
              onPointerEnter={() => setTold(circle)}
            >
              <Slices circle={circle} by={by} values={values} />
              <title>{circleInWords(circle)}</title>
            </a>
          </g>
        ))}
      </svg>
      <figcaption>
        <p class="told">{told ? circleInWords(told) : 'Point at a circle, or go there with Tab and the arrow keys.'}</p>
        {outside > 0 && (
          <p class="told">{outside.toLocaleString('en')} events on the map lie outside this part of the world.</p>
        )}
        <Legend field={by} values={values} hatching={HATCHING} />
        <DownloadSvg svg={svg} name="events by place" />
      </figcaption>
    </figure>
  )
}

/** Events whose place is known to the map. */
const known = (places: readonly PlaceCount[]) =>
  places.reduce((sum, { lat, count }) => sum + (lat === undefined ? 0 : count), 0)

function Slices({ circle: { radius, slices }, by, values }: { circle: Circle; by: string; values: readonly string[] }) {
  return (
    <>
      {slices.map(({ index, path }) => (
        <g key={index}>
          <path class={fillOf(by, values[index], index)} d={path} />
          {isHatched(by, index) && <path fill={`url(#${HATCHING})`} d={path} />}
        </g>
      ))}
      <circle class="spot-edge" r={radius} />
    </>
  )
}
