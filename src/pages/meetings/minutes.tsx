import { z } from 'zod'
import { ok } from '../../../workflows/result.ts'
import { attest } from '../../services/attestations.ts'
import { approveMinutes, writeMinutes } from '../../services/minutes.ts'
import { noteSpeech } from '../../services/speeches.ts'
import type { AttendanceView } from '../../services/views/attendance.ts'
import { attendance } from '../../services/views/attendance.ts'
import { type MeetingSheet, meetingSheet } from '../../services/views/meeting-sheet.ts'
import { type MeetingView, meeting } from '../../services/views/meetings.ts'
import { type MinutesView, minutes } from '../../services/views/minutes.ts'
import { bySignedIn } from '../clerk/signed-in.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Done } from '../components/done.tsx'
import { SelectField, TextField } from '../components/field.tsx'
import { Form, Hidden, Submit } from '../components/form.tsx'
import { Notice } from '../components/notice.tsx'
import { Empty, Section } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { done, formsOn, page } from '../page.ts'
import { at, isOf, type Ui } from '../ui.ts'
import { sayTime } from '../words/dates.ts'
import { minutesWords } from '../words/minutes.ts'
import { inMeeting } from './address.ts'
import { onDay, reason } from './fields.ts'

const form = formsOn(inMeeting, done)

/** Minutes are longer than other texts; browsers send the ends of their lines in two characters. */
const longText = z
  .string()
  .trim()
  .min(1)
  .max(200_000)
  .transform((text) => text.normalize('NFC').replace(/\r\n/g, '\n'))
  .refine((text) => text.isWellFormed() && !/[\p{Cc}--[\n\t]]/v.test(text))
const commitment = z.string().regex(/^[0-9a-f]{64}$/)

interface Shown {
  readonly minutes: MinutesView
  readonly meeting: MeetingView
  readonly sheet: MeetingSheet
  readonly members: AttendanceView['members']
}

/** 会议记录: drafted by the record, corrected by the recorder, approved by the presider. */
export const minutesPage = page({
  path: '/c/:c/meetings/:m/minutes',
  may: 'signed-in',
  params: inMeeting,
  query: done,
  load: ({ site: { engine }, reader, params: { m } }) =>
    bySignedIn(reader, async (actor) => {
      const told = await minutes(engine, actor, m)
      if (!told.ok) return told
      const one = await meeting(engine, actor, m)
      if (!one.ok) return one
      const sheet = await meetingSheet(engine, actor, m)
      if (!sheet.ok) return sheet
      const hall = await attendance(engine, actor, m)
      if (!hall.ok) return hall
      return ok<Shown>({ minutes: told.value, meeting: one.value, sheet: sheet.value, members: hall.value.members })
    }),
  forms: {
    speech: form(
      z.object({ speaker: z.uuid().toLowerCase(), proposal: z.uuid().toLowerCase().optional(), text: reason }),
      async ({ site, actor, params: { c, m }, fields }) => {
        const noted = await noteSpeech(site.engine, actor, m, fields)
        return noted.ok ? ok({ to: `/c/${c}/meetings/${m}/minutes?done=noted` }) : noted
      },
    ),
    write: form(
      z.object({ text: longText, over: z.coerce.number().int().min(0) }),
      async ({ site, actor, params: { c, m }, fields }) => {
        const written = await writeMinutes(site.engine, actor, m, fields)
        return written.ok ? ok({ to: `/c/${c}/meetings/${m}/minutes?done=saved` }) : written
      },
    ),
    approve: form(z.object({ commitment }), async ({ site, actor, params: { c, m }, fields }) => {
      const approved = await approveMinutes(site.engine, actor, m, fields)
      return approved.ok ? ok({ to: `/c/${c}/meetings/${m}/minutes?done=approved` }) : approved
    }),
    paper: form(
      z.object({ commitment, signedOn: onDay, evidence: reason }),
      async ({ site, actor, params: { c, m }, fields }) => {
        const what = {
          sort: 'minutes',
          meeting: m,
          occurredOn: fields.signedOn,
          commitment: fields.commitment,
        } as const
        const entered = await attest(site.engine, actor, { evidence: fields.evidence, what })
        return entered.ok ? ok({ to: `/c/${c}/meetings/${m}/minutes?done=waits` }) : entered
      },
    ),
  },
  view: (shown, ui, { query }) => {
    const w = minutesWords[ui.lang]
    const { draft, written, approvedAt } = shown.minutes
    const presides = ui.place?.me?.person === shown.meeting.presider
    const clerk = isOf(ui, 'clerk')
    const over = shown.meeting.outcome !== null
    return (
      <Document ui={ui} title={w.title} lead={w.lead}>
        <Done done={query.done} words={{ saved: w.saved, noted: w.noted, approved: w.approvedNow, waits: w.waits }} />
        {approvedAt === null ? null : (
          <Notice kind="done">
            <p>{w.approved(sayTime(approvedAt, ui.place?.today ?? '', ui.lang))}</p>
          </Notice>
        )}
        {written ? (
          <Section title={w.version(written.n)}>
            <div class="card text">{written.text ?? w.erased}</div>
          </Section>
        ) : null}
        {approvedAt === null && !over && (presides || clerk) ? (
          <Notice kind="mind">
            <p>{w.notOver}</p>
          </Notice>
        ) : null}
        {presides && over && approvedAt === null ? <Approve ui={ui} minutes={shown.minutes} /> : null}
        {draft ? (
          <details open={written === null}>
            <summary>{w.drafted}</summary>
            <Blocks blocks={draft.blocks} />
          </details>
        ) : null}
        {clerk && approvedAt === null ? <Recorder ui={ui} shown={shown} /> : null}
        <Buttons>
          {written === null ? null : (
            <LinkButton href={at(ui, `/meetings/${shown.meeting.id}/papers/minutes`)} quiet>
              {w.print}
            </LinkButton>
          )}
          <LinkButton href={at(ui, `/meetings/${shown.meeting.id}`)} quiet>
            {w.back}
          </LinkButton>
        </Buttons>
      </Document>
    )
  },
})

