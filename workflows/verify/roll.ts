import { canonicalBytes } from '../format/canonical.ts'
import type { DataOf } from '../format/catalogue.ts'
import type { Entry } from '../format/entry.ts'
import { type Sha256, toHex } from '../format/hash.ts'

export type Members = DataOf<'meeting.called'>['roll']

/** The hash of a sorted list of members or people, as frozen in the record. */
export const listRoot = (sha256: Sha256, list: readonly unknown[]): string => toHex(sha256(canonicalBytes(list)))

export const calledOf = ([first]: readonly Entry[]): DataOf<'meeting.called'> | undefined =>
  first?.kind === 'meeting.called' ? first.data : undefined

/** The roll as it was called, with every amendment so far. */
export const rollOf = (meeting: readonly Entry[]): Members => {
  const members = new Map((calledOf(meeting)?.roll ?? []).map((member) => [member.person, member]))
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

/** How many stand on the roll and how many of them came, in the whole and in each group. */
export const countIn = (members: Members, present: ReadonlySet<string>) => {
  const groups: Record<string, { entitled: number; present: number }> = {}
  for (const { person, groups: names } of members)
    for (const name of names) {
      groups[name] ??= { entitled: 0, present: 0 }
      groups[name].entitled += 1
      if (present.has(person)) groups[name].present += 1
    }
  return {
    people: { entitled: members.length, present: members.filter(({ person }) => present.has(person)).length },
    groups,
  }
}

/** A roll as a convocation states it: its root, and how many stand on it in each group. */
export const rollStated = (members: Members, sha256: Sha256) => {
  const { people, groups } = countIn(members, new Set())
  return {
    roll: listRoot(sha256, members),
    entitled: people.entitled,
    groups: Object.fromEntries(Object.entries(groups).map(([group, n]) => [group, n.entitled])),
  }
}

/** True where two values say the same in canonical form. */
export const same = (a: unknown, b: unknown): boolean => toHex(canonicalBytes(a)) === toHex(canonicalBytes(b))
