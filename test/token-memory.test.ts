import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Keys, newKeys, readKeys } from '../src/identity/keys.ts'
import { rememberingCheck } from '../src/identity/token-memory.ts'
import { issueToken } from '../src/identity/tokens.ts'

const community = '019c0000-0000-7000-8000-000000000001'
const elsewhere = '019c0000-0000-7000-8000-00000000000f'
const account = '019c0000-0000-7000-8000-000000000002'
const session = '019c0000-0000-7000-8000-000000000003'
const issuer = 'yishi'
const now = new Date('2026-03-02T01:00:00Z')
const asked = { community, now }
const hour = 3600
const later = (seconds: number) => ({ community, now: new Date(now.getTime() + seconds * 1000) })

const issued = (keys: Keys, change: Partial<Parameters<typeof issueToken>[1]> = {}) =>
  issueToken(keys, { community, account, session, now, ttlSeconds: 12 * hour, issuer, ...change })

/** The installation's keys, and how often a signature was checked by them. */
const watched = async () => {
  const keys = await readKeys(await newKeys())
  const looked = { times: 0 }
  const watching = {
    get tokens() {
      looked.times += 1
      return keys.tokens
    },
  }
  return { keys, watching, looked }
}

const memory = suite('remembered tokens')

memory('are checked in full once, and say the same again', async () => {
  const { keys, watching, looked } = await watched()
  const check = rememberingCheck(watching, issuer)
  const token = await issued(keys)
  const first = await check(token, asked)
  assert.equal(first, { ok: true, value: { account, session, expires: later(12 * hour).now } })
  assert.equal(await check(token, later(12 * hour - 1)), first)
  assert.is(looked.times, 1)
})

memory('are good in their own community only', async () => {
  const { keys, watching } = await watched()
  const check = rememberingCheck(watching, issuer)
  const token = await issued(keys)
  assert.ok((await check(token, asked)).ok)
  assert.not.ok((await check(token, { community: elsewhere, now })).ok)
  assert.ok((await check(token, asked)).ok, 'whoever asked elsewhere with it does them no harm')
})

memory('are forgotten when they expire, and are not good before they were seen', async () => {
  const { keys, watching, looked } = await watched()
  const check = rememberingCheck(watching, issuer)
  const token = await issued(keys)
  assert.ok((await check(token, asked)).ok)
  assert.not.ok((await check(token, later(-60))).ok, 'before it was issued')
  assert.ok((await check(token, asked)).ok)
  assert.not.ok((await check(token, later(12 * hour + 31))).ok, 'expired')
  assert.ok((await check(token, later(12 * hour))).ok, 'the seconds that two clocks may lie apart are judged anew')
  assert.is(looked.times, 5)
})

memory('do not vouch for a token of which one character differs', async () => {
  const { keys, watching, looked } = await watched()
  const check = rememberingCheck(watching, issuer)
  const token = await issued(keys)
  assert.ok((await check(token, asked)).ok)
  // Of the last character four bits stand for nothing: it is tried apart.
  for (let place = 0; place < token.length - 1; place += 1) {
    const other = token[place] === 'A' ? 'B' : 'A'
    const changed = `${token.slice(0, place)}${other}${token.slice(place + 1)}`
    assert.not.ok((await check(changed, asked)).ok, `character ${place}`)
  }
  const before = looked.times
  await check(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, asked)
  assert.is(looked.times, before + 1, 'checked in full')
  for (const junk of [`${token}.`, token.slice(0, -1), '']) assert.not.ok((await check(junk, asked)).ok, junk)
})

memory('of another issuer or installation are refused each time', async () => {
  const { keys, watching } = await watched()
  const check = rememberingCheck(watching, issuer)
  const others = await readKeys(await newKeys())
  for (const token of [await issued(keys, { issuer: 'other' }), await issued(others)])
    for (const time of ['first', 'second']) assert.not.ok((await check(token, asked)).ok, time)
})

memory('what was refused may be good later', async () => {
  const { keys, watching } = await watched()
  const check = rememberingCheck(watching, issuer)
  const early = await issued(keys, { now: later(600).now })
  assert.not.ok((await check(early, asked)).ok)
  assert.ok((await check(early, later(600))).ok)
})

memory('are no more than so many: the oldest makes room', async () => {
  const { keys, watching, looked } = await watched()
  const check = rememberingCheck(watching, issuer, 3)
  const tokens = await Promise.all([0, 1, 2, 3].map((second) => issued(keys, { now: later(-second).now })))
  for (const token of tokens) assert.ok((await check(token, asked)).ok)
  assert.is(looked.times, 4)
  for (const token of tokens.slice(1)) assert.ok((await check(token, asked)).ok)
  assert.is(looked.times, 4, 'the last three are remembered')
  assert.ok((await check(tokens[0] ?? '', asked)).ok)
  assert.is(looked.times, 5, 'the first is checked anew')
})

memory.run()
