import type { ComponentChildren } from 'preact'

/** A button that saves a value as a JSON file, without a server. */
export function Download({ name, value, children }: { name: string; value: unknown; children: ComponentChildren }) {
  const save = () => {
    const url = URL.createObjectURL(new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' }))
    const link = document.createElement('a')
    link.href = url
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(url), 10_000)
  }
  return (
    <button type="button" onClick={save}>
      {children}
    </button>
  )
}
