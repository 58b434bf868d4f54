import type { StorySort } from '../../src/desk/stories.ts'
import { apiAddress, listStories } from '../api.ts'
import { Choice } from '../desk/choice.tsx'
import { addressOf, withBounds, withOne } from '../desk/filter.ts'
import { saidBy } from '../desk/said-by.ts'
import { navigate } from '../router.ts'
import type { ViewProps } from '../routes.ts'
import { StoryLine } from '../stories/story-line.tsx'
import { useAsked } from '../use-asked.ts'
import { counted } from '../words/counted.ts'

const PAGE = 20
const fields = ['words', 'outlet', 'since', 'until', 'least'] as const
const labels = { words: 'words', outlet: 'outlet', since: 'from', until: 'to', least: 'reports at least' } as const
const types = { words: 'search', outlet: 'text', since: 'date', until: 'date', least: 'number' } as const
const sorts: Readonly<Record<StorySort, string>> = {
  latest: 'the latest first',
  size: 'the largest first',
  first: 'the earliest first',
}

/** Stories of the desk: reports of the same happenings. The address holds what is looked for. */
export default function StoriesView({ address: { query } }: ViewProps) {
  const skip = Math.max(0, Number.parseInt(query.get('skip') ?? '0', 10) || 0)
  const asked = new URLSearchParams([...query].filter(([name, value]) => name !== 'skip' && value !== ''))
  const page = withOne(asked, 'limit', String(PAGE))
  if (skip > 0) page.set('skip', String(skip))
  const { value, error } = useAsked((signal) => listStories(page, signal), [page.toString()])
  const to = (from: number) => addressOf('/stories', withOne(asked, 'skip', from > 0 ? String(from) : ''))
  return (
    <div class="desk stories">
      <h1>Stories</h1>
      <p class="lead">
        Reports of several outlets about the same happenings, laid side by side: what each says, on whose word, and
        where they differ.
      </p>
      <search>
        <form
          class="stories-form"
          key={asked.toString()}
          onSubmit={(event) => {
            event.preventDefault()
            const typed = new FormData(event.currentTarget)
            navigate(
              addressOf(
                '/stories',
                withBounds(asked, new Map(fields.map((field) => [field, String(typed.get(field) ?? '')]))),
              ),
            )
          }}
        >
          {fields.map((field) => (
            <label key={field}>
              {labels[field]}
              <input
                name={field}
                type={types[field] as 'text'}
                min={field === 'least' ? 2 : undefined}
                defaultValue={query.get(field) ?? ''}
              />
            </label>
          ))}
          <button type="submit">Find</button>
        </form>
      </search>
      <div class="says">
        <p aria-live="polite">{saidBy(value && { says: counted(value.count, 'story', 'stories') }, error)}</p>
        <Choice
          label="sorted"
          value={Object.keys(sorts).find((sort) => sort === query.get('sort')) ?? 'latest'}
          options={Object.keys(sorts)}
          names={sorts}
          onValue={(wanted) => navigate(addressOf('/stories', withOne(asked, 'sort', wanted)))}
        />
        <a href={apiAddress('/api/stories.csv', asked)} download>
          CSV
        </a>
        <a href={apiAddress('/api/stories', asked)} download="stories.json">
          JSON
        </a>
      </div>
      <ol class="story-lines">
        {value?.rows.map((row) => (
          <StoryLine key={row.id} row={row} />
        ))}
      </ol>
      {value && value.count === 0 && (
        <p class="remark">No story is found. A story needs two reports of the same happenings.</p>
      )}
      {value && (skip > 0 || skip + PAGE < value.count) && (
        <nav class="pages" aria-label="Pages">
          {skip > 0 && <a href={to(Math.max(0, skip - PAGE))}>before</a>}
          <span class="muted">
            {skip + 1} to {Math.min(value.count, skip + PAGE)} of {value.count.toLocaleString('en')}
          </span>
          {skip + PAGE < value.count && <a href={to(skip + PAGE)}>next</a>}
        </nav>
      )}
    </div>
  )
}
