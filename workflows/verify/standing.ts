import type { Entry, EntryOf } from '../format/entry.ts'
import { proxyRule } from '../law/in-force.ts'
import type { Provision } from '../law/provision.ts'
import { type ProxyFault, proxyFault } from '../law/proxies.ts'
import { disagreeAt } from './disagreement.ts'
import { proxiesIn } from './polls.ts'
import { calledOf, rollOf } from './roll.ts'

/** Whether somebody is on the roll for a household: then any adult of it may stand for him, and who belongs to it is the roster's to say. */
const ofHousehold = (meeting: readonly Entry[], person: string): boolean =>
  calledOf(meeting)?.mode === 'households' &&
  rollOf(meeting).some((member) => member.person === person && member.household !== undefined)

/** Whoever signed in for another was of the household that the roll names, or held a proxy then. */
export const checkStandIns = (meeting: readonly Entry[]): void => {
  for (const entry of meeting) {
    if (entry.kind !== 'member.signed-in' || entry.data.inPerson === undefined) continue
    const said = meeting.slice(0, meeting.indexOf(entry))
    const { person, inPerson } = entry.data
    const entrusted = proxiesIn(said).some(({ principal, proxy }) => principal === person && proxy === inPerson)
    if (!entrusted && !ofHousehold(said, person))
      disagreeAt(entry, 'stand_in_unproved', { claimed: entry.data, found: 'no proxy, and not by households' })
  }
}

/** Whoever cast another's vote was of the household that the roll names, or held a proxy that the law of the day admits. */
export const checkCastBy = (
  entry: EntryOf<'vote.cast'> | EntryOf<'vote.changed'> | EntryOf<'ballot.taken'>,
  meeting: readonly Entry[],
  law: readonly Provision[],
): void => {
  const { voter, castBy } = entry.data
  if (castBy === undefined) return
  const said = meeting.filter(({ recordedAt }) => recordedAt <= entry.recordedAt)
  if (castBy !== voter && ofHousehold(said, voter)) return
  const given = proxiesIn(said)
  const held = given.find(({ principal, proxy }) => principal === voter && proxy === castBy)
  const wrong: ProxyFault | 'no proxy' | undefined = held
    ? proxyFault(proxyRule(law), { ...held, given: given.filter((one) => one !== held), sameHousehold: true })
    : 'no proxy'
  if (wrong) disagreeAt(entry, 'stand_in_unproved', { claimed: { voter, castBy }, found: wrong })
}
