import { ok } from '../../../workflows/result.ts'
import { bodyName } from '../../../workflows/wording.ts'
import { type Due, dues } from '../../services/views/dues.ts'
import { type MeetingLine, meetings } from '../../services/views/meetings.ts'
import { type ProposalLine, proposals } from '../../services/views/proposals.ts'
import { Empty, Section, Tag } from '../components/small.tsx'
import { standingWords } from '../components/standing.ts'
import { Document } from '../layout/document.tsx'
import { inCommunity, type May, noQuery, page } from '../page.ts'
import { at, isOf, type Ui } from '../ui.ts'
import { common } from '../words/common.ts'
import { sayDay } from '../words/dates.ts'
import { deskWords } from '../words/desk.ts'
import { bySignedIn } from './signed-in.ts'

/** Whose desk it is. */
const office = ['clerk', 'supervisor', 'administrator'] as const satisfies May

/** Of the dues so many are shown at once; the longest waiting come first. */
const atOnce = 30

/** 工作台: what waits for the committee today, the cases on their way, and what is often done. */
export const deskPage = page({
  path: '/c/:c/desk',
  may: office,
  params: inCommunity,
  query: noQuery,
  load: async ({ site, reader }) => {
    const due = await bySignedIn(reader, (actor) => dues(site.engine, actor))
    if (!due.ok) return due
    const running = await proposals(site.engine, reader, { limit: 100, standing: 'running' })
    if (!running.ok) return running
    const called = await meetings(site.engine, reader, { limit: 100 })
    return called.ok ? ok({ due: due.value.items, running: running.value.items, called: called.value.items }) : called
  },
  view: ({ due, running, called }, ui) => {
    const w = deskWords[ui.lang]
    return (
      <Document ui={ui} title={w.title} lead={w.lead}>
        <Section title={w.due}>
          <Dues ui={ui} due={due} running={running} called={called} />
        </Section>
        <Section title={w.running}>
          <Running ui={ui} running={running} />
        </Section>
        <Doings ui={ui} />
      </Document>
    )
  },
})

/** Where each due is dealt with. */
const placeOf: Readonly<Record<Due['what'], (due: Due) => string>> = {
  'posting-over': ({ proposal }) => `/proposals/${proposal}/moves`,
  'comment-unanswered': ({ proposal, id }) => `/proposals/${proposal}/moves/comments.answered?for=${id}`,
  'objection-undecided': ({ proposal, id }) => `/proposals/${proposal}/moves/objection.decided?for=${id}`,
  'guest-comment-held': ({ proposal }) => `/proposals/${proposal}/comments#held`,
  'meeting-not-ended': ({ id }) => `/meetings/${id}`,
  'meeting-demanded': ({ id }) => `/demands/${id}`,
  'roll-to-amend': ({ id }) => `/meetings/${id}/sitting#roll`,
  'seat-by-absences': () => '/absences',
  'attestation-waiting': ({ id }) => `/attestations/${id}`,
  'topic-unanswered': ({ id }) => `/topics/${id}`,
  'order-open': ({ proposal, id }) => `/proposals/${proposal}/moves/correction.reported?for=${id}`,
}

interface DuesProps {
  readonly ui: Ui
  readonly due: readonly Due[]
  readonly running: readonly ProposalLine[]
  readonly called: readonly MeetingLine[]
}

const Dues = ({ ui, due, running, called }: DuesProps) => {
  const w = deskWords[ui.lang]
  if (due.length === 0) return <Empty>{w.nothing}</Empty>
  const today = ui.place?.today ?? ''
  return (
    <>
      <ul class="cards">
        {due.slice(0, atOnce).map((one) => {
          const about = running.find(({ id }) => id === one.proposal)
          const meeting = called.find(({ id }) => id === one.id)
          return (
            <li>
              <h3>
                <a href={at(ui, placeOf[one.what](one))}>{w[one.what]}</a>{' '}
                {meeting ? <Tag>{bodyName(meeting.body, ui.lang)}</Tag> : null}
              </h3>
              <p class="small">
                {w.since(sayDay(one.day, today, ui.lang))}
                {about ? ` · ${about.number}. ${about.title ?? common[ui.lang].erased}` : ''}
              </p>
            </li>
          )
        })}
      </ul>
      {due.length > atOnce ? <p>{w.more(due.length - atOnce)}</p> : null}
    </>
  )
}

const Running = ({ ui, running }: { readonly ui: Ui; readonly running: readonly ProposalLine[] }) => {
  const w = deskWords[ui.lang]
  if (running.length === 0) return <Empty>{w.noneRunning}</Empty>
  return (
    <ul class="cards">
      {running.map((line) => (
        <li>
          <h3>
            <a href={at(ui, `/proposals/${line.id}/moves`)}>
              {line.number}. {line.title ?? common[ui.lang].erased}
            </a>
          </h3>
          <p>
            {standingWords(line, ui.lang)}{' '}
            {line.step === 'calling' ? (
              <>
                <Tag kind="bad">{w.toCall}</Tag> <a href={at(ui, '/meetings/call')}>{w.call}</a>
              </>
            ) : null}
            {line.step === 'waiting' ? <Tag kind="bad">{w.toHang}</Tag> : null}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** What is often done, to whom it is given, and where. */
const doings = [
  ['/new-proposal', 'openProposal', ['clerk']],
  ['/topics', 'topics', office],
  ['/adoptions', 'adoptions', ['clerk', 'administrator']],
  ['/roster', 'roster', ['clerk', 'administrator']],
  ['/people', 'people', office],
  ['/bodies', 'bodies', office],
  ['/absences', 'absences', office],
  ['/reviews', 'reviews', ['clerk', 'supervisor']],
  ['/meetings', 'meetings', office],
  ['/demands', 'demands', office],
  ['/attestations', 'attestations', office],
  ['/checkpoints/handing', 'checkpoints', office],
  ['/slips', 'slips', ['clerk', 'administrator']],
  ['/accounts', 'accounts', ['administrator']],
  ['/settings', 'settings', ['administrator']],
  ['/sessions', 'sessions', ['administrator']],
] as const

const Doings = ({ ui }: { readonly ui: Ui }) => {
  const w = deskWords[ui.lang]
  return (
    <Section title={w.doings}>
      <ul class="links">
        {doings
          .filter(([, , roles]) => isOf(ui, ...roles))
          .map(([to, name]) => (
            <li>
              <a href={at(ui, to)}>{w[name]}</a>
            </li>
          ))}
      </ul>
    </Section>
  )
}
