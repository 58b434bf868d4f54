/** Parts of the world that the map can show larger: west, south, east and north in degrees. Boxes to look at, nothing more. */
export const regions = {
  world: undefined,
  Africa: [-20, -36, 55, 38],
  Americas: [-130, -56, -32, 62],
  Asia: [58, -12, 148, 56],
  Europe: [-24, 34, 50, 71],
  'Middle East': [24, 11, 66, 43],
  Oceania: [110, -48, 180, 6],
} as const satisfies { [name: string]: readonly [number, number, number, number] | undefined }

export type Region = keyof typeof regions
export const regionNames = Object.keys(regions) as Region[]

/** The part of the world that an address names; the whole where it names none. */
export const regionOf = (name: string | null): Region => regionNames.find((region) => region === name) ?? 'world'
