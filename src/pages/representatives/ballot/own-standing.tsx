import type { BallotView } from '../../../services/views/meetings.ts'
import { Buttons, LinkButton } from '../../components/buttons.tsx'
import { Notice } from '../../components/notice.tsx'
import { at, type Ui } from '../../ui.ts'
import { ballotWords } from '../../words/ballot.ts'
import { sayTime } from '../../words/dates.ts'
import { choices } from './options.tsx'

/** How the reader stands to a ballot: may vote, has voted and how, or why not. */
export const OwnStanding = ({ ui, ballot }: { readonly ui: Ui; readonly ballot: BallotView }) => {
  const w = ballotWords[ui.lang]
  const { mine, open, until } = ballot
  if (mine.voted) return <Voted ui={ui} ballot={ballot} />
  if (!open) return <p>{w.notOpen}</p>
  if (ballot.voting === 'counted') return <p>{w.hands}</p>
  if (ui.place?.me === undefined)
    return (
      <Buttons>
        <LinkButton href={`${at(ui, '/sign-in')}?${new URLSearchParams({ back: ui.here })}`}>
          {w.signInToVote}
        </LinkButton>
      </Buttons>
    )
  if (mine.recused) return <p>{w.recused}</p>
  if (!mine.mayVote && mine.for.length === 0) return <p>{w.notYours}</p>
  return until === null ? null : <p>{w.until(sayTime(until, ui.place.today, ui.lang))}</p>
}

const Voted = ({ ui, ballot: { id, mine } }: { readonly ui: Ui; readonly ballot: BallotView }) => {
  const w = ballotWords[ui.lang]
  const chosen = choices.find((one) => one === mine.choice)
  return (
    <Notice kind="done">
      <p>
        <strong>{w.youVoted}</strong> {chosen === undefined ? '' : w.youChose(w[chosen])}
      </p>
      {mine.told === null ? (
        <p>
          <a href={at(ui, `/ballots/${id}/receipt`)}>{w.receiptTitle}</a>
        </p>
      ) : (
        <p>{w.byDoor(mine.told[ui.lang])}</p>
      )}
    </Notice>
  )
}
