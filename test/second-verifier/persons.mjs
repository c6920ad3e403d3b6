/** Who stands for an entry: second persons, supervisors, and the record's keys. */
import { dayAt } from './entries.mjs'
import { thumbprintOf } from './heads.mjs'

/** The accounts that hold the role `supervisor` at an instant, by the community's chain. */
export const supervisorsAt = (instant, community) => {
  const holders = new Set()
  for (const { kind, data, recordedAt } of community?.entries ?? []) {
    if (recordedAt > instant || data.role !== 'supervisor') continue
    if (kind === 'role.granted') holders.add(data.account)
    if (kind === 'role.ended') holders.delete(data.account)
  }
  return holders
}

/** Accounts that were given a role: the person of each, or undefined where it is nobody's own. */
export const ownersOfAccounts = (community) =>
  new Map(
    (community?.entries ?? [])
      .filter(({ kind }) => kind === 'role.granted')
      .map(({ data }) => [data.account, data.person]),
  )

/** An attested entry is confirmed by others than its actor; an erratum or a correction has a supervisor behind it. */
export const attestationFault = ({ name, entries }, community) => {
  for (const { kind, seq, actor, attested, recordedAt, occurredOn } of entries) {
    if (attested?.confirmedBy.includes(actor)) return { chain: name, seq, code: 'confirmed_by_its_author' }
    if (occurredOn !== undefined && occurredOn > dayAt(recordedAt))
      return { chain: name, seq, code: 'refused_on_replay' }
    if (name.startsWith('meeting/') && occurredOn !== undefined && !attested)
      return { chain: name, seq, code: 'refused_on_replay' }
    if (kind !== 'draft.corrected' && kind !== 'ballot.corrected') continue
    const supervisors = supervisorsAt(recordedAt, community)
    if (!attested?.confirmedBy.some((account) => supervisors.has(account)))
      return { chain: name, seq, code: 'supervisor_missing' }
  }
  return undefined
}

/** Every key in the export has been announced on the community's chain, under its own thumbprint, and is among those that are trusted. */
export const keyFault = ({ keys }, community, trusted) => {
  const published = (community?.entries ?? []).filter(({ kind }) => kind === 'key.published')
  for (const key of keys) {
    const known = published.find(({ data }) => data.kid === key.kid && data.x === key.x)
    if (!known || thumbprintOf(key) !== key.kid) return { chain: 'community', seq: 1, code: 'key_unpublished' }
    if (!trusted.some(({ x }) => x === key.x)) return { chain: 'community', seq: known.seq, code: 'key_untrusted' }
  }
  return undefined
}
