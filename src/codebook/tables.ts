import { statuses } from '../record/statuses.ts'
import { conditions, eventType, like, modeOf, number, oneOf, rowOf, someOf } from './checks.ts'
import { forExports, keyed, listed, named, sets, type Table, wordLists } from './table.ts'
import { needs, traits } from './traits.ts'

const country = like(/^(?:[A-Z]{3})?$/, 'a country of three capital letters, nor empty')
const sectors = like(
  /^(?:[A-Z]{3}\??(?:\|[A-Z]{3}\??)*)?$/,
  "sectors of three capital letters with '|' between them, nor empty",
)
const gender = oneOf('', 'm', 'f')
const day = like(/^(?:\d{4}(?:-\d\d(?:-\d\d)?)?)?$/, 'a day such as 2031-05-06, a month, a year, nor empty')
const status = oneOf(...statuses)

/**
 * Every file of the codebook, by its name in `codebook/`: what its columns are and hold. What reading loads, what is checked when a folder is
 * laid over the codebook, and the tables of docs/codebook.md follow from this list, so that a new file is named here and nowhere else.
 */
export const tables: Readonly<Record<string, Table>> = {
  'abbreviations.tsv': keyed('abbreviation* kind', { kind: oneOf('title', 'word', 'number', 'month') }),
  'agencies.tsv': keyed('credit* name'),
  'domains.txt': keyed('ending*'),
  'emoticons.txt': keyed('face*'),
  'english-words.txt': keyed('word*'),
  'entity/also-called.tsv': keyed('noun* nouns? sectors?', { sectors }),
  'entity/cameo-sectors.tsv': forExports(keyed('sector* CAMEO')),
  'entity/countries.tsv': keyed('country* name others? nationality? capital?', { country }),
  'entity/country-weights.tsv': keyed('feature* weight', { weight: number }),
  'entity/disputed.tsv': keyed('name* country sectors', { country, sectors }),
  'entity/division-abbreviations.tsv': keyed('forms* code where?', { where: oneOf('behind', '') }),
  'entity/divisions.tsv': keyed('names* country latitude* longitude* people code id', {
    country,
    latitude: number,
    longitude: number,
  }),
  'entity/first-names.tsv': keyed('name* gender', { gender: oneOf('m', 'f') }),
  'entity/modifiers.tsv': keyed('word* effect sector?', { effect: oneOf('former', 'sector', 'none'), sector: sectors }),
  'entity/more-places.tsv': keyed('names* country latitude longitude level', {
    country,
    level: oneOf('town', 'division', 'region'),
  }),
  'entity/name-endings.txt': keyed('word*'),
  'entity/named-nouns.tsv': listed('where noun', 'noun', { where: oneOf('of', 'after', 'both') }),
  'entity/not-places.txt': keyed('word*'),
  'entity/nouns.tsv': listed('kind sector gender words', 'words', {
    kind: oneOf('person', 'organization', 'group', 'place', 'facility', 'thing'),
    sector: sectors,
    gender,
  }),
  'entity/of-many-lands.txt': keyed('word*'),
  'entity/organizations.tsv': named('kind country sectors names', 'names', { country, sectors }),
  'entity/other-names.tsv': keyed('name* country sectors', { country, sectors }),
  'entity/people.tsv': named('country sectors from to office names', 'names', { country, sectors, from: day, to: day }),
  'entity/place-words.tsv': keyed('words* role* level?', {
    role: oneOf('before', 'behind', 'paper', 'link'),
    level: oneOf('town', 'division', ''),
  }),
  'entity/places.tsv': keyed('name* country* latitude* longitude* people division? id?', {
    latitude: number,
    longitude: number,
  }),
  'entity/pronoun-weights.tsv': keyed('feature* weight', { weight: number }),
  'entity/pronouns.tsv': keyed('word* number gender animate person base?', { base: rowOf('entity/pronouns.tsv') }),
  'entity/sectors.tsv': forExports(keyed('sector* meaning')),
  'entity/speaking.tsv': listed('kind number word', 'word', { kind: oneOf('document', 'quantity') }),
  'entity/titles.tsv': keyed('title* sector? gender?', { sector: sectors, gender }),
  'entity/words.tsv': wordLists('list* words what_they_are?'),
  'event/acled.tsv': forExports(keyed('type* mode* disorder event sub')),
  'event/cameo.tsv': forExports(keyed('type* mode* context* CAMEO meaning lost')),
  'event/classes.tsv': sets('class* lemmas'),
  'event/contexts.tsv': sets('context* lemmas'),
  'event/count-words.tsv': keyed('words* mod', { mod: oneOf('at-least', 'at-most', 'about') }),
  'event/light.tsv': keyed('lemma* particle* whose status', {
    whose: oneOf('act', 'patient', 'none'),
    status: oneOf('-', ...statuses),
  }),
  'event/links.tsv': keyed('link* words*'),
  'event/modes.tsv': keyed('type* mode* needs traits meaning', {
    type: rowOf('event/types.tsv'),
    needs: someOf(needs),
    traits: someOf(traits),
  }),
  'event/nouns.tsv': keyed('lemma* when* type mode whose recipients', {
    when: conditions,
    type: eventType,
    mode: modeOf(2),
    whose: oneOf('act', 'target', 'patient', 'both', '-'),
  }),
  'event/numbers.tsv': keyed('word* value', { value: like(/^x?\d+$/, "a number, nor 'x' and a number") }),
  'event/quads.tsv': forExports(keyed('type* quad name')),
  'event/status.tsv': keyed('how* word* status', {
    how: oneOf('adverb', 'auxiliary', 'determiner', 'governs', 'governs-to', 'mark', 'of-claims', 'pronoun'),
    status,
  }),
  'event/types.tsv': keyed('type* side manner needs traits meaning weight?', {
    type: like(/^[A-Z][A-Z-]*$/, 'in capital letters'),
    side: oneOf('cooperative', 'conflictual'),
    manner: oneOf('verbal', 'material'),
    needs: someOf(needs),
    traits: someOf(traits),
    weight: like(/^(?:[1-9]|10)?$/, 'a number from 1 to 10, nor empty'),
  }),
  'event/verbs.tsv': keyed('lemma* when* type mode recipients', { when: conditions, type: eventType, mode: modeOf(2) }),
  'event/words.tsv': wordLists('list* words what_they_are?'),
  'export/codes.tsv': forExports(keyed('set* code* meaning')),
  'export/iso2.tsv': forExports(keyed('alpha-3* alpha-2 name')),
  'header.tsv': keyed('key* field'),
  'hyphen-prefixes.txt': keyed('prefix*'),
  'hyphen-suffixes.txt': keyed('suffix*'),
  'irregular-adjectives.tsv': keyed('form* adjective adverb'),
  'irregular-nouns.tsv': keyed('plural* singular end?', { end: oneOf('end', '') }),
  'irregular-verbs.tsv': keyed('base* past participle gerund?'),
  'joined-words.tsv': keyed('word* parts'),
  'not-datelines.txt': keyed('word*'),
  'number-units.txt': keyed('unit*'),
  'outlet-words.txt': keyed('word*'),
  'statement/acts.txt': keyed('act* meaning traits?', { traits: someOf(['addressed', 'asserts', 'unsaid']) }),
  'statement/cues.tsv': keyed('cue* part_of_speech* act force?', {
    'part of speech': oneOf('verb', 'noun', 'adjective', 'adverb', 'preposition'),
    act: rowOf('statement/acts.txt', '-'),
    force: oneOf('always', 'never'),
  }),
  'statement/occasions.txt': keyed('noun*'),
  'statement/words.tsv': wordLists('list* words what_they_are?'),
  'story/credits.tsv': keyed('words* where* credits', {
    where: oneOf('before', 'behind'),
    credits: oneOf('report', 'part'),
  }),
  'story/happening-weights.tsv': keyed('feature* weight', { weight: number }),
  'story/negations.txt': keyed('word*'),
  'story/numbers.txt': keyed('word*'),
  'story/offices.tsv': keyed('word* is', { is: oneOf('rank', 'nothing') }),
  'story/publishers.tsv': keyed('domain* publisher'),
  'story/weights.tsv': keyed('feature* weight', { weight: number }),
  'time/before-numbers.txt': keyed('word*'),
  'time/calendars.tsv': keyed('form* calendar month', { calendar: oneOf('persian', 'islamic'), month: number }),
  'time/counted.txt': keyed('noun*'),
  'time/decades.tsv': keyed('form* digit', { digit: number }),
  'time/deictics.tsv': keyed('form* unit count part?', { count: number }),
  'time/directions.tsv': keyed('form* direction', { direction: oneOf('past', 'future', 'ahead') }),
  'time/frequencies.tsv': keyed('form* value'),
  'time/holidays.tsv': keyed('name* rule days?'),
  'time/modifiers.tsv': keyed('phrase* mod goes_before', { 'goes before': oneOf('date', 'length', 'year') }),
  'time/months.tsv': keyed('form* month', { month: number }),
  'time/not-times.txt': keyed('phrase*'),
  'time/numbers.tsv': keyed('form* value kind', {
    value: like(/^(?:X|-?\d+(?:\.\d+)?)$/, "a number, nor 'X'"),
    kind: oneOf('unit', 'ten', 'ordinal', 'scale', 'vague', 'fraction'),
  }),
  'time/parts.tsv': keyed('form* code'),
  'time/references.tsv': keyed('phrase* value'),
  'time/relations.tsv': keyed('form* relation'),
  'time/seasons.tsv': keyed('form* code'),
  'time/units.tsv': keyed('form* unit number', { number: oneOf('one', 'many') }),
  'time/weekdays.tsv': keyed('form* weekday', { weekday: number }),
  'time/words.tsv': wordLists('list* words what_they_are?'),
  'time/zones.tsv': keyed('phrase* offset?'),
  'words.tsv': wordLists('list* words what_they_are?'),
}

/** The codebook's files that reading loads. */
export const readFiles: readonly string[] = Object.keys(tables).filter((file) => tables[file].of === 'reading')
