import type { DataOf, PollRound } from '../format/catalogue.ts'
import type { EntryOf } from '../format/entry.ts'
import { participationRule, passRule, proxyRule, runOffRule } from '../law/in-force.ts'
import type { Provision } from '../law/provision.ts'
import { type Entrusted, proxyFault } from '../law/proxies.ts'
import type { Misfit } from '../misfit.ts'
import { type Election, elect } from '../rules/elect.ts'
import type { ElectionStage } from './stage.ts'

/** What an election has come to, of the record's entries and nothing else. */
export interface ElectionFacts {
  /** By office, in the order of the paper. */
  readonly offices: Map<string, OfficeFacts>
  poll?: OpenPoll
  /** Every poll: an open one undefined, a closed one with how many seats it left in all. */
  readonly polls: Map<string, { readonly seatsLeft: number; readonly voided: boolean } | undefined>
}

export interface OfficeFacts {
  /** Whom one may mark the next time. */
  readonly candidates: readonly string[]
  readonly elected: readonly string[]
  readonly seatsLeft: number
  readonly round: PollRound
  /** True once the floor is the run-off's: it stays so where a run-off ends in a tie. */
  readonly lowered: boolean
  /** How often it was voted on so that it counted. */
  readonly held: number
}

export interface OpenPoll extends DataOf<'poll.opened'> {
  /** Whose paper was given out, and to which proxy where it was not the voter. */
  readonly papers: Map<string, string | undefined>
  tally?: DataOf<'poll.tallied'>
}

export type PollEntry =
  | EntryOf<'candidate.named'>
  | EntryOf<'candidate.withdrawn'>
  | EntryOf<'poll.opened'>
  | EntryOf<'papers.issued'>
  | EntryOf<'poll.tallied'>
  | EntryOf<'poll.closed'>

/** An election of which nothing was said yet. */
export const electionOf = (facts: ElectionFacts | undefined, stage: ElectionStage): ElectionFacts =>
  facts ?? {
    offices: new Map(
      stage.offices.map(({ office, seats }) => [
        office,
        { candidates: [], elected: [], seatsLeft: seats, round: 'first', lowered: false, held: 0 },
      ]),
    ),
    polls: new Map(),
  }

/** The offices that the next poll has on its paper, each with its seats and whom one may mark. */
export const dueOffices = ({ offices }: ElectionFacts): DataOf<'poll.opened'>['offices'] =>
  Object.fromEntries(
    [...offices].flatMap(([office, { candidates, seatsLeft: seats, round }]) =>
      seats > 0 ? [[office, { seats, candidates: [...candidates].sort(), round }] as const] : [],
    ),
  )

/** Everybody whom one may mark on some paper: none of them votes for another. */
export const candidatesOf = ({ offices }: ElectionFacts): readonly string[] =>
  [...offices.values()].flatMap(({ candidates, seatsLeft }) => (seatsLeft > 0 ? candidates : []))

export const electedOf = ({ offices }: ElectionFacts): readonly string[] =>
  [...offices.values()].flatMap(({ elected }) => elected)

/** What an open poll comes to, office by office; undefined while it is not counted, or where no law is in force. */
export const outcomeOf = (
  { poll, offices }: ElectionFacts,
  law: readonly Provision[],
  { mode }: Pick<ElectionStage, 'mode'>,
): ReadonlyMap<string, Election> | undefined => {
  const participation = participationRule(law)
  const floors = { first: passRule(law), lowered: runOffRule(law) }
  if (!poll?.tally || !participation || !floors.first || !floors.lowered) return undefined
  const outcome = new Map<string, Election>()
  for (const [office, { seats }] of Object.entries(poll.offices)) {
    const counted = poll.tally.offices[office]
    if (!counted) return undefined
    const winnerFloor = offices.get(office)?.lowered ? floors.lowered : floors.first
    const box = { ...counted, seats, entitled: poll.entitled, participation, winnerFloor }
    outcome.set(office, elect(mode === 'households' ? { ...box, measure: mode } : box))
  }
  return outcome
}

/** True where more papers came back than were given out: nothing of the whole poll stands, whichever box they lay in. */
export const isVoid = (outcome: ReadonlyMap<string, Election>): boolean =>
  [...outcome.values()].some((one) => one.outcome === 'void')

/** True where too few voted, for every office of the poll. */
export const isInvalid = (outcome: ReadonlyMap<string, Election>): boolean =>
  !isVoid(outcome) && [...outcome.values()].every((one) => one.outcome === 'invalid')

/** The offices once a poll has come to this. */
export const officesAfter = (
  { offices }: Pick<ElectionFacts, 'offices'>,
  outcome: ReadonlyMap<string, Election>,
): ReadonlyMap<string, OfficeFacts> =>
  isVoid(outcome)
    ? offices
    : new Map([...offices].map(([office, before]) => [office, officeAfter(before, outcome.get(office))]))

