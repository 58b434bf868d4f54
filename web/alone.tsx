import { render } from 'preact'
import { useState } from 'preact/hooks'
import { CheckHere } from './check/check-here.tsx'
import { checkInPage } from './check/check-in-page.ts'
import { aloneReader } from './reader/alone-reader.ts'
import type { PageReader } from './reader/page-reader.ts'
import { ReadHere } from './reader/read-here.tsx'
import { followLinks, useAddress } from './router.ts'
import './styles/main.css'
import { applyTheme, keptTheme } from './theme.ts'
import { ThemeSwitch } from './theme-switch.tsx'
import KeysView from './views/keys.tsx'

/** The page that works without a server: it reads, and that is all. Written by `onrecord page`. */
function Alone() {
  const address = useAddress()
  const [keysShown, setKeysShown] = useState(false)
  const [checking, setChecking] = useState(false)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only catches the clicks of links inside
    // biome-ignore lint/a11y/useKeyWithClickEvents: links click themselves on Enter
    <div class="shell" onClick={followLinks}>
      <header class="bar">
        <span class="bar-name">onrecord</span>
        <span class="bar-views muted">reads in this page, without a server</span>
        <button type="button" class="quiet" onClick={() => setChecking(!checking)}>
          {checking ? 'Read a report' : 'Check a draft'}
        </button>
        <button
          type="button"
          class="bar-keys"
          aria-label="The keys"
          aria-expanded={keysShown}
          onClick={() => setKeysShown(!keysShown)}
        >
          ?
        </button>
        <ThemeSwitch />
      </header>
      <main id="main" tabIndex={-1}>
        {keysShown && <KeysView />}
        {checking ? (
          <CheckHere check={(draft, sources) => checkInPage(theReader(), draft, sources)} />
        ) : (
          <ReadHere reader={theReader} address={address} />
        )}
      </main>
    </div>
  )
}

let opened: PageReader | undefined
function theReader(): PageReader {
  if (opened?.opening().state === 'failed') opened = undefined
  opened ??= aloneReader()
  return opened
}

applyTheme(keptTheme())
render(<Alone />, document.getElementById('page')!)
