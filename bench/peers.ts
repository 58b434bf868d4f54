import compromise from 'compromise'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'

/** Another library at work on the same texts, as its own manual sets it up. */
export interface Peer {
  name: string
  /** what of a text it gives */
  gives: string
  read(text: string): unknown
}

/** wink-nlp with all that its small English model has; compromise with its standard build. Neither gives trees. */
export function openPeers(): Peer[] {
  const wink = winkNLP(model)
  return [
    {
      name: 'wink-nlp',
      gives: 'sentences, words, tags, lemmas, some entities',
      read: (text) => wink.readDoc(text).tokens().length(),
    },
    {
      name: 'compromise',
      gives: 'sentences, words, tags, some names',
      read: (text) => compromise(text).length,
    },
  ]
}
