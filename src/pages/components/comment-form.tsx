import { z } from 'zod'
import { at, type Ui } from '../ui.ts'
import { proposalWords } from '../words/proposal.ts'
import { Buttons, LinkButton } from './buttons.tsx'
import { ChoiceField, TextField } from './field.tsx'
import { Form, Hidden, Submit } from './form.tsx'

/** What a comment consists of. */
export const commentFields = z.object({
  posting: z.uuid().toLowerCase(),
  text: z.string().trim().min(1).max(5000),
  sort: z.enum(['plain', 'objection']),
})

/** To say something on what hangs: for residents; others are shown where to sign in. */
export const CommentForm = ({ ui, posting }: { readonly ui: Ui; readonly posting: string }) => {
  const w = proposalWords[ui.lang]
  const { me } = ui.place ?? {}
  if (me === undefined)
    return (
      <Buttons>
        <LinkButton href={`${at(ui, '/sign-in')}?${new URLSearchParams({ back: ui.here })}`}>
          {w.signInToSay}
        </LinkButton>
      </Buttons>
    )
  if (me.person === undefined) return null
  return (
    <>
      <h3 id="say">{w.say}</h3>
      <Form ui={ui} name="comment" patient>
        <Hidden name="posting" value={posting} />
        <TextField ui={ui} form="comment" name="text" label={w.yours} hint={w.sayHint} rows={5} maxlength={5000} />
        <ChoiceField
          ui={ui}
          form="comment"
          name="sort"
          label={w.sort}
          value="plain"
          options={[
            { value: 'plain', title: w.plain },
            { value: 'objection', title: w.isObjection },
          ]}
        />
        <Submit>{w.send}</Submit>
      </Form>
    </>
  )
}
