import { useState } from 'preact/hooks'
import { keepTheme, keptTheme, otherTheme, systemIsDark } from './theme.ts'

/** The switch between light and dark. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState(keptTheme)
  const next = otherTheme(theme, systemIsDark())
  const press = () => {
    keepTheme(next)
    setTheme(next)
  }
  return (
    <button type="button" class="bar-theme" onClick={press} aria-label={next === 'dark' ? 'Dark' : 'Light'}>
      <span aria-hidden="true">{next === 'dark' ? '☾' : '☀'}</span>
    </button>
  )
}
