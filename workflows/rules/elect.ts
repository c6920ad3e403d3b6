import { judge } from './judge.ts'
import { checkWhole } from './tallies.ts'
import type { Count, Ground, Measure, Rule, Tallies } from './types.ts'

/** The papers of one election by plurality, counted, and the rules it is held under. */
export interface Papers {
  readonly seats: number
  readonly entitled: number
  readonly issued: number
  /** Every paper taken from the box, the spoiled among them. */
  readonly returned: number
  readonly spoiled: number
  /** What each candidate received, also those who received nothing. */
  readonly votes: Readonly<Record<string, number>>
  /** How many candidates one paper may mark; absent: as many as there are seats. */
  readonly maxMarks?: number
  /** In what the entitled are counted; absent: heads. */
  readonly measure?: Measure
  /** Judged on the papers: how many of the entitled must have voted (`cast` or `returned`, of `entitled`). */
  readonly participation: Rule
  /** Judged on each candidate: what a winner must have received (`yes`, of `cast`), besides the most votes. */
  readonly winnerFloor: Rule
}

/** One test of an election, as `judge` gives it. */
export type ElectionGround = Ground & {
  readonly code: 'papers-returned' | 'participation' | 'winner-floor'
  /** Set where the test is on one candidate. */
  readonly candidate?: string
}

/** What an election came to; every ground is given, also those met. Candidates stand in the order of their votes. */
export type Election = { readonly grounds: readonly ElectionGround[] } & (
  | { readonly outcome: 'void' } // more papers were returned than issued, or than there are voters
  | { readonly outcome: 'invalid' } // too few voted
  | { readonly outcome: 'elected'; readonly winners: readonly string[] } // every seat is filled
  | {
      // 另行选举: seats are left, since too few reached the floor
      readonly outcome: 'run-off'
      readonly winners: readonly string[]
      readonly seatsLeft: number
      readonly among: readonly string[]
    }
  | {
      // more reached the floor than there are seats, and equal votes do not say who takes the last: voted again among them
      readonly outcome: 'tied'
      readonly winners: readonly string[]
      readonly seatsLeft: number
      readonly among: readonly string[]
    }
)

/**
 * Counts an election by plurality. Spoiled papers stay in the base. A run-off is among those with most votes who were not
 * elected, one more than the seats left (差额) and all who are equal to the last of them; nobody without a vote.
 * Throws TypeError where the numbers cannot be those of one box.
 */
export function elect(papers: Papers): Election {
  const ranked = checked(papers)
  const { seats, participation, winnerFloor } = papers
  const box = countOf(papers)
  const returned = papers.returned === 0 ? [] : judge(allReturnedWereIssued, box).grounds
  const voted = judge(participation, box)
  const judged = ranked.map(({ candidate, votes }) => ({
    candidate,
    votes,
    ...judge(winnerFloor, countOf(papers, votes)),
  }))
  const grounds: readonly ElectionGround[] = [
    ...returned.map((ground) => ({ ...ground, code: 'papers-returned' as const })),
    ...voted.grounds.map((ground) => ({ ...ground, code: 'participation' as const })),
    ...judged.flatMap(({ candidate, grounds }) =>
      grounds.map((ground) => ({ ...ground, code: 'winner-floor' as const, candidate })),
    ),
  ]
  if (returned.some((ground) => !ground.met)) return { outcome: 'void', grounds }
  if (!voted.met) return { outcome: 'invalid', grounds }

  const reached = judged.filter(({ met, votes }) => met && votes > 0)
  if (reached.length <= seats) {
    const winners = reached.map(({ candidate }) => candidate)
    const seatsLeft = seats - winners.length
    if (seatsLeft === 0) return { outcome: 'elected', winners, grounds }
    const others = ranked.filter(({ candidate, votes }) => votes > 0 && !winners.includes(candidate))
    return { outcome: 'run-off', winners, seatsLeft, among: first(others, seatsLeft + 1), grounds }
  }
  const last = reached[seats - 1]?.votes ?? 0
  const winners = first(reached, seats)
  if (winners.length === seats) return { outcome: 'elected', winners, grounds }
  const above = reached.filter(({ votes }) => votes > last).map(({ candidate }) => candidate)
  const among = reached.filter(({ votes }) => votes === last).map(({ candidate }) => candidate)
  return { outcome: 'tied', winners: above, seatsLeft: seats - above.length, among, grounds }
}

interface Ranked {
  readonly candidate: string
  readonly votes: number
}

/** Nobody can have put in a paper that was not given out, nor more than one. */
const allReturnedWereIssued: Rule = {
  all: [
    { count: 'issued', atLeast: [1, 1], of: 'returned' },
    { count: 'entitled', atLeast: [1, 1], of: 'returned' },
  ],
}

/** The first so many of a ranking, with all who are equal to the last of them. */
const first = (ranking: readonly Ranked[], many: number): readonly string[] => {
  const last = ranking[Math.min(many, ranking.length) - 1]
  return last === undefined ? [] : ranking.filter(({ votes }) => votes >= last.votes).map(({ candidate }) => candidate)
}

/** The box as a count; seen from one candidate, the valid papers that do not mark him are against. */
const countOf = (
  { entitled, issued, returned, spoiled, measure = 'people' }: Papers,
  votes = returned - spoiled,
): Count => {
  const no = returned - spoiled - votes
  const tallies: Tallies = { entitled, present: returned, issued, returned, yes: votes, no, abstain: 0, spoiled }
  return { people: tallies, [measure]: tallies }
}

/** The candidates by votes, then by key; throws unless the numbers can be those of one box. */
const checked = ({
  seats,
  entitled,
  issued,
  returned,
  spoiled,
  votes,
  maxMarks = seats,
}: Papers): readonly Ranked[] => {
  const numbers = { seats, entitled, issued, returned, spoiled, maxMarks }
  for (const [name, n] of [...Object.entries(numbers), ...Object.entries(votes)]) checkWhole(n, name)
  if (seats === 0 || maxMarks === 0) throw new TypeError('an election has a seat, and a paper a mark')
  const valid = returned - spoiled
  if (valid < 0) throw new TypeError(`more papers spoiled than returned: ${spoiled} of ${returned}`)
  const ranked = Object.entries(votes).map(([candidate, n]) => ({ candidate, votes: n }))
  for (const one of ranked)
    if (one.votes > valid) throw new TypeError(`${one.candidate} has more votes than valid papers: ${one.votes}`)
  const marks = ranked.reduce((sum, one) => sum + BigInt(one.votes), 0n)
  if (marks > BigInt(maxMarks) * BigInt(valid)) throw new TypeError(`more marks than the papers may bear: ${marks}`)
  return ranked.sort((a, b) => b.votes - a.votes || (a.candidate < b.candidate ? -1 : 1))
}
