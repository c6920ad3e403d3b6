import type { Entry, EntryOf } from '../format/entry.ts'
import type { Chains } from './chains.ts'
import { disagreeAt } from './disagreement.ts'
import { countIn, rollOf, same } from './roll.ts'

/** A vote of the record, with its choice where the export opens it. */
export interface Vote {
  readonly voter: string
  readonly choice: string | undefined
}

const noVotes = { yes: 0, no: 0, abstain: 0, spoiled: 0 }

/** Counts the votes of the record again, on the roll as it stood when the ballot opened; true where every choice was open to be counted. */
export const recount = (
  entry: EntryOf<'ballot.closed'> | EntryOf<'ballot.corrected'>,
  votes: readonly Vote[],
  opening: EntryOf<'ballot.opened'> | undefined,
  chains: Chains,
): boolean => {
  const claimed = { people: entry.data.people, groups: entry.data.groups }
  const { members, present } = hallAt(opening, chains)
  const stranger = votes.find(({ voter }) => !present.has(voter))
  if (stranger) disagreeAt(entry, 'voter_not_present', { claimed, found: stranger.voter })

  const base = countIn(members, present)
  const people = { ...base.people, ...noVotes }
  const groups = Object.fromEntries(Object.entries(base.groups).map(([group, n]) => [group, { ...n, ...noVotes }]))
  const groupsOf = new Map(members.map((member) => [member.person, member.groups]))
  for (const { voter, choice } of votes) {
    if (choice !== 'yes' && choice !== 'no' && choice !== 'abstain') continue
    people[choice] += 1
    for (const name of groupsOf.get(voter) ?? []) {
      const group = groups[name]
      if (group) group[choice] += 1
    }
  }
  const found = { people, groups }
  if (votes.every(({ choice }) => choice !== undefined)) {
    if (!same(found, claimed)) disagreeAt(entry, 'tally_wrong', { claimed, found })
    return true
  }
  const { yes, no, abstain, present: came, entitled } = claimed.people
  const possible =
    yes + no + abstain === votes.length && people.yes <= yes && people.no <= no && people.abstain <= abstain
  if (!possible || came !== people.present || entitled !== people.entitled)
    disagreeAt(entry, 'tally_wrong', { claimed, found })
  return false
}

/** The roll and the roll call that a ballot was opened on: what befell the meeting afterwards changes neither. */
const hallAt = (opening: EntryOf<'ballot.opened'> | undefined, chains: Chains) => {
  const until: readonly Entry[] =
    chains.get(`meeting/${opening?.data.meeting}`)?.slice(0, opening?.data.meetingSeq ?? 0) ?? []
  const rollCall = until.at(-1)
  return {
    members: rollOf(until),
    present: new Set(rollCall?.kind === 'roll.called' ? rollCall.data.present : []),
  }
}
