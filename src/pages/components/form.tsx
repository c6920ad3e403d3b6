import { groundText } from '../../../workflows/wording.ts'
import type { Children } from '../page.ts'
import type { Ui } from '../ui.ts'
import { common } from '../words/common.ts'
import { Notice } from './notice.tsx'

interface FormProps extends Children {
  readonly ui: Ui
  /** The form's name among the forms of its page. */
  readonly name: string
  /** Another page's address, where the form is that page's. */
  readonly action?: string
  readonly class?: string
  /** True where files are sent with it. */
  readonly sendsFiles?: boolean
  /** True for what must not get lost in bad reception: the script sends it again until it is answered. */
  readonly patient?: boolean
}

/** A form with its key: sent twice it is one deed. Refused, it stands there again with what was typed and why. */
export const Form = ({ ui, name, action, class: look, sendsFiles, patient, children }: FormProps) => {
  const tried = ui.tried?.form === name && action === undefined ? ui.tried : undefined
  return (
    <form
      method="post"
      action={action ?? ui.here}
      class={look}
      enctype={sendsFiles ? 'multipart/form-data' : undefined}
      data-patient={patient ? '' : undefined}
    >
      <input type="hidden" name="form" value={name} />
      <input type="hidden" name="key" value={ui.newKey()} />
      {tried ? <Problem ui={ui} /> : null}
      {children}
    </form>
  )
}

const Problem = ({ ui }: { readonly ui: Ui }) => {
  const { problem } = ui.tried ?? {}
  const w = common[ui.lang]
  const unmet = problem?.grounds.filter(({ met }) => !met) ?? []
  return (
    <Notice kind="problem">
      <p>
        <strong>{w.problem}</strong>
        {problem ? `:${problem[ui.lang]}` : ''}
      </p>
      {unmet.length === 0 ? null : (
        <ul>
          {unmet.map((ground) => (
            <li>{groundText(ground, ui.lang)}</li>
          ))}
        </ul>
      )}
      <p>{w.kept}</p>
    </Notice>
  )
}

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
