import type { EventRow, Named } from './rows.ts'

export type EventPair = [actor: Named | undefined, recipient: Named | undefined]

/**
 * Each actor of an event with each recipient; where several act and nobody receives (they meet), each with each other. Who stands on both sides is
 * paired with the others, and with nobody where there are none.
 *
 * @example eventPairs({ actors: [venn, reth], recipients: [venn, reth] }) // [[venn, reth], [reth, venn]]
 */
export function eventPairs({ actors, recipients }: Pick<EventRow, 'actors' | 'recipients'>): EventPair[] {
  const others = recipients.length === 0 && actors.length > 1 ? actors : recipients
  const pairs = actors.flatMap((actor) =>
    others.filter((other) => !isSame(actor, other)).map((other): EventPair => [actor, other]),
  )
  if (pairs.length > 0) return pairs
  const first: (Named | undefined)[] = actors.length > 0 ? [...actors] : [undefined]
  if (recipients.length === 0 || actors.length > 0) return first.map((actor) => [actor, undefined])
  return recipients.map((recipient) => [undefined, recipient])
}

const isSame = (a: Named, b: Named): boolean => a === b || (a.id !== undefined && a.id === b.id)
