import { narrowedBy } from '../../src/rows/filter-fields.ts'
import type { List } from '../../src/rows/lists.ts'
import { navigate } from '../router.ts'
import { boundFields, fieldNames } from './fields.ts'
import { addressOf, withBounds, withValue } from './filter.ts'

interface NarrowProps {
  path: string
  list: List
  query: URLSearchParams
}

/** Every filter that a list takes: dates and bounds as fields, all others by name and value, to be taken or left out. */
export function Narrow({ path, list, query }: NarrowProps) {
  const isDated = list === 'statements' || list === 'events'
  const bounds = list === 'entities' ? [] : boundFields.filter(({ dated }) => isDated || !dated)
  const go = (next: URLSearchParams) => navigate(addressOf(path, next))
  return (
    <details class="narrow" open={bounds.some(({ field }) => query.has(field))}>
      <summary>Dates and other filters</summary>
      {bounds.length > 0 && <Bounds key={query.toString()} {...{ bounds, query, go }} />}
      <OneMore {...{ list, query, go }} />
    </details>
  )
}

interface FormProps {
  query: URLSearchParams
  go: (next: URLSearchParams) => void
}

function Bounds({ bounds, query, go }: FormProps & { bounds: readonly (typeof boundFields)[number][] }) {
  return (
    <form
      class="narrow-form"
      onSubmit={(event) => {
        event.preventDefault()
        const data = new FormData(event.currentTarget)
        go(
          withBounds(
            query,
            new Map([...bounds.map(({ field }) => field), 'copies'].map((field) => [field, textOf(data, field)])),
          ),
        )
      }}
    >
      {bounds.map(({ field, type }) => (
        <BoundInput key={field} field={field} type={type} value={query.get(field) ?? ''} />
      ))}
      <label>
        <input type="checkbox" name="copies" value="true" defaultChecked={query.get('copies') === 'true'} />{' '}
        {fieldNames['copies']}
      </label>
      <button type="submit">Apply</button>
    </form>
  )
}

function BoundInput({ field, type, value }: { field: string; type: 'date' | 'number'; value: string }) {
  // a moment with its hour is a date to the desk, but not to a browser's field
  const isText = type === 'date' && value !== '' && !/^\d{4}-\d\d-\d\d$/.test(value)
  const id = `narrow-${field}`
  return (
    <span class="narrow-field">
      <label htmlFor={id}>{fieldNames[field]}</label>
      {type === 'number' ? (
        <input id={id} name={field} type="number" min="0" max="1" step="0.01" defaultValue={value} />
      ) : isText ? (
        <input id={id} name={field} type="text" defaultValue={value} />
      ) : (
        <input id={id} name={field} type="date" defaultValue={value} />
      )}
    </span>
  )
}

function OneMore({ list, query, go }: FormProps & { list: List }) {
  const add = (form: HTMLFormElement, how: 1 | -1) => {
    const data = new FormData(form)
    const value = textOf(data, 'value').trim()
    if (value !== '') go(withValue(query, textOf(data, 'field'), value, how))
    form.reset()
  }
  return (
    <form
      class="narrow-form"
      onSubmit={(event) => {
        event.preventDefault()
        const { submitter } = event as SubmitEvent
        add(event.currentTarget, (submitter as HTMLButtonElement | null)?.value === 'not' ? -1 : 1)
      }}
    >
      <label>
        where{' '}
        <select name="field">
          {narrowedBy[list].map((field) => (
            <option key={field} value={field}>
              {fieldNames[field]}
            </option>
          ))}
        </select>
      </label>
      <label>
        is <input name="value" type="text" autocomplete="off" />
      </label>
      <button type="submit" value="is">
        Narrow to it
      </button>
      <button type="submit" value="not">
        Leave it out
      </button>
    </form>
  )
}

function textOf(data: FormData, name: string): string {
  const value = data.get(name)
  return typeof value === 'string' ? value : ''
}
