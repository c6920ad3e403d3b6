import { dayOfEntry, type Entry, type EntryOf } from '../format/entry.ts'
import type { Sha256 } from '../format/hash.ts'
import { type Chains, headAfter } from './chains.ts'
import { checkDemand } from './demands.ts'
import { disagreeAt } from './disagreement.ts'
import { ownersFault } from './owners.ts'
import {
  baseOf,
  calledOf,
  countOf,
  hallOf,
  listRoot,
  membersBy,
  presiderOf,
  recusedFrom,
  rollOf,
  rollStated,
  same,
  setOf,
  votersOf,
} from './roll.ts'
import { seatsAtCall, seatsSince } from './seated.ts'

/** An entry that says something of a meeting, at a point of the meeting's own chain. */
export type CitesMeeting =
  | EntryOf<'meeting.convened'>
  | EntryOf<'roll.restated'>
  | EntryOf<'meeting.postponed'>
  | EntryOf<'quorum.missed'>
  | EntryOf<'ballot.opened'>
  | EntryOf<'poll.opened'>

/** A meeting is called once, before all else that is said of it: nobody reads a second roll that was never frozen. */
export const checkCalledOnce = (meeting: readonly Entry[]): void => {
  const wrong = meeting.find(({ kind }, n) => (kind === 'meeting.called') !== (n === 0))
  if (wrong) disagreeAt(wrong, 'refused_on_replay', { claimed: wrong.kind, found: 'a meeting begins with its call' })
}

/** What a proposal cites of a meeting is what the meeting's chain says up to there. */
export const checkMeeting = (entry: CitesMeeting, stage: string, chains: Chains, sha256: Sha256): void => {
  const meeting = cited(entry, chains)
  checkNothingBetween(entry, chains)
  if (!calledOf(meeting))
    disagreeAt(entry, 'roll_wrong', { claimed: entry.data, found: 'the meeting was never called' })
  checkMade(entry, meeting, chains, sha256)
  switch (entry.kind) {
    case 'meeting.convened':
      checkConvocation(entry, stage, meeting, sha256)
      checkDemand(entry, meeting, chains.get('community') ?? [])
      break
    case 'poll.opened': {
      const { roll, entitled, presider } = entry.data
      const { roll: root, entitled: many } = rollStated(rollOf(meeting), sha256)
      const found = { roll: root, entitled: many, presider: presiderOf(meeting) }
      if (!same(found, { roll, entitled, presider }))
        disagreeAt(entry, 'roll_wrong', { claimed: { roll, entitled, presider }, found })
      break
    }
    case 'roll.restated': {
      const { meeting: _meeting, meetingSeq: _seq, meetingHead: _head, ...claimed } = entry.data
      const found = rollStated(rollOf(meeting), sha256)
      if (!same(found, claimed)) disagreeAt(entry, 'roll_wrong', { claimed: entry.data, found })
      break
    }
    case 'quorum.missed':
    case 'ballot.opened':
      checkRollCall(entry, meeting, sha256)
      break
    case 'meeting.postponed':
      break
  }
}

/** The meeting's chain as it stood where the proposal cites it. */
const cited = (entry: CitesMeeting, chains: Chains): readonly Entry[] => {
  const { meeting, meetingSeq, meetingHead } = entry.data
  const whole = chains.get(`meeting/${meeting}`)
  const found = whole && headAfter(whole, meetingSeq)
  if (!whole || found !== meetingHead)
    return disagreeAt(entry, 'meeting_cited_wrong', { claimed: meetingHead, found: found ?? 'no such chain' })
  return whole.slice(0, meetingSeq)
}

/** What changes who is in the hall, who may vote, or who presides. */
const befalls: ReadonlySet<string> = new Set<Entry['kind']>([
  'member.signed-in',
  'member.left',
  'member.recused',
  'roll.amended',
  'presider.changed',
  'meeting.adjourned',
  'meeting.ended',
])

