import { motionName, votingName } from '../../../workflows/wording.ts'
import type { MeetingSheet, SheetBallot, SheetPoll } from '../../services/views/meeting-sheet.ts'
import { outcomesOf } from '../../services/views/poll-outcome.ts'
import { BallotResult } from '../components/ballot-result.tsx'
import { Tag } from '../components/small.tsx'
import { resultOf } from '../tally.ts'
import type { Ui } from '../ui.ts'
import { sayTime } from '../words/dates.ts'
import { officeName, polledName } from '../words/names.ts'
import { resultWords } from '../words/results.ts'

interface ResultsProps {
  readonly ui: Ui
  readonly proposal: string
  readonly sheet: MeetingSheet
}

/** What came of an item: each ballot with its count and its tests, each poll with who is elected. */
export const ItemResults = ({ ui, proposal, sheet }: ResultsProps) => (
  <>
    {sheet.ballots
      .filter((one) => one.proposal === proposal)
      .map((one) => (
        <Ballot ui={ui} ballot={one} />
      ))}
    {sheet.polls
      .filter((one) => one.proposal === proposal)
      .map((one) => (
        <Poll ui={ui} poll={one} names={sheet.candidates} />
      ))}
  </>
)

const Ballot = ({ ui, ballot }: { readonly ui: Ui; readonly ballot: SheetBallot }) => {
  const w = resultWords[ui.lang]
  const { motion, draft, voting, open, carried, voided, votes, mayVote, until } = ballot
  const result = resultOf(ballot.result)
  const standing = open ? w.running : voided ? w.voided : carried ? w.carried : w.notCarried
  return (
    <div class="result">
      <p>
        {w.ballot(motionName(motion, ui.lang), draft, votingName(voting, ui.lang))}{' '}
        <Tag kind={open ? 'plain' : carried ? 'good' : 'bad'}>{`${open ? '' : carried ? '✓ ' : '✗ '}${standing}`}</Tag>
      </p>
      {open ? (
        <p class="small">
          {w.turnout(votes, mayVote)}
          {until === null ? '' : ` · ${w.until(sayTime(until, ui.place?.today ?? '', ui.lang))}`}
        </p>
      ) : null}
      {result ? <BallotResult ui={ui} result={result} /> : null}
    </div>
  )
}

interface PollProps {
  readonly ui: Ui
  readonly poll: SheetPoll
  readonly names: MeetingSheet['candidates']
}

const Poll = ({ ui, poll, names }: PollProps) => {
  const w = resultWords[ui.lang]
  const called = (people: readonly string[]) =>
    people.map((one) => (one in names ? (names[one] ?? w.erased) : w.somebody)).join('、')
  return (
    <div class="result">
      <p>
        {w.poll} {poll.open ? <Tag>{w.polling}</Tag> : null}
      </p>
      {poll.open ? <p class="small">{w.papers(poll.issued, poll.entitled)}</p> : null}
      <ul>
        {outcomesOf(poll.result).map(({ office, outcome, winners, among }) => (
          <li>
            <strong>{officeName(office, ui.lang)}</strong>:{winners.length === 0 ? w.nobody : called(winners)}(
            {polledName(outcome, ui.lang)}){among.length === 0 ? null : <p class="small">{w.again(called(among))}</p>}
          </li>
        ))}
      </ul>
    </div>
  )
}
