import { z } from 'zod'
import { rollCauses } from '../../../workflows/format/catalogue.ts'
import type { BodyKind } from '../../../workflows/law/provision.ts'
import { ok } from '../../../workflows/result.ts'
import { bodyName } from '../../../workflows/wording.ts'
import { endMeeting } from '../../services/meetings.ts'
import { amendRoll } from '../../services/roll-amendments.ts'
import { adjournMeeting, changePresider } from '../../services/sittings.ts'
import { attendance } from '../../services/views/attendance.ts'
import { meeting } from '../../services/views/meetings.ts'
import { rollChanges } from '../../services/views/roll-changes.ts'
import { type PossiblePresider, toCall } from '../../services/views/to-call.ts'
import { bySignedIn } from '../clerk/signed-in.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Done } from '../components/done.tsx'
import { ChoiceField, SelectField, TextField } from '../components/field.tsx'
import { Form, Submit } from '../components/form.tsx'
import { Notice } from '../components/notice.tsx'
import { Empty, Section } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { done, formsOn, page } from '../page.ts'
import { at, type Ui } from '../ui.ts'
import { causeName } from '../words/names.ts'
import { printed } from '../words/printed.ts'
import { sittingWords } from '../words/sitting.ts'
import { inMeeting } from './address.ts'
import { atTime, instantOf, onDay, person, reason } from './fields.ts'

const form = formsOn(inMeeting, done)

interface Shown {
  readonly ended: boolean
  readonly presiders: readonly PossiblePresider[]
  /** What the roster asks to be changed on the roll. */
  readonly changes: readonly { readonly person: string; readonly cause: (typeof rollCauses)[number] }[]
  /** Who is on the roll, who sits in the body today, and who has come of age: whom a cause may concern. */
  readonly people: Readonly<Record<string, string | null>>
}

/** What happens to a sitting as a whole: it ends, is put off or adjourned, changes its presider or its roll. */
export const sittingPage = page({
  path: '/c/:c/meetings/:m/sitting',
  may: ['clerk'],
  params: inMeeting,
  query: done,
  load: ({ site: { engine }, reader, params: { m } }) =>
    bySignedIn(reader, async (actor) => {
      const one = await meeting(engine, actor, m)
      if (!one.ok) return one
      const roll = await attendance(engine, actor, m)
      if (!roll.ok) return roll
      const { body, outcome } = one.value
      const able = await toCall(engine, actor, body as BodyKind)
      if (!able.ok) return able
      const changes = await rollChanges(engine, actor, m)
      if (!changes.ok) return changes
      const { due, grownUp } = changes.value
      const listed = [...roll.value.members, ...able.value.seated, ...grownUp]
      return ok<Shown>({
        ended: outcome !== null,
        changes: [...due, ...grownUp.map(({ person: id }) => ({ person: id, cause: 'came-of-age' as const }))],
        presiders: able.value.presiders,
        people: Object.fromEntries(listed.map(({ person: id, name }) => [id, name])),
      })
    }),
  forms: {
    end: form(
      z.object({ outcome: z.enum(['held', 'no-quorum']) }),
      async ({ site, actor, params: { c, m }, fields }) => {
        const ended = await endMeeting(site.engine, actor, m, fields)
        return ended.ok ? ok({ to: `/c/${c}/meetings/${m}?done=ended` }) : ended
      },
    ),
    postpone: form(z.object({ reason }), async ({ site, actor, params: { c, m }, fields }) => {
      const ended = await endMeeting(site.engine, actor, m, { outcome: 'postponed', ...fields })
      return ended.ok ? ok({ to: `/c/${c}/meetings/${m}?done=ended` }) : ended
    }),
    adjourn: form(
      z.object({ day: onDay, time: atTime, reason }),
      async ({ site, actor, params: { c, m }, fields: { day, time, reason: why } }) => {
        const until = instantOf(day, time)
        const put = await adjournMeeting(site.engine, actor, m, { until, reason: why })
        return put.ok ? ok({ to: `/c/${c}/meetings/${m}/sitting?done=done` }) : put
      },
    ),
    presider: form(z.object({ presider: person, reason }), async ({ site, actor, params: { c, m }, fields }) => {
      const changed = await changePresider(site.engine, actor, m, fields)
      return changed.ok ? ok({ to: `/c/${c}/meetings/${m}/sitting?done=done` }) : changed
    }),
    roll: form(
      z.object({ cause: z.enum(rollCauses), person, reason }),
      async ({ site, actor, params: { c, m }, fields }) => {
        const amended = await amendRoll(site.engine, actor, m, fields)
        return amended.ok ? ok({ to: `/c/${c}/meetings/${m}/sitting?done=done` }) : amended
      },
    ),
  },
  view: (shown, ui, { query, params }) => {
    const w = sittingWords[ui.lang]
    return (
      <Document ui={ui} title={w.title}>
        <Done done={query.done} words={{ done: w.done }} />
        {shown.ended ? <Empty>{w.ended}</Empty> : <Forms ui={ui} shown={shown} />}
        <Buttons>
          <LinkButton href={at(ui, `/meetings/${params.m}/desk`)} quiet>
            {w.back}
          </LinkButton>
        </Buttons>
      </Document>
    )
  },
})

