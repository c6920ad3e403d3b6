import { z } from 'zod'
import { ok, type Result } from '../../../workflows/result.ts'
import { bodyName, groupName, motionName } from '../../../workflows/wording.ts'
import { signInToMeeting } from '../../services/attendance.ts'
import { isVisitor } from '../../services/look.ts'
import type { Refusal } from '../../services/refusal.ts'
import { type MeetingSheet, meetingSheet } from '../../services/views/meeting-sheet.ts'
import { type AgendaLine, agenda, type MeetingView, meeting } from '../../services/views/meetings.ts'
import { mine, type OwnMeeting } from '../../services/views/mine.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Done } from '../components/done.tsx'
import { TextField } from '../components/field.tsx'
import { Form, Submit } from '../components/form.tsx'
import { Notice } from '../components/notice.tsx'
import { OutcomeTag } from '../components/outcome-tag.tsx'
import { Empty, Facts, Section, Tag } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { ItemResults } from '../meetings/item-results.tsx'
import { type Asked, done, formsOn, inMeeting, page } from '../page.ts'
import { at, isOf, type Ui } from '../ui.ts'
import { common } from '../words/common.ts'
import { sayDay, sayTime } from '../words/dates.ts'
import { meetingWords } from '../words/meetings.ts'
import { paperWords } from '../words/papers.ts'

interface Shown {
  readonly meeting: MeetingView
  readonly agenda: readonly AgendaLine[]
  /** Who called it, and what came of each item. */
  readonly sheet: MeetingSheet
  /** How the reader is called to it; nothing where the reader is not. */
  readonly own: OwnMeeting | undefined
}

const load = async ({
  site,
  reader,
  params,
  ui,
}: Asked<z.output<typeof inMeeting>, unknown>): Promise<Result<Shown, Refusal>> => {
  const view = await meeting(site.engine, reader, params.m)
  if (!view.ok) return view
  const items = await agenda(site.engine, reader, params.m)
  if (!items.ok) return items
  const sheet = await meetingSheet(site.engine, reader, params.m)
  if (!sheet.ok) return sheet
  const called = isVisitor(reader) || ui.place?.me?.person === undefined ? undefined : await mine(site.engine, reader)
  if (called && !called.ok) return called
  const own = called && [...called.value.ahead, ...called.value.over].find((one) => one.meeting === params.m)
  return ok({ meeting: view.value, agenda: items.value.items, sheet: sheet.value, own })
}

const form = formsOn(inMeeting, done)

/** A meeting: when and where, what is on its agenda, how many have come, what is being voted on; its members sign in here. */
export const meetingPage = page({
  path: '/c/:c/meetings/:m',
  may: 'anybody',
  hangs: true,
  params: inMeeting,
  query: done,
  load,
  forms: {
    'sign-in': form(z.object({ code: z.string().max(20) }), async ({ site, actor, params, fields }) => {
      const code = fields.code.normalize('NFKC').replace(/\D/g, '')
      const came = await signInToMeeting(site.engine, actor, params.m, { code })
      return came.ok ? ok({ to: `/c/${params.c}/meetings/${params.m}#here` }) : came
    }),
  },
  view: ({ meeting: one, agenda: items, sheet, own }, ui, { query }) => {
    const w = meetingWords[ui.lang]
    const today = ui.place?.today ?? ''
    return (
      <Document
        ui={ui}
        title={bodyName(one.body, ui.lang)}
        lead={`${sayTime(one.at, today, ui.lang)} · ${one.place ?? common[ui.lang].erased}`}
      >
        <Done done={query.done} words={{ called: w.calledNow, ended: w.endedNow }} />
        <p>
          <OutcomeTag ui={ui} on={one.on} outcome={one.outcome} />
        </p>
        {isOf(ui, 'clerk', 'supervisor') ? <Where ui={ui} view={one} /> : null}
        {own && one.outcome === null ? <SignIn ui={ui} own={own} /> : null}
        <Ballots ui={ui} view={one} agenda={items} own={own} />
        <Section title={w.agenda}>
          <ol>
            {items.map(({ proposal, number, title, draft }) => (
              <li>
                <a href={at(ui, `/proposals/${proposal}`)}>
                  {number}. {title ?? common[ui.lang].erased}
                </a>{' '}
                <span class="small">{w.draftNo(draft)}</span>
                <ItemResults ui={ui} proposal={proposal} sheet={sheet} />
              </li>
            ))}
          </ol>
        </Section>
        <Attendance ui={ui} view={one} />
        <About ui={ui} view={one} sheet={sheet} />
      </Document>
    )
  },
})

