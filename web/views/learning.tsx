import { useState } from 'preact/hooks'
import type { Fit } from '../../src/coding/calibrate.ts'
import type { DeskCalibration } from '../../src/desk/coding/curves.ts'
import type { Suggestion } from '../../src/desk/coding/suggestions.ts'
import { ask, jsonBody } from '../api.ts'
import { CodingHead } from '../coding/coding-head.tsx'
import { NameField } from '../coding/name-field.tsx'
import { Reliability } from '../coding/reliability.tsx'
import { useWho } from '../decide/use-who.ts'
import { RowLine } from '../desk/row-line.tsx'
import { onOneLine } from '../report/text/odd.ts'
import type { ViewProps } from '../routes.ts'
import { useAsked } from '../use-asked.ts'
import { counted } from '../words/counted.ts'
import { momentInWords } from '../words/days.ts'

interface Learning {
  calibrations: DeskCalibration[]
  suggestions: Suggestion[]
}

type Say = (path: string, body: object) => void

/** What the desk's decisions teach, and what a person has it learn. */
export default function LearningView({ address }: ViewProps) {
  const { name, fixed, rename } = useWho(true)
  const [again, setAgain] = useState(0)
  const [problem, setProblem] = useState<Error>()
  const { value, error, waiting } = useAsked((signal) => ask<Learning>('/api/learning', {}, { signal }), [again])
  const say: Say = (path, body) => {
    ask(path, {}, { method: 'POST', ...jsonBody({ by: name, at: new Date().toISOString(), ...body }) })
      .then(() => {
        setProblem(undefined)
        setAgain((n) => n + 1)
      })
      .catch(setProblem)
  }
  return (
    <div class="desk coding">
      <CodingHead title="What this desk learns" address={address}>
        What people decided teaches how sure the reader may be, and words for its codebook. Nothing is learned unless
        somebody says so here, and all of it can be taken back.
      </CodingHead>
      <NameField name={name} fixed={fixed} onName={rename} />
      {(problem ?? error) && (
        <p class="remark" role="alert">
          {(problem ?? error)?.message}
        </p>
      )}
      {!value && waiting && <p class="muted">The decisions are being looked through …</p>}
      {value && (
        <>
          <section>
            <h2>How sure it may be</h2>
            {value.calibrations.map((one) => (
              <Confidence key={one.list} calibration={one} canSay={name !== ''} say={say} />
            ))}
          </section>
          <section>
            <h2>Words for the codebook</h2>
            <Suggestions suggestions={value.suggestions} canSay={name !== ''} say={say} />
          </section>
        </>
      )}
    </div>
  )
}

function Confidence({ calibration, canSay, say }: { calibration: DeskCalibration; canSay: boolean; say: Say }) {
  const { list, rows, there, reports, lacks, before, after, applied } = calibration
  const apply = (apply: boolean) => say('/api/learning/confidence', { list, apply })
  return (
    <section class="learning-list">
      <h3>{list === 'statements' ? 'Statements' : 'Events'}</h3>
      <p class="finding">{findingOf(calibration)}</p>
      {rows > 0 && (
        <p class="muted">
          Drawn by lot and decided: {counted(rows, 'row')} of {counted(reports, 'report')}, of which {there}{' '}
          {there === 1 ? 'is' : 'are'} right.
        </p>
      )}
      {before && after && (
        <div class="learning-figures">
          <Reliability before={before} after={after} of={list} />
          <FitTable before={before} after={after} />
        </div>
      )}
      <p class="coding-says">
        {applied ? (
          <>
            <span>
              In use, from {counted(applied.rows, 'row')}: <bdi>{onOneLine(applied.by)}</bdi>,{' '}
              {momentInWords(applied.at)}
            </span>
            <button type="button" disabled={!canSay} onClick={() => apply(false)}>
              the reader’s own again
            </button>
          </>
        ) : (
          !lacks &&
          before && (
            <button type="button" disabled={!canSay} onClick={() => apply(true)}>
              use it for {list}
            </button>
          )
        )}
      </p>
    </section>
  )
}

function findingOf({ list, lacks, before, after, applied }: DeskCalibration): string {
  if (!before || !after) return `The reader’s own confidence stands: ${lacks}.`
  const figures = `the mean squared error (Brier’s score) of how sure it is of ${list} goes from ${before.brier.toFixed(3)} to ${after.brier.toFixed(3)}`
  if (lacks) return `The reader’s own confidence stands: ${lacks}.`
  return `On reports that were held out, ${figures}${applied ? '.' : ', once it learns from these decisions.'}`
}

