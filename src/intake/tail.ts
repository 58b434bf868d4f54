/**
 * What pages put behind an article's last paragraph, or between two, that tells nothing: notices of a paywall, requests to sign up,
 * pointers to other stories. Whole paragraphs that begin in set ways; what a report says of such things does not begin so.
 */

/** Longest such paragraph, in characters. */
const LONGEST = 500
/** Most stories that are pointed at behind an article, and the longest title of one, in characters. */
const MOST = 12
const LONGEST_TITLE = 140

/** Says that there is more to read for whoever pays or signs in. */
const WALLS = [
  /^already (?:a |an |have |registered|subscribed)[^.?!]{0,40}[?.]/i,
  /^(?:continue|keep) reading\b[^.]{0,80}[.…]*$/i,
  /^(?:please )?(?:subscribe|log ?in|sign in|register|upgrade)\b[^.?!]{0,90}\b(?:read|reading|access|article|articles|story|content|unlimited)\b/i,
  /^subscribe (?:now|today|here|for (?:just |only )?[\d$£€])/i,
  /^this (?:article|story|content|page) is (?:only |exclusively )?(?:available (?:only )?(?:to|for)|for|reserved for|exclusive to) (?:our |paid |registered )?(?:subscribers|members|registered)/i,
  /^to (?:continue|keep|read|unlock|view|access|get)\b[^.?!]{0,80}\b(?:subscribe|sign (?:in|up)|log ?in|register|a subscription|free trial|become a)\b/i,
  /^you(?:['’]ve| have) (?:reached|read|used|hit|run out of)\b[^.?!]{0,60}\b(?:articles?|stories|limit)\b/i,
]

/** Asks for something: to sign up, follow, share, comment. */
const REQUESTS = [
  /^advertisement$/i,
  /^(?:post comment|(?:view |leave a |add a )?comments?)(?: ?\([+\d]*\))?$/i,
  /^(?:click|tap) here to\b/i,
  /^(?:follow|find|like|join) (?:us|the [\p{L} ]{2,40}|@\S+) on (?:facebook|x|twitter|instagram|whatsapp|telegram|youtube|linkedin|threads|bluesky|mastodon)\b/iu,
  /^(?:sign up|subscribe)\b[^.?!]{0,60}\b(?:newsletters?|e-?mails?|alerts?|briefings?|inbox|updates|podcast|channel)\b/i,
  /^(?:get|receive) (?:the )?(?:latest|top|breaking|daily|our)\b[^.?!]{0,80}\b(?:inbox|newsletters?|alerts?|e-?mails?|app)\b/i,
  /^support (?:independent|our|local|quality)\b[^.?!]{0,40}\b(?:journalism|journalists|newsroom|reporting)\b/i,
  /^share (?:this|on|via)\b[^.?!]{0,60}$/i,
]

/** Points at another story on the same line: 'Related: Ferry to run again'. */
const POINTER =
  /^(?:also read|don['’]t miss|further reading|more on this|read (?:also|more|next|this)|recommended(?: reading)?|related(?: (?:articles?|coverage|news|reading|stories|story))?|see also|watch(?: (?:also|more|now))?)\s*(?::|\||[–—»>]|- )\s*\S/i
/** Stands above a list of them. */
const HEADING =
  /^(?:also read|editor['’]s picks?|further reading|latest (?:news|stories)|more (?:from|on|about|in)\b.{1,60}|more (?:stories|news|coverage)|most (?:popular|read|viewed)|read (?:also|more|next)|recommended(?: (?:for you|reading|stories))?|related(?: (?:articles?|content|coverage|links?|news|reading|stories|story|topics))?|see also|top stories|trending(?: now)?|you (?:may|might) (?:also )?(?:like|be interested in)|what to read next)\s*:?$/i

/** A text without what tells nothing, and whether a notice among it said that there is more for whoever pays. */
export function withoutTail(text: string): { text: string; isWalled: boolean } {
  const [first, ...rest] = text.split('\n\n')
  let kept = rest.filter((words) => !isPointer(words) && !/^advertisement$/i.test(words))
  let isWalled = false
  for (let length = -1; length !== kept.length; ) {
    length = kept.length
    while (kept.length > 0) {
      const last = kept[kept.length - 1]
      const isWall = isAmong(WALLS, last)
      if (!isWall && !isAmong(REQUESTS, last)) break
      isWalled ||= isWall
      kept.pop()
    }
    kept = withoutList(kept)
  }
  return { text: [first, ...kept].join('\n\n'), isWalled }
}

/** Paragraphs without a last list of other stories, where a heading says that it is one. */
function withoutList(paragraphs: string[]): string[] {
  for (let n = paragraphs.length - 1; n >= 0 && paragraphs.length - n <= MOST + 1; n--) {
    if (HEADING.test(paragraphs[n])) return paragraphs.slice(0, n)
    if (!isTitle(paragraphs[n])) return paragraphs
  }
  return paragraphs
}

const isTitle = (words: string) => words.length <= LONGEST_TITLE && !/[.;:,]["”’]?$/.test(words)

const isPointer = (words: string) => POINTER.test(words) && isTitle(words)

const isAmong = (patterns: readonly RegExp[], words: string) =>
  words.length <= LONGEST && !/^["“]/.test(words) && patterns.some((pattern) => pattern.test(words))
