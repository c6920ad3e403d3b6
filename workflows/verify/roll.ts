import { canonicalText } from '../format/canonical.ts'
import type { DataOf } from '../format/catalogue.ts'
import type { Entry } from '../format/entry.ts'
import { writtenAs } from '../format/glance.ts'
import { type Sha256, toHex } from '../format/hash.ts'
import { remembering } from '../format/remembered.ts'
import type { Provision } from '../law/provision.ts'
import type { DecisionStage } from '../stages/stage.ts'

export type Members = readonly DataOf<'meeting.called'>['roll'][number][]

const roots = remembering<string>('root')
const encoder = new TextEncoder()

/** The hash of a sorted list of members or people, as frozen in the record. */
export const listRoot = (sha256: Sha256, list: readonly unknown[]): string =>
  roots.of(list) ?? roots.keep(list, toHex(sha256(encoder.encode(writtenAs(list) ?? canonicalText(list)))))

export const calledOf = ([first]: readonly Entry[]): DataOf<'meeting.called'> | undefined =>
  first?.kind === 'meeting.called' ? first.data : undefined

/** Who presides at the end of what the chain says so far. */
export const presiderOf = (meeting: readonly Entry[]): string | undefined => {
  const changed = meeting.findLast(({ kind }) => kind === 'presider.changed')
  return changed?.kind === 'presider.changed' ? changed.data.presider : calledOf(meeting)?.presider
}

const sorted = remembering<boolean>('sorted')

/** Whether a roll stands by person, each once. */
const isSorted = (roll: Members): boolean =>
  sorted.of(roll) ??
  sorted.keep(
    roll,
    roll.every(({ person }, n) => n === 0 || person > (roll[n - 1]?.person ?? '')),
  )

/** The roll as it was called, with every amendment so far. */
export const rollOf = (meeting: readonly Entry[]): Members => {
  const called = calledOf(meeting)?.roll ?? []
  if (isSorted(called) && !meeting.some(({ kind }) => kind === 'roll.amended')) return called
  const members = new Map(called.map((member) => [member.person, member]))
  for (const entry of meeting) {
    if (entry.kind !== 'roll.amended') continue
    if (entry.data.out !== undefined) members.delete(entry.data.out)
    if (entry.data.in !== undefined) members.set(entry.data.in.person, entry.data.in)
  }
  return [...members.values()].sort((a, b) => (a.person < b.person ? -1 : 1))
}

/** Who is in the hall by the chain's own signing in and leaving; after an adjournment everybody signs in anew. */
export const hallOf = (meeting: readonly Entry[]): ReadonlySet<string> => {
  const hall = new Set<string>()
  for (const { kind, data } of meeting) {
    if (kind === 'member.signed-in') hall.add(data.person)
    if (kind === 'member.left') hall.delete(data.person)
    if (kind === 'meeting.adjourned') hall.clear()
    if (kind === 'roll.amended' && data.out !== undefined) hall.delete(data.out)
  }
  return hall
}

interface Share {
  readonly entitled: number
  readonly present: number
}

/** How many stand on the roll and how many of them came: heads, each group, and whatever the roll weighs. */
export const countIn = (members: Members, present: ReadonlySet<string>) => {
  const people = { entitled: 0, present: 0 }
  const groups = new Map<string, { entitled: number; present: number }>()
  for (const member of members) {
    const came = present.has(member.person) ? 1 : 0
    people.entitled += 1
    people.present += came
    for (const group of groupsOf(member)) {
      const share = groups.get(group) ?? { entitled: 0, present: 0 }
      share.entitled += 1
      share.present += came
      groups.set(group, share)
    }
  }
  const shareOf = (weight: (member: Members[number]) => number): Share => {
    const sum = (some: Members) => some.reduce((total, member) => total + weight(member), 0)
    return { entitled: sum(members), present: sum(members.filter(({ person }) => present.has(person))) }
  }
  const measures = measuresOf(members, shareOf)
  return { people, groups: Object.fromEntries<Share>(groups), ...(measures ? { measures } : {}) }
}

/** The groups of a member, each once. */
export const groupsOf = ({ groups }: Members[number]): Iterable<string> =>
  groups.length > 1 ? new Set(groups) : groups

/** The measures that a roll knows beside heads, each counted; none where nobody on it is weighed. */
const measuresOf = <T>(members: Members, count: (weight: (member: Members[number]) => number) => T) => {
  const weighed = (measure: 'area' | 'represented') => members.some((member) => member[measure] !== undefined)
  const area = weighed('area') ? { area: count((member) => member.area ?? 0) } : {}
  const represented = weighed('represented') ? { represented: count((member) => member.represented ?? 0) } : {}
  const measures: { readonly area?: T; readonly represented?: T } = { ...area, ...represented }
  return Object.keys(measures).length === 0 ? undefined : measures
}

