import { onOneLine } from '../text/odd.ts'

interface NameLineProps {
  name: string
  /** the server tells who decides */
  fixed: boolean
  onName: (name: string) => void
}

/** Who decides: shown below the cards, and changed there unless the server tells it. */
export function NameLine({ name, fixed, onName }: NameLineProps) {
  if (fixed)
    return (
      <p class="name-line">
        deciding as <strong>{onOneLine(name)}</strong>
      </p>
    )
  return (
    <label class="name-line">
      deciding as{' '}
      <input
        value={name}
        maxLength={100}
        placeholder="your name"
        onChange={(event) => onName(event.currentTarget.value.trim())}
      />
    </label>
  )
}
