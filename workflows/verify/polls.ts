import type { Entry, EntryOf } from '../format/entry.ts'
import type { Entrusted } from '../law/proxies.ts'
import type { Chains } from './chains.ts'
import { disagreeAt } from './disagreement.ts'
import { rollOf } from './roll.ts'

/** The proxies that stand by a meeting's own word: given in writing and not withdrawn. */
export const proxiesIn = (meeting: readonly Entry[]): readonly Entrusted[] => {
  const given = new Map<string, Entrusted>()
  for (const { kind, data } of meeting) {
    if (kind === 'proxy.given') given.set(data.principal, { principal: data.principal, proxy: data.proxy })
    if (kind === 'proxy.withdrawn') given.delete(data.principal)
  }
  return [...given.values()]
}

/** Papers were given out to the voters of the roll alone, and to proxies only whom the voter had given one. */
export const checkPapers = (
  entry: EntryOf<'papers.issued'>,
  opening: EntryOf<'poll.opened'> | undefined,
  chains: Chains,
): void => {
  const meeting = chains.get(`meeting/${opening?.data.meeting}`) ?? []
  const voters = new Set(rollOf(meeting.slice(0, opening?.data.meetingSeq ?? 0)).map(({ person }) => person))
  const given = proxiesIn(meeting.filter(({ recordedAt }) => recordedAt <= entry.recordedAt))
  for (const { voter, proxy } of entry.data.papers) {
    if (!voters.has(voter)) disagreeAt(entry, 'voter_not_on_roll', { claimed: voter })
    const entrusted = proxy === undefined || given.some((one) => one.principal === voter && one.proxy === proxy)
    // Whoever takes another's paper is a voter too.
    if (!entrusted || (proxy !== undefined && !voters.has(proxy)))
      disagreeAt(entry, 'proxy_not_given', { claimed: { voter, proxy } })
  }
}
