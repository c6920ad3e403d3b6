import type { z } from 'zod'
import { rollGroups } from '../../../workflows/law/provision.ts'
import { whole } from '../meetings/fields.ts'

/** The parts of a count that are typed for each group of a roll which the rule counts apart; of other groups nothing is. */
export const groupsTyped = <P extends string>(parts: readonly P[]) => {
  const name = (group: string, part: P): string => `${group}-${part}`
  const optional = whole.optional()
  const fields: Record<string, z.ZodOptional<typeof whole>> = Object.fromEntries(
    rollGroups.flatMap((group) => parts.map((part) => [name(group, part), optional] as const)),
  )
  /** What was typed, group by group; a number left out is none. */
  const read = (typed: Readonly<Record<string, unknown>>): Readonly<Record<string, Record<P, number>>> =>
    Object.fromEntries(
      rollGroups
        .filter((group) => parts.some((part) => typed[name(group, part)] !== undefined))
        .map((group) => [
          group,
          Object.fromEntries(parts.map((part) => [part, Number(typed[name(group, part)] ?? 0)])) as Record<P, number>,
        ]),
    )
  return { name, fields, read }
}
