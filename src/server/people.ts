import { Failure } from '../record/failure.ts'
import { isToken } from './security.ts'

/** Somebody who decides under a name of their own. */
export interface Person {
  name: string
  token: string
}

/** Longest name, as decisions have it. */
const LONGEST = 200

/**
 * The people of a file: on each line a name and, behind blanks or a tab, that person's token. Lines that begin with '#' are remarks.
 *
 * @param file its name, for errors
 * @throws Failure `bad-argument` with the line's number, where it has no name or no token, or one that an earlier line has
 * @example peopleOf('Ilse Marek\tk3v9\n', 'people.tsv') // [{ name: 'Ilse Marek', token: 'k3v9' }]
 */
export function peopleOf(text: string, file: string): Person[] {
  const people: Person[] = []
  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .forEach((line, at) => {
      if (line.trim() === '' || line.startsWith('#')) return
      const [, name, token] = /^\s*(\S.*?)\s+(\S+)\s*$/.exec(line) ?? []
      const fault = faultOf(name, token, people)
      if (fault) throw new Failure('bad-argument', `${file}:${at + 1}: ${fault}`)
      people.push({ name, token })
    })
  if (people.length === 0)
    throw new Failure(
      'bad-argument',
      `${file} names nobody; write a name and a token on a line, such as Ilse Marek k3v9`,
    )
  return people
}

function faultOf(name: string | undefined, token: string, people: readonly Person[]): string | undefined {
  if (name === undefined) return 'a line has a name and behind it a token, with blanks or a tab between'
  if (!isToken(token)) return 'a token is one word of printable ASCII characters, such as openssl rand -base64 24 gives'
  if (name.length > LONGEST) return `a name has ${LONGEST} characters at most`
  if (people.some((one) => one.name === name)) return `${name} has a token already; leave one out`
  const other = people.find((one) => one.token === token)
  return other && `${name} has the token of ${other.name}; give each a token of their own`
}
