/** Codes that stand where a country's does and are none: of the United Nations, the European Union, other bodies of states, and who works in many lands. */
export const noLands: ReadonlySet<string> = new Set(['UNO', 'EUR', 'IGO', 'NGO', 'MNC'])
