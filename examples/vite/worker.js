// Reads in a thread of its own, with the gazetteer.
import { openReader } from 'onrecord'

const reader = openReader({ gazetteer: true })
addEventListener('message', async ({ data }) => {
  const opened = await reader.catch(({ message }) => ({ message }))
  postMessage(
    opened.message ?? `${opened.read(data).statements.length} ${Object.keys(opened.models).includes('places')}`,
  )
})
