import type { VoteDoor } from '../format/catalogue.ts'
import type { Entry, EntryOf } from '../format/entry.ts'
import type { Chains } from './chains.ts'
import { disagreeAt } from './disagreement.ts'
import { baseOf, countOf, groupsOf, type Members, membersBy, rollOf, same, setOf, votersOf } from './roll.ts'

/** A vote of the record, with its choice where the export opens it. */
export interface Vote {
  readonly voter: string
  /** By which it came; none where it was entered when the ballot had closed, or a secret one was fetched. */
  readonly door: VoteDoor | 'phone' | undefined
  readonly choice: string | undefined
}

const noVotes = { yes: 0, no: 0, abstain: 0, spoiled: 0 }
type Option = keyof typeof noVotes
const isOption = (choice: string | undefined): choice is Option =>
  choice !== undefined && Object.hasOwn(noVotes, choice)

/** Counts the votes of the record again, on the roll as it stood when the ballot opened; true where every choice was open to be counted. */
export const recount = (
  entry: EntryOf<'ballot.closed'> | EntryOf<'ballot.corrected'>,
  votes: readonly Vote[],
  opening: EntryOf<'ballot.opened'> | undefined,
  chains: Chains,
): boolean => {
  const claimed = claimedBy(entry)
  const { members, present, voters } = hallAt(opening, chains)
  const stranger = votes.find(({ voter }) => !voters.has(voter))
  if (stranger) disagreeAt(entry, 'voter_not_present', { claimed, found: stranger.voter })

  const base = countOf(members, present)
  const sums = sumsOf(votes, members)
  const people = { ...base.people, ...papersOf(entry), ...sums.people }
  const groups = Object.fromEntries(
    Object.entries(base.groups).map(([group, share]) => [group, { ...share, ...(sums.groups.get(group) ?? noVotes) }]),
  )
  const { area, represented } = base.measures ?? {}
  const measures = {
    ...(area ? { area: { ...area, ...sums.area } } : {}),
    ...(represented ? { represented: { ...represented, ...sums.represented } } : {}),
  }
  const found = { people, groups, ...(base.measures ? { measures } : {}) }
  // The gate has held a secret or counted ballot to its box, its papers and its hands; what is left is who may be counted.
  if (opening?.data.voting !== undefined) {
    const heads = sharesOf({ people, groups })
    if (!same(heads, sharesOf(claimed))) disagreeAt(entry, 'tally_wrong', { claimed: sharesOf(claimed), found: heads })
    // Nobody is told by whom a group's choices are; they are not more than those of it who took part, or may.
    const took = opening.data.voting === 'secret' ? votes.map(({ voter }) => voter) : [...voters]
    const most = weighed(took, members)
    for (const [group, tally] of Object.entries(claimed.groups))
      if (castIn(tally) > (most.groups.get(group) ?? 0))
        disagreeAt(entry, 'tally_wrong', { claimed: { [group]: tally }, found: most.groups.get(group) ?? 0 })
    return true
  }
  if (votes.every(({ choice }) => choice !== undefined)) {
    if (!same(found, claimed)) disagreeAt(entry, 'tally_wrong', { claimed, found })
    return true
  }
  const whole = weighed(
    votes.map(({ voter }) => voter),
    members,
  )
  const possible =
    couldBe(claimed.people, people, votes.length) &&
    Object.entries(claimed.groups).every(([group, tally]) =>
      couldBe(tally, groups[group], whole.groups.get(group) ?? 0),
    ) &&
    (!claimed.measures?.area || couldBe(claimed.measures.area, measures.area, whole.area)) &&
    (!claimed.measures?.represented || couldBe(claimed.measures.represented, measures.represented, whole.represented))
  if (!possible || !same(sharesOf(found), sharesOf(claimed))) disagreeAt(entry, 'tally_wrong', { claimed, found })
  return false
}

type Cast = Readonly<Record<Option, number>>

const castIn = (tally: Cast): number => options.reduce((sum, option) => sum + tally[option], 0)

/** Whether a tally is one that the votes may come to of which some are withheld: of their whole weight, and with none of those shown missing. */
const couldBe = (claimed: Cast, shown: Partial<Cast> | undefined, whole: number): boolean =>
  castIn(claimed) === whole && options.every((option) => (shown?.[option] ?? 0) <= claimed[option])

/** What some people of a roll weigh: how many of each group they are, and by each measure. */
const weighed = (people: readonly string[], members: Members) => {
  const known = membersBy(members)
  const sum = { groups: new Map<string, number>(), area: 0, represented: 0 }
  for (const person of people) {
    const member = known.get(person)
    if (!member) continue
    sum.area += member.area ?? 0
    sum.represented += member.represented ?? 0
    for (const group of groupsOf(member)) sum.groups.set(group, (sum.groups.get(group) ?? 0) + 1)
  }
  return sum
}

/** What the votes come to: heads, each group, and whatever the roll weighs. */
const sumsOf = (votes: readonly Vote[], members: Members) => {
  const [people, area, represented] = [{ ...noVotes }, { ...noVotes }, { ...noVotes }]
  const groups = new Map<string, typeof people>()
  const known = membersBy(members)
  for (const { voter, choice } of votes) {
    const member = isOption(choice) ? known.get(voter) : undefined
    if (!member || !isOption(choice)) continue
    people[choice] += 1
    area[choice] += member.area ?? 0
    represented[choice] += member.represented ?? 0
    for (const group of groupsOf(member)) {
      const sum = groups.get(group) ?? { ...noVotes }
      sum[choice] += 1
      groups.set(group, sum)
    }
  }
  return { people, groups, area, represented }
}

const options = Object.keys(noVotes) as readonly Option[]

const claimedBy = ({ data: { people, groups, measures } }: EntryOf<'ballot.closed'> | EntryOf<'ballot.corrected'>) => ({
  people,
  groups,
  ...(measures ? { measures } : {}),
})

/** Papers issued and returned are held to their count where the case is replayed; here they are taken as stated. */
const papersOf = ({ data: { people } }: EntryOf<'ballot.closed'> | EntryOf<'ballot.corrected'>) => ({
  ...(people.issued === undefined ? {} : { issued: people.issued }),
  ...(people.returned === undefined ? {} : { returned: people.returned }),
})

type Claimed = ReturnType<typeof claimedBy>

/** Who is entitled and who came, without what they chose. */
const sharesOf = ({ people, groups, measures }: Claimed) => {
  const share = ({ entitled, present }: { readonly entitled: number; readonly present: number }) => ({
    entitled,
    present,
  })
  return {
    people: share(people),
    groups: Object.fromEntries(Object.entries(groups).map(([group, tally]) => [group, share(tally)])),
    ...(measures?.area ? { area: share(measures.area) } : {}),
    ...(measures?.represented ? { represented: share(measures.represented) } : {}),
  }
}

/** The roll and the roll call that a ballot was opened on: what befell the meeting afterwards changes neither. */
const hallAt = (opening: EntryOf<'ballot.opened'> | undefined, chains: Chains) => {
  const until: readonly Entry[] =
    chains.get(`meeting/${opening?.data.meeting}`)?.slice(0, opening?.data.meetingSeq ?? 0) ?? []
  const rollCall = until.at(-1)
  const present = rollCall?.kind === 'roll.called' ? rollCall.data.present : []
  const members = rollOf(until)
  return {
    members: opening ? baseOf(opening.data, members) : members,
    present,
    voters: opening ? votersOf(opening.data, members, present) : setOf(present),
  }
}
