/** Every key that the page knows: the one list that the views and the page of keys are made from. */
export const keys = [
  { key: 'j', does: 'next row', where: 'report' },
  { key: 'k', does: 'row before', where: 'report' },
  { key: 'y', does: 'right', where: 'report' },
  { key: 'n', does: 'wrong', where: 'report' },
  { key: 'e', does: 'mend any field of the row', where: 'report' },
  { key: 'm', does: 'mark what the reader missed: the words that are selected, or the next ones', where: 'report' },
  { key: 'u', does: 'undo the last decision', where: 'report' },
  { key: 'w', does: 'why the reader holds it to be so', where: 'report' },
  { key: 'Escape', does: 'leave mending, or deselect the row', where: 'report' },
  { key: '/', does: 'search', where: 'everywhere' },
  { key: '?', does: 'the keys', where: 'everywhere' },
] as const
export type Key = (typeof keys)[number]['key']

/** Keys of lists and pictures, which the browser's own focus answers. */
export const deskKeys = [
  { key: 'j k', does: 'next row of the list, row before' },
  { key: 'Enter', does: 'open the row, the circle or the name that has the focus' },
  { key: 'Tab', does: 'into a picture and out of it' },
  { key: '← →', does: 'from circle to circle of the map, from name to name of the network' },
  {
    key: '← → ↑ ↓',
    does: 'from report to report and from happening to happening of a story; Escape puts its words away',
  },
  { key: 'j k y n u', does: 'in the queue: next row, row before, right, wrong, undo; e opens the row in its report' },
  { key: 'Home End', does: 'to the circle or name with the most, with the least' },
] as const

export const mendKeys = [
  { key: 'Tab', does: 'from edge to edge and from field to field' },
  { key: '← →', does: 'move the edge by a word' },
  { key: 'Shift ← →', does: 'move the edge by a character' },
  { key: 'Ctrl Enter', does: 'keep what was mended' },
  { key: 'Escape', does: 'leave everything as it was' },
] as const

/** The key of an event that the page should answer: none while someone types, and none with Ctrl, Alt or Meta. */
export function keyOfEvent(event: KeyboardEvent): Key | undefined {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target))
    return undefined
  return keys.find(({ key }) => key === event.key)?.key
}

function isTyping(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null
  return !!element?.closest?.('input, textarea, select, dialog[open], [contenteditable]')
}
