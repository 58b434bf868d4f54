/** Words that make a run: as many as two texts hardly share by chance. */
export const RUN = 5

/** Every run of five words of a text, as one key each; of fewer words, none. */
export function runsOf(keys: readonly string[]): string[] {
  const runs: string[] = []
  for (let at = 0; at + RUN <= keys.length; at++) runs.push(keys.slice(at, at + RUN).join(' '))
  return runs
}
