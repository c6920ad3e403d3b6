import type { DataOf } from './format/catalogue.ts'
import { dayOfEntry, type Entry } from './format/entry.ts'
import { type PollResult, resultOf } from './stages/election.ts'
import { lawOn } from './stages/law-on.ts'
import { type ElectionFacts, electionOf, foldElection, type OpenPoll, outcomeOf } from './stages/polling.ts'
import type { DecisionStage, ElectionStage } from './stages/stage.ts'

/** An item of a meeting's agenda, with the stage of its procedure in which the body decides or elects. */
export interface FollowedItem<S = DecisionStage | ElectionStage> {
  readonly proposal: string
  readonly stage: S
  readonly matter?: string | undefined
}

/** An open poll: whom one may mark, and how many papers are out. What lies in the boxes is not known before the close. */
export interface PapersOut extends Pick<DataOf<'poll.opened'>, 'poll' | 'offices' | 'entitled'> {
  readonly issued: number
  readonly byProxy: number
}

export interface PollNow extends PapersOut {
  readonly proposal: string
}

/** What a closed poll came to, office by office. */
export interface PolledNow extends PollResult {
  readonly poll: string
  readonly proposal: string
}

export type ToldOfPolls =
  | { readonly event: 'poll'; readonly data: PollNow }
  | { readonly event: 'papers'; readonly data: PollNow }
  | { readonly event: 'polled'; readonly data: PolledNow }

export const papersOut = ({ poll, offices, entitled, papers }: OpenPoll): PapersOut => ({
  poll,
  offices,
  entitled,
  issued: papers.size,
  byProxy: [...papers.values()].filter((proxy) => proxy !== undefined).length,
})

/** Follows an election through its entries; candidates are named before a poll opens, so its whole chain is read. */
export const followElection = ({ proposal, stage, matter }: FollowedItem<ElectionStage>, meeting: string) => {
  const election: ElectionFacts = electionOf(undefined, stage)
  const results: PolledNow[] = []

  const open = (): PollNow | undefined =>
    election.poll?.meeting === meeting ? { proposal, ...papersOut(election.poll) } : undefined

  const take = (entry: Entry): ToldOfPolls | undefined => {
    switch (entry.kind) {
      case 'candidate.named':
      case 'candidate.withdrawn':
      case 'poll.opened':
      case 'papers.issued':
      case 'poll.tallied':
      case 'poll.closed': {
        const law = lawOn(stage, dayOfEntry(entry), matter)
        const here = election.poll?.meeting === meeting
        const outcome = entry.kind === 'poll.closed' && here ? outcomeOf(election, law, stage) : undefined
        if (foldElection(election, entry, stage, law) !== undefined) return undefined
        if (outcome && entry.kind === 'poll.closed') {
          const polled = { poll: entry.data.poll, proposal, ...resultOf(outcome) }
          results.push(polled)
          return { event: 'polled', data: polled }
        }
        const now = open()
        if (now && entry.kind === 'poll.opened') return { event: 'poll', data: now }
        return now && entry.kind === 'papers.issued' ? { event: 'papers', data: now } : undefined
      }
      default:
        return undefined
    }
  }

  return { take, open, results: (): readonly PolledNow[] => results }
}