/** A question is put right at the point of the meeting that it cites: nothing befell the meeting between. On paper hours were not written down. */
const checkNothingBetween = (entry: CitesMeeting, chains: Chains): void => {
  if ((entry.kind !== 'ballot.opened' && entry.kind !== 'poll.opened') || entry.occurredOn !== undefined) return
  const { meeting, meetingSeq } = entry.data
  const between = chains
    .get(`meeting/${meeting}`)
    ?.slice(meetingSeq)
    .find(({ kind, recordedAt }) => recordedAt < entry.recordedAt && befalls.has(kind))
  if (between) disagreeAt(entry, 'roll_wrong', { claimed: meetingSeq, found: { seq: between.seq, kind: between.kind } })
}

/** The convocation says what the meeting was called with, and the meeting was called for this stage of this proposal. */
const checkConvocation = (
  entry: EntryOf<'meeting.convened'>,
  stage: string,
  meeting: readonly Entry[],
  sha256: Sha256,
): void => {
  const called = calledOf(meeting)
  if (!called) return
  const {
    at: _at,
    presider: _presider,
    place: _place,
    unitsSeq: _units,
    seatsSeq: _seats,
    agenda,
    roll,
    ...notice
  } = called
  const item = agenda.find(({ proposal, stage: of }) => `proposal/${proposal}` === entry.chain && of === stage)
  const { meeting: _meeting, meetingSeq: _seq, meetingHead: _head, ...claimed } = entry.data
  // It was sent on the day on which it was called: days of warning are not won by writing an earlier one.
  const [call] = meeting
  const sentOn = call ? dayOfEntry(call) : notice.sentOn
  const found = { ...notice, sentOn, draft: item?.draft ?? 0, ...rollStated(roll, sha256) }
  if (!same(found, claimed)) disagreeAt(entry, 'roll_wrong', { claimed, found })
}

/** A roll of owners or of seats is what the community's chain makes it, and is amended by what that says; and so is who presides as a member of what. */
const checkMade = (entry: CitesMeeting, meeting: readonly Entry[], chains: Chains, sha256: Sha256): void => {
  const community = chains.get('community') ?? []
  const [call] = meeting
  const atCall =
    entry.kind === 'meeting.convened' && call?.kind === 'meeting.called'
      ? seatsAtCall(call, community, sha256)
      : undefined
  const fault = ownersFault(meeting, community) ?? atCall ?? seatsSince(meeting, community)
  if (fault) disagreeAt(entry, 'roll_wrong', fault)
}

/** The numbers are those of the roll and the roll call, and who was called present had signed in and not left. */
const checkRollCall = (
  entry: EntryOf<'ballot.opened'> | EntryOf<'quorum.missed'>,
  meeting: readonly Entry[],
  sha256: Sha256,
): void => {
  const { people, groups, measures } = entry.data
  const claimed = { people, groups, ...(measures ? { measures } : {}) }
  const wrong: (found: unknown) => never = (found) => disagreeAt(entry, 'roll_wrong', { claimed, found })
  const rollCall =
    entry.kind === 'ballot.opened' ? meeting.at(-1) : meeting.findLast(({ kind }) => kind === 'roll.called')
  const ballot = entry.kind === 'ballot.opened' ? entry.data.ballot : undefined
  if (rollCall?.kind !== 'roll.called' || rollCall.data.for !== ballot) wrong('no roll was called for this')
  const { present } = rollCall.data
  const opened = entry.kind === 'ballot.opened' ? entry.data : undefined
  const hall = opened?.circulated ? new Set<string>() : hallOf(meeting)
  const members = rollOf(meeting)
  const [once, known] = [setOf(present), membersBy(members)]
  const all = present.length === hall.size && once.size === hall.size
  if (!all || present.some((person) => !hall.has(person) || !known.has(person))) wrong([...hall])
  const counted = opened ? baseOf(opened, members) : members
  const found = countOf(counted, present)
  if (!same(found, claimed)) wrong(found)
  if (entry.kind !== 'ballot.opened') return
  const presider = presiderOf(meeting)
  if (presider !== entry.data.presider) wrong({ presider })
  const recused = recusedFrom(meeting, entry.chain.slice('proposal/'.length))
  if (!same(recused, entry.data.recused ?? [])) wrong({ recused })
  const may = votersOf(entry.data, members, present).size
  if (entry.data.mayVote !== undefined && entry.data.mayVote !== may) wrong({ mayVote: may })
  const roots = { roll: listRoot(sha256, members), present: listRoot(sha256, present) }
  if (!same(roots, { roll: entry.data.roll, present: entry.data.present })) wrong(roots)
}
