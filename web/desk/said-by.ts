import { ApiError } from '../api.ts'

/** What stands above a list or a picture: the query in words, or why there is none. */
export function saidBy(value: { says: string } | undefined, error: Error | undefined): string {
  if (error instanceof ApiError && error.status > 0) return `The desk cannot look for this: ${error.message}`
  if (error) return `The desk does not answer: ${error.message}`
  if (!value) return '…'
  // a list's name alone says nothing
  return /^(statements|events)$/.test(value.says) ? '' : value.says
}
