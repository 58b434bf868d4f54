import { isKey } from '../../src/rows/name-fields.ts'
import { listRows } from '../api.ts'
import { useAsked } from '../use-asked.ts'

/** The name that a key of the desk stands for; any other value as it is. @example useName('e12') // 'Ilse Marek' */
export function useName(value: string): string {
  const key = isKey(value)
  const { value: found } = useAsked(
    async (signal) => (key ? (await listRows('entities', { id: value, limit: 1 }, signal)).rows[0]?.name : undefined),
    [value],
  )
  return (key && found) || value
}

/** The same as an element. */
export function NameOf({ value }: { value: string }) {
  return <bdi>{useName(value)}</bdi>
}
