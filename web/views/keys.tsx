import { deskKeys, keys, mendKeys } from '../keys.ts'

/** The page of keys. */
export default function KeysView() {
  return (
    <article class="prose">
      <h1>The keys</h1>
      <p>Keys do nothing while you type in a field.</p>
      <KeyTable caption="Everywhere" rows={keys.filter(({ where }) => where === 'everywhere')} />
      <KeyTable caption="On a report" rows={keys.filter(({ where }) => where === 'report')} />
      <KeyTable caption="In lists and pictures" rows={deskKeys} />
      <KeyTable caption="While mending" rows={mendKeys} />
      <p>
        A decision is kept with your name and the moment. It goes to the server at once; while the server is away it
        waits in this browser, and the page says so. Nothing that was decided is ever overwritten: the latest decision
        counts, and the ones before it stay.
      </p>
    </article>
  )
}

function KeyTable({ caption, rows }: { caption: string; rows: readonly { key: string; does: string }[] }) {
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Key</th>
          <th scope="col">What it does</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, does }) => (
          <tr key={key}>
            <td>
              <kbd>{key}</kbd>
            </td>
            <td>{does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
