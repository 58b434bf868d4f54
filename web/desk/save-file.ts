/**
 * Gives a text as a file.
 *
 * @param name without its ending; what a file's name had better not hold becomes '-'
 */
export function saveFile(text: string, name: string, ending: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const download = `${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}.${ending}`
  Object.assign(document.createElement('a'), { href: url, download }).click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
