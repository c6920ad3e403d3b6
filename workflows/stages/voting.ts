import type { OpenBallot } from '../facts.ts'
import type { DataOf } from '../format/catalogue.ts'
import type { EntryOf } from '../format/entry.ts'
import type { Misfit } from '../misfit.ts'
import { atLeast, atMost, exactly, type GateGround, has } from './gate.ts'
import type { Stage } from './stage.ts'

/** What is said of a ballot while it is open: votes by every door, and papers and hands counted. */
export type VotingEntry =
  | EntryOf<'vote.cast'>
  | EntryOf<'vote.changed'>
  | EntryOf<'ballot.taken'>
  | EntryOf<'visit.made'>
  | EntryOf<'papers.counted'>
  | EntryOf<'hands.counted'>
  | EntryOf<'papers.tallied'>

/** Folds what is said of the open ballot into it; answers why it does not fit, and then changes nothing. */
export const foldVoting = (ballot: OpenBallot | undefined, entry: VotingEntry, stage: Stage): Misfit | undefined => {
  if (ballot?.ballot !== entry.data.ballot) return 'ballot_unknown'
  switch (entry.kind) {
    case 'vote.cast':
    case 'ballot.taken': {
      const { voter, door = 'phone' } = entry.data
      const secret = entry.kind === 'ballot.taken'
      if (stage.kind === 'decision' && stage.paperOnly && !onPaper(door)) return 'paper_only'
      if (ballot.voting !== (secret ? 'secret' : undefined)) return 'other_way_of_voting'
      if (ballot.recused?.includes(voter)) return 'recused'
      if (ballot.voters.has(voter)) return 'voted_already'
      // Once the papers are counted a vote would be cast by who knows how it stands.
      if (secret && ballot.tallied) return 'papers_tallied_already'
      if (!onPaper(door) && late(ballot, entry)) return 'term_over'
      if (!secret && onPaper(door) && entry.attested === undefined) return 'not_attested'
      ballot.voters.set(voter, door)
      return undefined
    }
    case 'vote.changed': {
      const { voter, door = 'phone' } = entry.data
      if (ballot.voting !== undefined) return 'other_way_of_voting'
      const cast = ballot.voters.get(voter)
      if (cast === undefined) return 'not_voted_yet'
      // Only the door that a vote came by puts it right: nobody changes at the table what a phone has said.
      if (cast !== door) return 'vote_stands'
      if (door !== 'phone') return entry.attested === undefined ? 'not_attested' : undefined
      if (!(stage.kind === 'decision' && stage.changes === true)) return 'vote_stands'
      return late(ballot, entry) ? 'term_over' : undefined
    }
    case 'visit.made':
      return undefined
    case 'papers.counted':
      if (ballot.voting !== undefined) return 'other_way_of_voting'
      if (entry.attested === undefined) return 'not_attested'
      ballot.papers = entry.data
      return undefined
    case 'hands.counted': {
      const { people, tellers } = entry.data
      if (ballot.voting !== 'counted') return 'other_way_of_voting'
      if (entry.attested === undefined) return 'not_attested'
      if (new Set(tellers).size < 2) return 'tellers_not_two'
      if (people.yes + people.no + people.abstain > mayVote(ballot)) return 'more_than_may_vote'
      ballot.hands = entry.data
      return undefined
    }
    case 'papers.tallied':
      if (ballot.voting !== 'secret') return 'other_way_of_voting'
      if (entry.attested === undefined) return 'not_attested'
      if (new Set(entry.data.tellers).size < 2) return 'tellers_not_two'
      if (ballot.until !== undefined && !late(ballot, entry) && ballot.voters.size < mayVote(ballot))
        return 'term_not_over'
      ballot.tallied = entry.data
      return undefined
  }
}

const onPaper = (door: OpenBallot['voters'] extends Map<string, infer D> ? D : never): boolean =>
  door === 'paper' || door === 'visit'

/** A vote at the very end of the term is too late: the term is half open. Papers filled in before it may be entered after. */
const late = ({ until }: OpenBallot, { recordedAt }: VotingEntry): boolean => until !== undefined && recordedAt >= until

/** How many may vote: everybody present, but for the recused. */
export const mayVote = (ballot: Pick<OpenBallot, 'mayVote' | 'people'>): number =>
  ballot.mayVote ?? ballot.people.present

const through = ({ voters }: Pick<OpenBallot, 'voters'>, ...doors: readonly string[]): number =>
  [...voters.values()].filter((door) => doors.includes(door)).length

/** What must hold before a ballot is counted out: its term, its papers, its hands; nobody's vote is cut off. */
export const countedOut = (ballot: OpenBallot, closing: DataOf<'ballot.closed'>, at: string): readonly GateGround[] => [
  ...(ballot.until === undefined
    ? []
    : [
        has('ballot-term-over', at >= ballot.until || ballot.voters.size >= mayVote(ballot), {
          until: ballot.until,
          voted: ballot.voters.size,
          mayVote: mayVote(ballot),
        }),
      ]),
  ...(ballot.voting === 'secret'
    ? secretGrounds(ballot, closing)
    : ballot.voting === 'counted'
      ? handsGrounds(ballot, closing)
      : paperGrounds(ballot)),
]

