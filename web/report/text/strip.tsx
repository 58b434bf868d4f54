import { useNarrow } from '../../use-narrow.ts'
import { onOneLine } from './odd.ts'
import type { Paragraph, Voices } from './voices.ts'

/** Whose voice fills the report: a block a paragraph, as wide as it is long, in its speakers' colours. */
export function VoiceStrip({ voices, onGo }: { voices: Voices; onGo: (paragraph: Paragraph) => void }) {
  const narrow = useNarrow()
  const own = 1 - voices.all.reduce((sum, { share }) => sum + share, 0)
  return (
    <section class="strip" aria-label="Whose voice fills the report, paragraph by paragraph">
      {narrow ? (
        // too small for fingers: a picture
        <div class={blocksClass(voices)} aria-hidden="true">
          {voices.paragraphs.map((paragraph) => (
            <span key={paragraph.start} class="strip-block" style={widthOf(paragraph)}>
              <Runs paragraph={paragraph} />
            </span>
          ))}
        </div>
      ) : (
        <div class={blocksClass(voices)} role="toolbar" aria-label="Paragraphs" onKeyDown={stepBlocks}>
          {voices.paragraphs.map((paragraph, index) => (
            <Block key={paragraph.start} paragraph={paragraph} index={index} onGo={onGo} />
          ))}
        </div>
      )}
      <ul class="strip-names">
        {voices.all
          .filter(({ colour, share }) => colour > 0 && share > 0)
          .map(({ key, name, colour, share }) => (
            <li key={key} class={`voice-${colour}`}>
              <bdi>{onOneLine(name)}</bdi> <span class="share">{percent(share)}</span>
            </li>
          ))}
        <li class="own">
          the report itself and others <span class="share">{percent(own + otherShares(voices))}</span>
        </li>
      </ul>
    </section>
  )
}

/** More blocks than this stand closer together. */
const MANY = 60
const blocksClass = ({ paragraphs }: Voices) => (paragraphs.length > MANY ? 'strip-blocks many' : 'strip-blocks')
const widthOf = ({ start, end }: Paragraph) => ({ flexGrow: String(end - start) })

/** The Tab key stops at the strip once; the arrow keys go from block to block. */
function stepBlocks(event: KeyboardEvent): void {
  const block = document.activeElement
  const next =
    event.key === 'ArrowRight'
      ? block?.nextElementSibling
      : event.key === 'ArrowLeft'
        ? block?.previousElementSibling
        : undefined
  if (!(next instanceof HTMLElement)) return
  event.preventDefault()
  next.focus()
}

const otherShares = ({ all }: Voices): number =>
  all.filter(({ colour }) => colour === 0).reduce((sum, { share }) => sum + share, 0)

const percent = (share: number): string => `${Math.round(share * 100)} %`

function Block({ paragraph, index, onGo }: { paragraph: Paragraph; index: number; onGo: (to: Paragraph) => void }) {
  return (
    <button
      type="button"
      class="strip-block"
      tabIndex={index === 0 ? 0 : -1}
      style={widthOf(paragraph)}
      title={describe(paragraph, index)}
      aria-label={describe(paragraph, index)}
      onClick={() => onGo(paragraph)}
    >
      <Runs paragraph={paragraph} />
    </button>
  )
}

function Runs({ paragraph: { start, runs } }: { paragraph: Paragraph }) {
  return (
    <>
      {runs.map(({ voice, length }, at) => (
        <span
          key={`${start}-${at}`}
          class={voice ? `run voice-${voice.colour}` : 'run own'}
          style={{ flexGrow: String(length) }}
        />
      ))}
    </>
  )
}

/** A paragraph's voices in words, most first. @example 'Paragraph 2: Oskar Lindqvar 61 %, the report 39 %' */
export function describe({ start, end, runs }: Paragraph, index: number): string {
  const lengths = new Map<string, number>()
  for (const { voice, length } of runs) {
    const name = voice ? onOneLine(voice.name) : 'the report'
    lengths.set(name, (lengths.get(name) ?? 0) + length)
  }
  const parts = [...lengths]
    .sort((a, b) => b[1] - a[1])
    .map(([name, length]) => `${name} ${percent(length / (end - start))}`)
  return `Paragraph ${index + 1}: ${parts.join(', ')}`
}
