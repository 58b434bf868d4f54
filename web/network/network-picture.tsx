import { useMemo, useRef, useState } from 'preact/hooks'
import { DownloadSvg } from '../desk/download-svg.tsx'
import type { PairCount } from '../desk/matrix.ts'
import { shortened } from '../desk/matrix-svg.ts'
import { useRoving } from '../desk/use-roving.ts'
import { isolated } from '../words/isolated.ts'
import { type Arrow, layOutNetwork } from './network.ts'
import { nodeInWords } from './node-in-words.ts'

interface NetworkPictureProps {
  pairs: readonly PairCount[]
  /** how many pairs there are in all */
  all: number
  /** in words: what the first does to the second, and what is done to the second by the first */
  does: string
  isDone: string
  addressOf: (name: string) => string
}

/** Who is on whom as a network; pointing at somebody, or going there by keys, brings out their arrows. */
export function NetworkPicture({ pairs, all, does, isDone, addressOf }: NetworkPictureProps) {
  const svg = useRef<SVGSVGElement>(null)
  const [lit, setLit] = useState<number>()
  const network = useMemo(() => layOutNetwork(pairs), [pairs])
  const { nodes, arrows, width, height } = network
  const { onKeyDown, tabIndexOf, onStop } = useRoving(nodes.length)
  const tell = (index: number) => nodeInWords(network, index, does, isDone)
  const shown = lit !== undefined && lit < nodes.length ? lit : undefined
  if (nodes.length === 0) return null
  return (
    <figure class="picture network">
      {/* biome-ignore lint/a11y/useSemanticElements: a group of links in a picture is no field set */}
      <svg
        ref={svg}
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={`Network: ${nodes.length} names, arrow keys go from one to the next; the table below has all pairs`}
        class={shown === undefined ? undefined : 'has-lit'}
        onKeyDown={onKeyDown}
        onPointerLeave={() => setLit(undefined)}
      >
        {arrows.map((arrow) => (
          <g key={`${arrow.from} ${arrow.to}`} class={`arrow ${lightOf(arrow, shown)}`}>
            <path class="arrow-line" d={arrow.line} stroke-width={arrow.width.toFixed(1)} />
            <path class="arrow-head" d={arrow.head} />
            <title>{`${isolated(nodes[arrow.from].name)} ${does} ${isolated(nodes[arrow.to].name)}: ${arrow.count}`}</title>
          </g>
        ))}
        {nodes.map(({ name, x, y, radius, side }, index) => (
          <g key={name} transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
            <a
              class="node"
              href={addressOf(name)}
              tabIndex={tabIndexOf(index)}
              data-stop={index}
              aria-label={tell(index)}
              onFocus={() => {
                onStop(index)
                setLit(index)
              }}
              onPointerEnter={() => setLit(index)}
            >
              <circle r={radius} />
              <text
                x={side === 'right' ? radius + 5 : -radius - 5}
                dy="0.35em"
                text-anchor={side === 'right' ? 'start' : 'end'}
              >
                {shortened(name, 30)}
              </text>
              <title>{tell(index)}</title>
            </a>
          </g>
        ))}
      </svg>
      <figcaption>
        <p class="told">
          {shown === undefined ? 'Point at a name, or go there with Tab and the arrow keys.' : tell(shown)}
        </p>
        <p>
          {arrows.length === all
            ? 'All pairs are drawn.'
            : `${arrows.length} of ${all.toLocaleString('en')} pairs are drawn: those among the ${nodes.length} names with the most.`}
        </p>
        <DownloadSvg svg={svg} name={`who ${does} whom`} />
      </figcaption>
    </figure>
  )
}

function lightOf({ from, to }: Arrow, lit: number | undefined): string {
  if (lit === undefined) return ''
  return from === lit ? 'from-lit' : to === lit ? 'to-lit' : 'unlit'
}
