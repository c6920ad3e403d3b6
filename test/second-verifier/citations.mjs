/** What a proposal cites of meetings is what the meetings' chains say; and the rolls and roll calls hold by themselves. */
import { canonical, rootOf } from './bytes.mjs'
import { dayOf } from './entries.mjs'
import { byText, heads, meetingAt, perGroup, perMeasure, rollRoot } from './meetings.mjs'
import { callHolds, changesHold, readHolds, representativesAt } from './seats.mjs'

const same = (a, b) => (a === undefined || b === undefined ? a === b : canonical(a) === canonical(b))

const agrees = (data, expected) => Object.entries(expected).every(([name, value]) => same(data[name], value))

const totals = ({ roll }) => {
  const members = [...roll.values()]
  return {
    entitled: members.length,
    groups: perGroup(members, heads),
    measures: perMeasure(members, (sum) => sum(members)),
  }
}

const wholeRoll = (meeting) => ({ roll: rollRoot(meeting), ...totals(meeting) })

/** Entitled and present, by heads, groups and measures; those in `without` count in neither. */
export const shares = ({ roll, called }, without = []) => {
  const base = [...roll.values()].filter(({ person }) => !without.includes(person))
  const present = new Set(called?.present)
  const share = (members, count) => ({
    entitled: count(members),
    present: count(members.filter(({ person }) => present.has(person))),
  })
  return {
    people: share(base, heads),
    groups: perGroup([...roll.values()], (members) =>
      share(
        members.filter((one) => base.includes(one)),
        heads,
      ),
    ),
    measures: perMeasure(base, (sum) => share(base, sum)),
  }
}

const fromCall = ['body', 'mode', 'sentOn', 'convenedBy', 'presidesAs', 'demand', 'written', 'posted', 'emergency']

const convened = ({ data, chain }, meeting) => {
  const { call } = meeting
  const item = call.agenda.find(({ proposal, draft }) => chain === `proposal/${proposal}` && draft === data.draft)
  const cited = [...fromCall, 'emergencyBy'].map((name) => [name, call[name]])
  return (
    item !== undefined &&
    call.sentOn === meeting.calledOn &&
    agrees(data, { on: meeting.on, ...Object.fromEntries(cited), ...wholeRoll(meeting) })
  )
}

const ballotOpened = ({ data, chain }, meeting, cited) => {
  const recused = meeting.recused.get(chain.slice('proposal/'.length)) ?? new Set()
  const without = data.recusal === 'out-of-base' ? [...recused] : []
  return (
    cited.kind === 'roll.called' &&
    cited.data.for === data.ballot &&
    same([...(data.recused ?? [])].sort(), [...recused].filter((person) => meeting.roll.has(person)).sort()) &&
    agrees(data, {
      roll: rollRoot(meeting),
      present: rootOf(cited.data.present),
      presider: meeting.presider,
      ...shares(meeting, without),
    })
  )
}

const checks = {
  'meeting.convened': convened,
  'roll.restated': ({ data }, meeting) => agrees(data, wholeRoll(meeting)),
  'meeting.postponed': () => true,
  'quorum.missed': ({ data }, meeting) => agrees(data, shares(meeting)),
  'ballot.opened': ballotOpened,
  'poll.opened': ({ data }, meeting) =>
    agrees(data, { roll: rollRoot(meeting), entitled: meeting.roll.size, presider: meeting.presider }),
}

/** Who is called present is on the roll, has signed in by then and has not left. */
const rollCallHolds = (chain, { kind, seq, data }) => {
  if (kind !== 'roll.called') return true
  const { roll, signedIn } = meetingAt(chain, seq)
  const once = new Set(data.present).size === data.present.length
  return once && data.present.every((person) => roll.has(person) && signedIn.has(person))
}

/** Every owner of that day with the area of all that is theirs, as the community's chain tells it up to `seq`. */
const ownersOn = (day, recorded) => {
  const [owners, areas] = [new Map(), new Map()]
  for (const { kind, data } of recorded) {
    if (kind !== 'units.recorded') continue
    for (const { unit, area } of [...data.units, ...(data.areas ?? [])]) areas.set(unit, area)
  }
  const steps = recorded.flatMap(({ kind, data }) => {
    if (kind === 'units.recorded') return data.units.map(({ unit, owner }) => ({ unit, owner, from: data.from }))
    return kind === 'unit.transferred' ? [data] : []
  })
  for (const { unit, owner } of steps.filter(({ from }) => from <= day).sort((a, b) => byText(a.from, b.from)))
    owners.set(unit, owner)
  const held = new Map()
  for (const [unit, owner] of owners) held.set(owner, (held.get(owner) ?? 0) + areas.get(unit))
  return held
}

/** A roll of owners is what the community's chain makes it, and nothing amends it. */
const ownersHold = ({ entries }, community) => {
  const [call] = entries
  const { body, unitsSeq, roll } = call.data
  if (body !== 'owners') return true
  const ofUnits = ({ kind }) => kind === 'units.recorded' || kind === 'unit.transferred'
  if (!readHolds(call, unitsSeq, community, ofUnits)) return false
  const held = ownersOn(dayOf(call), community.entries.slice(0, unitsSeq))
  const amended = entries.some(({ kind }) => kind === 'roll.amended')
  return !amended && roll.length === held.size && roll.every(({ person, area }) => held.get(person) === area)
}

/**
 * As many have signed a demand by then, and not withdrawn it, on the community's chain as the convocation says, or more; of owners
 * only those on the roll count, of representatives only those who have the seat, and they are so many.
 */
const demandHolds = ({ data: { demand }, recordedAt }, community, { roll }, chain) => {
  const people = new Set()
  for (const { kind, data, recordedAt: at } of community.entries) {
    if (data.demand !== demand.demand || at > recordedAt) continue
    if (kind === 'demand.signed') for (const person of data.people) people.add(person)
    if (kind === 'signature.withdrawn') people.delete(data.person)
  }
  if (demand.of === 'representatives') {
    const may = representativesAt(chain, community)
    return may.length === demand.base && may.filter(({ person }) => people.has(person)).length === demand.have
  }
  const counted = demand.of === 'owners' ? [...people].filter((person) => roll.has(person)) : [...people]
  return counted.length >= demand.have
}

const faultIn = (entry, chains) => {
  const { kind, data } = entry
  const [chain, community] = [chains.get(`meeting/${data.meeting}`), chains.get('community')]
  if (!chain || chain.heads[data.meetingSeq - 1] !== data.meetingHead) return 'meeting_cited_wrong'
  const cited = chain.entries[data.meetingSeq - 1]
  const upTo = chain.entries.slice(0, data.meetingSeq).findLast((one) => one.kind === 'roll.called') ?? cited
  if (!checks[kind](entry, meetingAt(chain, data.meetingSeq), cited) || !rollCallHolds(chain, upTo)) return 'roll_wrong'
  if (!changesHold(chain, data.meetingSeq, community)) return 'roll_wrong'
  if (kind !== 'meeting.convened') return undefined
  if (!callHolds(chain, community)) return 'roll_wrong'
  if (data.demand && !demandHolds(entry, community, meetingAt(chain, data.meetingSeq), chain)) return 'demand_wrong'
  return ownersHold(chain, community) ? undefined : 'roll_wrong'
}

/** The first entry of the proposal's chain that cites a meeting wrongly. */
export const citationFault = (chains, proposal) => {
  for (const entry of proposal.entries) {
    const code = checks[entry.kind] && faultIn(entry, chains)
    if (code) return { chain: proposal.name, seq: entry.seq, code }
  }
  return undefined
}
