import type { NameKind } from '../language/types.ts'
import type { Entity } from '../record/types.ts'

export type EntityKind = Entity['kind']
/** singular, plural, or not known */
export type GrammaticalNumber = '' | 's' | 'p'
/** masculine, feminine, neuter, or not known */
export type Gender = '' | 'm' | 'f' | 'n'

const kinds: Partial<Record<NameKind, EntityKind>> = {
  person: 'person',
  organization: 'organization',
  place: 'place',
  facility: 'facility',
  group: 'group',
}
/** The entity's kind that a name's kind gives, or undefined where a name of this kind is no entity. */
export const entityKind = (kind: NameKind): EntityKind | undefined => kinds[kind]

/** Whether two values agree: either is not known, or both are the same. */
export const mayBeSame = (a: string, b: string): boolean => a === '' || b === '' || a === b
