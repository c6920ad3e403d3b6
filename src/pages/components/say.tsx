import { at, type Ui } from '../ui.ts'
import { sayWords } from '../words/say.ts'
import { Buttons, LinkButton } from './buttons.tsx'
import { CommentForm } from './comment-form.tsx'
import { TextField } from './field.tsx'
import { Form, Submit } from './form.tsx'

interface SayProps {
  readonly ui: Ui
  readonly posting: string
}

/** Where somebody comments: the form for whoever is known, the slip's for whoever is not yet, and the guests' where they are admitted. */
export const Say = ({ ui, posting }: SayProps) => {
  const w = sayWords[ui.lang]
  const { me, comments } = ui.place ?? {}
  if (me !== undefined && me.person === undefined) return null
  return (
    <section id="say">
      <h2>{w.title}</h2>
      {me ? <CommentForm ui={ui} name="comment" posting={posting} /> : <Slip ui={ui} />}
      {me === undefined && comments === 'guests' ? <Guests ui={ui} posting={posting} /> : null}
    </section>
  )
}

const Slip = ({ ui }: { readonly ui: Ui }) => {
  const w = sayWords[ui.lang]
  return (
    <>
      <p>{w.slipLead}</p>
      <Form ui={ui} name="slip" anyTime>
        <TextField ui={ui} form="slip" name="slip" label={w.slip} autocomplete="one-time-code" maxlength={60} />
        <Buttons>
          <Submit>{w.slipSubmit}</Submit>
          <LinkButton href={`${at(ui, '/sign-in')}?${new URLSearchParams({ back: ui.here })}`} quiet>
            {w.account}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}

const Guests = ({ ui, posting }: SayProps) => {
  const w = sayWords[ui.lang]
  const following = ui.tried?.form === 'follow'
  return (
    <>
      <h3 id="guest">{w.guestTitle}</h3>
      <p>{w.guestLead}</p>
      <CommentForm ui={ui} name="guest" posting={posting} />
      <details open={following}>
        <summary>{w.followTitle}</summary>
        <Form ui={ui} name="follow" anyTime>
          <TextField ui={ui} form="follow" name="code" label={w.code} autocomplete="off" maxlength={40} />
          <Submit quiet>{w.follow}</Submit>
        </Form>
      </details>
    </>
  )
}
