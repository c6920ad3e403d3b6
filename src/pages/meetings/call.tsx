import { z } from 'zod'
import { type BodyKind, bodyKinds, modes } from '../../../workflows/law/provision.ts'
import { ok } from '../../../workflows/result.ts'
import { bodyName } from '../../../workflows/wording.ts'
import { callMeeting } from '../../services/meetings.ts'
import { type ToCallView, toCall } from '../../services/views/to-call.ts'
import { bySignedIn } from '../clerk/signed-in.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { ChoiceField, SelectField, TextField } from '../components/field.tsx'
import { Form, Hidden, Submit } from '../components/form.tsx'
import { Empty, Section, Tag } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { formsOn, inCommunity, page } from '../page.ts'
import { at, type Ui } from '../ui.ts'
import { callWords } from '../words/call.ts'
import { printed } from '../words/printed.ts'
import { atTime, instantOf, onDay, person, reason } from './fields.ts'

const query = z.object({ body: z.enum(bodyKinds).optional() })
const form = formsOn(inCommunity, query)

const fields = z
  .object({
    body: z.enum(bodyKinds),
    agenda: z.array(z.uuid().toLowerCase()).min(1).max(50),
    mode: z.enum(modes).optional(),
    day: onDay,
    time: atTime,
    place: reason,
    convenedBy: z.enum(bodyKinds),
    presider: person,
    notice: z.array(z.enum(['written', 'posted'])),
    reason: reason.optional(),
    decidedBy: z.enum(bodyKinds).optional(),
    demand: z.uuid().toLowerCase().optional(),
  })
  .refine((one) => one.decidedBy === undefined || one.reason !== undefined, { path: ['reason'] })
  .refine((one) => one.reason === undefined || one.decidedBy !== undefined, { path: ['decidedBy'] })

/** Calling a meeting: which body, then everything that the convocation says. */
export const callPage = page({
  path: '/c/:c/meetings/call',
  may: ['clerk'],
  params: inCommunity,
  query,
  load: ({ site, reader, query: { body } }) => bySignedIn(reader, (actor) => toCall(site.engine, actor, body)),
  forms: {
    call: form(fields, async ({ site, actor, params, fields: typed }) => {
      const { day, time, notice, reason: why, decidedBy, ...rest } = typed
      const urgent = why !== undefined && decidedBy !== undefined ? { emergency: { reason: why, decidedBy } } : {}
      const called = await callMeeting(site.engine, actor, {
        ...rest,
        ...urgent,
        at: instantOf(day, time),
        written: notice.includes('written'),
        posted: notice.includes('posted'),
      })
      return called.ok ? ok({ to: `/c/${params.c}/meetings/${called.value.meeting}?done=called` }) : called
    }),
  },
  view: (shown, ui, { query: { body } }) => {
    const w = callWords[ui.lang]
    return (
      <Document ui={ui} title={w.title} lead={w.lead}>
        {body === undefined ? <Bodies ui={ui} shown={shown} /> : <Convocation ui={ui} shown={shown} body={body} />}
      </Document>
    )
  },
})

const Bodies = ({ ui, shown: { items } }: { readonly ui: Ui; readonly shown: ToCallView }) => {
  const w = callWords[ui.lang]
  const bodies = [...new Set(items.map(({ body }) => body))]
  return (
    <Section title={w.whichBody}>
      {bodies.length === 0 ? <Empty>{w.nothing}</Empty> : null}
      <ul class="cards">
        {bodies.map((body) => (
          <li>
            <h3>
              <a href={at(ui, `/meetings/call?body=${body}`)}>{bodyName(body, ui.lang)}</a>{' '}
              <Tag>{w.waits(items.filter((one) => one.body === body).length)}</Tag>
            </h3>
          </li>
        ))}
      </ul>
    </Section>
  )
}

interface ConvocationProps {
  readonly ui: Ui
  readonly shown: ToCallView
  readonly body: BodyKind
}

const Convocation = ({ ui, shown, body }: ConvocationProps) => {
  const w = callWords[ui.lang]
  const items = shown.items.filter((one) => one.body === body)
  if (items.length === 0)
    return (
      <>
        <Empty>{w.nothing}</Empty>
        <Buttons>
          <LinkButton href={at(ui, '/meetings/call')} quiet>
            {w.otherBody}
          </LinkButton>
        </Buttons>
      </>
    )
  const lawful = [...new Set(items.flatMap(({ convenes }) => convenes))]
  const calling = lawful.length === 0 ? bodyKinds : lawful
  const named = (one: BodyKind) => ({ value: one, title: bodyName(one, ui.lang) })
  const days = Math.max(...items.map(({ daysBefore }) => daysBefore))
  const of = { ui, form: 'call' } as const
  return (
    <Form ui={ui} name="call">
      <Hidden name="body" value={body} />
      <h2>{bodyName(body, ui.lang)}</h2>
      <ChoiceField
        {...of}
        name="agenda"
        label={w.items}
        several
        options={items.map((one) => ({
          value: one.proposal,
          title: w.number(one.number, one.title ?? w.erased, one.stage[ui.lang]),
        }))}
        value={items.length === 1 ? items[0]?.proposal : undefined}
      />
      {items.some(({ mode }) => mode !== null) ? (
        <SelectField
          {...of}
          name="mode"
          label={w.mode}
          hint={w.modeHint}
          optional
          value={items.find(({ mode }) => mode !== null)?.mode ?? undefined}
          options={[
            { value: 'persons', title: w.persons },
            { value: 'households', title: w.households },
            { value: 'representatives', title: w.representatives },
          ]}
        />
      ) : null}
      <TextField {...of} name="day" type="date" label={w.day} hint={w.dayHint(days)} />
      <TextField {...of} name="time" type="time" label={w.time} />
      <TextField {...of} name="place" label={w.place} maxlength={200} />
      <SelectField
        {...of}
        name="convenedBy"
        label={w.convenedBy}
        hint={lawful.length === 0 ? undefined : w.convenedHint(lawful.map((one) => bodyName(one, ui.lang)).join('、'))}
        value={lawful.length === 1 ? lawful[0] : undefined}
        options={calling.map(named)}
      />
      <SelectField
        {...of}
        name="presider"
        label={w.presider}
        options={shown.presiders.map(({ person: value, name, body: sits }) => ({
          value,
          title: printed(`${name ?? w.erased}(${bodyName(sits, ui.lang)})`, ui.lang),
        }))}
      />
      <ChoiceField
        {...of}
        name="notice"
        label={w.notice}
        several
        options={[
          { value: 'written', title: w.written },
          { value: 'posted', title: w.posted },
        ]}
      />
      {shown.demands.length === 0 ? null : (
        <SelectField
          {...of}
          name="demand"
          label={w.demand}
          hint={w.demandHint}
          optional
          options={shown.demands.map(({ id, text, have, need }) => ({
            value: id,
            title: w.demandLine(text ?? w.erased, have, need),
          }))}
        />
      )}
      <details open={ui.tried !== undefined && (ui.tried.fields.reason?.[0] ?? '') !== ''}>
        <summary>{w.emergency}</summary>
        <TextField {...of} name="reason" label={w.emergencyReason} hint={w.emergencyBoth} rows={2} optional />
        <SelectField {...of} name="decidedBy" label={w.decidedBy} optional options={calling.map(named)} />
      </details>
      <Buttons>
        <Submit>{w.submit}</Submit>
        <LinkButton href={at(ui, '/meetings/call')} quiet>
          {w.otherBody}
        </LinkButton>
      </Buttons>
    </Form>
  )
}
