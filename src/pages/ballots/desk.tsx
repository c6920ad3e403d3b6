import { motionName, votingName } from '../../../workflows/wording.ts'
import type { BallotDesk } from '../../services/views/ballot-desk.ts'
import { type BallotView, ballot } from '../../services/views/meetings.ts'
import { BallotResult } from '../components/ballot-result.tsx'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Done } from '../components/done.tsx'
import { Live } from '../components/live.tsx'
import { Notice } from '../components/notice.tsx'
import { Section } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { inBallot } from '../meetings/address.ts'
import { done, page } from '../page.ts'
import { resultOf } from '../tally.ts'
import { at, type Ui } from '../ui.ts'
import { ballotDeskWords } from '../words/ballot-desk.ts'
import { sayTime } from '../words/dates.ts'
import { doorName } from '../words/names.ts'
import { printed } from '../words/printed.ts'
import { resultWords } from '../words/results.ts'
import { loadBallotWith } from './load.ts'

/** One ballot at the clerk's table: turnout, the doors that are open to it, and its close. */
export const ballotDeskPage = page({
  path: '/c/:c/ballots/:b/desk',
  may: ['clerk'],
  params: inBallot,
  query: done,
  load: (asked) => loadBallotWith(asked, ballot),
  view: ({ ballot: one, besides: told }, ui, { query }) => {
    const w = ballotDeskWords[ui.lang]
    const lead = w.lead(motionName(one.motion, ui.lang), one.draft, votingName(one.voting, ui.lang))
    return (
      <Document ui={ui} title={w.title(one.title ?? '')} lead={lead}>
        <Done
          done={query.done}
          words={{ entered: w.entered, waits: w.toConfirm, noted: w.noted, issued: w.issued, closed: w.closed }}
        />
        <Live ui={ui} id="turnout" meeting={one.meeting}>
          <Turnout ui={ui} one={one} told={told} />
        </Live>
        {one.open ? <Doors ui={ui} one={one} /> : null}
        <Buttons>
          {one.open ? <LinkButton href={at(ui, `/ballots/${one.id}/close`)}>{w.close}</LinkButton> : null}
          <LinkButton href={at(ui, `/meetings/${one.meeting}/desk`)} quiet>
            {w.backToDesk}
          </LinkButton>
        </Buttons>
      </Document>
    )
  },
})

interface TurnoutProps {
  readonly ui: Ui
  readonly one: BallotDesk
  readonly told: BallotView
}

const Turnout = ({ ui, one, told }: TurnoutProps) => {
  const w = ballotDeskWords[ui.lang]
  const result = resultOf(told.result)
  const until = one.until === null ? null : sayTime(one.until, ui.place?.today ?? '', ui.lang)
  return (
    <>
      <ul class="numbers">
        {(
          [
            [w.mayVote, one.mayVote],
            [w.voted, told.votes],
            [w.out, Math.max(0, one.mayVote - told.votes)],
            [w.waiting, one.waiting],
          ] as const
        ).map(([title, n]) => (
          <li>
            <span class="n">{n}</span>
            <span>{title}</span>
          </li>
        ))}
      </ul>
      <p class="small">
        {[
          ...Object.entries(told.doors).map(([door, n]) => w.byDoor(doorName(door, ui.lang), n)),
          ...(until === null ? [] : [resultWords[ui.lang].until(until)]),
        ].join(' · ')}
      </p>
      {one.waiting > 0 ? (
        <Notice kind="mind">
          <p>
            {w.closeWaiting(one.waiting)} <a href={at(ui, '/attestations')}>{w.toAttestations}</a>
          </p>
        </Notice>
      ) : null}
      {told.secrecy ? <p class="small">{printed(told.secrecy.promise[ui.lang], ui.lang)}</p> : null}
      {told.open ? null : (
        <Section title={w.result}>
          <p>
            <strong>
              {told.voided
                ? resultWords[ui.lang].voided
                : told.carried
                  ? `✓ ${resultWords[ui.lang].carried}`
                  : `✗ ${resultWords[ui.lang].notCarried}`}
            </strong>
          </p>
          {result ? <BallotResult ui={ui} result={result} /> : null}
        </Section>
      )}
    </>
  )
}

/** The doors that this ballot has beside the voters' own phones. */
const Doors = ({ ui, one }: Omit<TurnoutProps, 'told'>) => {
  const w = ballotDeskWords[ui.lang]
  const recorded = one.voting === 'recorded'
  const doors = [
    ['papers', w.paper, w.paperLead, recorded],
    ['hands', w.hands, w.handsLead, recorded && !one.circulated],
    ['count', w.count, w.countLead, one.voting === 'counted'],
    ['assisted', w.assisted, w.assistedLead, recorded],
    ['visits', w.visit, w.visitLead, one.circulated],
    ['secret-papers', w.secretPapers, w.secretLead, one.voting === 'secret'],
    ['correct', w.correct, w.correctLead, recorded],
  ] as const
  return (
    <Section title={w.doors}>
      {one.paperOnly || one.voting === 'counted' ? null : <p>{w.phone}</p>}
      <ul class="cards">
        {doors
          .filter(([, , , open]) => open)
          .map(([path, title, lead]) => (
            <li>
              <h3>
                <a href={at(ui, `/ballots/${one.id}/${path}`)}>{title}</a>
              </h3>
              <p class="small">{lead}</p>
            </li>
          ))}
      </ul>
    </Section>
  )
}