const officeAfter = (before: OfficeFacts, result: Election | undefined): OfficeFacts => {
  const held = before.held + 1
  switch (result?.outcome) {
    case undefined:
    case 'void':
    case 'invalid':
      return before
    case 'elected':
      return { ...before, elected: [...before.elected, ...result.winners], candidates: [], seatsLeft: 0, held }
    case 'tied':
    case 'run-off': {
      const { winners, seatsLeft, among, outcome } = result
      const elected = [...before.elected, ...winners]
      // Nobody is left whom anybody marked: candidates are named anew.
      if (among.length === 0) return { elected, seatsLeft, candidates: [], round: 'first', lowered: false, held }
      const lowered = outcome === 'run-off' || before.lowered
      return { elected, seatsLeft, candidates: among, round: outcome, lowered, held }
    }
  }
}

export const seatsLeftIn = (offices: ReadonlyMap<string, OfficeFacts>): number =>
  [...offices.values()].reduce((sum, { seatsLeft }) => sum + seatsLeft, 0)

/** Folds what is said of an election into it, in place; answers why it does not fit, and then changes nothing. */
export const foldElection = (
  election: ElectionFacts,
  entry: PollEntry,
  stage: ElectionStage,
  law: readonly Provision[],
): Misfit | undefined => {
  const { offices, poll } = election
  switch (entry.kind) {
    case 'candidate.named': {
      const { office, candidate } = entry.data
      const known = offices.get(office)
      if (!known || known.seatsLeft === 0) return 'office_not_filled_here'
      if (candidatesOf(election).includes(candidate) || electedOf(election).includes(candidate))
        return 'candidate_known_already'
      // Who stands in another round follows from the votes of the one before.
      if (known.round !== 'first') return 'candidates_are_settled'
      offices.set(office, { ...known, candidates: [...known.candidates, candidate] })
      return undefined
    }
    case 'candidate.withdrawn': {
      const { candidate } = entry.data
      if (!candidatesOf(election).includes(candidate)) return 'candidate_unknown'
      for (const [office, known] of offices)
        if (known.candidates.includes(candidate)) offices.set(office, without(known, candidate))
      return undefined
    }
    case 'poll.opened':
      if (election.polls.has(entry.data.poll)) return 'poll_known_already'
      election.polls.set(entry.data.poll, undefined)
      election.poll = { ...entry.data, papers: new Map() }
      return undefined
    case 'papers.issued':
      return poll?.poll === entry.data.poll ? issue(election, poll, entry.data.papers, law) : 'poll_unknown'
    case 'poll.tallied':
      if (poll?.poll !== entry.data.poll) return 'poll_unknown'
      if (entry.attested === undefined) return 'not_attested'
      if (new Set(entry.data.tellers).size < 2) return 'tellers_not_two'
      if (entry.data.tellers.some((teller) => candidatesOf(election).includes(teller))) return 'teller_is_candidate'
      if (!countsFit(poll, entry.data)) return 'counts_of_no_box'
      poll.tally = entry.data
      return undefined
    case 'poll.closed': {
      const outcome = outcomeOf(election, law, stage)
      if (poll?.poll !== entry.data.poll || !outcome) return 'poll_unknown'
      const after = officesAfter(election, outcome)
      for (const [office, facts] of after) offices.set(office, facts)
      election.polls.set(poll.poll, { seatsLeft: seatsLeftIn(after), voided: isVoid(outcome) })
      delete election.poll
      return undefined
    }
  }
}

/** With the last of those tied or in the run-off gone, candidates are named anew. */
const without = (known: OfficeFacts, candidate: string): OfficeFacts => {
  const candidates = known.candidates.filter((one) => one !== candidate)
  return candidates.length > 0 ? { ...known, candidates } : { ...known, candidates, round: 'first', lowered: false }
}

/** One paper a voter, whoever takes it; a proxy as the law admits, judged on the papers taken so far. */
const issue = (
  election: ElectionFacts,
  { papers }: OpenPoll,
  issued: DataOf<'papers.issued'>['papers'],
  law: readonly Provision[],
): Misfit | undefined => {
  const taken = new Map(papers)
  const candidates = candidatesOf(election)
  for (const { voter, proxy } of issued) {
    if (taken.has(voter)) return 'paper_issued_already'
    if (proxy !== undefined) {
      const given = entrustedIn(taken)
      const fault = proxyFault(proxyRule(law), { principal: voter, proxy, given, candidates, sameHousehold: false })
      if (fault) return fault
    }
    taken.set(voter, proxy)
  }
  for (const [voter, proxy] of taken) papers.set(voter, proxy)
  return undefined
}

const entrustedIn = (papers: ReadonlyMap<string, string | undefined>): readonly Entrusted[] =>
  [...papers].flatMap(([principal, proxy]) => (proxy === undefined ? [] : [{ principal, proxy }]))

/** The numbers of each office could be those of one box: its candidates and no others, and no more marks than papers bear. */
const countsFit = ({ offices }: OpenPoll, { offices: counted }: DataOf<'poll.tallied'>): boolean =>
  sameKeys(counted, Object.keys(offices)) &&
  Object.entries(offices).every(([office, { seats, candidates }]) => {
    const box = counted[office]
    if (!box || !sameKeys(box.votes, candidates)) return false
    const valid = box.returned - box.spoiled
    const votes = Object.values(box.votes)
    return votes.every((n) => n <= valid) && votes.reduce((sum, n) => sum + n, 0) <= valid * seats && valid >= 0
  })

const sameKeys = (one: object, keys: readonly string[]): boolean =>
  [...Object.keys(one)].sort().join() === [...keys].sort().join()
