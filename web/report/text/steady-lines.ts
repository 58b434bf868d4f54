import type { CutLine } from './segment.ts'

/** New lines, where those that did not change are the very same objects as before: they need not be drawn again. */
export function steadyLines(before: readonly CutLine[], after: readonly CutLine[]): CutLine[] {
  const known = new Map(before.map((line) => [line.start, line]))
  return after.map((line) => {
    const old = known.get(line.start)
    return old && sameLine(old, line) ? old : line
  })
}

function sameLine(a: CutLine, b: CutLine): boolean {
  return a.end === b.end && a.marks.length === b.marks.length && JSON.stringify(a.marks) === JSON.stringify(b.marks)
}
