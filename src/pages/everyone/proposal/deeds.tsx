import type { ProposalView } from '../../../services/views/proposals.ts'
import { Buttons, LinkButton } from '../../components/buttons.tsx'
import { at, isOf, type Ui } from '../../ui.ts'
import { clerkWords } from '../../words/clerk.ts'

/** What whoever reads may do about a proposal here: the office moves it on, residents rate what was done. */
export const Deeds = ({ ui, view }: { readonly ui: Ui; readonly view: ProposalView }) => {
  const w = clerkWords[ui.lang]
  const moves = at(ui, `/proposals/${view.id}/moves`)
  const office = isOf(ui, 'clerk', 'supervisor', 'township')
  const now = view.stages.find(({ id }) => id === view.stage.id)
  const rates = ui.place?.me?.person !== undefined && view.ending === null && now?.kind === 'evaluation'
  if (!office && !rates) return null
  return (
    <Buttons>
      {office ? <LinkButton href={moves}>{w.moves}</LinkButton> : null}
      {rates ? <LinkButton href={`${moves}/rating.given`}>{w.rate}</LinkButton> : null}
    </Buttons>
  )
}