interface FormsProps {
  readonly ui: Ui
  readonly shown: Shown
}

const Forms = ({ ui, shown }: FormsProps) => {
  const w = sittingWords[ui.lang]
  return (
    <>
      <Section title={w.end}>
        <p>{w.endLead}</p>
        <Form ui={ui} name="end">
          <ChoiceField
            ui={ui}
            form="end"
            name="outcome"
            label={w.outcome}
            options={[
              { value: 'held', title: w.held },
              { value: 'no-quorum', title: w.noQuorum },
            ]}
          />
          <Submit>{w.submitEnd}</Submit>
        </Form>
      </Section>
      <Section title={w.adjourn}>
        <p>{w.adjournLead}</p>
        <Form ui={ui} name="adjourn">
          <TextField ui={ui} form="adjourn" name="day" type="date" label={w.day} />
          <TextField ui={ui} form="adjourn" name="time" type="time" label={w.time} />
          <TextField ui={ui} form="adjourn" name="reason" label={w.why} rows={2} />
          <Submit>{w.submitAdjourn}</Submit>
        </Form>
      </Section>
      <Section title={w.postpone}>
        <p>{w.postponeLead}</p>
        <Form ui={ui} name="postpone">
          <TextField ui={ui} form="postpone" name="reason" label={w.why} rows={2} />
          <Submit>{w.submitPostpone}</Submit>
        </Form>
      </Section>
      <PresiderAndRoll ui={ui} shown={shown} />
    </>
  )
}

const PresiderAndRoll = ({ ui, shown }: FormsProps) => {
  const w = sittingWords[ui.lang]
  const people = Object.entries(shown.people).map(([value, name]) => ({ value, title: name ?? w.erased }))
  return (
    <>
      <Section title={w.presider}>
        <Form ui={ui} name="presider">
          <SelectField
            ui={ui}
            form="presider"
            name="presider"
            label={w.newPresider}
            options={shown.presiders.map(({ person: value, name, body }) => ({
              value,
              title: printed(`${name ?? w.erased}(${bodyName(body, ui.lang)})`, ui.lang),
            }))}
          />
          <TextField ui={ui} form="presider" name="reason" label={w.why} rows={2} />
          <Submit>{w.submitPresider}</Submit>
        </Form>
      </Section>
      <Section id="roll" title={w.roll}>
        <p>{w.rollLead}</p>
        {shown.changes.length === 0 ? null : (
          <Notice kind="mind">
            <p>{w.rollDue}</p>
            <ul>
              {shown.changes.map(({ person: id, cause }) => (
                <li>{printed(`${shown.people[id] ?? w.erased}:${causeName(cause, ui.lang)}`, ui.lang)}</li>
              ))}
            </ul>
          </Notice>
        )}
        <Form ui={ui} name="roll">
          <SelectField
            ui={ui}
            form="roll"
            name="cause"
            label={w.cause}
            options={rollCauses.map((value) => ({ value, title: causeName(value, ui.lang) }))}
          />
          <SelectField ui={ui} form="roll" name="person" label={w.who} hint={w.whoHint} options={people} />
          <TextField ui={ui} form="roll" name="reason" label={w.why} rows={2} />
          <Submit>{w.submitRoll}</Submit>
        </Form>
      </Section>
    </>
  )
}
