import type { z } from 'zod'
import { hexOf } from '../fitting.ts'

/** What a schema of the catalogue says of itself. */

export type Schema = z.core.$ZodType

export const defOf = (schema: Schema) => (schema as z.core.$ZodTypes)._zod.def

/** How much or many a schema's checks ask; undefined where there is a check of another sort. */
export const bounds = (
  checks: readonly z.core.$ZodCheck<never>[] = [],
): { least: number; most: number } | undefined => {
  let [least, most] = [0, Number.MAX_SAFE_INTEGER]
  for (const one of checks) {
    const def = (one as unknown as z.core.$ZodChecks)._zod.def
    if (def.check === 'min_length') least = Math.max(least, def.minimum)
    else if (def.check === 'max_length') most = Math.min(most, def.maximum)
    else if (def.check === 'greater_than' && def.inclusive) least = Math.max(least, Number(def.value))
    else if (def.check === 'less_than' && def.inclusive) most = Math.min(most, Number(def.value))
    else return undefined
  }
  return { least, most }
}

/** Whether a text is an instant in UTC with milliseconds, and nothing more is asked of it. */
export const isInstant = (def: z.core.$ZodStringDef): boolean =>
  !def.checks?.length && 'format' in def && def.format === 'datetime' && 'precision' in def && def.precision === 3

/** An id as it mostly is; the one that is all zeros is read in full. */
export const uuid = `${hexOf(8)}-${hexOf(4)}-[1-8]${hexOf(3)}-[8-9a-b]${hexOf(3)}-${hexOf(12)}`

/** Letters of a text by place, and whether it is mostly the one that was met last. */
interface Pattern {
  readonly letters: string
  readonly again: boolean
}

/** The letters that a text may have, where one pattern of plain letters says so and nothing more is asked of it. */
export const patternOf = (def: z.core.$ZodStringDef): Pattern | undefined => {
  const [one, ...more] = (def.checks ?? []).map((check) => (check as unknown as z.core.$ZodChecks)._zod.def)
  const pattern = one?.check === 'string_format' && 'pattern' in one && one.pattern?.flags === '' && one.pattern.source
  if (!pattern || more.length > 0 || 'format' in def) return undefined
  return known.get(pattern)
}

/** The patterns of the catalogue whose letters have no form besides; of a chain's name the form that it mostly has. */
const known: ReadonlyMap<string, Pattern> = new Map([
  ['^[0-9a-f]{64}$', { letters: hexOf(64), again: false }],
  ['^proposal\\/[0-9a-f-]{36}$', { letters: `proposal/${uuid}`, again: true }],
  ['^meeting\\/[0-9a-f-]{36}$', { letters: `meeting/${uuid}`, again: true }],
])
