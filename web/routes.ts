import type { ComponentType } from 'preact'
import { type Address, matchPath } from './router.ts'

/** What every view is given. */
export interface ViewProps {
  /** parts of the path that the route names, such as `id` in '/report/:id' */
  params: Record<string, string>
  address: Address
}

export interface Route {
  path: string
  /** the view's name in the page's title and in the navigation */
  title: string
  /** stands in the navigation */
  inMenu?: boolean
  load: () => Promise<{ default: ComponentType<ViewProps> }>
}

/** Every view of the page. Each is loaded when it is first gone to. */
export const routes: readonly Route[] = [
  { path: '/', title: 'Search', inMenu: true, load: () => import('./views/search.tsx') },
  { path: '/stories', title: 'Stories', inMenu: true, load: () => import('./views/stories.tsx') },
  { path: '/timeline', title: 'Timeline', inMenu: true, load: () => import('./views/timeline.tsx') },
  { path: '/map', title: 'Map', inMenu: true, load: () => import('./views/map.tsx') },
  { path: '/who', title: 'Who on whom', inMenu: true, load: () => import('./views/who.tsx') },
  { path: '/over-time', title: 'Over time', inMenu: true, load: () => import('./views/over-time.tsx') },
  { path: '/read', title: 'Paste a report', inMenu: true, load: () => import('./views/read.tsx') },
  { path: '/check', title: 'Check a draft', inMenu: true, load: () => import('./views/check.tsx') },
  { path: '/queue', title: 'Queue', inMenu: true, load: () => import('./views/queue.tsx') },
  { path: '/agreement', title: 'Agreement', load: () => import('./views/agreement.tsx') },
  { path: '/right', title: 'How right', load: () => import('./views/right.tsx') },
  { path: '/learning', title: 'What it learns', load: () => import('./views/learning.tsx') },
  { path: '/report/:id', title: 'Report', load: () => import('./views/report.tsx') },
  { path: '/story/:id', title: 'Story', load: () => import('./views/story.tsx') },
  { path: '/story/:id/beside', title: 'Two reports', load: () => import('./views/beside.tsx') },
  { path: '/speaker/:name', title: 'Speaker', load: () => import('./views/speaker.tsx') },
  { path: '/keys', title: 'Keys', load: () => import('./views/keys.tsx') },
]

export function findRoute(path: string): { route: Route; params: Record<string, string> } | undefined {
  for (const route of routes) {
    const params = matchPath(route.path, path)
    if (params) return { route, params }
  }
  return undefined
}
