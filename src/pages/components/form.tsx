import type { Children } from '../page.ts'
import type { Ui } from '../ui.ts'

interface FormProps extends Children {
  readonly ui: Ui
  /** The form's name among the forms of its page. */
  readonly name: string
  /** Another page's address, where the form is that page's. */
  readonly action?: string
  readonly class?: string
  /** True where files are sent with it. */
  readonly sendsFiles?: boolean
  /** True for what may be sent any number of times, such as signing in: it takes no key of its own. */
  readonly anyTime?: boolean
  /** True for what must not get lost in bad reception: the script sends it again until it is answered. */
  readonly patient?: boolean
}

/** What was sent before its sender signed in anew keeps its key: it may have been done already. */
const keyOf = ({ tried, newKey }: Ui, name: string, anyTime = false): string => {
  const before = tried?.form === name ? tried : undefined
  before?.drawn?.()
  return anyTime ? name : (before?.again?.key ?? newKey())
}

/** A form with its key: sent twice it is one deed. Refused, it stands there again with what was typed; why is said at the head of the page. */
export const Form = ({ ui, name, action, class: look, sendsFiles, anyTime, patient, children }: FormProps) => (
  <form
    method="post"
    action={action ?? ui.here}
    class={look}
    enctype={sendsFiles ? 'multipart/form-data' : undefined}
    data-patient={patient ? '' : undefined}
  >
    <input type="hidden" name="form" value={name} />
    <input type="hidden" name="key" value={keyOf(ui, name, anyTime)} />
    {children}
  </form>
)

interface SubmitProps extends Children {
  readonly quiet?: boolean
  /** Which of several buttons was pressed. */
  readonly name?: string
  readonly value?: string
  readonly class?: string
}

export const Submit = ({ quiet, name, value, class: look, children }: SubmitProps) => (
  <button type="submit" class={look ?? (quiet ? 'button quiet' : 'button')} name={name} value={value}>
    {children}
  </button>
)

/** What goes with a form unseen. */
export const Hidden = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <input type="hidden" name={name} value={value} />
)
