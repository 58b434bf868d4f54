/** Without whom a word tells of no event of a type, or of a mode: the words of the field `needs`. */
export const needs = ['actor', 'actor-always', 'recipient'] as const
/** How an event of a type, or of a mode, is read: the words of the field `traits`. The heads of the tables say what each means. */
export const traits = [
  'addressed',
  'as-hit',
  'counts-arrested',
  'counts-size',
  'jointly',
  'patient-enough',
  'place-hit',
  'promise',
  'refusal',
  'settled',
  'spoken',
  'takes-in',
  'takes-toll',
  'there',
  'threat',
  'unguessed',
] as const
