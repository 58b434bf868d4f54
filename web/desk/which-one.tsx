import type { Bearer } from '../../src/rows/rows.ts'
import { reportAddress } from '../router.ts'
import { counted } from '../words/counted.ts'

/** Asks which of those who share a name is meant: each with what tells it from the others, and a report. */
export function WhichOne({ name, bearers, to }: { name: string; bearers: readonly Bearer[]; to(key: string): string }) {
  return (
    <section class="remark which-one" aria-label={`Who is called ${name}`}>
      <p>
        {bearers.length} are called <bdi>{name}</bdi>, as far as the reports tell. Which one?
      </p>
      <ul>
        {bearers.map((bearer) => (
          <li key={bearer.key}>
            <a href={to(bearer.key)}>
              <bdi>{bearer.name}</bdi> <span>{wordsOf(bearer)}</span>
            </a>{' '}
            {counted(bearer.statements, 'statement')}, {counted(bearer.acts + bearer.receives, 'event')} in{' '}
            {counted(bearer.reports, 'report')}
            {bearer.report !== undefined && (
              <>
                {', '}
                <a href={reportAddress(bearer.report)}>such as this</a>
              </>
            )}
            {bearer.beside.length > 0 && <span class="muted"> beside {bearer.beside.join(', ')}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Kind, codes and title of one of them. */
const wordsOf = ({ kind, countries, sectors, titles }: Bearer): string =>
  [kind, countries.join('/'), sectors.join(' '), titles[0] ?? ''].filter((part) => part !== '').join(', ')
