import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { tables } from './codebook/tables.ts'
import { layOver } from './lay-over.ts'
import { openResources } from './open-resources.ts'
import { parseTable, resourceFiles } from './resources.ts'

const resources = await openResources(
  undefined,
  resourceFiles.filter((path) => path.startsWith('codebook/')),
)
const rows = (file: string, text: string) => parseTable(layOver(resources, { [file]: text }).text(`codebook/${file}`))

it('describes every file of the codebook, and no other', () => {
  const files = readdirSync('codebook', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(tsv|txt)$/.test(name),
  )
  expect(Object.keys(tables).sort()).toEqual(files.map((name) => name.replaceAll('\\', '/')).sort())
})

it.each(Object.keys(tables).filter((file) => tables[file].of === 'reading'))(
  '%s keeps to its own description',
  (file) => {
    expect(() => layOver(resources, { [file]: resources.text(`codebook/${file}`) })).not.toThrow()
  },
)

it('adds a row, in the place of one with its key', () => {
  const found = rows('event/verbs.tsv', 'surveil\t-\tCOERCE\t-\tobj\nabdicate\t-\tnone\t-\t-\n')
  expect(found).toContainEqual(['surveil', '-', 'COERCE', '-', 'obj'])
  expect(found.filter(([lemma]) => lemma === 'abdicate')).toEqual([['abdicate', '-', 'none', '-', '-']])
})

it.each([
  ['event/verbs.tsv', '!abdicate', (fields: string[]) => fields[0] === 'abdicate'],
  [
    'event/verbs.tsv',
    '!lay\tprt=down obj=@surrender',
    (f: string[]) => f[0] === 'lay' && f[1] === 'prt=down obj=@surrender',
  ],
  ['statement/occasions.txt', '!address', (fields: string[]) => fields[0] === 'address'],
  ['event/classes.tsv', '!card', (fields: string[]) => fields[0] === 'card'],
  ['entity/organizations.tsv', '!UN', (fields: string[]) => /\bUnited Nations\|/.test(fields[3])],
  ['entity/nouns.tsv', '!mediator', (fields: string[]) => fields[3].split('|').includes('mediator')],
])('%s: %j takes away', (file, text, is) => {
  expect(parseTable(resources.text(`codebook/${file}`)).some(is)).toBe(true)
  expect(rows(file, text).some(is)).toBe(false)
})

it('takes one word out of a set, and adds one, and leaves the rest of the set', () => {
  const classOf = (text: string) =>
    rows('event/classes.tsv', text).flatMap(([name, words]) => (name === 'card' ? words.split(' ') : []))
  expect(classOf('!card\tflag\ncard\tpennant\n')).toEqual(['card', 'jersey', 'shirt', 'pennant'])
})

it('leaves a list that a step asks for in its place, with no words', () => {
  const lands = rows('entity/words.tsv', '!lands').filter(([name]) => name === 'lands')
  expect(lands.map(([, words]) => words)).toEqual([''])
})

it('leaves the other names of a row', () => {
  const before = parseTable(resources.text('codebook/entity/organizations.tsv')).length
  expect(rows('entity/organizations.tsv', '!al-Azhar')).toHaveLength(before)
})

it.each([
  ['event/verb.tsv', '', "event/verb.tsv: the codebook has no such table (did you mean 'event/verbs.tsv'?)"],
  ['verbs.tsv', '', "(did you mean 'event/verbs.tsv'?); name the file as codebook/ does"],
  ['event/quads.tsv', '', 'only exports read this table'],
  [
    'event/verbs.tsv',
    '# mine\n\nsurveil COERCE',
    'event/verbs.tsv:3: one field where the columns are lemma, when, type, mode, recipients; fields are parted by tabs',
  ],
  [
    'event/verbs.tsv',
    'surveil\t-\tCOERC\t-\tobj',
    "event/verbs.tsv:1: type 'COERC' is not in event/types.tsv (did you mean 'COERCE'?); add it there first",
  ],
  ['event/verbs.tsv', 'surveil\t-\tCOERCE\tspy\tobj', "event/verbs.tsv:1: mode 'spy' is no mode of COERCE"],
  [
    'event/verbs.tsv',
    'surveil\tobj=@presons\tCOERCE\t-\tobj',
    "which names no class of event/classes.tsv (did you mean 'person'?)",
  ],
  [
    'event/verbs.tsv',
    'surveil\t-\tCOERCE\t-\tobj\nsurveil\t-\tnone\t-\t-',
    'event/verbs.tsv:2: line 1 has a row of the same key already',
  ],
  [
    'event/verbs.tsv',
    '!abdicat',
    "there is no row 'abdicat' to take away (did you mean 'abdicate'?); after '!' stands lemma, when",
  ],
  ['event/types.tsv', 'SURVEIL\thostile\tmaterial\t-\t-\twatch', "side 'hostile' is none of cooperative, conflictual"],
  [
    'event/types.tsv',
    'SURVEIL\tconflictual\tmaterial\t-\tloud\twatch',
    "traits 'loud' has 'loud', which is none of addressed",
  ],
  ['statement/cues.tsv', 'kvetch\tverbs\tcondemn', "part of speech 'verbs' is none of verb, noun"],
  ['statement/cues.tsv', 'kvetch\tverb\tmoan', "act 'moan' is not in statement/acts.txt"],
  [
    'entity/people.tsv',
    'Varlonia\tGOV\t2030\t\tminister\tIlse Marek',
    "country 'Varlonia' is not a country of three capital letters",
  ],
  [
    'entity/words.tsv',
    'lands\trealm\nland\trealm',
    "entity/words.tsv:2: no step of reading asks for the list 'land' (did you mean 'lands'?)",
  ],
  ['time/months.tsv', 'varl\tfirst', "month 'first' is not a number"],
])('%s with %j is refused', (file, text, message) => {
  expect(() => rows(file, text)).toThrow(message)
})

it('lists every fault, with a code', () => {
  const overlay = { 'event/verb.tsv': '', 'statement/cues.tsv': 'kvetch\tverb\tmoan\nkvetch\tnoun\tmoan\n' }
  expect(() => layOver(resources, overlay)).toThrow(
    expect.objectContaining({
      code: 'codebook-unfit',
      message: expect.stringMatching(
        /^3 faults\n {2}event\/verb\.tsv: .*\n {2}statement\/cues\.tsv:1: .*\n {2}statement\/cues\.tsv:2: /,
      ),
    }),
  )
})

it('rows may name what other tables of the folder add', () => {
  const overlay = {
    'event/types.tsv': 'SURVEIL\tconflictual\tmaterial\tactor recipient\tthere\twatch\n',
    'event/classes.tsv': 'camera\tcamera drone\n',
    'event/verbs.tsv': 'surveil\twith=@camera\tSURVEIL\t-\tobj\n',
  }
  expect(() => layOver(resources, overlay)).not.toThrow()
})
