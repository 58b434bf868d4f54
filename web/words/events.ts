import type { Status } from '../../src/record/types.ts'

/** PLOVER's types in words, after codebook/event/types.tsv. */
export const typeWords: Readonly<Record<string, string>> = {
  ACCUSE: 'accusation',
  AGREE: 'agreement',
  AID: 'aid',
  ASSAULT: 'use of force',
  COERCE: 'coercion',
  CONCEDE: 'concession',
  CONSULT: 'talks',
  COOPERATE: 'cooperation',
  MOBILIZE: 'mobilization',
  PROTEST: 'protest',
  REJECT: 'rejection',
  REQUEST: 'request',
  RETREAT: 'retreat',
  SANCTION: 'breaking off',
  SUPPORT: 'support',
  THREATEN: 'threat',
}

/** Its modes in words, after codebook/event/modes.tsv. A mode that two types share reads the same under both. */
export const modeWords: Readonly<Record<string, string>> = {
  abduct: 'abduction',
  access: 'letting people or goods in',
  aerial: 'from the air',
  allege: 'allegation',
  arrest: 'arrest',
  assassinate: 'assassination',
  ban: 'ban',
  beat: 'beating or stabbing',
  blockade: 'blockade',
  boycott: 'boycott',
  ceasefire: 'ceasefire',
  censor: 'censorship',
  cleansing: 'mass killing or expulsion',
  convict: 'conviction',
  'crowd-control': 'against a crowd',
  curfew: 'curfew',
  cyber: 'by computer',
  demo: 'demonstration',
  deport: 'deportation',
  disapprove: 'criticism',
  disarm: 'disarming',
  discontinue: 'stopping aid, talks or trade',
  economic: 'economic',
  execute: 'execution',
  expel: 'expulsion',
  explosives: 'explosives',
  firearms: 'firearms',
  'heavy-weapons': 'heavy weapons',
  hunger: 'hunger strike',
  intelligence: 'intelligence',
  investigate: 'inquiry',
  'martial-law': 'martial law',
  meeting: 'meeting',
  military: 'military',
  multilateral: 'summit',
  obstruct: 'blocking or occupying',
  phone: 'at a distance',
  police: 'police',
  release: 'release',
  resign: 'leaving office',
  restrict: 'restriction',
  return: 'giving back',
  riot: 'riot',
  seize: 'seizure',
  sexual: 'sexual violence',
  strike: 'strike',
  'suicide-attack': 'suicide attack',
  'third-party': 'mediation',
  torture: 'torture',
  troops: 'troops',
  visit: 'visit',
  weapons: 'weapons',
  withdraw: 'withdrawal',
}

/** The modes of each type, after codebook/event/modes.tsv. */
export const modesOf: Readonly<Record<string, readonly string[]>> = {
  ACCUSE: ['allege', 'disapprove', 'investigate'],
  ASSAULT: [
    'abduct',
    'aerial',
    'assassinate',
    'beat',
    'blockade',
    'cleansing',
    'crowd-control',
    'execute',
    'explosives',
    'firearms',
    'heavy-weapons',
    'sexual',
    'suicide-attack',
    'torture',
  ],
  COERCE: ['arrest', 'ban', 'censor', 'curfew', 'cyber', 'deport', 'martial-law', 'restrict', 'seize'],
  CONSULT: ['meeting', 'multilateral', 'phone', 'third-party', 'visit'],
  COOPERATE: ['economic', 'intelligence', 'military'],
  MOBILIZE: ['police', 'troops', 'weapons'],
  PROTEST: ['boycott', 'demo', 'hunger', 'obstruct', 'riot', 'strike'],
  RETREAT: ['access', 'ceasefire', 'disarm', 'release', 'resign', 'return', 'withdraw'],
  SANCTION: ['convict', 'discontinue', 'expel', 'withdraw'],
}

/** What an event can be about, after codebook/event/contexts.tsv. */
export const contextWords: Readonly<Record<string, string>> = {
  cbrn: 'nuclear, chemical, biological',
  corruption: 'corruption',
  crime: 'crime',
  culture: 'culture',
  cyber: 'cyber',
  diplomatic: 'diplomatic',
  disaster: 'disaster',
  disease: 'disease',
  economic: 'economic',
  election: 'election',
  environment: 'environment',
  executive: 'head of state or government',
  'illegal-drugs': 'illegal drugs',
  inequality: 'inequality',
  intelligence: 'intelligence',
  legal: 'legal',
  legislative: 'legislative',
  lgbt: 'LGBT',
  migration: 'migration',
  military: 'military',
  misinformation: 'misinformation',
  peacekeeping: 'peacekeeping',
  political: 'political',
  'pro-autocracy': 'against democracy',
  'pro-democracy': 'for democracy',
  resource: 'natural resources',
  rights: 'human rights',
  territory: 'territory',
  terrorism: 'terrorism',
  women: 'women',
}

/** How an event is told. */
export const statusWords: Readonly<Record<Status, string>> = {
  happened: 'told as happened',
  ongoing: 'told as going on',
  planned: 'planned',
  threatened: 'threatened',
  requested: 'asked for',
  supposed: 'supposed',
  denied: 'denied',
  'not-happened': 'did not happen',
}

/** What events count, and what is said after the number. */
const countWords = { killed: 'killed', injured: 'injured', arrested: 'arrested', size: 'people' } as const
export type CountField = keyof typeof countWords
export const countFields = Object.keys(countWords) as CountField[]

/** A count with what was counted. @example countInWords('killed', 3) // '3 killed' */
export const countInWords = (field: CountField, count: number) => `${count.toLocaleString('en')} ${countWords[field]}`

/** What people decided. */
export const verdictWords = {
  right: 'right',
  wrong: 'wrong',
  mended: 'mended',
  added: 'added',
  open: 'undecided',
} as const

/** Type and mode in words. @example typeInWords('ASSAULT', 'heavy-weapons') // 'use of force: heavy weapons' */
export function typeInWords(type: string, mode?: string): string {
  const words = typeWords[type] ?? (type === '' ? 'an event' : type.toLowerCase())
  return mode === undefined ? words : `${words}: ${modeWords[mode] ?? mode}`
}
