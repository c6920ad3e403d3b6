/** The law as an adoption carries it: the texts in force on a day for the question that a meeting was called for. */
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
