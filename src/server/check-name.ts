import type { Context } from 'hono'
import { Failure } from '../record/failure.ts'

/**
 * Sees to it that nobody acts under the name of another, where tokens say who people are.
 *
 * @throws Failure `name-foreign`
 */
export function checkName(c: Context, by: string): void {
  const person = c.get('person')
  if (person !== undefined && person !== by)
    throw new Failure(
      'name-foreign',
      `this token belongs to ${person}, who cannot decide as ${by}; send decisions by ${person}`,
    )
}
