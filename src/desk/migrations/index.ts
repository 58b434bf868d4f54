import { first } from './1-first.ts'
import { places } from './2-places.ts'
import { corrections } from './3-corrections.ts'
import { also } from './4-also.ts'
import { stories } from './5-stories.ts'
import { sentences } from './6-sentences.ts'

/** What brings a desk from each version to the next: the nth from version n. Never changed once published; more are added. */
export const migrations: readonly string[] = [first, places, corrections, also, stories, sentences]
