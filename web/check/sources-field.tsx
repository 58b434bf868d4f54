import { useState } from 'preact/hooks'

/** A source that was pasted or dropped. */
export interface SourceText {
  id: string
  text: string
}

interface SourcesProps {
  sources: readonly SourceText[]
  onSources: (sources: SourceText[]) => void
}

/** Where sources are pasted, dropped or opened, one after the other, and taken away again. */
export function SourcesField({ sources, onSources }: SourcesProps) {
  const [pasted, setPasted] = useState('')
  const [odd, setOdd] = useState<string>()
  const addFiles = async (files: FileList | null | undefined) => {
    const taken: SourceText[] = []
    for (const file of files ?? []) {
      const text = await file.text()
      if (/^\s*<(!doctype|html)/i.test(text) || text.includes('\0'))
        setOdd(`“${file.name}” is no plain text; paste its text instead.`)
      else taken.push({ id: freeId(file.name.replace(/\.[^.]+$/, ''), [...sources, ...taken]), text })
    }
    onSources([...sources, ...taken])
  }
  const addPasted = () => {
    if (pasted.trim() === '') return
    onSources([...sources, { id: freeId('source', sources), text: pasted }])
    setPasted('')
  }
  const drop = (event: DragEvent) => {
    if (!event.dataTransfer?.files.length) return
    event.preventDefault()
    void addFiles(event.dataTransfer.files)
  }
  return (
    <fieldset class="check-sources" onDrop={drop}>
      <legend>The sources</legend>
      {sources.length > 0 && (
        <ul class="check-list">
          {sources.map(({ id, text }) => (
            <li key={id}>
              {id} <span class="muted">{text.split(/\s+/).length} words</span>{' '}
              <button
                type="button"
                class="quiet"
                aria-label={`Take ${id} away`}
                onClick={() => onSources(sources.filter((one) => one.id !== id))}
              >
                remove
              </button>
            </li>
          ))}
        </ul>
      )}
      <label class="check-field">
        <span class="drop-label">Paste a source, or drop text files here</span>
        <textarea
          rows={5}
          name="source"
          value={pasted}
          spellcheck={false}
          onInput={(event) => setPasted(event.currentTarget.value)}
        />
      </label>
      {odd && (
        <p class="failed" role="alert">
          {odd}
        </p>
      )}
      <p class="buttons">
        <button type="button" disabled={pasted.trim() === ''} onClick={addPasted}>
          Add this source
        </button>
        <label class="button file">
          Open files
          <input
            type="file"
            multiple
            class="hidden-text"
            accept=".txt,.text,.md,text/plain"
            onChange={(event) => void addFiles(event.currentTarget.files)}
          />
        </label>
      </p>
    </fieldset>
  )
}

/** A name that no other source has. */
function freeId(name: string, sources: readonly SourceText[]): string {
  let id = name
  for (let n = 2; sources.some((source) => source.id === id); n++) id = `${name} ${n}`
  return id
}
