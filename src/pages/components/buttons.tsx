import type { Children } from '../page.ts'

/** A row of what may be done. */
export const Buttons = ({ children }: Children) => <div class="buttons">{children}</div>

interface LinkButtonProps extends Children {
  readonly href: string
  readonly quiet?: boolean
}

/** A link that looks as much like a deed as a button; it only leads on. */
export const LinkButton = ({ href, quiet, children }: LinkButtonProps) => (
  <a class={quiet ? 'button quiet' : 'button'} href={href}>
    {children}
  </a>
)
