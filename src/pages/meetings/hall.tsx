import { bodyName, motionName } from '../../../workflows/wording.ts'
import type { DeskView } from '../../services/views/desk.ts'
import type { MeetingSheet, SheetBallot, SheetPoll } from '../../services/views/meeting-sheet.ts'
import { BallotResult } from '../components/ballot-result.tsx'
import { Live } from '../components/live.tsx'
import { Tag } from '../components/small.tsx'
import { noQuery, page } from '../page.ts'
import { resultOf } from '../tally.ts'
import type { Ui } from '../ui.ts'
import { sayTime } from '../words/dates.ts'
import { hallWords } from '../words/hall.ts'
import { outcomeName } from '../words/names.ts'
import { printed } from '../words/printed.ts'
import { inMeeting } from './address.ts'
import { type DeskShown, loadDesk } from './desk.tsx'
import { testsOf } from './desk-now.tsx'
import { HallDocument } from './hall-document.tsx'
import { ItemResults } from './item-results.tsx'

/** 会场大屏: who is there, whether it may begin, the question with its countdown and turnout, and the result. */
export const hallPage = page({
  path: '/c/:c/meetings/:m/hall',
  may: 'signed-in',
  params: inMeeting,
  query: noQuery,
  load: async (asked) => {
    const shown = await loadDesk(asked)
    return shown.ok ? { ...shown, value: { ...shown.value, now: asked.site.engine.now() } } : shown
  },
  view: (shown, ui) => {
    const w = hallWords[ui.lang]
    const { meeting, desk, sheet, now } = shown
    return (
      <HallDocument
        ui={ui}
        title={bodyName(meeting.body, ui.lang)}
        when={sayTime(meeting.at, ui.place?.today ?? meeting.on, ui.lang)}
        meeting={meeting.id}
      >
        <Live ui={ui} id="hall" meeting={meeting.id}>
          {meeting.outcome === null ? null : (
            <p class="verdict-now">{w.ended(outcomeName(meeting.outcome, ui.lang))}</p>
          )}
          <Attendance ui={ui} shown={shown} />
          <Question ui={ui} sheet={sheet} now={now} />
          <Quorum ui={ui} desk={desk} />
          <Agenda ui={ui} desk={desk} sheet={sheet} />
        </Live>
      </HallDocument>
    )
  },
})

/** Whether it may begin, test by test; beneath the question while one is put. */
const Quorum = ({ ui, desk }: { readonly ui: Ui; readonly desk: DeskView }) => {
  const w = hallWords[ui.lang]
  const tests = testsOf(desk.items)
  if (tests.length === 0) return null
  return (
    <>
      <p>
        <strong>{tests.every(({ met }) => met) ? w.ready : w.notReady}</strong>
      </p>
      <ul class="tests" aria-label={w.quorum}>
        {tests.map(({ said, met }) => (
          <li class={met ? 'met' : 'unmet'}>
            {met ? '✓' : '✗'} {printed(said[ui.lang], ui.lang)}
          </li>
        ))}
      </ul>
    </>
  )
}

const Attendance = ({ ui, shown: { desk, meeting } }: { readonly ui: Ui; readonly shown: DeskShown }) => {
  const w = hallWords[ui.lang]
  return (
    <div class="top">
      <div>
        <ul class="numbers">
          {(
            [
              [w.entitled, desk.people.entitled],
              [w.present, desk.people.present],
              [w.missing, desk.missing],
            ] as const
          ).map(([title, n]) => (
            <li>
              <span class="n">{n}</span>
              <span>{title}</span>
            </li>
          ))}
        </ul>
      </div>
      {meeting.hallCode === undefined || meeting.outcome !== null ? null : (
        <div class="card hall-code">
          <p>{w.code}</p>
          <p class="digits">{`${meeting.hallCode.slice(0, 3)} ${meeting.hallCode.slice(3)}`}</p>
        </div>
      )}
    </div>
  )
}

interface QuestionProps {
  readonly ui: Ui
  readonly sheet: MeetingSheet
  /** The server's own time, from which the countdown runs. */
  readonly now: number
}