/** Who called it and who presides, where it is worked on, and what its minutes are held to. */
const About = ({ ui, view, sheet }: Pick<Shown, 'sheet'> & { readonly ui: Ui; readonly view: MeetingView }) => {
  const w = meetingWords[ui.lang]
  const today = ui.place?.today ?? ''
  return (
    <Section id="record" title={w.about}>
      <Facts
        facts={[
          [w.convenedBy, bodyName(sheet.convenedBy, ui.lang)],
          [w.sentOn, sayDay(sheet.sentOn, today, ui.lang)],
          ...(sheet.presider === null ? [] : [[w.presider, sheet.presider] as const]),
          [w.checkCode, <code>{sheet.checkCode}</code>],
        ]}
      />
      <p class="small">{w.checkCodeLead}</p>
      {isOf(ui, 'clerk', 'supervisor') ? null : <Where ui={ui} view={view} />}
    </Section>
  )
}

/** Where the meeting is worked on, for whoever does, and its papers. */
const Where = ({ ui, view: { id, presider, outcome } }: { readonly ui: Ui; readonly view: MeetingView }) => {
  const w = meetingWords[ui.lang]
  const { me } = ui.place ?? {}
  const presides = me?.person !== undefined && me.person === presider
  return (
    <Buttons>
      {isOf(ui, 'clerk') ? <LinkButton href={at(ui, `/meetings/${id}/desk`)}>{w.desk}</LinkButton> : null}
      {isOf(ui, 'clerk', 'supervisor') ? (
        <LinkButton href={at(ui, `/meetings/${id}/deliveries`)} quiet>
          {w.deliveries}
        </LinkButton>
      ) : null}
      {me && outcome === null ? (
        <LinkButton href={at(ui, `/meetings/${id}/hall`)} quiet>
          {w.hall}
        </LinkButton>
      ) : null}
      {presides || isOf(ui, 'clerk', 'supervisor', 'township') ? (
        <LinkButton href={at(ui, `/meetings/${id}/minutes`)} quiet>
          {w.minutes}
        </LinkButton>
      ) : null}
      <LinkButton href={at(ui, `/meetings/${id}/papers`)} quiet>
        {paperWords[ui.lang].ofMeeting}
      </LinkButton>
    </Buttons>
  )
}

const SignIn = ({ ui, own }: { readonly ui: Ui; readonly own: OwnMeeting }) => {
  const w = meetingWords[ui.lang]
  if (own.here)
    return (
      <div id="here">
        <Notice kind="done">
          <p>{w.signedIn}</p>
        </Notice>
      </div>
    )
  return (
    <Section id="here" title={w.signInHere}>
      {own.on === ui.place?.today ? (
        <>
          <p>{w.signInLead}</p>
          <Form ui={ui} name="sign-in">
            <TextField
              ui={ui}
              form="sign-in"
              name="code"
              label={w.code}
              hint={w.codeHint}
              inputmode="numeric"
              autocomplete="one-time-code"
              maxlength={20}
            />
            <Submit>{w.signIn}</Submit>
          </Form>
        </>
      ) : (
        <p>{w.notYet}</p>
      )}
    </Section>
  )
}

interface BallotsProps {
  readonly ui: Ui
  readonly view: MeetingView
  readonly agenda: readonly AgendaLine[]
  readonly own: OwnMeeting | undefined
}

const Ballots = ({ ui, view, agenda: items, own }: BallotsProps) => {
  const w = meetingWords[ui.lang]
  return (
    <Section title={w.ballots}>
      {view.ballots.length === 0 ? <Empty>{w.noBallots}</Empty> : null}
      <ul class="cards">
        {view.ballots.map(({ id, proposal, motion, open, votes, present }) => {
          const item = items.find((one) => one.proposal === proposal)
          const mayVote = own?.ballots.find(({ ballot }) => ballot === id)
          return (
            <li>
              <h3>
                {item?.title ?? common[ui.lang].erased} · {motionName(motion, ui.lang)}{' '}
                <Tag kind={open ? 'good' : 'plain'}>{open ? w.open : w.over}</Tag>
              </h3>
              <p>{w.votes(votes, present)}</p>
              <Buttons>
                <LinkButton href={at(ui, `/ballots/${id}`)} quiet={!(mayVote && !mayVote.voted)}>
                  {mayVote && !mayVote.voted ? w.toBallot : w.seeBallot}
                </LinkButton>
              </Buttons>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

const Attendance = ({ ui, view: { people, groups } }: { readonly ui: Ui; readonly view: MeetingView }) => {
  const w = meetingWords[ui.lang]
  return (
    <Section title={w.attendance}>
      <table>
        <thead>
          <tr>
            <th scope="col">{w.body}</th>
            <th scope="col" class="number">
              {w.entitled}
            </th>
            <th scope="col" class="number">
              {w.present}
            </th>
          </tr>
        </thead>
        <tbody>
          {[[common[ui.lang].sum, people] as const, ...Object.entries(groups)].map(([name, { entitled, present }]) => (
            <tr>
              <th scope="row">{groupName(name, ui.lang)}</th>
              <td class="number">{entitled}</td>
              <td class="number">{present}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
