import { catalogue } from '../../../../workflows/format/catalogue.ts'
import type { NextView } from '../../../services/views/proposals.ts'
import { drawnOnce } from '../../components/drawn-once.tsx'
import { Grounds } from '../../components/grounds.tsx'
import { Empty, Section, Tag } from '../../components/small.tsx'
import { type Sight, sightOf, type Ui } from '../../ui.ts'
import { proposalWords } from '../../words/proposal.ts'

type Move = NextView['moves'][number]

/** Moves that lead out of the way, or back: told last. */
const aside: readonly Move['move'][] = [
  'proposal.withdrawn',
  'proposal.merged',
  'proposal.expired',
  'proposal.discontinued',
  'intake.refused',
]

/** What is missing before the proposal moves on: each test with what is there, what is needed, and by which article. */
export const Missing = ({ ui, next }: { readonly ui: Ui; readonly next: NextView }) => {
  const w = proposalWords[ui.lang]
  const onward = next.moves.filter(({ move }) => !aside.includes(move))
  const others = next.moves.filter(({ move }) => aside.includes(move))
  return (
    <Section id="missing" title={w.missing}>
      {next.moves.length === 0 ? <Empty>{w.nothingMissing}</Empty> : null}
      {onward.map((move) => (
        <OneMove ui={sightOf(ui)} move={move} />
      ))}
      {others.length === 0 ? null : (
        <details>
          <summary>{w.otherMoves}</summary>
          {others.map((move) => (
            <OneMove ui={sightOf(ui)} move={move} />
          ))}
        </details>
      )}
    </Section>
  )
}

const OneMove = drawnOnce(({ ui, move: { move, open, grounds } }: { readonly ui: Sight; readonly move: Move }) => {
  const w = proposalWords[ui.lang]
  const title = catalogue[move][ui.lang]
  const unmet = grounds.filter(({ met }) => !met)
  const met = grounds.filter((ground) => ground.met)
  return (
    <div class="move">
      <h3>
        {title} <Tag kind={open ? 'good' : 'bad'}>{open ? `✓ ${w.ready}` : `✗ ${w.notReady(unmet.length)}`}</Tag>
      </h3>
      {unmet.length === 0 ? null : <Grounds ui={ui} grounds={unmet} caption={title} />}
      {met.length === 0 ? null : (
        <details>
          <summary>{w.metAlready(met.length)}</summary>
          <Grounds ui={ui} grounds={met} caption={w.metAlready(met.length)} />
        </details>
      )}
    </div>
  )
})
