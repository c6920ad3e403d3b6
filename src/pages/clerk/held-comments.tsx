import { moderationReasons } from '../../../workflows/format/catalogue.ts'
import type { HeldComment } from '../../services/views/guest-comments.ts'
import { SelectField } from '../components/field.tsx'
import { Form, Hidden, Submit } from '../components/form.tsx'
import { Photo } from '../components/photo.tsx'
import { Section, Tag } from '../components/small.tsx'
import { isOf, type Ui } from '../ui.ts'
import { clerkCommentWords } from '../words/clerk-comments.ts'
import { sayDay } from '../words/dates.ts'
import { moderationReason } from '../words/moderation.ts'
import { proposalWords } from '../words/proposal.ts'

/** What guests sent and waits for the office: each admitted, or kept back for one of the published reasons. */
export const HeldComments = ({ ui, held }: { readonly ui: Ui; readonly held: readonly HeldComment[] }) => {
  const w = clerkCommentWords[ui.lang]
  if (held.length === 0) return null
  return (
    <Section id="held" title={w.held(held.length)}>
      <p class="hint">{w.heldLead}</p>
      <ol class="cards">
        {held.map((one) => (
          <Held ui={ui} one={one} />
        ))}
      </ol>
    </Section>
  )
}

const Held = ({ ui, one }: { readonly ui: Ui; readonly one: HeldComment }) => {
  const w = clerkCommentWords[ui.lang]
  const said = proposalWords[ui.lang]
  const options = moderationReasons.map((value) => ({ value, title: moderationReason(value, ui.lang) }))
  const mayKeepBack = isOf(ui, 'supervisor') || (isOf(ui, 'clerk') && !one.objection)
  return (
    <li>
      <p class="small">
        {said.guest} · {said.receivedOn(sayDay(one.receivedOn, ui.place?.today ?? '', ui.lang))}{' '}
        {one.objection ? <Tag>{said.objection}</Tag> : null}
      </p>
      <p class="text">{one.text ?? said.erasedText}</p>
      {one.photo === null ? null : <Photo ui={ui} comment={one.id} alt={one.alt} />}
      {isOf(ui, 'clerk', 'supervisor') ? (
        <Form ui={ui} name="admit">
          <Hidden name="guest" value={one.id} />
          <Submit>{w.admit}</Submit>
        </Form>
      ) : null}
      {mayKeepBack ? (
        <details>
          <summary>{w.keepBack}</summary>
          <Form ui={ui} name="keep-back">
            <Hidden name="guest" value={one.id} />
            <SelectField ui={ui} form={`keep-back-${one.id}`} name="reason" label={w.reason} options={options} />
            <Submit quiet>{w.keepBack}</Submit>
          </Form>
        </details>
      ) : null}
    </li>
  )
}