interface Counted {
  readonly present: readonly string[]
  readonly count: ReturnType<typeof countIn>
}
const counted = remembering<Counted>('counted')

/** The same by a list as the record has it: what was counted last of a roll is known again. */
export const countOf = (members: Members, present: readonly string[]): Counted['count'] => {
  const last = counted.of(members)
  if (last?.present === present) return last.count
  return counted.keep(members, { present, count: countIn(members, setOf(present)) }).count
}

const stated = remembering<ReturnType<typeof rollStatedAnew>>('stated')

/** A roll as a convocation states it: its root, and how many stand on it in each group and measure. */
export const rollStated = (members: Members, sha256: Sha256) =>
  stated.of(members) ?? stated.keep(members, rollStatedAnew(members, sha256))

const rollStatedAnew = (members: Members, sha256: Sha256) => {
  const { people, groups, measures } = countIn(members, new Set())
  const entitled = ([name, share]: [string, Share]) => [name, share.entitled] as const
  return {
    roll: listRoot(sha256, members),
    entitled: people.entitled,
    groups: Object.fromEntries(Object.entries(groups).map(entitled)),
    ...(measures ? { measures: Object.fromEntries(Object.entries(measures).map(entitled)) } : {}),
  }
}

/** Who of the roll is recused from an item, by the chain's own word, sorted. */
export const recusedFrom = (meeting: readonly Entry[], proposal: string): readonly string[] => {
  const recused = new Set<string>()
  for (const { kind, data } of meeting)
    if (kind === 'member.recused' && data.proposal === proposal) recused.add(data.person)
  return recused.size === 0 ? [] : rollOf(meeting).flatMap(({ person }) => (recused.has(person) ? [person] : []))
}

const sets = remembering<ReadonlySet<string>>('set')

/** Those on a list, to be asked for one by one. */
export const setOf = (list: readonly string[]): ReadonlySet<string> => sets.of(list) ?? sets.keep(list, new Set(list))

const byPerson = remembering<ReadonlyMap<string, Members[number]>>('by person')

/** The members of a roll, to be asked for one by one. */
export const membersBy = (members: Members): ReadonlyMap<string, Members[number]> =>
  byPerson.of(members) ?? byPerson.keep(members, new Map(members.map((member) => [member.person, member])))

type Opening = Pick<DataOf<'ballot.opened'>, 'recused' | 'recusal' | 'circulated'>

/** Over whom a ballot is counted: the roll, without the recused where the law takes them out of the base. */
export const baseOf = ({ recused, recusal }: Opening, members: Members): Members =>
  recusal === 'out-of-base' ? members.filter(({ person }) => !recused?.includes(person)) : members

/** Who may vote: everybody called present, or the whole roll where ballots circulate; never the recused. */
export const votersOf = (
  { recused, circulated }: Opening,
  members: Members,
  present: readonly string[],
): ReadonlySet<string> => {
  const people = circulated ? members.map(({ person }) => person) : present
  return recused ? new Set(people.filter((person) => !recused.includes(person))) : setOf(people)
}

/** Who is counted in a ballot and who may vote in it, by the law of the day. */
export const ballotBase = (
  stage: DecisionStage,
  law: readonly Provision[],
  hall: { readonly members: Members; readonly present: readonly string[]; readonly recused: readonly string[] },
) => {
  const { members, present, recused } = hall
  const outside = recused.length > 0 && law.some((provision) => provision.recusal === 'out-of-base')
  const said = {
    ...(stage.circulated ? { circulated: true as const } : {}),
    ...(recused.length > 0 ? { recused: [...recused] } : {}),
    ...(outside ? { recusal: 'out-of-base' as const } : {}),
  }
  const voters = [...votersOf(said, members, present)]
  const shares = countIn(baseOf(said, members), new Set(present))
  const counted = recused.length > 0 || stage.circulated ? { mayVote: voters.length } : {}
  return { present: [...present], voters, shares, said: { ...said, ...counted } }
}

/** True where two values say the same in canonical form. */
export const same = (a: unknown, b: unknown): boolean => alike(a, b) || canonicalText(a) === canonicalText(b)

/** Whether two values are seen at once to say the same; where not, their texts tell. */
const alike = (a: unknown, b: unknown): boolean => {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [own, others] = [Object.entries(a), new Map(Object.entries(b))]
  return own.length === others.size && own.every(([key, value]) => others.has(key) && alike(value, others.get(key)))
}
