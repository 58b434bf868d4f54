import { isolated } from '../words/isolated.ts'
import type { Network } from './network.ts'

/** Somebody in words: on whom they are, and who is on them, most first. */
export function nodeInWords(
  { nodes, arrows }: Pick<Network, 'nodes' | 'arrows'>,
  index: number,
  does: string,
  isDone: string,
): string {
  const list = (found: [number, number][]) =>
    found
      .sort((a, b) => b[1] - a[1])
      .map(([node, count]) => `${isolated(nodes[node].name)} ${count}`)
      .join(', ')
  const to = list(arrows.filter(({ from }) => from === index).map(({ to, count }) => [to, count]))
  const from = list(arrows.filter(({ to }) => to === index).map(({ from, count }) => [from, count]))
  const parts = [to && `${does} ${to}`, from && `${isDone} ${from}`].filter(Boolean)
  return `${isolated(nodes[index].name)}: ${parts.join('; ')}`
}
