// Who said what, read in the page and in a worker; what was found is told on the body, for whoever looks.
import { openReader, speakerOf, words } from 'onrecord'
import { extract } from 'onrecord/extract'

const text = 'Venn said on Tuesday that the port would open.'
const say = (name, told) => {
  document.body.dataset[name] = told
}
const here = openReader().then((reader) => {
  const record = reader.read({ id: '1', text })
  return `${speakerOf(record, record.statements[0])}: ${words(record, record.statements[0].content)}`
})
here.then(
  (told) => say('here', told),
  (error) => say('here', error.message),
)
const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' })
worker.onmessage = ({ data }) => say('worker', data)
worker.onerror = ({ message }) => say('worker', message)
worker.postMessage({ id: '1', text })
say('extract', extract('<article><p>The port will open.</p></article>').report.text)