const Blocks = ({ blocks }: Pick<NonNullable<MinutesView['draft']>, 'blocks'>) => (
  <div class="card">
    {blocks.map((block) =>
      block.sort === 'field' ? (
        <p>
          <strong>{block.label}:</strong>
          {block.text}
        </p>
      ) : block.sort === 'line' ? (
        <p>{block.text}</p>
      ) : (
        <h3>{block.text}</h3>
      ),
    )}
  </div>
)

const Approve = ({ ui, minutes: { written } }: { readonly ui: Ui; readonly minutes: MinutesView }) => {
  const w = minutesWords[ui.lang]
  return (
    <Section title={w.approve}>
      {written === null ? (
        <Empty>{w.notWritten}</Empty>
      ) : (
        <Form ui={ui} name="approve">
          <p>{w.approveLead}</p>
          <Hidden name="commitment" value={written.commitment} />
          <Submit>{w.approveButton}</Submit>
        </Form>
      )}
    </Section>
  )
}

const Recorder = ({ ui, shown }: { readonly ui: Ui; readonly shown: Shown }) => {
  const w = minutesWords[ui.lang]
  const { draft, written } = shown.minutes
  const speakers = [
    ...shown.members.map(({ person, name }) => ({ value: person, title: name ?? w.erased })),
    ...shown.meeting.observers.map(({ id, name }) => ({ value: id, title: w.observer(name ?? w.erased) })),
  ]
  const items = shown.sheet.items.map(({ proposal, number, title }) => ({
    value: proposal,
    title: `${number}. ${title ?? w.erased}`,
  }))
  return (
    <>
      <Section title={w.speech}>
        <Form ui={ui} name="speech">
          <SelectField ui={ui} form="speech" name="speaker" label={w.speaker} options={speakers} />
          <SelectField
            ui={ui}
            form="speech"
            name="proposal"
            label={w.about}
            hint={w.general}
            optional
            options={items}
          />
          <TextField ui={ui} form="speech" name="text" label={w.said} rows={3} />
          <Submit>{w.addSpeech}</Submit>
        </Form>
      </Section>
      <Section title={w.write}>
        <Form ui={ui} name="write">
          <Hidden name="over" value={String(written?.n ?? 0)} />
          <TextField
            ui={ui}
            form="write"
            name="text"
            label={w.text}
            hint={w.writeHint}
            rows={16}
            value={written?.text ?? draft?.text ?? ''}
          />
          <Submit>{w.save}</Submit>
        </Form>
      </Section>
      {written === null || shown.meeting.outcome === null ? null : (
        <Section title={w.onPaper}>
          <p>{w.onPaperLead}</p>
          <Form ui={ui} name="paper">
            <Hidden name="commitment" value={written.commitment} />
            <TextField ui={ui} form="paper" name="signedOn" type="date" label={w.signedOn} value={ui.place?.today} />
            <TextField ui={ui} form="paper" name="evidence" label={w.evidence} rows={2} />
            <Submit>{w.submitPaper}</Submit>
          </Form>
        </Section>
      )}
    </>
  )
}
