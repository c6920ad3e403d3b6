import type { Entry, EntryOf } from '../format/entry.ts'
import type { DemandGroup } from '../law/provision.ts'
import { disagreeAt } from './disagreement.ts'
import { ownersCalled } from './owners.ts'
import type { Members } from './roll.ts'
import { readFault, seatsRead } from './seats-read.ts'

const representatives = ['village-representatives', 'residents-representatives'] as const

/** Who might sign on the day of the call, where the record can say. */
const signersIn = (of: DemandGroup, meeting: readonly Entry[], community: readonly Entry[]): Members | undefined => {
  const [call] = meeting
  if (of === 'owners') return ownersCalled(meeting, community)
  if (of !== 'representatives' || call?.kind !== 'meeting.called') return undefined
  return representatives.flatMap((body) =>
    readFault(call, body, community) ? [] : seatsRead(call, body, community).on(call.data.sentOn, 'representatives'),
  )
}

/** No more signatures are claimed than the community's chain had by then; who of them counts that day it can say of owners and of representatives only. */
export const checkDemand = (
  entry: EntryOf<'meeting.convened'>,
  meeting: readonly Entry[],
  community: readonly Entry[],
): void => {
  const { demand, body } = entry.data
  if (!demand) return
  const said = community.filter(({ recordedAt }) => recordedAt <= entry.recordedAt)
  const opened = said.some(
    ({ kind, data }) =>
      kind === 'demand.opened' && data.demand === demand.demand && data.body === body && data.of === demand.of,
  )
  const signers = new Set<string>()
  for (const { kind, data } of said) {
    if (kind === 'demand.signed' && data.demand === demand.demand) for (const one of data.people) signers.add(one)
    if (kind === 'signature.withdrawn' && data.demand === demand.demand) signers.delete(data.person)
  }
  const may = signersIn(demand.of, meeting, community)
  const signed = may ? may.filter(({ person }) => signers.has(person)).length : signers.size
  const uncounted = may !== undefined && (signed !== demand.have || may.length !== demand.base)
  if (!opened || uncounted || signed < demand.have)
    disagreeAt(entry, 'demand_wrong', { claimed: demand, found: signers.size })
}
