import { useRef, useState } from 'preact/hooks'
import type { ReportInput } from '../../src/record/report.ts'
import type { GivenReport } from '../api.ts'

interface DropProps {
  onReport: (report: ReportInput) => void
  /** keeps it in the desk; left out where there is none */
  onKeep?: (given: GivenReport) => void
  busy: boolean
  /** a report to try it with */
  example: string
}

/** Where a report is pasted, typed or dropped, with what is known of it. */
export function DropArea({ onReport, onKeep, busy, example }: DropProps) {
  const [text, setText] = useState('')
  const [name, setName] = useState('pasted')
  const [address, setAddress] = useState('')
  const [over, setOver] = useState(false)
  const [odd, setOdd] = useState<string>()
  const form = useRef<HTMLFormElement>(null)
  const readOnly = () => {
    if (text.trim() !== '') onReport({ id: name, text, ...saidIn(form.current!) })
  }
  const submit = (event: Event) => {
    event.preventDefault()
    if (!onKeep) return readOnly()
    const given = text.trim() === '' ? { address } : { text, ...(name !== 'pasted' && { name }) }
    onKeep({ ...given, ...saidIn(form.current!) })
  }
  const take = async (file: File | undefined) => {
    if (!file) return
    // a desk takes pages, PDFs, e-mails and the rest as they are
    if (onKeep && !/\.(txt|text|md)$/i.test(file.name))
      return onKeep({ base64: await base64Of(file), name: file.name, ...saidIn(form.current!) })
    const found = await textOf(file)
    setOdd(found.odd)
    if (found.text === undefined) return
    setText(found.text)
    setName(file.name.replace(/\.[^.]+$/, '') || file.name)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer?.files[0])
  }
  const dragOver = (event: DragEvent) => {
    if (![...(event.dataTransfer?.types ?? [])].includes('Files')) return
    event.preventDefault()
    setOver(true)
  }
  return (
    <form
      ref={form}
      class={over ? 'drop over' : 'drop'}
      onSubmit={submit}
      onDrop={drop}
      onDragOver={dragOver}
      onDragLeave={() => setOver(false)}
    >
      <label>
        <span class="drop-label">
          {onKeep
            ? 'The report: paste it, or drop a file here (text, a page, PDF, Word, e-mail, a table)'
            : 'The report: paste it, or drop a text file here'}
        </span>
        <textarea rows={12} value={text} onInput={(event) => setText(event.currentTarget.value)} spellcheck={false} />
      </label>
      <div class="drop-known">
        {onKeep && (
          <label class="field">
            <span>or its address</span>
            <input
              type="url"
              value={address}
              placeholder="https://"
              onInput={(event) => setAddress(event.currentTarget.value)}
            />
          </label>
        )}
        <label class="field">
          <span>published</span>
          <input type="date" name="published" />
        </label>
        <label class="field">
          <span>outlet</span>
          <input name="outlet" maxLength={200} autocomplete="off" />
        </label>
        <label class="field">
          <span>title</span>
          <input name="title" maxLength={500} autocomplete="off" />
        </label>
      </div>
      <p class="hint">
        Without the day of publication, words such as “on Tuesday” are found and not resolved. A line “date 2025-03-14”
        at the beginning of the text says it too.
      </p>
      {odd && (
        <p class="failed" role="alert">
          {odd}
        </p>
      )}
      <p class="buttons">
        <button
          type="submit"
          class="primary"
          disabled={busy || (text.trim() === '' && !(onKeep && /^https?:\/\/./i.test(address)))}
        >
          {onKeep ? (busy ? 'Adding …' : 'Add to the desk') : 'Read'}
        </button>
        {onKeep && (
          <button type="button" disabled={busy || text.trim() === ''} onClick={readOnly}>
            Read
          </button>
        )}
        <label class="button file">
          Open a file
          <input
            type="file"
            class="hidden-text"
            accept={onKeep ? undefined : '.txt,.text,.md,text/plain'}
            onChange={(event) => void take(event.currentTarget.files?.[0])}
          />
        </label>
        <button type="button" class="quiet" onClick={() => setText(example)}>
          Use the example
        </button>
      </p>
    </form>
  )
}

/** What the form says of the report. */
function saidIn(form: HTMLFormElement): Pick<ReportInput, 'published' | 'outlet' | 'title'> {
  const fields = new FormData(form)
  const known = ['published', 'outlet', 'title'].map((name) => [name, String(fields.get(name) ?? '').trim()])
  return Object.fromEntries(known.filter(([, value]) => value !== ''))
}

/** A file's bytes as text that JSON can hold. */
function base64Of(file: File): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => failed(reader.error ?? new Error('the file could not be opened'))
    reader.readAsDataURL(file)
  })
}

/** A file's text, or what is odd about it: reading takes text in UTF-8. */
async function textOf(file: File): Promise<{ text?: string; odd?: string }> {
  if (file.size > 8_000_000)
    return { odd: `“${file.name}” is larger than 8 MB; read it with the command \`onrecord read\`.` }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
    if (text.includes('\0')) return { odd: `“${file.name}” is no text file.` }
    if (/^\s*<(!doctype|html)/i.test(text))
      return { odd: `“${file.name}” is a page of HTML: paste its text, or take it in with \`onrecord add\`.` }
    return { text }
  } catch {
    return { odd: `“${file.name}” is not text in UTF-8; save it as UTF-8 first.` }
  }
}
