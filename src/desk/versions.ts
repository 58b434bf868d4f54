/** Which of two versions such as 0.10.2 is the later one: more than 0 where the first is. */
export function compareVersions(a: string, b: string): number {
  const parts = (version: string) => version.split(/[.+-]/).map((part) => Number(part) || 0)
  const [first, second] = [parts(a), parts(b)]
  const at = [0, 1, 2].find((n) => (first[n] ?? 0) !== (second[n] ?? 0))
  return at === undefined ? 0 : (first[at] ?? 0) - (second[at] ?? 0)
}

/** Of a report's readings, in the order in which they were put in, the one that is shown: the latest, unless one by a later version is there. */
export function newestOf(readings: readonly { reading: number; version: string }[]): number | undefined {
  let newest: { reading: number; version: string } | undefined
  for (const reading of readings) if (!newest || compareVersions(reading.version, newest.version) >= 0) newest = reading
  return newest?.reading
}
