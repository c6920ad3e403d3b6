import { type FollowedItem, followElection, type PolledNow, type PollNow, type ToldOfPolls } from './following-polls.ts'
import type { DataOf, KindOf, VoteDoor } from './format/catalogue.ts'
import { dayOfEntry, type Entry, type EntryOf } from './format/entry.ts'
import type { Day } from './rules/days.ts'
import type { Shares } from './stages/counting.ts'
import { allMet, type GateGround } from './stages/gate.ts'
import { lawOn } from './stages/law-on.ts'
import type { DecisionStage, ElectionStage } from './stages/stage.ts'
import { quorumGrounds, verdictOf } from './stages/verdict.ts'
import { mayVote } from './stages/voting.ts'
import { ballotBase, countIn, hallOf, recusedFrom, rollOf } from './verify/roll.ts'

/**
 * What the hall's screen and every phone follow of a meeting, worked out of its chain and those of its items. How anybody
 * voted is never in it, nor what hands or papers came to, until the ballot has closed; then its totals are.
 */

type FollowedDecision = FollowedItem<DecisionStage>

export interface QuorumNow {
  readonly proposal: string
  readonly met: boolean
  readonly grounds: readonly GateGround[]
}

export interface HallNow extends Shares {
  readonly quorum: readonly QuorumNow[]
}

export interface BallotNow extends Pick<DataOf<'ballot.opened'>, 'ballot' | 'motion' | 'draft'> {
  readonly proposal: string
  readonly voting: 'recorded' | 'secret' | 'counted'
  readonly mayVote: number
  readonly until: string | null
  /** Turnout, by door; of hands that are only counted nothing is known before the close. */
  readonly voted: number
  readonly doors: Readonly<Partial<Record<VoteDoor | 'phone', number>>>
}

export interface ResultNow {
  readonly ballot: string
  readonly proposal: string
  readonly carried: boolean
  readonly voided: boolean
  readonly corrected: boolean
  readonly tally: Pick<DataOf<'ballot.closed'>, 'people' | 'groups' | 'measures'> | null
  readonly grounds: readonly GateGround[]
}

/** What somebody who starts to follow is told first. */
export interface MeetingNow {
  readonly hall: HallNow
  readonly outcome: string | null
  readonly open: readonly BallotNow[]
  readonly results: readonly ResultNow[]
  readonly polls: readonly PollNow[]
  readonly polled: readonly PolledNow[]
}

export type Told =
  | ToldOfPolls
  | { readonly event: 'attendance'; readonly data: HallNow }
  | { readonly event: 'ballot'; readonly data: BallotNow }
  | { readonly event: 'turnout'; readonly data: BallotNow }
  | { readonly event: 'result'; readonly data: ResultNow }
  | { readonly event: 'meeting'; readonly data: Readonly<Record<string, string>> }

/** Something told, and the last entry of a chain that it was worked out of. */
export type Happening = Told & { readonly chain: string; readonly seq: number }

export interface Following {
  /** Takes entries in the order in which they were written; what follows on the like in one chain is told once, as it stands at the end. */
  readonly take: (entries: readonly Entry[]) => readonly Happening[]
  readonly now: () => MeetingNow
}

const aboutTheHall: ReadonlySet<string> = new Set<KindOf<'meeting'>>([
  'meeting.called',
  'member.signed-in',
  'member.left',
  'member.recused',
  'roll.amended',
  'meeting.adjourned',
])

type OpenNow = Omit<BallotNow, 'voted' | 'doors'> & { readonly voters: Map<string, VoteDoor | 'phone'> }

