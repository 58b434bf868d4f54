import { first } from './1-first.ts'
import { places } from './2-places.ts'
import { corrections } from './3-corrections.ts'
import { also } from './4-also.ts'
import { stories } from './5-stories.ts'
import { sentences } from './6-sentences.ts'
import { dates } from './7-dates.ts'
import { words } from './8-words.ts'
import { views } from './9-views.ts'
import { originals } from './10-originals.ts'
import { decided } from './11-decided.ts'
import { views as viewsOnceMore } from './12-views.ts'
import { coding } from './13-coding.ts'
import { learning } from './15-learning.ts'
import { joinings } from './16-joinings.ts'

/** What brings a desk from each version to the next: the nth from version n. Never changed once published; more are added. */
export const migrations: readonly string[] = [
  first,
  places,
  corrections,
  also,
  stories,
  sentences,
  dates,
  words,
  views,
  originals,
  decided,
  viewsOnceMore,
  coding,
  // again, for desks that were made while the views nested deeper than some programs read
  viewsOnceMore,
  learning,
  joinings,
]
