/** Who stands for an entry: second persons, supervisors, and the record's keys. */
import { thumbprintOf } from './heads.mjs'

/** The accounts that hold the role `supervisor` at an instant, by the community's chain. */
const supervisorsAt = (instant, community) => {
  const holders = new Set()
  for (const { kind, data, recordedAt } of community?.entries ?? []) {
    if (recordedAt > instant || data.role !== 'supervisor') continue
    if (kind === 'role.granted') holders.add(data.account)
    if (kind === 'role.ended') holders.delete(data.account)
  }
  return holders
}

/** An attested entry is confirmed by others than its actor; an erratum or a correction has a supervisor behind it. */
export const attestationFault = ({ name, entries }, community) => {
  for (const { kind, seq, actor, attested, recordedAt, occurredOn } of entries) {
    if (attested?.confirmedBy.includes(actor)) return { chain: name, seq, code: 'confirmed_by_its_author' }
    if (name.startsWith('meeting/') && occurredOn !== undefined && !attested)
      return { chain: name, seq, code: 'refused_on_replay' }
    if (kind !== 'draft.corrected' && kind !== 'ballot.corrected') continue
    const supervisors = supervisorsAt(recordedAt, community)
    if (!attested?.confirmedBy.some((account) => supervisors.has(account)))
      return { chain: name, seq, code: 'supervisor_missing' }
  }
  return undefined
}

/** Every key in the export has been announced on the community's chain, under its own thumbprint. */
export const keyFault = ({ keys }, community) => {
  const published = (community?.entries ?? []).filter(({ kind }) => kind === 'key.published')
  const known = (key) => published.some(({ data }) => data.kid === key.kid && data.x === key.x)
  return keys.every((key) => known(key) && thumbprintOf(key) === key.kid)
    ? undefined
    : { chain: 'community', seq: 1, code: 'key_unpublished' }
}
