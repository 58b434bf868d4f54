import { render } from 'preact'
import { Shell } from './shell.tsx'
import { applyTheme, keptTheme } from './theme.ts'

applyTheme(keptTheme())
render(<Shell />, document.getElementById('page')!)
