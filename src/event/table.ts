import { parseTable, type Resources } from '../resources.ts'

/** Reads one table of codebook/event. */
export const table = (resources: Resources, name: string): string[][] =>
  parseTable(resources.text(`codebook/event/${name}.tsv`))

/** Words of one field, parted by spaces. */
export const wordsOfField = (field: string): string[] => field.split(' ').filter((word) => word !== '' && word !== '-')
