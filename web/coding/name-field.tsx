import { NameLine } from '../report/cards/name-line.tsx'

interface NameFieldProps {
  name: string
  fixed: boolean
  onName: (name: string) => void
}

/** Who decides, and a word on where nobody has said so yet. */
export function NameField({ name, fixed, onName }: NameFieldProps) {
  return (
    <div class="coding-name">
      <NameLine name={name} fixed={fixed} onName={onName} />
      {name === '' && <p class="remark">Say who you are: rows are given to somebody, and decisions are somebody’s.</p>}
    </div>
  )
}
