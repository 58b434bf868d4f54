import { nameIn } from './about.ts'
import type { JsonObject } from './json-object.ts'
import type { PageData } from './page-data.ts'

/** A review of a claim, as a page's data (schema.org's ClaimReview) gives it. */
export interface Claim {
  claim: string
  /** who made it */
  claimant?: string
  reviewer?: string
  /** what the reviewer calls it, in the reviewer's words */
  rating?: string
}

/** The claims that a page reviews. */
export function claimsOf(data: PageData): Claim[] {
  return data.claims.slice(0, 20).flatMap((review) => {
    const claim = words(review.claimReviewed)
    if (claim === undefined) return []
    const item = thing(review.itemReviewed)
    const rating = thing(review.reviewRating)
    return {
      claim,
      claimant: nameIn(item.author, data) ?? nameIn(thing(item.itemReviewed).author, data),
      reviewer: nameIn(review.author, data) ?? nameIn(review.publisher, data),
      rating: words(rating.alternateName) ?? words(rating.name),
    }
  })
}

/**
 * The claims as lines of a text, each with whoever says so: 'Jonas Reth: “The port never closed.”', 'Almeth Checks: “False”'. What the text holds already
 * is left out.
 */
export function claimLines(claims: readonly Claim[], text: string): string[] {
  const whole = plain(text)
  return claims.flatMap(({ claim, claimant, reviewer, rating }) => {
    const told = whole.includes(plain(claim)) && (rating === undefined || whole.includes(plain(rating)))
    if (told) return []
    const lines = [`${claimant ?? 'Claim'}: “${bare(claim)}”`]
    return rating === undefined ? lines : [...lines, `${reviewer ?? 'Rating'}: “${bare(rating)}”`]
  })
}

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')
const bare = (text: string) => text.replace(/^["“”'‘]+|["“”'’]+$/g, '')
const thing = (value: unknown): JsonObject => (typeof value === 'object' && value !== null ? (value as JsonObject) : {})
const words = (value: unknown) =>
  typeof value === 'string' && value.trim() !== '' ? value.replace(/\s+/g, ' ').trim() : undefined