/** Every paper that came back is entered, and no more came back than were issued. */
const paperGrounds = (ballot: OpenBallot): readonly GateGround[] => {
  const entered = through(ballot, 'paper', 'visit')
  const { papers } = ballot
  if (!papers) return entered === 0 ? [] : [has('papers-counted', false, { entered })]
  return [withinIssued(papers), exactly('papers-entered', entered, papers.returned)]
}

const handsGrounds = ({ hands }: OpenBallot, { people, groups, choices }: DataOf<'ballot.closed'>) => [
  has('hands-counted', hands !== undefined),
  has(
    'tally-of-the-hands',
    hands !== undefined && choices === undefined && sumOf(people, hands.people) && sumsOf(groups, [hands.groups], []),
  ),
]

/** The box holds as many choices as phones took part, and the papers taken are counted. */
const secretGrounds = (ballot: OpenBallot, closing: DataOf<'ballot.closed'>): readonly GateGround[] => {
  const { tallied } = ballot
  const taken = papersTaken(ballot)
  const choices = closing.choices ?? []
  const phones = ballot.voters.size - taken
  const counted = papersOf(choices)
  const whole = tallied ? plus(counted, tallied.people) : counted
  return [
    exactly('choices-of-all-who-took-part', choices.length, phones),
    has('choices-sorted', isSorted(choices)),
    ...(taken > 0 || tallied
      ? [
          has('papers-tallied', tallied !== undefined),
          ...(tallied ? [withinIssued(tallied), ...tallyGrounds(ballot, tallied)] : []),
        ]
      : []),
    has(
      'tally-of-the-box',
      sumOf(closing.people, whole) && sumsOf(closing.groups, tallied ? [tallied.groups] : [], choices),
    ),
  ]
}

/** As many papers are counted as issued as were taken, and each that came back is counted once. */
export const tallyGrounds = (
  ballot: Pick<OpenBallot, 'voters'>,
  { issued, returned, people }: DataOf<'papers.tallied'>,
): readonly GateGround[] => [
  exactly('papers-issued', issued, papersTaken(ballot)),
  exactly('papers-entered', total(people), returned),
]

/** How many took a paper. */
export const papersTaken = ({ voters }: Pick<OpenBallot, 'voters'>): number => through({ voters }, 'paper', 'visit')

/** Nothing is decided: more papers came back than were issued. */
export const voids = ({ papers, tallied }: OpenBallot): GateGround => {
  const { issued, returned } = papers ?? tallied ?? { issued: 0, returned: 0 }
  return atLeast('papers-beyond-issued', returned, issued + 1)
}

/** More papers back than issued void the ballot, whatever they say. */
export const withinIssued = ({
  issued,
  returned,
}: {
  readonly issued: number
  readonly returned: number
}): GateGround => atMost('papers-within-issued', returned, issued)

type Papers = DataOf<'papers.tallied'>['people']
type Choice = NonNullable<DataOf<'ballot.closed'>['choices']>[number]

const none: Papers = { yes: 0, no: 0, abstain: 0, spoiled: 0 }
const total = ({ yes, no, abstain, spoiled }: Papers): number => yes + no + abstain + spoiled
const plus = (a: Papers, b: Papers): Papers => ({
  yes: a.yes + b.yes,
  no: a.no + b.no,
  abstain: a.abstain + b.abstain,
  spoiled: a.spoiled + b.spoiled,
})
const papersOf = (choices: readonly Choice[]): Papers => {
  const sum = { ...none }
  for (const { choice } of choices) sum[choice] += 1
  return sum
}

const sumOf = (tally: Papers, { spoiled = 0, ...rest }: Omit<Papers, 'spoiled'> & { readonly spoiled?: number }) =>
  tally.yes === rest.yes && tally.no === rest.no && tally.abstain === rest.abstain && tally.spoiled === spoiled

/** Each group's tally is what papers or hands and the choices that name it come to; a group that nobody counted apart stands at none. */
const sumsOf = (
  groups: DataOf<'ballot.closed'>['groups'],
  counted: readonly Readonly<Record<string, Omit<Papers, 'spoiled'> & { readonly spoiled?: number }>>[],
  choices: readonly Choice[],
): boolean =>
  Object.entries(groups).every(([group, tally]) => {
    const ofPapers = counted.map((one) => ({ ...none, ...one[group] }))
    const ofChoices = papersOf(choices.filter((choice) => choice.groups.includes(group)))
    return sumOf(tally, ofPapers.reduce(plus, ofChoices))
  })

/** Choices lie in the order of their text, so that nothing of the order in which they were cast is left. */
export const sortedChoices = (choices: readonly Choice[]): Choice[] =>
  choices
    .map(({ choice, groups }) => ({ choice, groups: [...groups].sort() }))
    .sort((a, b) => (textOf(a) < textOf(b) ? -1 : textOf(a) > textOf(b) ? 1 : 0))

const textOf = ({ choice, groups }: Choice): string => [choice, ...groups].join(' ')

const isSorted = (choices: readonly Choice[]): boolean =>
  JSON.stringify(sortedChoices(choices)) === JSON.stringify(choices.map(({ choice, groups }) => ({ choice, groups })))
