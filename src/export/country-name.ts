import { codebookTable } from '../codes/meanings.ts'

let names: Map<string, string> | undefined

/**
 * The name of a country, by its code of three letters; undefined where the codebook has none.
 *
 * @example countryName('NOR') // 'Norway'
 */
export function countryName(code: string | undefined): string | undefined {
  names ??= new Map(codebookTable('entity/countries.tsv').map(([code, name]) => [code, name]))
  return code === undefined ? undefined : names.get(code)
}
