import { id } from '../catalogue/fields.ts'
import type { Reading } from './letters.ts'
import type { Making } from './making.ts'
import { bounds, defOf, isInstant, patternOf, type Schema } from './schema.ts'
import { list, type Member, members, record } from './shapes.ts'
import { idRead, instantRead, plainRead, textAgain, textOf } from './texts.ts'
import { exactly, truthRead, wholeRead } from './values.ts'

/*
 * A schema of the catalogue is compiled into a reading: one pass over canonical bytes that both holds them to the schema in its
 * one written form and answers the value that the schema would. Whatever it does not know for certain it leaves, and those
 * bytes are read in full.
 */

/** How some shapes are made, by their schemas. */
export type Makings = ReadonlyMap<Schema, Making>

/** The reading of a schema; undefined where it asks what only it can tell. */
export const readingOf = (schema: Schema, makings: Makings): Reading | undefined => {
  const def = defOf(schema)
  switch (def.type) {
    case 'string': {
      if (schema === id) return idRead
      const pattern = patternOf(def)
      if (pattern) return pattern.again ? textAgain(pattern.letters) : textOf(pattern.letters)
      return isInstant(def) ? instantRead(schema) : plainRead(schema)
    }
    case 'enum':
      return plainRead(schema)
    case 'boolean':
      return truthRead
    case 'literal': {
      const [value, ...more] = def.values
      const known = typeof value === 'string' || typeof value === 'boolean' || value === 1
      return known && more.length === 0 ? exactly(value) : undefined
    }
    case 'number': {
      const range = 'format' in def && def.format === 'safeint' ? bounds(def.checks) : undefined
      return range && wholeRead(range)
    }
    case 'array': {
      const [item, range] = [readingOf(def.element, makings), bounds(def.checks)]
      return item && range && list(item, range.least, range.most)
    }
    case 'record': {
      const key = defOf(def.keyType).type === 'string' ? readingOf(def.keyType, makings) : undefined
      const value = readingOf(def.valueType, makings)
      return key && value && !def.checks?.length ? record(key, value) : undefined
    }
    case 'object': {
      const strict = def.catchall && defOf(def.catchall).type === 'never' && !def.checks?.length
      const shape = Object.entries(def.shape)
      const known = shape.flatMap((one) => memberOf(one, makings))
      return strict && known.length === shape.length ? members(known, makings.get(schema)) : undefined
    }
    default:
      return undefined
  }
}

const memberOf = ([key, schema]: readonly [string, Schema], makings: Makings): readonly Member[] => {
  const def = defOf(schema)
  const reading = readingOf(def.type === 'optional' ? def.innerType : schema, makings)
  return reading ? [{ key, optional: def.type === 'optional', reading }] : []
}
