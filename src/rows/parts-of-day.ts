const PARTS: Readonly<Record<string, string>> = {
  MO: 'morning',
  AF: 'afternoon',
  EV: 'evening',
  NI: 'night',
  DT: 'daytime',
}

/** The part of a day that stands behind the T of a TIMEX3 value, as people write it. @example partOfDay('MO') // 'morning' */
export const partOfDayInWords = (part: string): string => PARTS[part] ?? part.replace(/^(\d\d:\d\d):00/, '$1')
