import type { Line } from './segment.ts'

/** New lines, where those that did not change are the very same objects as before: they need not be drawn again. */
export function steadyLines(before: readonly Line[], after: readonly Line[]): Line[] {
  const known = new Map(before.map((line) => [line.start, line]))
  return after.map((line) => {
    const old = known.get(line.start)
    return old && sameLine(old, line) ? old : line
  })
}

function sameLine(a: Line, b: Line): boolean {
  return a.end === b.end && a.marks.length === b.marks.length && JSON.stringify(a.marks) === JSON.stringify(b.marks)
}
