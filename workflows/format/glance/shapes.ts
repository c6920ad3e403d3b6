import { listsLately } from './lately.ts'
import { doesNotFit, misfit, type Reading, taking } from './letters.ts'
import { type Making, objectOf } from './making.ts'
import { remembersWritten } from './written.ts'

const [comma, colon, openBrace, closeBrace, openBracket, closeBracket] = [0x2c, 0x3a, 0x7b, 0x7d, 0x5b, 0x5d]

/** As many items as a list may have. */
export const list = (item: Reading, atLeast: number, atMost: number): Reading => {
  const lately = listsLately()
  return (line) => {
    const { bytes, at } = line
    if (bytes[at] !== openBracket) return misfit(line)
    const known = lately.at(line.text, at)
    if (known) {
      line.at += known.text.length
      return known.items
    }
    const items: unknown[] = []
    line.at += 1
    if (bytes[line.at] === closeBracket) line.at += 1
    else
      for (let more = true; more; line.at += 1) {
        items.push(item(line))
        if (line.at === doesNotFit) return undefined
        more = bytes[line.at] === comma
        if (!more && bytes[line.at] !== closeBracket) return misfit(line)
      }
    if (items.length < atLeast || items.length > atMost) return misfit(line)
    const text = line.text.slice(at, line.at)
    remembersWritten(items, text)
    lately.keep({ text, items })
    return items
  }
}

/** Any keys of a sort, in the one order that they have in canonical form. */
export const record = (key: Reading, value: Reading): Reading => {
  return (line) => {
    const { bytes } = line
    const found: Record<string, unknown> = {}
    if (bytes[line.at] !== openBrace) return misfit(line)
    line.at += 1
    if (bytes[line.at] === closeBrace) {
      line.at += 1
      return found
    }
    let before = ''
    for (let more = true; more; line.at += 1) {
      const name = key(line)
      if (line.at === doesNotFit || typeof name !== 'string' || name <= before || name === '__proto__')
        return misfit(line)
      if (bytes[line.at] !== colon) return misfit(line)
      line.at += 1
      found[name] = value(line)
      if (line.at === doesNotFit) return undefined
      before = name
      more = bytes[line.at] === comma
      if (!more && bytes[line.at] !== closeBrace) return misfit(line)
    }
    return found
  }
}

/** A member of an object. */
export interface Member {
  readonly key: string
  readonly optional: boolean
  readonly reading: Reading
}

/** The members of a shape and no others, read in canonical order, made in the order of the schema. */
export const members = (some: readonly Member[], make?: Making): Reading => {
  const keys = some.map(({ key }) => key)
  const made = make ?? objectOf(keys)
  const places = keys.map((_, place) => place).sort((a, b) => ((keys[a] ?? '') < (keys[b] ?? '') ? -1 : 1))
  const inOrder = places.flatMap((place) => some.slice(place, place + 1))
  const optional = inOrder.map((member) => member.optional)
  const readings = inOrder.map(({ reading }) => reading)
  const opens = inOrder.map(({ key }) => taking(`${JSON.stringify(key)}:`))
  const follows = inOrder.map(({ key }) => taking(`,${JSON.stringify(key)}:`))
  const values: unknown[] = keys.map(() => undefined)
  return (line) => {
    if (line.bytes[line.at] !== openBrace) return misfit(line)
    line.at += 1
    let names = opens
    for (let n = 0; n < readings.length; n += 1) {
      const [takes, reading] = [names[n], readings[n]]
      if (takes && reading && takes(line)) {
        values[places[n] ?? 0] = reading(line)
        if (line.at === doesNotFit) return undefined
        names = follows
      } else if (optional[n] === true) values[places[n] ?? 0] = undefined
      else return misfit(line)
    }
    if (line.bytes[line.at] !== closeBrace) return misfit(line)
    line.at += 1
    return made(values)
  }
}
