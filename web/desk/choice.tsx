interface ChoiceProps {
  label: string
  value: string
  options: readonly string[]
  onValue(value: string): void
}

/** One of several, by name. */
export function Choice({ label, value, options, onValue }: ChoiceProps) {
  return (
    <label>
      {label}{' '}
      <select value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </select>
    </label>
  )
}
