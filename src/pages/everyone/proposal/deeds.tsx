import type { OwnPart } from '../../../services/views/own-part.ts'
import type { NextView, ProposalView } from '../../../services/views/proposals.ts'
import { Buttons, LinkButton } from '../../components/buttons.tsx'
import { at, isOf, type Ui } from '../../ui.ts'
import { clerkWords } from '../../words/clerk.ts'

interface DeedsProps {
  readonly ui: Ui
  readonly view: ProposalView
  readonly next: NextView
  /** The reader's own part; absent for visitors. */
  readonly own: OwnPart | undefined
}

/** What whoever reads may do about a proposal here: the office moves it on; residents rate, withdraw what is theirs, and go above. */
export const Deeds = ({ ui, view, next, own }: DeedsProps) => {
  const w = clerkWords[ui.lang]
  const moves = at(ui, `/proposals/${view.id}/moves`)
  const office = isOf(ui, 'clerk', 'supervisor', 'township')
  const withdraws = own?.proposes && next.moves.some(({ move, open }) => move === 'proposal.withdrawn' && open)
  return (
    <>
      <Buttons>
        {office ? <LinkButton href={moves}>{w.moves}</LinkButton> : null}
        {own?.rating === 'to-give' ? <LinkButton href={`${moves}/rating.given`}>{w.rate}</LinkButton> : null}
        {(own?.above ?? []).map((objection) => (
          <LinkButton href={`${moves}/objection.escalated?for=${objection}`} quiet>
            {w.goAbove}
          </LinkButton>
        ))}
        {withdraws && !office ? (
          <LinkButton href={`${moves}/proposal.withdrawn`} quiet>
            {w.withdrawOwn}
          </LinkButton>
        ) : null}
      </Buttons>
      {own?.rating === 'given' ? <p>✓ {w.ratedAlready}</p> : null}
    </>
  )
}
