import { Component, type FunctionComponent, h } from 'preact'

/** A component that is drawn again only where its properties are no longer the same. */
export function memo<P extends object>(
  Inner: FunctionComponent<P>,
  same: (before: P, after: P) => boolean = shallowSame,
): FunctionComponent<P> {
  class Memo extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      return !same(this.props as P, next)
    }
    override render(props: P) {
      return h(Inner, props)
    }
  }
  return Memo as unknown as FunctionComponent<P>
}

function shallowSame(before: object, after: object): boolean {
  const names = Object.keys(after)
  return (
    names.length === Object.keys(before).length &&
    names.every((name) => Object.is(before[name as keyof object], after[name as keyof object]))
  )
}
