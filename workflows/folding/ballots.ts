import type { Closed, Facts } from '../facts.ts'
import type { EntryOf } from '../format/entry.ts'
import { dayOfEntry } from '../format/entry.ts'
import type { Misfit } from '../misfit.ts'
import { type ExpandedProcedure, stageNamed } from '../stages/stage.ts'
import { verdictOf } from '../stages/verdict.ts'

/** What opens and ends a ballot, and what corrects it. */
export type BallotEntry =
  | EntryOf<'ballot.opened'>
  | EntryOf<'ballot.voided'>
  | EntryOf<'ballot.closed'>
  | EntryOf<'ballot.corrected'>

/** Folds a ballot’s beginning, end and correction; answers why it does not fit, and then changes nothing. */
export const foldBallot = (facts: Facts, entry: BallotEntry, procedure: ExpandedProcedure): Misfit | undefined => {
  const stage = stageNamed(procedure, facts.stage)
  switch (entry.kind) {
    case 'ballot.opened': {
      const { ballot, motion, draft, voting } = entry.data
      if (facts.ballots.has(ballot)) return 'ballot_known_already'
      facts.ballots.set(ballot, { stage: facts.stage, motion, draft, ...(voting ? { voting } : {}) })
      if (facts.turned === facts.stage) delete facts.turned
      facts.ballot = { ...entry.data, voters: new Map() }
      if (stage?.kind === 'decision' && stage.final) facts.decisionOpened = true
      return undefined
    }
    case 'ballot.voided': {
      const known = facts.ballots.get(entry.data.ballot)
      if (facts.ballot?.ballot !== entry.data.ballot || !known) return 'ballot_unknown'
      known.carried = false
      known.voided = true
      delete facts.ballot
      return undefined
    }
    case 'ballot.closed': {
      const { ballot } = facts
      const known = facts.ballots.get(entry.data.ballot)
      if (ballot?.ballot !== entry.data.ballot || !known || stage?.kind !== 'decision') return 'ballot_unknown'
      const { people, groups, measures } = entry.data
      known.closed = { on: dayOfEntry(entry), people, groups, ...(measures ? { measures } : {}) }
      known.carried = verdictOf(stage, ballot.motion, known.closed, known.closed.on, facts.matter).met
      const adopts = ballot.motion === 'agree' || ballot.motion === 'agree-amended'
      if (known.carried && adopts && stage.final) {
        facts.adopted = { draft: ballot.draft, ballot: ballot.ballot }
        facts.resolution = 'in-force'
      }
      if (known.carried && ballot.motion === 'return') facts.draftAtReturn = facts.draft?.n ?? 0
      delete facts.ballot
      return undefined
    }
    case 'ballot.corrected': {
      const known = facts.ballots.get(entry.data.ballot)
      if (!known) return 'ballot_unknown'
      if (known.voting) return 'other_way_of_voting'
      const voted = stageNamed(procedure, known.stage)
      if (!known.closed || voted?.kind !== 'decision') return 'ballot_not_closed'
      if (entry.attested === undefined) return 'not_attested'
      if (entry.attested.confirmedBy.length < 2) return 'two_must_confirm'
      const { people, groups, measures } = entry.data
      const corrected = { people, groups, ...(measures ? { measures } : {}) }
      if (!sameRoll(corrected, known.closed)) return 'tally_of_another_roll'
      known.closed = { on: known.closed.on, ...corrected }
      const carried = verdictOf(voted, known.motion, known.closed, known.closed.on, facts.matter).met
      // What a higher body has revoked is not put again, however its votes were counted.
      if (carried !== known.carried && facts.resolution !== 'revoked') {
        facts.turned = known.stage
        if (known.stage === facts.stage) known.reopened = true
        if (facts.adopted?.ballot === entry.data.ballot) facts.resolution = 'suspended'
      }
      known.carried = carried
      return undefined
    }
  }
}

/** A correction counts the same roll and the same people present. */
const sameRoll = (a: Omit<Closed, 'on'>, b: Omit<Closed, 'on'>): boolean => {
  const wholes = ({ people, groups, measures }: Omit<Closed, 'on'>) =>
    [
      ['', people] as const,
      ...Object.entries(groups).sort(([x], [y]) => (x < y ? -1 : 1)),
      ['area', measures?.area] as const,
      ['represented', measures?.represented] as const,
    ]
      .map(([name, tally]) => `${name} ${tally?.entitled} ${tally?.present}`)
      .join('\n')
  return wholes(a) === wholes(b)
}
