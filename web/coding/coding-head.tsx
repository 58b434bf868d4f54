import type { ComponentChildren } from 'preact'
import type { Address } from '../router.ts'

const views = [
  ['/queue', 'Queue'],
  ['/agreement', 'Agreement'],
  ['/right', 'How right'],
  ['/learning', 'What it learns'],
] as const

/** The head of the views for people who code together: its name, and the way to the others. */
export function CodingHead({
  title,
  address,
  children,
}: {
  title: string
  address: Address
  children: ComponentChildren
}) {
  return (
    <header class="coding-head">
      <h1>{title}</h1>
      <nav aria-label="Coding together">
        {views.map(([path, name]) => (
          <a key={path} href={path} aria-current={address.path === path ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <p class="lead">{children}</p>
    </header>
  )
}
