import type { DataOf } from './format/catalogue.ts'
import { dayOfEntry, type Entry } from './format/entry.ts'
import { type PollResult, resultOf } from './stages/election.ts'
import { lawOn } from './stages/law-on.ts'
import { type ElectionFacts, electionOf, foldElection, outcomeOf } from './stages/polling.ts'
import type { DecisionStage, ElectionStage } from './stages/stage.ts'

/** An item of a meeting's agenda, with the stage of its procedure in which the body decides or elects. */
export interface FollowedItem<S = DecisionStage | ElectionStage> {
  readonly proposal: string
  readonly stage: S
  readonly matter?: string | undefined
}

/** An open poll: whom one may mark, and how many papers are out. What lies in the boxes is not known before the close. */
export interface PollNow extends Pick<DataOf<'poll.opened'>, 'poll' | 'offices' | 'entitled'> {
  readonly proposal: string
  readonly issued: number
  readonly byProxy: number
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

/** Follows an election through its entries; candidates are named before a poll opens, so its whole chain is read. */
export const followElection = ({ proposal, stage, matter }: FollowedItem<ElectionStage>, meeting: string) => {
  const election: ElectionFacts = electionOf(undefined, stage)
  const results: PolledNow[] = []

  const open = (): PollNow | undefined => {
    const { poll } = election
    if (poll?.meeting !== meeting) return undefined
    const { papers } = poll
    const byProxy = [...papers.values()].filter((proxy) => proxy !== undefined).length
    return {
      proposal,
      poll: poll.poll,
      offices: poll.offices,
      entitled: poll.entitled,
      issued: papers.size,
      byProxy,
    }
  }

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
