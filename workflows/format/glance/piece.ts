import { z } from 'zod'
import { id } from '../catalogue/fields.ts'
import { listsLately } from './lately.ts'
import { asking, misfit, type Reading } from './letters.ts'
import { type Making, objectOf } from './making.ts'
import { bounds, defOf, isInstant, lettersOf, type Schema } from './schema.ts'
import { remembersWritten } from './written.ts'

/*
 * A schema is written as a regular expression over its canonical letters, as far as it has no lists of shapes in it: an engine
 * takes those far sooner than they can be read one by one. What the letters cannot tell, the schema is asked.
 */

/** The letters of a value, with so many groups in parentheses, and the value by those groups from one on; undefined where it is refused. */
interface Piece {
  readonly source: string
  readonly groups: number
  readonly says: (found: readonly (string | undefined)[], at: number) => unknown
  /** Of a text: the letters between its quotes, and what it says. */
  readonly text?: { readonly letters: string; readonly told: (text: string) => string | undefined }
}

const exactly = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
/** So many letters one by one: an engine reads them on, where it would count a repetition. */
const hex = (many: number): string => '[0-9a-f]'.repeat(many)
const digits = (many: number): string => '[0-9]'.repeat(many)

const uuid = `${hex(8)}-${hex(4)}-[1-8]${hex(3)}-[89ab]${hex(3)}-${hex(12)}`
const day = `${digits(4)}-${digits(2)}-${digits(2)}`
const dayLength = '2026-03-02'.length
const time = `(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.${digits(3)}Z`
const plain = '[ !#-\\[\\]-~]*'
/** A whole number that has one written form whatever reads it; larger ones and those below zero are read in full. */
const whole = '(0|[1-9][0-9]{0,14})'

const told = (source: string, says: (text: string) => unknown): Piece => ({
  source,
  groups: 1,
  says: (found, at) => says(found[at] ?? ''),
})

const text = (letters: string, said: (text: string) => string | undefined): Piece => ({
  ...told(`"(${letters})"`, said),
  text: { letters, told: said },
})

const itself = (said: string): string => said

/** A text as its schema says; that which was met last is known again. */
const toldBy = (schema: Schema): ((text: string) => string | undefined) => {
  const fits = asking(schema)
  const last: { text: string | undefined } = { text: undefined }
  return (said) => {
    if (said !== last.text) last.text = fits(said)
    return last.text
  }
}

/** An instant of a day: the schema is asked once a day, at midnight. */
const instantBy = (schema: Schema): ((text: string) => string | undefined) => {
  const dayIn = asking(z.string().refine((one) => z.safeParse(schema, `${one}T00:00:00.000Z`).success))
  const last = { day: 'none' }
  return (said) => {
    if (said.startsWith(last.day)) return said
    const known = dayIn(said.slice(0, dayLength))
    if (known === undefined) return undefined
    last.day = known
    return said
  }
}

/** The piece of a schema; undefined where it has a list of shapes in it, or asks what only it can tell. */
const pieceOf = (schema: Schema, make?: Making): Piece | undefined => {
  const def = defOf(schema)
  switch (def.type) {
    case 'string': {
      if (schema === id) return text(uuid, itself)
      const letters = lettersOf(def)
      if (letters !== undefined) return text(letters, itself)
      return isInstant(def) ? text(`${day}T${time}`, instantBy(schema)) : text(plain, toldBy(schema))
    }
    case 'enum':
      return text(plain, toldBy(schema))
    case 'boolean':
      return told('(true|false)', (said) => said === 'true')
    case 'literal': {
      const [value, ...more] = def.values
      const known = typeof value === 'string' || typeof value === 'boolean' || value === 1
      return known && more.length === 0
        ? { source: exactly(JSON.stringify(value)), groups: 0, says: () => value }
        : undefined
    }
    case 'number': {
      const range = 'format' in def && def.format === 'safeint' ? bounds(def.checks) : undefined
      if (!range) return undefined
      return told(whole, (said) => {
        const value = Number(said)
        return value >= range.least && value <= range.most ? value : undefined
      })
    }
    case 'array': {
      const [item, range] = [pieceOf(def.element)?.text, bounds(def.checks)]
      return item && range && told(listed(`"${item.letters}"`), textsBy(item.told, range))
    }
    case 'object': {
      const strict = def.catchall && defOf(def.catchall).type === 'never' && !def.checks?.length
      return strict ? membersOf(Object.entries(def.shape), make) : undefined
    }
    default:
      return undefined
  }
}

const listed = (item: string): string => `(\\[(?:${item}(?:,${item})*)?\\])`
const emptyList = '[]'

/** The texts of a list, none of which has a quote in it. */
const textsBy = (
  said: (text: string) => string | undefined,
  { least, most }: { readonly least: number; readonly most: number },
) => {
  const lately = listsLately<string>()
  return (written: string): readonly string[] | undefined => {
    const known = lately.at(written, 0)
    if (known) return known.items
    const texts: string[] = []
    for (const one of written === emptyList ? [] : written.slice(2, -2).split('","')) {
      const known = said(one)
      if (known === undefined) return undefined
      texts.push(known)
    }
    if (texts.length < least || texts.length > most) return undefined
    remembersWritten(texts, written)
    lately.keep({ text: written, items: texts })
    return texts
  }
}

/** Members in canonical order, made in the order of the schema. */
const membersOf = (
  shape: readonly (readonly [string, Schema])[],
  make: Making = objectOf(shape.map(([key]) => key)),
): Piece | undefined => {
  const known = shape.flatMap(([key, schema]) => {
    const def = defOf(schema)
    const piece = pieceOf(def.type === 'optional' ? def.innerType : schema)
    return piece ? [{ key, optional: def.type === 'optional', piece }] : []
  })
  const inOrder = known.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const first = inOrder.findIndex(({ optional }) => !optional)
  if (known.length < shape.length || first < 0) return undefined
  let source = ''
  let groups = 0
  const places = new Map<string, number>()
  for (const [n, { key, optional, piece }] of inOrder.entries()) {
    const name = `${exactly(JSON.stringify(key))}:`
    places.set(key, groups)
    groups += piece.groups + (optional ? 1 : 0)
    // What may be left out is in a group of its own, that tells whether it was.
    if (n < first) source += `(?:${name}(${piece.source}),)?`
    else if (optional) source += `(?:,${name}(${piece.source}))?`
    else source += `${n === first ? '' : ','}${name}${piece.source}`
  }
  const answered = known.map(({ key, optional, piece }, n) => ({
    n,
    optional,
    piece,
    place: places.get(key) ?? 0,
    asItStands: piece.text?.told === itself,
  }))
  const values: unknown[] = answered.map(() => undefined)
  return {
    source: `\\{${source}\\}`,
    groups,
    says: (found, begin) => {
      for (const { n, optional, piece, place, asItStands } of answered) {
        const at = begin + place
        const leftOut = optional && found[at] === undefined
        const from = optional ? at + 1 : at
        const value = leftOut ? undefined : asItStands ? found[from] : piece.says(found, from)
        if (value === undefined && !leftOut) return undefined
        values[n] = value
      }
      return make(values)
    },
  }
}

/** The reading of a schema that is one piece. */
export const pieceRead = (schema: Schema, make?: Making): Reading | undefined => {
  const piece = pieceOf(schema, make)
  if (!piece) return undefined
  const letters = new RegExp(piece.source, 'y')
  return (line) => {
    letters.lastIndex = line.at
    const found = letters.exec(line.text)
    if (!found) return misfit(line)
    line.at = letters.lastIndex
    return piece.says(found, 1) ?? misfit(line)
  }
}
