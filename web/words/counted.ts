/** A number of things in words. @example counted(1, 'statement') // '1 statement' */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}
