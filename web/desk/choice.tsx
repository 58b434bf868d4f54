interface ChoiceProps {
  label: string
  value: string
  options: readonly string[]
  /** what an option is called, where that is not itself */
  names?: Readonly<Record<string, string>>
  onValue(value: string): void
}

/** One of several, by name. */
export function Choice({ label, value, options, names, onValue }: ChoiceProps) {
  const id = `choice-${label.replaceAll(' ', '-')}`
  return (
    <span class="choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {names?.[option] ?? option}
          </option>
        ))}
      </select>
    </span>
  )
}
