import type { z } from 'zod'
import { id } from '../catalogue/fields.ts'
import { fixed, hash, instant, plain, type Reading, uuid, whole } from './letters.ts'
import { list, type Member, members, record } from './shapes.ts'

type Schema = z.core.$ZodType

/*
 * A schema of the catalogue is compiled into a reading: one pass over canonical bytes that both holds them to the schema in its
 * one written form and answers the value that the schema would. Whatever it does not know for certain it leaves, and those
 * bytes are read in full.
 */

const memberOf = ([key, schema]: readonly [string, Schema]): readonly Member[] => {
  const def = defOf(schema)
  const reading = def.type === 'optional' ? readingOf(def.innerType) : readingOf(schema)
  return reading ? [{ key, optional: def.type === 'optional', reading }] : []
}

const defOf = (schema: Schema) => (schema as z.core.$ZodTypes)._zod.def

/** How much or many a schema's checks ask; undefined where there is a check of another sort. */
const bounds = (checks: readonly z.core.$ZodCheck<never>[] = []): { least: number; most: number } | undefined => {
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

/** The reading of a schema; undefined where the schema asks what only it can tell. */
export const readingOf = (schema: Schema): Reading | undefined => {
  const def = defOf(schema)
  switch (def.type) {
    case 'string':
      return textOf(schema, def)
    case 'enum':
      return plain(schema)
    case 'boolean': {
      const [yes, no] = [fixed(true), fixed(false)]
      return (line) => (line.bytes[line.at] === 0x74 ? yes(line) : no(line))
    }
    case 'literal': {
      const [value, ...more] = def.values
      const known = typeof value === 'string' || typeof value === 'boolean' || value === 1
      return known && more.length === 0 ? fixed(value) : undefined
    }
    case 'number': {
      const range = 'format' in def && def.format === 'safeint' ? bounds(def.checks) : undefined
      return range && whole(range.least, range.most)
    }
    case 'array': {
      const [item, range] = [readingOf(def.element), bounds(def.checks)]
      return item && range && list(item, range.least, range.most)
    }
    case 'record': {
      const key = defOf(def.keyType).type === 'string' ? readingOf(def.keyType) : undefined
      const value = readingOf(def.valueType)
      return key && value && !def.checks?.length ? record(key, value) : undefined
    }
    case 'object': {
      const strict = def.catchall && defOf(def.catchall).type === 'never' && !def.checks?.length
      const shape = Object.entries(def.shape)
      const known = shape.flatMap(memberOf)
      return strict && known.length === shape.length ? members(known) : undefined
    }
    default:
      return undefined
  }
}

const hexHash = '^[0-9a-f]{64}$'

const textOf = (schema: Schema, def: z.core.$ZodStringDef): Reading => {
  if (schema === id) return uuid()
  const checks = (def.checks ?? []).map((one) => (one as unknown as z.core.$ZodChecks)._zod.def)
  if (checks.length === 0 && 'format' in def) {
    if (def.format === 'datetime' && 'precision' in def && def.precision === 3) return instant(schema)
  }
  const [one, ...more] = checks
  const isHash =
    one?.check === 'string_format' && 'pattern' in one && one.pattern?.source === hexHash && one.pattern.flags === ''
  return isHash && more.length === 0 && !('format' in def) ? hash() : plain(schema)
}
