/** Who decides: shown and changed below the cards. */
export function NameLine({ name, onName }: { name: string; onName: (name: string) => void }) {
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
