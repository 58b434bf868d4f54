import type { ComponentType } from 'preact'
import { useEffect, useErrorBoundary, useState } from 'preact/hooks'
import { carried } from './desk/carry.ts'
import { addressOf } from './desk/filter.ts'
import { answerGlobalKeys } from './global-keys.ts'
import { type Address, followLinks, useAddress } from './router.ts'
import { findRoute, type Route, routes, type ViewProps } from './routes.ts'
import { ThemeSwitch } from './theme-switch.tsx'
import { useNarrow } from './use-narrow.ts'

/** The frame around every view: name, navigation, the switch between light and dark, and the view itself. */
export function Shell() {
  const address = useAddress()
  const found = findRoute(address.path)
  const narrow = useNarrow()
  useEffect(answerGlobalKeys, [])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only catches the clicks of links inside
    // biome-ignore lint/a11y/useKeyWithClickEvents: links click themselves on Enter
    <div class="shell" onClick={followLinks}>
      <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
        Skip to the view
      </button>
      <header class="bar">
        <a class="bar-name" href="/">
          onrecord
        </a>
        {narrow ? (
          <details class="bar-menu" key={address.path}>
            <summary>{found?.route.inMenu ? found.route.title : 'Menu'}</summary>
            <Views found={found?.route} address={address} />
          </details>
        ) : (
          <Views found={found?.route} address={address} />
        )}
        <a class="bar-keys" href="/keys" aria-label="The keys">
          ?
        </a>
        <ThemeSwitch />
      </header>
      <main id="main" tabIndex={-1}>
        {found ? (
          <View key={found.route.path} route={found.route} params={found.params} address={address} />
        ) : (
          <p class="remark">
            There is nothing at this address. <a href="/">To the search</a>
          </p>
        )}
      </main>
    </div>
  )
}

function Views({ found, address }: { found: Route | undefined; address: Address }) {
  return (
    <nav class="bar-views" aria-label="Views">
      {routes
        .filter((route) => route.inMenu)
        .map((route) => (
          <a key={route.path} href={withFilter(route, address)} aria-current={route === found ? 'page' : undefined}>
            {route.title}
          </a>
        ))}
    </nav>
  )
}

/** A view, loaded when it is first gone to. */
function View({ route, ...props }: ViewProps & { route: Route }) {
  const [view, setView] = useState<{ Loaded?: ComponentType<ViewProps>; failed?: boolean }>({})
  const [broken] = useErrorBoundary((error) => console.error(error))
  useEffect(() => {
    document.title = `${route.title} · onrecord`
    route
      .load()
      .then((module) => setView({ Loaded: module.default }))
      .catch(() => setView({ failed: true }))
  }, [route])
  if (broken || view.failed) return <Broken />
  return view.Loaded ? <view.Loaded {...props} /> : <p class="remark">Loading …</p>
}

function Broken() {
  return (
    <p class="remark" role="alert">
      This view could not be shown.{' '}
      <a href={location.href} target="_self">
        Load it again
      </a>
    </p>
  )
}

/** Views of the desk share one filter: going from one to the next keeps what the next can be narrowed by. */
function withFilter(route: Route, { path, query }: Address): string {
  return addressOf(route.path, carried(path, query, route.path))
}