/** What is put at this moment; while nothing is, the newest result. */
const Question = ({ ui, sheet, now }: QuestionProps) => {
  const open = sheet.ballots.filter((one) => one.open)
  const polls = sheet.polls.filter((one) => one.open)
  const latest = sheet.ballots.filter((one) => !one.open).at(-1)
  return (
    <>
      {open.map((one) => (
        <OpenQuestion ui={ui} sheet={sheet} ballot={one} now={now} />
      ))}
      {polls.map((one) => (
        <OpenPoll ui={ui} sheet={sheet} poll={one} />
      ))}
      {open.length === 0 && polls.length === 0 && latest ? <Latest ui={ui} sheet={sheet} ballot={latest} /> : null}
    </>
  )
}

const titleOf = (ui: Ui, sheet: MeetingSheet, proposal: string): string => {
  const item = sheet.items.find((one) => one.proposal === proposal)
  return `${item?.number ?? ''}. ${item?.title ?? hallWords[ui.lang].untitled}`
}

interface BallotProps {
  readonly ui: Ui
  readonly sheet: MeetingSheet
  readonly ballot: SheetBallot
}

const OpenQuestion = ({ ui, sheet, ballot, now }: BallotProps & { readonly now: number }) => {
  const w = hallWords[ui.lang]
  const { until, votes, mayVote } = ballot
  const left = until === null ? undefined : Math.max(0, Math.round((Date.parse(until) - now) / 1000))
  return (
    <section>
      <h2>{w.question}</h2>
      <p class="question">
        {printed(`${titleOf(ui, sheet, ballot.proposal)}:${motionName(ballot.motion, ui.lang)}`, ui.lang)}
      </p>
      {ballot.voting === 'counted' ? (
        <p>{w.handsUp}</p>
      ) : (
        <>
          <p>
            <strong>{w.votesIn(votes, mayVote)}</strong>
          </p>
          <progress max={Math.max(1, mayVote)} value={votes} aria-label={w.votesIn(votes, mayVote)} />
        </>
      )}
      {left === undefined || until === null ? null : (
        <p>
          {w.left}{' '}
          <span class="countdown" data-left={String(left)}>
            {sayTime(until, ui.place?.today ?? '', ui.lang)}
          </span>
        </p>
      )}
    </section>
  )
}

const OpenPoll = ({ ui, sheet, poll }: Pick<BallotProps, 'ui' | 'sheet'> & { readonly poll: SheetPoll }) => {
  const w = hallWords[ui.lang]
  const said = w.papersOut(poll.issued, poll.entitled)
  return (
    <section>
      <h2>{w.poll}</h2>
      <p class="question">{titleOf(ui, sheet, poll.proposal)}</p>
      <p>
        <strong>{said}</strong>
      </p>
      <progress max={Math.max(1, poll.entitled)} value={poll.issued} aria-label={said} />
    </section>
  )
}

const verdictOf = (ui: Ui, { carried, voided }: SheetBallot): string => {
  const w = hallWords[ui.lang]
  return voided ? `✗ ${w.voided}` : carried ? `✓ ${w.carried}` : `✗ ${w.notCarried}`
}

const Latest = ({ ui, sheet, ballot }: BallotProps) => {
  const w = hallWords[ui.lang]
  const result = resultOf(ballot.result)
  return (
    <section>
      <h2>{w.latest}</h2>
      <p class="question">
        {printed(`${titleOf(ui, sheet, ballot.proposal)}:${motionName(ballot.motion, ui.lang)}`, ui.lang)}
      </p>
      <p class={`verdict-now ${ballot.carried ? 'yes' : 'no'}`}>{verdictOf(ui, ballot)}</p>
      {result ? <BallotResult ui={ui} result={result} /> : null}
    </section>
  )
}

const Agenda = ({ ui, desk, sheet }: Pick<BallotProps, 'ui' | 'sheet'> & { readonly desk: DeskView }) => {
  const w = hallWords[ui.lang]
  return (
    <section>
      <h2>{w.agenda}</h2>
      <ul class="plain">
        {desk.items.map(({ proposal }) => {
          const last = sheet.ballots.filter((one) => one.proposal === proposal).at(-1)
          return (
            <li>
              {titleOf(ui, sheet, proposal)}{' '}
              {last === undefined ? (
                <Tag>{w.waiting}</Tag>
              ) : last.open ? (
                <Tag>{w.question}</Tag>
              ) : (
                <Tag kind={last.carried ? 'good' : 'bad'}>{verdictOf(ui, last)}</Tag>
              )}
              <ItemResults
                ui={ui}
                proposal={proposal}
                sheet={{ ...sheet, ballots: [], polls: sheet.polls.filter(({ open }) => !open) }}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
