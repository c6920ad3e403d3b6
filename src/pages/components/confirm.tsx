import { Document } from '../layout/document.tsx'
import type { Children } from '../page.ts'
import type { Ui } from '../ui.ts'
import { common } from '../words/common.ts'
import { Buttons, LinkButton } from './buttons.tsx'
import { Form, Hidden, Submit } from './form.tsx'

interface ConfirmProps extends Children {
  readonly ui: Ui
  readonly title: string
  /** The form that does it, and what it sends. */
  readonly form: string
  readonly sends: Readonly<Record<string, string>>
  readonly yes: string
  /** Where one goes who does not want it. */
  readonly back: string
  /** What that way is called, where it is more than back. */
  readonly no?: string
  readonly patient?: boolean
}

/** A page of its own instead of a window that pops up: what is about to be done, once more, and two ways on. */
export const Confirm = ({ ui, title, form, sends, yes, back, no, patient, children }: ConfirmProps) => (
  <Document ui={ui} title={title}>
    {children}
    <Form ui={ui} name={form} patient={patient ?? false}>
      {Object.entries(sends).map(([name, value]) => (
        <Hidden name={name} value={value} />
      ))}
      <Buttons>
        <Submit class="button big">{yes}</Submit>
        <LinkButton href={back} quiet>
          {no ?? common[ui.lang].back}
        </LinkButton>
      </Buttons>
    </Form>
  </Document>
)
