import { toBase64url } from '../format/base64.ts'
import type { PublicKey } from '../format/checkpoint.ts'
import { dayRecorded, type Entry, type EntryOf } from '../format/entry.ts'
import type { Chains } from './chains.ts'
import { disagree, disagreeAt } from './disagreement.ts'
import type { RecordExport } from './export.ts'

/** Whoever enters something on paper does not confirm it alone, nobody confirms twice, and no meeting did on an earlier day what nobody attests. */
export const checkAttested = (entries: readonly Entry[]): void => {
  for (const entry of entries) {
    if (entry.attested === undefined && entry.occurredOn === undefined) continue
    const confirmedBy = entry.attested?.confirmedBy ?? []
    if (entry.occurredOn !== undefined && entry.occurredOn > dayRecorded(entry))
      disagreeAt(entry, 'refused_on_replay', { claimed: entry.occurredOn, found: 'occurred_after_recording' })
    if (confirmedBy.includes(entry.actor) || new Set(confirmedBy).size !== confirmedBy.length)
      disagreeAt(entry, 'confirmed_by_its_author', { claimed: confirmedBy })
    if (entry.chain.startsWith('meeting/') && entry.occurredOn !== undefined && entry.attested === undefined)
      disagreeAt(entry, 'refused_on_replay', { claimed: entry.occurredOn, found: 'not_attested' })
  }
}

/** The accounts that sat in the supervision committee when something was recorded. */
const supervisorsAt = (recorded: string, chains: Chains): ReadonlySet<string> => {
  const supervisors = new Set<string>()
  for (const { kind, recordedAt, data } of chains.get('community') ?? []) {
    if (recordedAt > recorded) break
    if (kind === 'role.granted' && data.role === 'supervisor') supervisors.add(data.account)
    if (kind === 'role.ended' && data.role === 'supervisor') supervisors.delete(data.account)
  }
  return supervisors
}

/** Of those who confirmed, one sat in the supervision committee when it was recorded. */
export const checkSupervised = (
  entry: EntryOf<'draft.corrected'> | EntryOf<'ballot.corrected'>,
  chains: Chains,
): void => {
  const supervisors = supervisorsAt(entry.recordedAt, chains)
  const confirmedBy = entry.attested?.confirmedBy ?? []
  if (!confirmedBy.some((account) => supervisors.has(account)))
    disagreeAt(entry, 'supervisor_missing', { claimed: confirmedBy })
}

/** An objection is kept back by the supervision committee and by nobody else. */
export const checkKeptBack = (entry: EntryOf<'comment.moderated'>, objection: boolean, chains: Chains): void => {
  if (objection && !supervisorsAt(entry.recordedAt, chains).has(entry.actor))
    disagreeAt(entry, 'supervisor_missing', { claimed: [entry.actor] })
}

/**
 * The community's own chain has announced each key that the export brings, as it brings it, and each is trusted: who only adds a key
 * of his own to what was sealed does not sign for the record with it.
 */
export const checkKeys = (
  { keys }: Pick<RecordExport, 'keys'>,
  community: readonly Entry[],
  trusted: readonly PublicKey[],
): void => {
  const known = new Set(trusted.map(toBase64url))
  for (const key of keys.keys) {
    const { kid, x } = publicHalf(key) ?? {}
    const announced = community.find((one) => one.kind === 'key.published' && one.data.kid === kid && one.data.x === x)
    if (!announced) disagree({ chain: 'community', seq: 1, what: 'key_unpublished', claimed: kid ?? 'no kid' })
    else if (!known.has(String(x))) disagreeAt(announced, 'key_untrusted', { claimed: kid })
  }
}

const publicHalf = (key: unknown): { readonly kid: unknown; readonly x: unknown } | undefined =>
  typeof key === 'object' && key !== null && 'kid' in key && 'x' in key ? key : undefined
