/** An entry read from its bytes: the envelope and the kind's fields, and nothing besides. */
import { canonical, utf8 } from './bytes.mjs'
import { fits, kinds } from './kinds.mjs'

const required = ['format', 'community', 'chain', 'seq', 'kind', 'recordedAt', 'actor', 'data']
const optional = ['occurredOn', 'attested']

const isPlain = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)

const isAttested = (value) =>
  isPlain(value) &&
  Object.keys(value).sort().join() === 'confirmedBy,evidence' &&
  fits.sealed(value.evidence) &&
  Array.isArray(value.confirmedBy) &&
  value.confirmedBy.length > 0 &&
  value.confirmedBy.every(fits.id)

/** The day at +08:00 of an instant. */
export const dayAt = (instant) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)

/** An entry's own day: when it happened, else when it was recorded. */
export const dayOf = ({ occurredOn, recordedAt }) => occurredOn ?? dayAt(recordedAt)

const isEnvelope = (entry) =>
  isPlain(entry) &&
  required.every((name) => Object.hasOwn(entry, name)) &&
  Object.keys(entry).every((name) => required.includes(name) || optional.includes(name)) &&
  entry.format === 1 &&
  fits.id(entry.community) &&
  typeof entry.chain === 'string' &&
  fits.seq(entry.seq) &&
  fits.instant(entry.recordedAt) &&
  fits.id(entry.actor) &&
  isPlain(entry.data) &&
  (!('occurredOn' in entry) || fits.day(entry.occurredOn)) &&
  (!('attested' in entry) || isAttested(entry.attested))

const standsOn = (chain) => (chain === 'community' ? chain : /^(proposal|meeting)\//.exec(chain)?.[1])

/** `{ entry }`, or `{ fault }` with the code that the README gives it. */
export const readEntry = (text) => {
  let entry
  try {
    entry = JSON.parse(text)
  } catch {
    return { fault: 'entry_unreadable' }
  }
  const kind = isEnvelope(entry) ? kinds.get(entry.kind) : undefined
  if (!kind || kind.chain !== standsOn(entry.chain) || !kind.fits(entry.data)) return { fault: 'entry_unreadable' }
  try {
    if (!utf8(text).equals(utf8(canonical(entry)))) return { fault: 'bytes_not_canonical' }
  } catch {
    return { fault: 'entry_unreadable' }
  }
  return { entry }
}
