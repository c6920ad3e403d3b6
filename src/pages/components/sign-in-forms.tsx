import type { Ui } from '../ui.ts'
import { signInWords } from '../words/sign-in.ts'
import { TextField } from './field.tsx'
import { Form, Hidden, Submit } from './form.tsx'
import { Section } from './small.tsx'

interface SignInFormsProps {
  readonly ui: Ui
  /** What the two are called on their page. */
  readonly names: { readonly slip: string; readonly password: string }
  /** What goes with either. */
  readonly carries?: { readonly name: string; readonly value: string }
}

/** To sign in: with a slip, or with a login and a password. */
export const SignInForms = ({ ui, names: { slip, password }, carries }: SignInFormsProps) => {
  const w = signInWords[ui.lang]
  const carried = carries ? <Hidden {...carries} /> : null
  return (
    <>
      <Section title={w.withSlip}>
        <Form ui={ui} name={slip}>
          {carried}
          <TextField
            ui={ui}
            form={slip}
            name="slip"
            label={w.slip}
            hint={w.slipHint}
            autocomplete="one-time-code"
            maxlength={60}
          />
          <Submit>{w.submit}</Submit>
        </Form>
      </Section>
      <Section title={w.withPassword}>
        <Form ui={ui} name={password}>
          {carried}
          <TextField ui={ui} form={password} name="login" label={w.login} autocomplete="username" maxlength={60} />
          <TextField
            ui={ui}
            form={password}
            name="password"
            label={w.password}
            type="password"
            autocomplete="current-password"
            maxlength={200}
          />
          <Submit>{w.submit}</Submit>
        </Form>
      </Section>
    </>
  )
}
