import type { Children } from '../page.ts'
import type { Ui } from '../ui.ts'
import { common } from '../words/common.ts'

/** A word that sorts what it stands beside. */
export const Tag = ({ kind, children }: Children & { readonly kind?: 'good' | 'bad' | 'plain' }) => (
  <span class={kind === 'good' || kind === 'bad' ? `tag ${kind}` : 'tag'}>{children}</span>
)

/** What stands where there is nothing yet. */
export const Empty = ({ children }: Children) => <p class="empty">{children}</p>

/** A part of a page under its heading, which a link may lead to. */
export const Section = ({ id, title, children }: Children & { readonly id?: string; readonly title: string }) => (
  <section id={id}>
    <h2>{title}</h2>
    {children}
  </section>
)

/** Names with what they stand for. */
export const Facts = ({ facts }: { readonly facts: readonly (readonly [string, unknown])[] }) => (
  <dl class="facts">
    {facts.map(([name, value]) => (
      <div>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

interface PagerProps {
  readonly ui: Ui
  /** Where the next page begins; absent on the last. */
  readonly next: string | undefined
  /** The parameter in the address that says where a page begins. */
  readonly name?: string
}

/** On to the next page of a list, and back to its first. */
export const Pager = ({ ui, next, name = 'from' }: PagerProps) => {
  const w = common[ui.lang]
  const [path = '', search] = ui.here.split('?')
  const query = new URLSearchParams(search)
  const begun = query.has(name)
  const to = (from?: string): string => {
    const changed = new URLSearchParams(query)
    changed.delete(name)
    if (from !== undefined) changed.set(name, from)
    return changed.size === 0 ? path : `${path}?${changed}`
  }
  if (next === undefined && !begun) return null
  return (
    <nav class="pager" aria-label={w.pages}>
      {begun ? <a href={to()}>{w.firstPage}</a> : null}
      {next === undefined ? null : (
        <a href={to(next)} rel="next">
          {w.nextPage}
        </a>
      )}
    </nav>
  )
}
