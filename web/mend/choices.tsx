import { useId, useState } from 'preact/hooks'
import { onOneLine } from '../report/text/odd.ts'

export type Option = readonly [value: string, words: string]

interface ChoiceProps {
  label: string
  value: string
  options: readonly Option[]
  onValue: (value: string) => void
}

/** One of a list. A value that the list does not have, of a codebook of one's own, stands in it too. */
export function ChoiceField({ label, value, options, onValue }: ChoiceProps) {
  const id = useId()
  const known = options.some(([option]) => option === value)
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        {!known && <option value={value}>{value === '' ? 'choose …' : value}</option>}
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}

interface TypedProps {
  label: string
  value: string
  /** what can be picked instead of typed; a value with what is said beside it */
  known: readonly Option[]
  hint?: string
  /** takes what was typed or picked; gives what is wrong with it, if anything is */
  onValue: (typed: string) => string | undefined
}

/** A field to type in, with what is known offered while one types. */
export function Typed({ label, value, known, hint, onValue }: TypedProps) {
  const id = useId()
  const [wrong, setWrong] = useState<string>()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <span class="typed">
        <input
          id={id}
          key={value}
          list={`${id}-known`}
          defaultValue={value}
          placeholder={hint}
          autocomplete="off"
          aria-invalid={wrong !== undefined}
          aria-describedby={wrong === undefined ? undefined : `${id}-wrong`}
          onChange={(event) => setWrong(onValue(event.currentTarget.value.trim()))}
        />
        <datalist id={`${id}-known`}>
          {known.map(([option, words]) => (
            <option key={option} value={option}>
              {words}
            </option>
          ))}
        </datalist>
        {wrong !== undefined && (
          <span class="field-wrong" id={`${id}-wrong`} role="alert">
            {onOneLine(wrong)}
          </span>
        )}
      </span>
    </div>
  )
}
