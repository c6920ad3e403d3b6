/**
 * The catalogue of kinds, read out of the format's own text: workflows/format/README.md is parsed, so whatever it leaves unsaid is
 * missing here too.
 */
import { readFileSync } from 'node:fs'
import { unbase64url } from './bytes.mjs'

const readme = readFileSync(new URL('../../workflows/format/README.md', import.meta.url), 'utf8')

const type = (sample, fits) => ({ sample, fits })
const text = (sample, pattern) => type(sample, (value) => typeof value === 'string' && pattern.test(value))
const whole = (from, to = Number.MAX_SAFE_INTEGER) =>
  type(from, (value) => Number.isSafeInteger(value) && value >= from && value <= to)

/** Is this the one way to write an instant of the calendar? */
const isInstant = (value) => {
  const time = new Date(value)
  return typeof value === 'string' && !Number.isNaN(time.getTime()) && time.toISOString() === value
}

const hash = text('0'.repeat(64), /^[0-9a-f]{64}$/)
const words = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const word = (sample) => type(sample, (value) => typeof value === 'string' && words.test(value) && value.length <= 80)

const bodies = /^Bodies: ([^.]+)\./m.exec(readme)[1].match(/[a-z-]+/g)

/** What the table of types describes in words. */
const plain = {
  id: text(
    '01a214e6-7ab5-7cb2-9670-a345db1d2d70',
    /^([0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|[0-]{36})$/,
  ),
  sealed: hash,
  hash,
  day: type('2026-03-02', (value) => isInstant(`${value}T00:00:00.000Z`)),
  instant: type('2026-03-02T01:02:03.004Z', isInstant),
  year: text('2026', /^\d{4}$/),
  word: word('roads'),
  role: text('expert:law', /^[a-z0-9]+([-:][a-z0-9]+)*$/),
  body: type('village-representatives', (value) => bodies.includes(value)),
  b64: type('A'.repeat(43), (value) => unbase64url(value)?.length === 32),
  '≥0': whole(0),
  '≥1': whole(1),
  '0–100': whole(0, 100),
  'CN-xx': text('CN-37', /^CN-\d\d$/),
  'id@version': text('six-step@1', /^[a-z0-9]+(-[a-z0-9]+)*@\d+$/),
  true: type(true, (value) => value === true),
  false: type(false, (value) => value === false),
}

/** Splits at the separator where no bracket is open. */
const split = (text, separator) => {
  const parts = ['']
  let depth = 0
  for (const char of text) {
    if ('{[('.includes(char)) depth += 1
    if ('}])'.includes(char)) depth -= 1
    if (char === separator && depth === 0) parts.push('')
    else parts[parts.length - 1] += char
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)

/** `a: type, b?: type`: those fields and no others. A field without a type is a count. */
const fields = (listed, types) => {
  const known = split(listed, ',').map((field) => {
    const [, name, optional, named] = /^(\w+)(\?)?(?::\s*(.+))?$/.exec(field) ?? []
    if (name === undefined) throw new Error(`the format's text has a field that cannot be read: ${field}`)
    return { name, optional: optional === '?', ...typeOf(named ?? '≥0', types) }
  })
  const names = new Set(known.map(({ name }) => name))
  const fits = (value) =>
    isObject(value) &&
    Object.keys(value).every((name) => names.has(name)) &&
    known.every((field) => (Object.hasOwn(value, field.name) ? field.fits(value[field.name]) : field.optional))
  return { known, ...type(Object.fromEntries(known.map(({ name, sample }) => [name, sample])), fits) }
}

const mapOf = (key, item) =>
  type(
    { [key.sample]: item.sample },
    (value) => isObject(value) && Object.entries(value).every(([name, member]) => key.fits(name) && item.fits(member)),
  )

const typeOf = (named, types) => {
  const either = split(named, '/').map((one) => oneOf(one, types))
  return type(either[0].sample, (value) => either.some(({ fits }) => fits(value)))
}

const oneOf = (named, types) => {
  if (Object.hasOwn(types, named)) return types[named]
  const list = /^\[(.+)\](\+?)$/.exec(named)
  if (list) {
    const item = typeOf(list[1], types)
    return type(
      [item.sample],
      (value) => Array.isArray(value) && value.length >= list[2].length && value.every(item.fits),
    )
  }
  const keyed = /^\{(word|id|year):\s*(.+)\}$/.exec(named)
  if (keyed) return mapOf(types[keyed[1]], typeOf(keyed[2], types))
  const object = /^\{(.*)\}$/.exec(named)
  if (object) return fields(object[1], types)
  const measured = /^measured\((.+)\)$/.exec(named)
  if (measured) return fields(types.measured.replaceAll('x', measured[1]), types)
  if (/^[a-z][a-z-]*$/.test(named)) return type(named, (value) => value === named)
  throw new Error(`the format's text has a type that cannot be read: ${named}`)
}

/** The rows of the table of types that are objects, and the list of doors. */
const tableOf = (markdown) => {
  const types = { ...plain }
  for (const [, name, object] of markdown.matchAll(/^\| (\w+)(?:\(x\))?\s+\| `\{(.+?)\}`/gm))
    types[name] = name === 'measured' ? object : fields(object, types)
  const [, doors] = /^\| door\s+\| (.+?);/m.exec(markdown) ?? []
  types.door = typeOf(doors, {})
  return types
}

const headings = /^### On (?:a|the) (\w+)['’]s chain$(.*?)(?=^##)/gms
const listed = /^- `([a-z-]+\.[a-z-]+)`[^:(\n]*(?:\(([^)\n]*)\))?(?:: (.*))?$/gm

const kindsOf = (markdown) => {
  const types = tableOf(markdown)
  const kinds = new Map()
  for (const [, chain, section] of markdown.matchAll(headings))
    for (const [, kind, tag, data] of section.matchAll(listed))
      kinds.set(kind, { chain, move: tag === 'move', ...fields(data ?? '', types) })
  return kinds
}

/** Every kind that the text lists, by name, with the fields it knows, a test of data, and data to try it on. */
export const kinds = kindsOf(readme)

const test = ({ fits }) => fits

/** The types that the envelope uses as well. */
export const fits = {
  id: test(plain.id),
  sealed: test(plain.sealed),
  day: test(plain.day),
  instant: test(plain.instant),
  seq: test(plain['≥1']),
}
