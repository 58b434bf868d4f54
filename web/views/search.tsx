import { useState } from 'preact/hooks'
import { type List, lists } from '../../src/rows/lists.ts'
import { nameFields } from '../../src/rows/name-fields.ts'
import { apiAddress, countRows, listRows } from '../api.ts'
import { takenBy } from '../desk/carry.ts'
import { Chips } from '../desk/chips.tsx'
import { Facets } from '../desk/facets.tsx'
import { listNames, rowNames } from '../desk/fields.ts'
import { addressOf, asked, askedFilter, listOf, withOne, withValue } from '../desk/filter.ts'
import { FoundSpeakers } from '../desk/found-speakers.tsx'
import { FrontDoor } from '../desk/front-door.tsx'
import { Narrow } from '../desk/narrow.tsx'
import { NothingFound } from '../desk/nothing-found.tsx'
import { RowsList } from '../desk/rows-list.tsx'
import { saidBy } from '../desk/said-by.ts'
import { WhichOne } from '../desk/which-one.tsx'
import { WrongHidden } from '../desk/wrong-hidden.tsx'
import { navigate } from '../router.ts'
import type { ViewProps } from '../routes.ts'
import { useAsked } from '../use-asked.ts'
import { counted } from '../words/counted.ts'

const sorts: Readonly<Record<List, readonly string[]>> = {
  statements: ['published', 'when', 'confidence', 'speaker', 'outlet', 'added'],
  events: ['published', 'when', 'confidence', 'type', 'outlet', 'added'],
  reports: ['published', 'outlet', 'name', 'added'],
  entities: ['count', 'name', 'added'],
}

/** The desk: a search with counts beside it, and a list without an end. The address holds all of it. */
export default function SearchView({ address: { query } }: ViewProps) {
  const list = listOf(query)
  const go = (name: string, wanted: string) => navigate(addressOf('/', withOne(query, name, wanted)))
  const params = asked(query)
  const filter = askedFilter(query)
  const words = query.get('words') ?? ''
  const { value, error } = useAsked((signal) => count(list, filter, signal), [list, filter.toString()])
  return (
    <div class="desk">
      <h1 class="hidden-text">Search</h1>
      {query.toString() === '' && <FrontDoor />}
      <div class="search-head">
        <SearchBox key={words} words={words} onWords={(words) => go('words', words)} />
        <nav class="list-switch" aria-label="Lists">
          {lists.map((name) => (
            <a key={name} href={addressOf('/', listed(query, name))} aria-current={name === list ? 'page' : undefined}>
              {listNames[name]}
            </a>
          ))}
        </nav>
      </div>
      {words !== '' && list !== 'entities' && <FoundSpeakers words={words} />}
      <Chips path="/" query={query} />
      <Shared list={list} query={query} />
      <Narrow path="/" list={list} query={query} />
      <div class="says">
        <p aria-live="polite">{saidBy(value && { says: countInWords(list, value) }, error)}</p>
        <WrongHidden list={list} query={query} />
        <label>
          sorted by{' '}
          <select value={query.get('sort') ?? ''} onChange={(event) => go('sort', event.currentTarget.value)}>
            <option value="">{list === 'entities' ? 'most mentioned' : 'as added'}</option>
            {sorts[list].map((sort) => (
              <option key={sort} value={sort}>
                {sort}
              </option>
            ))}
          </select>
        </label>
        <label>
          <input
            type="checkbox"
            checked={query.get('descending') === 'true'}
            onChange={(event) => go('descending', event.currentTarget.checked ? 'true' : '')}
          />{' '}
          reverse
        </label>
        <a href={apiAddress(`/api/${list}.csv`, params)} download>
          CSV
        </a>
        <a href={apiAddress(`/api/${list}.jsonl`, params)} download>
          JSON Lines
        </a>
      </div>
      <div class="desk-columns">
        <aside aria-label="Counts">
          <Facets list={list} query={query} />
        </aside>
        <section aria-label={listNames[list]}>
          <RowsList list={list} params={params} empty={<NothingFound list={list} query={query} />} />
        </section>
      </div>
    </div>
  )
}

const count = countRows as (
  list: List,
  params: URLSearchParams,
  signal: AbortSignal,
) => Promise<{ count: number; says: string }>

/** What the server says of a list, which begins with the list's name. @example countInWords('statements', { count: 1, says: 'statements by Dario Venn' }) // '1 statement by Dario Venn' */
function countInWords(list: List, { count, says }: { count: number; says: string }): string {
  return says.startsWith(list)
    ? counted(count, rowNames[list], list) + says.slice(list.length)
    : `${count.toLocaleString('en')} ${says}`
}

/** Asks which one is meant where the address narrows by a name that several share; until then rows of all of them are listed. */
function Shared({ list, query }: { list: List; query: URLSearchParams }) {
  const { value } = useAsked(
    async (signal) =>
      nameFields.some((field) => query.has(field))
        ? (await listRows(list, new URLSearchParams([...askedFilter(query), ['limit', '1']]), signal)).namesakes
        : undefined,
    [list, query.toString()],
  )
  const [shared] = value ?? []
  if (!shared) return null
  const { field, name, bearers } = shared
  const to = (key: string) => addressOf('/', withValue(withValue(query, field, name, 0), field, key, 1))
  return <WhichOne name={name} bearers={bearers} to={to} />
}

/** Another list under the parts of the filter that both lists have. */
function listed(query: URLSearchParams, list: List): URLSearchParams {
  const next = new URLSearchParams(list === 'statements' ? {} : { list })
  const taken = takenBy(list)
  for (const [name, value] of query) if (taken.has(name.replace(/^not\./, ''))) next.append(name, value)
  return next
}

function SearchBox({ words, onWords }: { words: string; onWords: (words: string) => void }) {
  const [typed, setTyped] = useState(words)
  return (
    <search>
      <form
        class="search"
        onSubmit={(event) => {
          event.preventDefault()
          onWords(typed.trim())
        }}
      >
        <input
          type="search"
          aria-label="Words to find"
          placeholder={'a name, words, "a phrase", -left out, begin*'}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit">Find</button>
      </form>
    </search>
  )
}
