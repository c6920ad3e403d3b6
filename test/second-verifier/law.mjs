/** The law as an adoption carries it: the texts in force on a day for the question that a meeting was called for. */
import { readFileSync } from 'node:fs'
import { rootOf } from './bytes.mjs'
import { dayOf } from './entries.mjs'

/** What the law says of proxies on the day of an entry, for the item of the agenda that a proposal is. */
export const proxyRuleOf = ({ stages }, { name, entries }, { call }) => {
  const item = call.agenda.find(({ proposal }) => name === `proposal/${proposal}`)
  const { law = [], body, mode } = stages.find(({ id }) => id === item?.stage) ?? {}
  return (entry) => {
    const day = dayOf(entry)
    const matter = entries.findLast(
      ({ kind, recordedAt }) => kind === 'intake.accepted' && recordedAt <= entry.recordedAt,
    )
    const inForce = law.filter(
      (text) =>
        text.body === body &&
        (text.mode === undefined || text.mode === mode) &&
        (text.matters === undefined || text.matters.includes(matter?.data.matter)) &&
        text.from <= day &&
        (text.until === undefined || day < text.until),
    )
    return inForce.find(({ proxies }) => proxies !== undefined)?.proxies
  }
}

const { editions } = JSON.parse(
  readFileSync(new URL('../../workflows/format/provisions.json', import.meta.url), 'utf8'),
)

/** Whether a text of the law is for a stage: its body, its way of meeting, its province. */
const isFor = (text, { body, mode }, { jurisdiction }) =>
  text.body === body &&
  (text.mode === undefined || text.mode === mode) &&
  (text.jurisdiction === undefined || text.jurisdiction === jurisdiction)

/** Whether the law of an adoption is what one edition of the texts has for each of its stages, and its place the community's. */
export const lawHolds = ({ stages, place }, community) => {
  const { sort, jurisdiction } = community.entries.find(({ kind }) => kind === 'community.founded')?.data ?? {}
  if (place.sort !== sort || place.jurisdiction !== jurisdiction) return false
  const claimed = stages.map((stage) => (stage.law ?? []).map((text) => ({ id: text.id, sha256: rootOf(text) })))
  const numbers = claimed
    .flat()
    .map(({ id, sha256 }) =>
      editions.findIndex((texts) => texts.some((text) => text.id === id && text.sha256 === sha256)),
    )
  if (numbers.includes(-1)) return false
  const known = new Map()
  for (const text of editions.slice(0, Math.max(0, ...numbers) + 1).flat()) known.set(text.id, text)
  const listed = (texts) =>
    texts
      .map(({ id, sha256 }) => `${id} ${sha256}`)
      .sort()
      .join()
  return stages.every(
    (stage, at) =>
      stage.law === undefined ||
      listed(claimed[at]) === listed([...known.values()].filter((text) => isFor(text, stage, place))),
  )
}
