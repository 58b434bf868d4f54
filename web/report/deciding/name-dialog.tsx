import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** Asks once who decides. */
export function NameDialog({ onName }: { onName: (name: string | undefined) => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [name, setName] = useState('')
  // before anything is drawn: what is typed at once is not lost
  useLayoutEffect(() => dialog.current?.showModal(), [])
  const keepName = (event: Event) => {
    event.preventDefault()
    if (name.trim() !== '') onName(name.trim())
  }
  return (
    <dialog ref={dialog} class="name-dialog" aria-labelledby="name-title" onCancel={() => onName(undefined)}>
      <form onSubmit={keepName}>
        <h2 id="name-title">Who decides?</h2>
        <p>Your name is kept with each decision, so that others see who decided. This browser remembers it.</p>
        <label class="field">
          <span>name</span>
          <input
            value={name}
            maxLength={100}
            autocomplete="name"
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <p class="buttons">
          <button type="submit" class="primary" disabled={name.trim() === ''}>
            Decide
          </button>
          <button type="button" onClick={() => onName(undefined)}>
            Not now
          </button>
        </p>
      </form>
    </dialog>
  )
}
