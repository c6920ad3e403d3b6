import type { Kept } from '../tally.ts'
import type { Sight } from '../ui.ts'
import { proposalWords } from '../words/proposal.ts'
import { Bars } from './bars.tsx'
import { Grounds } from './grounds.tsx'

/** What a ballot came to: its votes as bars with their table, and each test of the verdict. */
export const BallotResult = ({ ui, result: { people, grounds } }: { readonly ui: Sight; readonly result: Kept }) => {
  const w = proposalWords[ui.lang]
  return (
    <>
      {people ? (
        <Bars
          ui={ui}
          caption={w.votes}
          of={people.present}
          whole={w.present}
          bars={[
            { title: w.yes, count: people.yes, kind: 'yes' },
            { title: w.no, count: people.no, kind: 'no' },
            { title: w.abstain, count: people.abstain, kind: 'abstain' },
            ...(people.spoiled > 0 ? [{ title: w.spoiled, count: people.spoiled, kind: 'other' as const }] : []),
          ]}
        />
      ) : null}
      {grounds.length === 0 ? null : <Grounds ui={ui} grounds={grounds} caption={w.grounds} />}
    </>
  )
}
