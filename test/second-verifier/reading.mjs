/** A file of JSON that says what it says once, in one form, and nothing besides what the format lists. */

/** The tokens of JSON, without the white space between them. */
const closedUp = (text) => (text.match(/"[^"\\]*(?:\\.[^"\\]*)*"|[^\s"]+/g) ?? []).join('')

/** What JSON says that is written as the format has it; throws at a field twice, at `1.0` and the like. */
export const readOnce = (text) => {
  const value = JSON.parse(text)
  if (closedUp(text) !== JSON.stringify(value)) throw new Error('not as it is written')
  return value
}

const each = (shape) => (list) => list.every(shape)
const any = () => true

/** These fields, of which those with `?` may be left out, and no others. */
const only = (listed) => {
  const known = Object.entries(listed).map(([name, shape]) => [name.replace('?', ''), name.endsWith('?'), shape])
  const names = known.map(([name]) => name)
  return (value) =>
    Object.keys(value).every((name) => names.includes(name)) &&
    known.every(([name, optional, shape]) => (Object.hasOwn(value, name) ? shape(value[name]) : optional))
}

const keys = only({ keys: each(only({ kty: any, crv: any, x: any, kid: any, 'use?': any, 'alg?': any })) })

const isExport = only({
  format: (one) => one === 1,
  community: any,
  proposal: any,
  adoption: any,
  chains: each(
    only({ name: any, entries: each(only({ bytes: any, head: any })), signedHead: any, 'signedHeads?': any }),
  ),
  disclosures: (shown) => Object.values(shown).every(only({ salt: any, text: any })),
  keys,
  'tree?': only({ leaves: each(only({ chain: any, seq: any, head: any })), checkpoints: any }),
})

const isIndex = only({
  format: (one) => one === 1,
  community: any,
  cases: each(only({ proposal: any, adoption: any })),
  chains: any,
  keys,
})

const read = (shape) => (text) => {
  const value = readOnce(text)
  if (!shape(value)) throw new Error('a field that the format does not know')
  return value
}

/** The record of one case, out of its file. */
export const readExport = read(isExport)
export const readIndex = read(isIndex)
