/**
 * The form of models/places.bin, all numbers little-endian. A head of five 32-bit numbers: MAGIC, places, blocks, bytes of division codes,
 * bytes of names. Then, for every place in the order of GeoNames ids: id (32 bits); for every block of names, where it begins (32 bits);
 * for every place: latitude and longitude in hundredths of a degree (16 bits each), its division's place in the list (16 bits),
 * people (8 bits, see `peopleStep`), whether it is a division (8 bits). Then the codes of divisions, parted by line breaks. Then names, sorted,
 * in blocks of BLOCK: letters shared with the name before, letters that follow, those letters, how many places bear it, and these places'
 * numbers, each as its distance from the one before (front coding as in Witten, Moffat and Bell, Managing Gigabytes, 1999).
 */
export const MAGIC = 0x4c504e4f
export const BLOCK = 16
export const HEAD_NUMBERS = 5

const STEPS = 10

/** People as one byte: tenths of powers of two. */
export const peopleStep = (people: number): number => Math.min(255, Math.round(Math.log2(people + 1) * STEPS))

export const peopleOfStep = (step: number): number => Math.round(2 ** (step / STEPS)) - 1
