/** Operations of a path, by method. */
type Methods = { [method: string]: { [word: string]: unknown } }

/**
 * An OpenAPI description with a name for each operation, after its method and path, and without the addresses that are others' over again: `.json` behind a
 * path gives what the path gives.
 *
 * @example operationId('get', '/api/reports/{id}/text') // 'getReportsByIdText'
 */
export function described<D extends { paths?: object }>(description: D): D {
  const paths = description.paths as { [path: string]: Methods }
  const own = Object.entries(paths).filter(([path]) => !(path.endsWith('.json') && path.slice(0, -5) in paths))
  const named = own.map(([path, methods]) => [
    path,
    Object.fromEntries(
      Object.entries(methods).map(([method, operation]) => [
        method,
        { operationId: operationId(method, path), ...operation },
      ]),
    ),
  ])
  return { ...description, paths: Object.fromEntries(named) }
}

export function operationId(method: string, path: string): string {
  const parts = path.replace('/api/', '').split(/[/.-]/)
  const words = parts.map((part) => {
    const word = part.replace(/[{}]/g, '')
    const capital = word[0].toUpperCase() + word.slice(1)
    return part.startsWith('{') ? `By${capital}` : capital
  })
  return method + words.join('')
}
