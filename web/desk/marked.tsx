import { markWords } from './mark-words.ts'

/** A text with the words in it that were looked for. */
export function Marked({ text, words }: { text: string; words: string | undefined }) {
  if (!words) return <bdi>{text}</bdi>
  return (
    <bdi>
      {markWords(text, words).map(({ text, found }, index) =>
        found ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
      )}
    </bdi>
  )
}
