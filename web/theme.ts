import { keep, kept } from './kept.ts'

/** Light or dark; undefined follows the system. */
export type Theme = 'light' | 'dark' | undefined

export function keptTheme(): Theme {
  const theme = kept('theme')
  return theme === 'light' || theme === 'dark' ? theme : undefined
}

/** The theme that a press on the switch leads to: from the system's to its opposite, then back and forth. */
export function otherTheme(theme: Theme, systemIsDark: boolean): Theme {
  return (theme ?? (systemIsDark ? 'dark' : 'light')) === 'dark' ? 'light' : 'dark'
}

export function applyTheme(theme: Theme): void {
  if (theme) document.documentElement.dataset.theme = theme
  else delete document.documentElement.dataset.theme
}

export function keepTheme(theme: Theme): void {
  keep('theme', theme)
  applyTheme(theme)
}

export const systemIsDark = (): boolean => matchMedia('(prefers-color-scheme: dark)').matches
