import { parse } from 'tldts'
import { agencyNames, notOutlets } from './meta-names.ts'

/** The registered name of an address's host, such as 'almethpost.example'; of a shared host, with the part that is the writer's own. */
export function registeredHost(url: string | undefined): string | undefined {
  if (!url || !/^https?:/i.test(url)) return undefined
  const { domain, isIp } = parse(url, { allowPrivateDomains: true })
  return isIp || domain === null ? undefined : domain
}

/**
 * Which of several names is the outlet's: the first that its host's name goes with ('nytimes' with 'The New York Times'), else the first that is
 * neither an agency's nor a word such as 'Home'; where there is none, the host's registered name.
 *
 * @example outletOf(['Associated Press', 'Almeth Post'], 'https://www.almethpost.example/1') // 'Almeth Post'
 */
export function outletOf(names: readonly (string | undefined)[], url: string | undefined): string | undefined {
  const host = registeredHost(url)
  const label = compact(host?.split('.')[0] ?? '')
  const told = names.flatMap((name) => told1(name) ?? [])
  const fitting =
    label === '' ? undefined : told.find((name) => fitsHost(compact(name), label) && !isBareHost(name, label))
  return fitting ?? told.find((name) => !isOdd(name) && !isBareHost(name, label)) ?? host
}

/** A name as it may be printed: no address, no handle. */
function told1(name: string | undefined): string | undefined {
  const plain = name?.trim()
  if (!plain || plain.startsWith('@') || plain.length > 80) return undefined
  return /^https?:|^www\.|\/\//.test(plain) ? undefined : plain
}

/** 'nj' of nj.com: no name that a reader would know. */
const isBareHost = (name: string, label: string) => name === label && name === name.toLowerCase() && label.length < 20

const isOdd = (name: string) => notOutlets.has(name.toLowerCase()) || agencyNames.has(name.toLowerCase())

/** Whether a name and a host's go together: one holds the other, or the host's letters stand in the name in their order, its first word's first letter first. */
export function fitsHost(name: string, label: string): boolean {
  if (name.length < 2) return false
  if (label.includes(name) ? name.length >= 3 : name.includes(label)) return true
  const bare = name.replace(/^the/, '')
  if (bare[0] !== label[0] && name[0] !== label[0]) return false
  let at = 0
  for (const letter of name[0] === label[0] ? name : bare) if (letter === label[at]) at++
  return at === label.length && label.length >= 3
}

/** Letters and digits alone, small. */
export function compact(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
