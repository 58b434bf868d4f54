import fs from 'node:fs'
import { expect, test } from 'vitest'
import { openCoder } from './code.ts'

const code = openCoder({
  bytes: (path) => fs.readFileSync(path),
  text: (path) => fs.readFileSync(path, 'utf8'),
})
const shown = (phrase: string, date?: string, context?: string) => {
  const found = code(phrase, date, context)
  return `${found?.country ?? '-'} ${found?.sectors.join(' ') ?? ''}`.trim()
}

test.each([
  ['Kenyan Foreign Minister Dario Venn', 'KEN GOV'],
  ['the Finnish president', 'FIN GOV'],
  ['police in Chile', 'CHL COP'],
  ['two Portuguese soldiers', 'PRT MIL'],
  ["Ghana's army", 'GHA MIL'],
  ['the rebels', '- REB'],
  ['protesters', '- CVL'],
  ['a group of Greek nurses', 'GRC MED'],
  ['members of the opposition', '- OPP'],
  ['an opposition lawmaker in Peru', 'PER LEG'],
  ['a Danish court', 'DNK JUD'],
  ['striking dockers in Belgium', 'BEL LAB'],
  ['farmers from Nepal', 'NPL AGR'],
  ['Sudanese refugees', 'SDN REF'],
  ['the United Nations', 'UNO'],
  ['the head of the Uruguayan army', 'URY MIL'],
  ['the president of the Senate', '- LEG'],
  ['the president of Iceland', 'ISL GOV'],
  ['a former Norwegian minister', 'NOR ELI'],
  ['a police commander', '- COP'],
  ['army cooks', '- MIL'],
  ['the Swiss ambassador to the United Nations', 'CHE GOV'],
  ["Ilse Marek, Latvia's deputy interior minister", 'LVA GOV'],
  ["the governor's spokesman", '- GOV'],
  ['two Estonian warplanes', 'EST MIL'],
  ['three women', '- UNK'],
  ['France', 'FRA'],
  ['Lisbon', 'PRT GOV'],
  ['Osaka', 'JPN CVL'],
  ['Osaka police', 'JPN COP'],
])('codes %s', (phrase, expected) => {
  expect(shown(phrase), phrase).toBe(expected)
})

test.each([
  ['Angela Merkel', '2010-05-01', 'DEU GOV'],
  ['Angela Merkel', '2022-05-01', 'DEU ELI'],
  ['Angela Merkel', '1990-05-01', 'DEU'],
  ['Jacinda Ardern', '2019-01-31', 'NZL GOV'],
  ['Jens Stoltenberg', '2012-01-01', 'NOR GOV'],
  ['Jens Stoltenberg', '2020-01-01', 'IGO MIL'],
])('%s on %s', (phrase, date, expected) => {
  expect(shown(phrase, date), `${phrase} ${date}`).toBe(expected)
})

test.each(['the weather', 'a red bicycle', '', 'who', 'Dario Venn', 'us'])('knows nothing of %j', (phrase) => {
  expect(code(phrase), phrase).toBeUndefined()
})

test('a country that the phrase lacks comes from what stood near', () => {
  expect(shown('the defence minister', undefined, 'Austrian')).toBe('AUT GOV')
  expect(shown('the Irish defence minister', undefined, 'Austrian')).toBe('IRL GOV')
})
