import { dayOfEntry, type Entry, type EntryOf } from '../format/entry.ts'
import { proxyRule } from '../law/in-force.ts'
import type { Provision } from '../law/provision.ts'
import { type ProxyFault, proxyFault } from '../law/proxies.ts'
import type { Day } from '../rules/days.ts'
import type { Chains } from './chains.ts'
import { disagreeAt } from './disagreement.ts'
import { proxiesIn } from './polls.ts'
import { calledOf, rollOf } from './roll.ts'

/** The law on the body that a meeting is called for, as it stands on a day. */
export type LawOf = (day: Day) => readonly Provision[]

/** Whether somebody is on the roll for a household: then any adult of it may stand for him, and who belongs to it is the roster's to say. */
const ofHousehold = (meeting: readonly Entry[], person: string): boolean =>
  calledOf(meeting)?.mode === 'households' &&
  rollOf(meeting).some((member) => member.person === person && member.household !== undefined)

/** Why somebody does not stand in for a member: without a proxy by then, or with one that the law does not admit. */
const unentrusted = (
  principal: string,
  by: string,
  said: readonly Entry[],
  law: readonly Provision[],
): ProxyFault | 'no proxy' | undefined => {
  const given = proxiesIn(said)
  const held = given.find((one) => one.principal === principal && one.proxy === by)
  return held
    ? proxyFault(proxyRule(law), { ...held, given: given.filter((one) => one !== held), sameHousehold: true })
    : 'no proxy'
}

/** Until a question was put, whoever signed in for another was of the household that the roll names, or held a proxy that the law of the day admits. */
export const checkStandIns = (
  { data }: EntryOf<'ballot.opened'> | EntryOf<'quorum.missed'>,
  chains: Chains,
  lawOf: LawOf,
): void => {
  const meeting = chains.get(`meeting/${data.meeting}`) ?? []
  for (const entry of meeting) {
    if (entry.seq > data.meetingSeq) break
    if (entry.kind !== 'member.signed-in' || entry.data.inPerson === undefined) continue
    const said = meeting.slice(0, entry.seq - 1)
    const { person, inPerson } = entry.data
    if (inPerson !== person && ofHousehold(said, person)) continue
    const wrong = unentrusted(person, inPerson, said, lawOf(dayOfEntry(entry)))
    if (wrong) disagreeAt(entry, 'stand_in_unproved', { claimed: entry.data, found: wrong })
  }
}

/** Whoever cast another's vote was of the household that the roll names, or held a proxy that the law of the day admits. */
export const checkCastBy = (
  entry: EntryOf<'vote.cast'> | EntryOf<'vote.changed'> | EntryOf<'ballot.taken'>,
  meeting: readonly Entry[],
  lawOf: LawOf,
): void => {
  const { voter, castBy } = entry.data
  if (castBy === undefined) return
  const said = meeting.filter(({ recordedAt }) => recordedAt <= entry.recordedAt)
  if (castBy !== voter && ofHousehold(said, voter)) return
  const wrong = unentrusted(voter, castBy, said, lawOf(dayOfEntry(entry)))
  if (wrong) disagreeAt(entry, 'stand_in_unproved', { claimed: { voter, castBy }, found: wrong })
}
