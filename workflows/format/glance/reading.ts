import type { Reading } from './letters.ts'
import type { Making } from './making.ts'
import { pieceRead } from './piece.ts'
import { bounds, defOf, type Schema } from './schema.ts'
import { list, type Member, members, record } from './shapes.ts'

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

/** The reading of a schema, that of a shape by how it is made; undefined where the schema asks what only it can tell. */
export const readingOf = (schema: Schema, make?: Making): Reading | undefined =>
  pieceRead(schema, make) ?? shapeRead(schema, make)

/** The reading of what is no single piece. */
const shapeRead = (schema: Schema, make?: Making): Reading | undefined => {
  const def = defOf(schema)
  switch (def.type) {
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
      return strict && known.length === shape.length ? members(known, make) : undefined
    }
    default:
      return undefined
  }
}
