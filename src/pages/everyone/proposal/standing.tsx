import { arithmetic } from '../../../../workflows/wording.ts'
import type { PostingView } from '../../../services/views/documents.ts'
import type { OwnPart } from '../../../services/views/own-part.ts'
import type { NextView, ProposalView } from '../../../services/views/proposals.ts'
import { drawnOnce } from '../../components/drawn-once.tsx'
import { Facts, Section } from '../../components/small.tsx'
import { standingWords } from '../../components/standing.ts'
import { type StepShown, Steps } from '../../components/steps.tsx'
import { resultOf } from '../../tally.ts'
import { type Sight, sightOf, type Ui } from '../../ui.ts'
import { sayDay, sayTime } from '../../words/dates.ts'
import { printed } from '../../words/printed.ts'
import { proposalWords } from '../../words/proposal.ts'
import { Deeds } from './deeds.tsx'

interface StepsProps {
  readonly ui: Sight
  readonly view: Pick<ProposalView, 'stages' | 'stage' | 'ending' | 'ballots'>
  readonly postings: readonly Pick<PostingView, 'sort' | 'from' | 'lastDay'>[]
}

interface StandingProps {
  readonly ui: Ui
  readonly view: ProposalView
  readonly postings: readonly PostingView[]
  readonly next: NextView
  readonly own: OwnPart | undefined
}

/** The procedure as a line of steps, and where the proposal stands on it. */
export const Standing = ({ ui, view, postings, next, own }: StandingProps) => {
  const w = proposalWords[ui.lang]
  const today = ui.place?.today ?? ''
  return (
    <Section title={w.steps}>
      <Facts
        facts={[
          [w.procedure, view.procedure[ui.lang]],
          [w.opened, sayTime(view.openedAt, today, ui.lang)],
        ]}
      />
      <p>
        <strong>{standingWords(view, ui.lang)}</strong>
      </p>
      <Deeds ui={ui} view={view} next={next} own={own} />
      <Line
        ui={sightOf(ui)}
        view={{ stages: view.stages, stage: view.stage, ending: view.ending, ballots: view.ballots }}
        postings={postings.map(({ sort, from, lastDay }) => ({ sort, from, lastDay }))}
      />
    </Section>
  )
}

const Line = drawnOnce((told: StepsProps) => <Steps ui={told.ui} steps={stepsOf(told)} />)

const stepsOf = ({ ui, view, postings }: StepsProps): readonly StepShown[] => {
  const here = view.stages.findIndex(({ id }) => id === view.stage.id)
  return view.stages.map(({ id, kind, title }, n) => ({
    title: title[ui.lang],
    state: view.ending === 'closed' || n < here ? 'done' : n === here && view.ending === null ? 'now' : 'ahead',
    note: noteOf({ ui, view, postings }, id, kind),
  }))
}

/** What was counted in a step: its newest verdict with the arithmetic, or the days that something hung. */
const noteOf = ({ ui, view, postings }: StepsProps, stage: string, kind: string) => {
  const w = proposalWords[ui.lang]
  const today = ui.place?.today ?? ''
  const ballot = view.ballots.filter((one) => one.stage === stage && one.carried !== null).at(-1)
  if (ballot)
    return (
      <ul>
        {tested(ballot.result).map((ground) => (
          <li>
            {printed(`${arithmetic(ground, ui.lang)}${ground.cite === undefined ? '' : `(${ground.cite})`}`, ui.lang)}
          </li>
        ))}
      </ul>
    )
  const hung = kind === 'posting' ? postings.filter(({ sort }) => sort === 'posting').at(-1) : undefined
  return hung && w.hangs(sayDay(hung.from, today, ui.lang), sayDay(hung.lastDay, today, ui.lang))
}

/** What was counted, without what was only there or not. */
const tested = (result: unknown) => (resultOf(result)?.grounds ?? []).filter(({ test }) => test !== undefined)
