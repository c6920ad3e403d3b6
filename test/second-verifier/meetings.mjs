/** A meeting as its chain stood after so many entries: roll, who has come, proxies, recusals, presider. */
import { rootOf } from './bytes.mjs'
import { dayOf } from './entries.mjs'

/** The order of texts by their code units. */
export const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

const started = (entry) => ({
  ...begun(entry),
  calledOn: dayOf(entry),
})

const begun = ({ data }) => ({
  call: data,
  on: data.on,
  presider: data.presider,
  roll: new Map(data.roll.map((member) => [member.person, member])),
  signedIn: new Set(),
  proxies: new Map(),
  recused: new Map(),
  called: undefined,
  ended: false,
  minutes: false,
})

/** What each kind changes; the others change nothing here. */
const changes = {
  'member.signed-in': ({ signedIn }, { person }) => signedIn.add(person),
  'member.left': ({ signedIn }, { person }) => signedIn.delete(person),
  'member.recused': ({ recused }, { person, proposal }) =>
    recused.set(proposal, new Set([...(recused.get(proposal) ?? []), person])),
  'proxy.given': ({ proxies }, { principal, proxy }) => proxies.set(principal, proxy),
  'proxy.withdrawn': ({ proxies }, { principal }) => proxies.delete(principal),
  'roll.amended': ({ roll }, { out, in: joined }) => {
    if (out) roll.delete(out)
    if (!joined) return
    const members = [...roll.values(), joined].sort((a, b) => byText(a.person, b.person))
    roll.clear()
    for (const member of members) roll.set(member.person, member)
  },
  'presider.changed': (meeting, { presider }) => {
    meeting.presider = presider
  },
  'meeting.adjourned': (meeting, { until }) => {
    meeting.on = until
  },
  'meeting.ended': (meeting) => {
    meeting.ended = true
  },
  'minutes.approved': (meeting) => {
    meeting.minutes = true
  },
  'roll.called': (meeting, data) => {
    meeting.called = data
  },
}

/** The meeting after entry `seq`; `each` is told of every entry and what was true before it. */
export const meetingAt = ({ entries }, seq, each = () => {}) => {
  const meeting = started(entries[0])
  for (const entry of entries.slice(1, seq)) {
    each(entry, meeting)
    changes[entry.kind]?.(meeting, entry.data)
  }
  return meeting
}

/** The roll as the entries have it, with all that they say of each member: sorted there, and not here. */
export const rollRoot = ({ roll }) => rootOf([...roll.values()])

/** The groups that a roll knows, with what `count` makes of the members in each. */
export const perGroup = (members, count) => {
  const names = [...new Set(members.flatMap(({ groups }) => groups))].sort(byText)
  return Object.fromEntries(names.map((name) => [name, count(members.filter(({ groups }) => groups.includes(name)))]))
}

/** What is weighed beside heads, where the roll has it. */
export const perMeasure = (members, count) => {
  const names = ['area', 'represented'].filter((name) => members.some((member) => member[name] !== undefined))
  const all = names.map((name) => [name, count((some) => some.reduce((sum, one) => sum + (one[name] ?? 0), 0))])
  return names.length === 0 ? undefined : Object.fromEntries(all)
}

export const heads = (members) => members.length

/** Minutes are approved once, by whoever presided at last, after the end; nobody's words are added afterwards. */
export const minutesFault = (chain) => {
  let fault
  meetingAt(chain, chain.entries.length, ({ kind, seq, data }, { ended, minutes, presider }) => {
    const wrong =
      kind === 'minutes.approved' ? minutes || !ended || data.presider !== presider : kind === 'speech.noted' && minutes
    if (wrong) fault ??= { chain: chain.name, seq, code: 'minutes_wrong' }
  })
  return fault
}

/** A meeting is called once, before all else that is said of it. */
export const callFault = ({ name, entries }) => {
  const wrong = entries.find(({ kind }, at) => (kind === 'meeting.called') !== (at === 0))
  return wrong && { chain: name, seq: wrong.seq, code: 'refused_on_replay' }
}