function FitTable({ before, after }: { before: Fit; after: Fit }) {
  const froms = [...new Set([...before.bands, ...after.bands].map(({ from }) => from))].sort((a, b) => a - b)
  const cell = ({ bands }: Fit, from: number) => {
    const band = bands.find((one) => one.from === from)
    return band
      ? `${band.said.toFixed(2)} → ${(band.there / band.rows).toFixed(2)} · ${band.there} of ${band.rows}`
      : '–'
  }
  const nameOf = (from: number) =>
    `${from} to ${[...before.bands, ...after.bands].find((band) => band.from === from)?.to}`
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
    <section class="coding-scroll" tabIndex={0} aria-label="How sure, and how many were there">
      <table class="coding-table learning-table">
        <caption>said → there, on reports that the curve was not made from</caption>
        <thead>
          <tr>
            <th scope="col">sure</th>
            <th scope="col">before</th>
            <th scope="col">after</th>
          </tr>
        </thead>
        <tbody>
          {froms.map((from) => (
            <tr key={from}>
              <th scope="row">{nameOf(from)}</th>
              <td>{cell(before, from)}</td>
              <td>{cell(after, from)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">Brier</th>
            <td>{before.brier.toFixed(3)}</td>
            <td>{after.brier.toFixed(3)}</td>
          </tr>
          <tr>
            <th scope="row">log loss</th>
            <td>{before.loss.toFixed(3)}</td>
            <td>{after.loss.toFixed(3)}</td>
          </tr>
        </tbody>
      </table>
    </section>
  )
}

function Suggestions({ suggestions, canSay, say }: { suggestions: Suggestion[]; canSay: boolean; say: Say }) {
  const accepted = suggestions.filter(({ decided }) => decided?.verdict === 'accepted').length
  if (suggestions.length === 0)
    return (
      <p class="remark">
        No decisions speak for a word yet: four or more must, and surely more than half of those on it. A word that is
        decided wrong again and again, an act or a name that is mended again and again, then stands here.
      </p>
    )
  return (
    <>
      {accepted > 0 && (
        <p class="coding-says">
          <span>
            {counted(accepted, 'row')} accepted: the next report is read with {accepted === 1 ? 'it' : 'them'}. Reports
            that are here already are read anew by <code>onrecord add --again</code>.
          </span>
          <a href="/api/learning/codebook" download="codebook.json">
            as tables
          </a>
        </p>
      )}
      <ol class="disagreements">
        {suggestions.map((one) => (
          <SuggestionItem key={one.id} suggestion={one} canSay={canSay} say={say} />
        ))}
      </ol>
    </>
  )
}

function SuggestionItem({ suggestion, canSay, say }: { suggestion: Suggestion; canSay: boolean; say: Say }) {
  const { id, file, line, says, rows, decided, of } = suggestion
  const take = (verdict: string) => say('/api/learning', { id, verdict })
  return (
    <li>
      <h3 class="learning-says">{onOneLine(says)}</h3>
      <p>
        <code class="learning-line">
          {file}: {onOneLine(line.replaceAll('\t', ' | '))}
        </code>
      </p>
      {of === 0 && <p class="muted">No decisions speak for it any more.</p>}
      {rows.length > 0 && (
        <details>
          <summary>
            {rows.length < suggestion.speak
              ? `${rows.length} of the rows that speak for it`
              : 'the rows that speak for it'}
          </summary>
          <ul class="learning-rows">
            {rows.map(({ key, row }) => (
              <li key={key}>
                <RowLine row={row} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <p class="coding-says">
        {decided ? (
          <>
            <span>
              <strong class={decided.verdict === 'accepted' ? 'says-right' : 'says-wrong'}>{decided.verdict}</strong> by{' '}
              <bdi>{onOneLine(decided.by)}</bdi>, {momentInWords(decided.at)}
            </span>
            <button type="button" disabled={!canSay} onClick={() => take('open')}>
              take back
            </button>
          </>
        ) : (
          <>
            <button type="button" disabled={!canSay} onClick={() => take('accepted')}>
              accept
            </button>
            <button type="button" disabled={!canSay} onClick={() => take('declined')}>
              decline
            </button>
          </>
        )}
      </p>
    </li>
  )
}
