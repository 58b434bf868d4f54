import { useRef, useState } from 'preact/hooks'
import exampleDraft from '../../examples/check/draft.txt?raw'
import examplePost from '../../examples/check/sources/almeth-post.txt?raw'
import exampleWire from '../../examples/check/sources/harbour-wire.txt?raw'
import type { CheckRow } from '../../src/story/check/check-draft.ts'
import { CheckedDraft } from './checked-draft.tsx'
import { SourcesField, type SourceText } from './sources-field.tsx'

/** A draft that was checked. */
export interface Checked {
  draft: string
  rows: CheckRow[]
  /** texts of the sources that are known here, by id */
  texts: ReadonlyMap<string, string>
}

interface CheckProps {
  /** checks a draft against sources that were given */
  check: (draft: string, sources: readonly SourceText[]) => Promise<Checked>
  /** checks it against the desk, where there is one */
  checkDesk?: (draft: string) => Promise<Checked>
}

/** Paste or drop a draft and its sources, and see every quotation beside the source's words. */
export function CheckHere({ check, checkDesk }: CheckProps) {
  const [draft, setDraft] = useState('')
  const [sources, setSources] = useState<SourceText[]>([])
  const [onDesk, setOnDesk] = useState(checkDesk !== undefined)
  const [checked, setChecked] = useState<Checked>()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string>()
  const result = useRef<HTMLDivElement>(null)
  const ready = draft.trim() !== '' && (onDesk || sources.length > 0)
  const submit = (event: Event) => {
    event.preventDefault()
    if (!ready) return
    setBusy(true)
    setFailed(undefined)
    const asked = onDesk && checkDesk ? checkDesk(draft) : check(draft, sources)
    asked
      .then((found) => {
        setChecked(found)
        requestAnimationFrame(() => result.current?.focus())
      })
      .catch((error: Error) => setFailed(error.message))
      .finally(() => setBusy(false))
  }
  const useExample = () => {
    setDraft(exampleDraft)
    setSources([
      { id: 'harbour-wire', text: exampleWire },
      { id: 'almeth-post', text: examplePost },
    ])
    setOnDesk(false)
  }
  const dropDraft = async (event: DragEvent) => {
    const file = event.dataTransfer?.files[0]
    if (!file) return
    event.preventDefault()
    setDraft(await file.text())
  }
  return (
    <section class="check-here">
      <h1>Check a draft</h1>
      <p class="lead">
        Is every quotation in the sources, word for word, from the one who said it?{' '}
        <strong>Nothing is kept{checkDesk ? '.' : ', and nothing leaves this page.'}</strong>
      </p>
      <form onSubmit={submit}>
        <label class="check-field">
          <span class="drop-label">The draft: paste it, or drop a text file here</span>
          <textarea
            rows={10}
            name="draft"
            value={draft}
            spellcheck={false}
            onInput={(event) => setDraft(event.currentTarget.value)}
            onDrop={dropDraft}
          />
        </label>
        {checkDesk && (
          <fieldset class="check-against">
            <legend>Check it against</legend>
            <label>
              <input type="radio" name="against" checked={onDesk} onChange={() => setOnDesk(true)} /> this desk
            </label>
            <label>
              <input type="radio" name="against" checked={!onDesk} onChange={() => setOnDesk(false)} /> sources of your
              own
            </label>
          </fieldset>
        )}
        {!onDesk && <SourcesField sources={sources} onSources={setSources} />}
        <p class="buttons">
          <button type="submit" class="primary" disabled={busy || !ready}>
            Check
          </button>
          <button type="button" class="quiet" onClick={useExample}>
            Use the example
          </button>
        </p>
      </form>
      <div role="status">
        {busy && <p>Checking …</p>}
        {failed && <p class="failed">This could not be checked: {failed}</p>}
      </div>
      <div ref={result} tabIndex={-1}>
        {checked && <CheckedDraft checked={checked} linked={onDesk} />}
      </div>
    </section>
  )
}
