import { z } from 'zod'
import { ok, type Result } from '../../../workflows/result.ts'
import { bodyName } from '../../../workflows/wording.ts'
import { nameKeys } from '../../roster/name-keys.ts'
import { signInToMeeting } from '../../services/attendance.ts'
import { leaveMeeting } from '../../services/departures.ts'
import type { Refusal } from '../../services/refusal.ts'
import { type AttendanceView, attendance } from '../../services/views/attendance.ts'
import { type DeskView, desk } from '../../services/views/desk.ts'
import { type MeetingSheet, meetingSheet } from '../../services/views/meeting-sheet.ts'
import { type MeetingView, meeting } from '../../services/views/meetings.ts'
import { bySignedIn } from '../clerk/signed-in.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Done } from '../components/done.tsx'
import { Live } from '../components/live.tsx'
import { Notice } from '../components/notice.tsx'
import { Section } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { type Asked, done, formsOn, page } from '../page.ts'
import { at, type Ui } from '../ui.ts'
import { sayDay, sayTime } from '../words/dates.ts'
import { meetingDeskWords } from '../words/meeting-desk.ts'
import { outcomeName } from '../words/names.ts'
import { paperWords } from '../words/papers.ts'
import { inMeeting } from './address.ts'
import { DeskItems } from './desk-items.tsx'
import { DeskNow } from './desk-now.tsx'
import { person } from './fields.ts'
import { SignInList } from './sign-in-list.tsx'

const query = done.extend({ q: z.string().max(40).optional() })
const form = formsOn(inMeeting, query)

export interface DeskShown {
  readonly meeting: MeetingView
  readonly desk: DeskView
  readonly sheet: MeetingSheet
  readonly attendance: AttendanceView
}

/** What the desk and the hall's screen show. */
export const loadDesk = async ({
  site: { engine },
  reader,
  params: { m },
}: Pick<Asked<z.output<typeof inMeeting>, unknown>, 'site' | 'reader' | 'params'>): Promise<
  Result<DeskShown, Refusal>
> =>
  bySignedIn(reader, async (actor) => {
    const one = await meeting(engine, actor, m)
    if (!one.ok) return one
    const table = await desk(engine, actor, m)
    if (!table.ok) return table
    const sheet = await meetingSheet(engine, actor, m)
    if (!sheet.ok) return sheet
    const hall = await attendance(engine, actor, m)
    return hall.ok ? ok({ meeting: one.value, desk: table.value, sheet: sheet.value, attendance: hall.value }) : hall
  })

/** 会议工作台: who signs in, what the quorum lacks, and the ballots, item by item. */
export const meetingDeskPage = page({
  path: '/c/:c/meetings/:m/desk',
  may: ['clerk'],
  params: inMeeting,
  query,
  load: loadDesk,
  forms: {
    'sign-in': form(z.object({ person }), async ({ site, actor, params: { c, m }, fields }) => {
      const came = await signInToMeeting(site.engine, actor, m, { people: [fields.person] })
      return came.ok ? ok({ to: `/c/${c}/meetings/${m}/desk?done=here#sign-in` }) : came
    }),
    slip: form(z.object({ slip: z.string().trim().min(1).max(40) }), async ({ site, actor, params, fields }) => {
      const came = await signInToMeeting(site.engine, actor, params.m, { slips: [fields.slip] })
      return came.ok ? ok({ to: `/c/${params.c}/meetings/${params.m}/desk?done=here#sign-in` }) : came
    }),
    leave: form(z.object({ person }), async ({ site, actor, params: { c, m }, fields }) => {
      const gone = await leaveMeeting(site.engine, actor, m, { people: [fields.person] })
      return gone.ok ? ok({ to: `/c/${c}/meetings/${m}/desk?done=gone#sign-in` }) : gone
    }),
  },
  view: ({ meeting: one, desk: table, sheet, attendance: hall }, ui, { query: asked }) => {
    const w = meetingDeskWords[ui.lang]
    const today = ui.place?.today ?? one.on
    const going = one.outcome === null && one.on === today
    return (
      <Document ui={ui} title={w.desk} lead={`${bodyName(one.body, ui.lang)} · ${sayTime(one.at, today, ui.lang)}`}>
        <Done done={asked.done} words={{ here: w.signedIn, gone: w.gone }} />
        <Where ui={ui} meeting={one.id} />
        {one.outcome === null ? null : (
          <Notice kind="mind">
            <p>{w.ended(outcomeName(one.outcome, ui.lang))}</p>
          </Notice>
        )}
        {one.outcome === null && !going ? (
          <Notice kind="mind">
            <p>{w.notToday(sayDay(one.on, today, ui.lang))}</p>
          </Notice>
        ) : null}
        {one.hallCode === undefined || one.outcome !== null ? null : <HallCode ui={ui} code={one.hallCode} />}
        <Live ui={ui} id="now" meeting={one.id}>
          <DeskNow ui={ui} desk={table} attendance={hall} />
          <DeskItems ui={ui} desk={table} sheet={sheet} over={one.outcome !== null} />
        </Live>
        {going ? (
          <Section id="sign-in" title={w.signIn}>
            <SignInList ui={ui} people={byPinyin(hall)} q={asked.q ?? ''} />
          </Section>
        ) : null}
      </Document>
    )
  },
})

/** The roll in the order in which a clerk looks for a name. */
const byPinyin = ({ members }: AttendanceView) =>
  members
    .map((member) => ({ ...member, keys: nameKeys(member.name ?? '') }))
    .sort((a, b) => (a.keys.pinyin < b.keys.pinyin ? -1 : a.keys.pinyin > b.keys.pinyin ? 1 : 0))

const HallCode = ({ ui, code }: { readonly ui: Ui; readonly code: string }) => {
  const w = meetingDeskWords[ui.lang]
  return (
    <div class="card hall-code">
      <p>{w.code}</p>
      <p class="digits">{`${code.slice(0, 3)} ${code.slice(3)}`}</p>
      <p class="small">{w.codeHint}</p>
    </div>
  )
}

/** Where else the meeting is worked on. */
const Where = ({ ui, meeting: m }: { readonly ui: Ui; readonly meeting: string }) => {
  const w = meetingDeskWords[ui.lang]
  const to = [
    ['', w.toMeeting],
    ['/hall', w.hall],
    ['/deliveries', w.toDeliveries],
    ['/people', w.toPeople],
    ['/minutes', w.toMinutes],
    ['/papers', paperWords[ui.lang].ofMeeting],
    ['/sitting', w.toSitting],
  ] as const
  return (
    <Buttons>
      {to.map(([path, title]) => (
        <LinkButton href={at(ui, `/meetings/${m}${path}`)} quiet>
          {title}
        </LinkButton>
      ))}
    </Buttons>
  )
}