export const followMeeting = (meeting: string, agenda: readonly FollowedItem[]): Following => {
  const items = agenda.filter(isDecided)
  const elections = new Map(
    agenda.flatMap((item) => (isElection(item) ? [[item.proposal, followElection(item, meeting)] as const] : [])),
  )
  const said: Entry[] = []
  const open = new Map<string, OpenNow>()
  const results = new Map<string, ResultNow>()
  const byProposal = new Map(items.map((item) => [item.proposal, item]))
  let day: Day = ''
  let outcome: string | null = null

  const hall = (): HallNow => {
    const members = rollOf(said)
    const here = hallOf(said)
    const present = members.flatMap(({ person }) => (here.has(person) ? [person] : []))
    const of = ({ stage, matter }: FollowedDecision, recused: readonly string[]) =>
      ballotBase(stage, lawOn(stage, day, matter), { members, present, recused }).shares
    return {
      ...countIn(members, here),
      quorum: items
        .filter(({ stage }) => stage.circulated === undefined)
        .map((item) => {
          const shares = of(item, recusedFrom(said, item.proposal))
          const grounds = quorumGrounds(item.stage, shares, day, item.matter)
          return { proposal: item.proposal, met: allMet(grounds), grounds }
        }),
    }
  }

  const ballotNow = ({ voters, ...ballot }: OpenNow): BallotNow => {
    const doors: Partial<Record<VoteDoor | 'phone', number>> = {}
    for (const door of voters.values()) doors[door] = (doors[door] ?? 0) + 1
    return { ...ballot, voted: voters.size, doors }
  }

  const tell = (entry: Entry): Told | undefined => {
    if (entry.chain === `meeting/${meeting}`) {
      if (aboutTheHall.has(entry.kind)) return { event: 'attendance', data: hall() }
      if (entry.kind === 'meeting.ended') return { event: 'meeting', data: { ended: entry.data.outcome } }
      if (entry.kind === 'presider.changed') return { event: 'meeting', data: { presider: entry.data.presider } }
      if (entry.kind === 'minutes.approved') return { event: 'meeting', data: { minutes: 'approved' } }
      return undefined
    }
    switch (entry.kind) {
      case 'ballot.opened':
      case 'vote.cast':
      case 'ballot.taken': {
        const known = open.get(entry.data.ballot)
        if (!known) return undefined
        return { event: entry.kind === 'ballot.opened' ? 'ballot' : 'turnout', data: ballotNow(known) }
      }
      case 'ballot.closed':
      case 'ballot.voided':
      case 'ballot.corrected': {
        const result = results.get(entry.data.ballot)
        return result && { event: 'result', data: result }
      }
      default:
        return undefined
    }
  }

  const learn = (entry: Entry): void => {
    if (entry.chain === `meeting/${meeting}`) {
      said.push(entry)
      day = dayOfEntry(entry)
      if (entry.kind === 'meeting.ended') outcome = entry.data.outcome
      return
    }
    const item = byProposal.get(entry.chain.slice('proposal/'.length))
    if (!item) return
    switch (entry.kind) {
      case 'ballot.opened':
        if (entry.data.meeting === meeting) open.set(entry.data.ballot, opened(item.proposal, entry))
        break
      case 'vote.cast':
      case 'ballot.taken':
        open.get(entry.data.ballot)?.voters.set(entry.data.voter, entry.data.door ?? 'phone')
        break
      case 'ballot.closed':
      case 'ballot.voided': {
        const ballot = open.get(entry.data.ballot)
        if (ballot) results.set(ballot.ballot, resultOf(item, ballot, entry))
        open.delete(entry.data.ballot)
        break
      }
      case 'ballot.corrected': {
        const before = results.get(entry.data.ballot)
        if (before) results.set(before.ballot, corrected(item, before, entry))
        break
      }
    }
  }
  const motions = new Map<string, { readonly motion: BallotNow['motion']; readonly on: Day }>()
  const resultOf = (
    { stage, matter, proposal }: FollowedDecision,
    { ballot, motion }: OpenNow,
    entry: EntryOf<'ballot.closed'> | EntryOf<'ballot.voided'>,
  ): ResultNow => {
    const base = { ballot, proposal, voided: entry.kind === 'ballot.voided', corrected: false }
    if (entry.kind === 'ballot.voided') return { ...base, carried: false, tally: null, grounds: [] }
    const { people, groups, measures } = entry.data
    const tally = { people, groups, ...(measures ? { measures } : {}) }
    motions.set(ballot, { motion, on: dayOfEntry(entry) })
    const { met, grounds } = verdictOf(stage, motion, tally, dayOfEntry(entry), matter)
    return { ...base, carried: met, tally, grounds }
  }
  const corrected = (
    { stage, matter }: FollowedDecision,
    before: ResultNow,
    { data }: EntryOf<'ballot.corrected'>,
  ): ResultNow => {
    const { people, groups, measures } = data
    const tally = { people, groups, ...(measures ? { measures } : {}) }
    const { motion, on } = motions.get(before.ballot) ?? { motion: 'agree', on: day }
    const { met, grounds } = verdictOf(stage, motion, tally, on, matter)
    return { ...before, corrected: true, carried: met, tally, grounds }
  }

  return {
    take: (entries) => {
      const told: Happening[] = []
      for (const [n, entry] of entries.entries()) {
        learn(entry)
        const polled = elections.get(entry.chain.slice('proposal/'.length))?.take(entry)
        const next = entries[n + 1]
        if (next !== undefined && next.chain === entry.chain && alike(entry, next)) continue
        const happened = polled ?? tell(entry)
        if (happened) told.push({ ...happened, chain: entry.chain, seq: entry.seq })
      }
      return told
    },
    now: () => ({
      hall: hall(),
      outcome,
      open: [...open.values()].map(ballotNow),
      results: [...results.values()],
      polls: [...elections.values()].flatMap((one) => one.open() ?? []),
      polled: [...elections.values()].flatMap((one) => one.results()),
    }),
  }
}

const isElection = (item: FollowedItem): item is FollowedItem<ElectionStage> => item.stage.kind === 'election'
const isDecided = (item: FollowedItem): item is FollowedDecision => item.stage.kind === 'decision'

/** Two entries after which the same is told: only the last of them is worth it. */
const alike = (a: Entry, b: Entry): boolean =>
  (aboutTheHall.has(a.kind) && aboutTheHall.has(b.kind)) || (isVote(a) && isVote(b) && a.data.ballot === b.data.ballot)

const isVote = (entry: Entry): entry is EntryOf<'vote.cast'> | EntryOf<'ballot.taken'> =>
  entry.kind === 'vote.cast' || entry.kind === 'ballot.taken'

const opened = (proposal: string, { data }: EntryOf<'ballot.opened'>): OpenNow => ({
  ballot: data.ballot,
  proposal,
  motion: data.motion,
  draft: data.draft,
  voting: data.voting ?? 'recorded',
  mayVote: mayVote(data),
  until: data.until ?? null,
  voters: new Map(),
})
