import { createHash } from 'node:crypto'
import { exportPKCS8, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { openIdNumber, sealIdNumber } from '../src/identity/id-number.ts'
import { type Keys, newKeys, publicJwks, readKeys } from '../src/identity/keys.ts'
import { hashPassword, passwordFaults, verifyPassword } from '../src/identity/passwords.ts'
import { openHeadWith, signHead } from '../src/identity/record-key.ts'
import { newSlip, normaliseSlip, slipLookup } from '../src/identity/slips.ts'
import { checkToken, issueToken } from '../src/identity/tokens.ts'

const passwords = suite('passwords')

passwords('are kept as a salted scrypt PHC string and known again', async () => {
  const kept = await hashPassword('石桥村 2026')
  assert.match(kept, /^\$scrypt\$ln=14,r=8,p=5\$[\w-]{22}\$[\w-]{43}$/)
  assert.is(await verifyPassword('石桥村 2026', kept), true)
  assert.is(await verifyPassword('石桥村 ２０２６', kept), true, 'full-width digits are the same digits')
  for (const wrong of ['石桥村 2027', '石桥村 2026 ', '', '石桥村 202'])
    assert.is(await verifyPassword(wrong, kept), false, wrong)
  assert.is.not(await hashPassword('石桥村 2026'), kept, 'the same password twice has two salts')
})

passwords('that are malformed where they are kept let nobody in', async () => {
  const kept = await hashPassword('demo-2026')
  const malformed = [
    undefined,
    '',
    'demo-2026',
    kept.slice(0, -1),
    `${kept}\n`,
    kept.replace('ln=14', 'ln=4'),
    kept.replace('p=5', 'p=1'),
    kept.replace('$scrypt$', '$argon2id$'),
  ]
  for (const one of malformed) assert.is(await verifyPassword('demo-2026', one), false, String(one))
})

passwords('have 8 to 200 characters, as people count them', () => {
  const rows: readonly (readonly [password: string, faults: readonly string[], because: string])[] = [
    ['', ['too_short'], 'nothing'],
    ['1234567', ['too_short'], 'seven'],
    ['12345678', [], 'eight'],
    ['村民代表会议纪', ['too_short'], 'seven characters, though 21 bytes'],
    ['村民代表会议纪要', [], 'eight characters'],
    ['😀😀😀😀', ['too_short'], 'four characters, though eight UTF-16 units'],
    ['a'.repeat(200), [], 'two hundred'],
    ['a'.repeat(201), ['too_long'], 'one more'],
  ]
  for (const [password, faults, because] of rows) assert.equal(passwordFaults(password), faults, because)
})

passwords.run()

const slips = suite('slips')
const slipKey = createHash('sha256').update('slip').digest()

slips('leave out symbols that are taken for one another on paper', () => {
  const seen = new Set<string>()
  for (let n = 0; n < 400; n += 1) for (const symbol of newSlip(slipKey).code.replaceAll('-', '')) seen.add(symbol)
  for (const symbol of '01ILOUZ') assert.not.ok(seen.has(symbol), symbol)
  assert.is([...seen].sort().join(''), '23456789ABCDEFGHJKMNPQRSTVWXY')
})

slips('are found again however they are typed', () => {
  const { code, hash } = newSlip(slipKey)
  assert.match(code, /^[2-9A-HJKMNP-TV-Y]{4}-[2-9A-HJKMNP-TV-Y]{4}-[2-9A-HJKMNP-TV-Y]{4}$/)
  const fullWidth = [...code].map((symbol) => String.fromCharCode(symbol.charCodeAt(0) + 0xfee0)).join('')
  const typed = [
    code,
    code.toLowerCase(),
    code.replaceAll('-', ''),
    code.replaceAll('-', ' '),
    code.replaceAll('-', '–'),
    code.replaceAll('-', '−'),
    ` ${code}\n`,
    fullWidth,
    code.replaceAll('V', 'u'),
    code.replaceAll('2', 'z'),
  ]
  for (const text of typed) assert.equal(slipLookup(text, slipKey), { ok: true, value: hash }, text)
  assert.is(normaliseSlip(fullWidth.toLowerCase()), code.replaceAll('-', ''))
})

slips('tell every single wrong symbol and every swap of neighbours as a typo', () => {
  const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXY'
  let missed = 0
  let tried = 0
  const isTypo = (symbols: readonly string[]) => {
    tried += 1
    if (slipLookup(symbols.join(''), slipKey).ok) missed += 1
  }
  for (let n = 0; n < 20; n += 1) {
    const whole = [...newSlip(slipKey).code.replaceAll('-', '')]
    whole.forEach((symbol, place) => {
      for (const other of `${alphabet}01ILO`) if (other !== symbol) isTypo(whole.with(place, other))
      const next = whole[place + 1]
      if (next !== undefined && next !== symbol) isTypo(whole.with(place, next).with(place + 1, symbol))
    })
  }
  assert.ok(tried > 8000, `${tried} tried`)
  assert.is(missed, 0)
})

slips('with a symbol too many or too few, or none at all, are typos', () => {
  const { code } = newSlip(slipKey)
  for (const text of [
    '',
    '-',
    code.slice(0, -1),
    `${code}2`,
    `${code}L`,
    `L${code}`,
    `${code}${code}`,
    '签条',
    '\u0000',
  ])
    assert.equal(slipLookup(text, slipKey), { ok: false, refusal: { code: 'slip_mistyped' } }, text)
})

slips('are kept under a key: the same code has another hash elsewhere', () => {
  const { code, hash } = newSlip(slipKey)
  assert.match(hash, /^[0-9a-f]{64}$/)
  const elsewhere = slipLookup(code, createHash('sha256').update('other').digest())
  assert.ok(elsewhere.ok && elsewhere.value !== hash)
  assert.is.not(createHash('sha256').update(code).digest('hex'), hash)
})

slips.run()

const community = '019c0000-0000-7000-8000-000000000001'
const account = '019c0000-0000-7000-8000-000000000002'
const session = '019c0000-0000-7000-8000-000000000003'
const now = new Date('2026-03-02T01:00:00Z')
const at = Math.floor(now.getTime() / 1000)
const hour = 3600
const expected = { community, issuer: 'yishi', now }

const tokens = suite('tokens')

const issued = (keys: Keys, change: Partial<Parameters<typeof issueToken>[1]> = {}) =>
  issueToken(keys, { community, account, session, now, ttlSeconds: 12 * hour, issuer: 'yishi', ...change })

const claims: JWTPayload = {
  iss: 'yishi',
  aud: community,
  sub: account,
  jti: session,
  sid: session,
  iat: at,
  nbf: at,
  exp: at + hour,
}

/** A token of our own key, with claims and header changed. */
const signed = ({ tokens }: Keys, changed: JWTPayload = {}, header: Readonly<Record<string, unknown>> = {}) =>
  new SignJWT({ ...claims, ...changed })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'yishi+jwt', kid: tokens.current.kid, ...header })
    .sign(tokens.current.privateKey)

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

const isRefused = async (keys: Keys, token: string, because: string, asked = expected): Promise<void> => {
  const checked = await checkToken(keys, token, asked)
  assert.not.ok(checked.ok, because)
  if (!checked.ok) assert.is(checked.refusal.code, 'token_invalid', because)
}

tokens('say the account and the session, never a role', async () => {
  const keys = await readKeys(await newKeys())
  const token = await issued(keys)
  const checked = await checkToken(keys, token, expected)
  assert.equal(checked, {
    ok: true,
    value: { account, session, expires: new Date(now.getTime() + 12 * hour * 1000) },
  })
  const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
  assert.equal(Object.keys(payload as object).sort(), ['aud', 'exp', 'iat', 'iss', 'jti', 'nbf', 'sid', 'sub'])
  assert.ok((await checkToken(keys, await signed(keys), expected)).ok, 'the claims that the table below changes')
})

tokens('for another community, from another issuer, or out of their time are refused', async () => {
  const keys = await readKeys(await newKeys())
  const elsewhere = '019c0000-0000-7000-8000-00000000000f'
  await isRefused(keys, await issued(keys), 'another community asks', { ...expected, community: elsewhere })
  await isRefused(keys, await issued(keys, { community: elsewhere }), 'for another community')
  await isRefused(keys, await issued(keys, { issuer: 'other' }), 'of another issuer')
  const later = (seconds: number) => ({ ...expected, now: new Date(now.getTime() + seconds * 1000) })
  assert.ok((await checkToken(keys, await issued(keys), later(12 * hour - 1))).ok, 'the last second')
  await isRefused(keys, await issued(keys), 'expired', later(12 * hour + 60))
  await isRefused(keys, await signed(keys, { iat: at + 600, nbf: at }), 'issued in the future')
  await isRefused(keys, await signed(keys, { nbf: at + 600 }), 'not valid yet')
  await isRefused(keys, await signed(keys, { exp: at + 10 * 365 * 24 * hour }), 'for ten years')
  await isRefused(keys, await signed(keys, { iat: at - 25 * hour }), 'issued more than a day ago')
  assert.ok((await checkToken(keys, await issued(keys), later(-20))).ok, 'two clocks twenty seconds apart')
})

tokens('lacking a claim are refused', async () => {
  const keys = await readKeys(await newKeys())
  for (const claim of Object.keys(claims)) await isRefused(keys, await signed(keys, { [claim]: undefined }), claim)
  await isRefused(keys, await signed(keys, { sid: 7 as unknown as string }), 'a session that is no text')
})

tokens('of another algorithm, type or key are refused', async () => {
  const keys = await readKeys(await newKeys())
  const others = await readKeys(await newKeys())
  const { tokens: ring, record } = keys
  const plain = `${encoded({ alg: 'none', typ: 'yishi+jwt', kid: ring.current.kid })}.${encoded(claims)}.`
  await isRefused(keys, plain, 'no signature')
  const header = { typ: 'yishi+jwt', kid: ring.current.kid }
  for (const secret of [Buffer.from(ring.current.x, 'base64url'), Buffer.from(ring.current.x.padEnd(64, '='))])
    await isRefused(
      keys,
      await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', ...header }).sign(secret),
      'a MAC under the public key',
    )
  const { privateKey } = await generateKeyPair('ES256')
  const es256 = await new SignJWT(claims).setProtectedHeader({ alg: 'ES256', ...header }).sign(privateKey)
  await isRefused(keys, es256, 'another algorithm')
  await isRefused(keys, await signed(keys, {}, { typ: 'JWT' }), 'another type')
  await isRefused(keys, await signed(keys, {}, { typ: 'yishi-head+jwt' }), 'the type of a signed head')
  await isRefused(keys, await signed(keys, {}, { kid: undefined }), 'no key named')
  await isRefused(keys, await signed(keys, {}, { kid: 'elsewhere' }), 'an unknown key')
  await isRefused(keys, await issued(others), 'another installation')
  const byRecord = { tokens: { ...ring, current: { ...record.current, kid: ring.current.kid } } }
  await isRefused(keys, await issued({ ...keys, ...byRecord }), 'the record key under the name of ours')
  await isRefused(keys, await issued({ ...keys, tokens: record }), 'the record key under its own name')
  const head = { community, chain: 'community', seq: 1, head: '0'.repeat(64), at: now.toISOString() }
  await isRefused(keys, await signHead(keys, head), 'a signed head')
  const { x } = others.tokens.current
  const jwk = { kty: 'OKP', crv: 'Ed25519', x }
  for (const extra of [
    { jwk },
    { jku: 'https://example.invalid/k' },
    { x5u: 'https://example.invalid/c' },
    { x5c: [] },
  ])
    await isRefused(keys, await signed(keys, {}, extra), `a key brought along: ${Object.keys(extra).join()}`)
})

tokens('changed in any part are refused, and so is what is no token', async () => {
  const keys = await readKeys(await newKeys())
  const [header = '', payload = '', signature = ''] = (await issued(keys)).split('.')
  const other = encoded({ ...claims, sub: '019c0000-0000-7000-8000-00000000000e' })
  await isRefused(keys, `${header}.${other}.${signature}`, 'another account')
  await isRefused(keys, `${header}.${payload}.${signature.slice(0, -4)}AAAA`, 'another signature')
  await isRefused(keys, `${encoded({ alg: 'EdDSA' })}.${payload}.${signature}`, 'another header')
  for (const junk of ['', '.', '..', 'a.b.c', `${header}.${payload}`, `${header}.${payload}.${signature}.x`, '签条'])
    await isRefused(keys, junk, junk)
})

tokens('of an earlier key stay valid while that key is on the ring', async () => {
  const [before, after] = [await newKeys(), await newKeys()]
  const old = await issued(await readKeys(before))
  const rotated = await readKeys({ ...after, tokens: [...after.tokens, ...before.tokens] })
  assert.ok((await checkToken(rotated, old, expected)).ok)
  await isRefused(await readKeys(after), old, 'the key is taken off')
})

tokens.run()

const heads = suite('signed heads')
const head = { community, chain: `proposal/${session}`, seq: 3, head: 'ab'.repeat(32), at: '2026-03-02T01:00:00.000Z' }

heads('open with the published key and say what was signed', async () => {
  const keys = await readKeys(await newKeys())
  const open = openHeadWith(publicJwks(keys).record)
  assert.equal(await open(await signHead(keys, head)), head)
})

heads('changed, or signed by another key, do not open', async () => {
  const keys = await readKeys(await newKeys())
  const others = await readKeys(await newKeys())
  const open = openHeadWith(publicJwks(keys).record)
  const jws = await signHead(keys, head)
  const [first = '', , signature = ''] = jws.split('.')
  assert.is(await open(await signHead(others, head)), undefined, 'another installation')
  assert.is(await open(await signHead({ record: keys.tokens }, head)), undefined, 'the token key')
  const disguised = { ...others.record, current: { ...others.record.current, kid: keys.record.current.kid } }
  assert.is(await open(await signHead({ record: disguised }, head)), undefined, 'another key under our name')
  for (const [fact, value] of Object.entries({ community: account, chain: 'community', seq: 4, head: 'cd'.repeat(32) }))
    assert.is(await open(`${first}.${encoded({ ...head, [fact]: value })}.${signature}`), undefined, fact)
  assert.is(await open(await issued(keys)), undefined, 'a token')
  assert.is(await open(await issued({ ...keys, tokens: keys.record })), undefined, 'a token by the record key')
  for (const junk of ['', '..', `${jws}.x`, jws.slice(0, -8)]) assert.is(await open(junk), undefined, junk)
})

heads.run()

const idNumbers = suite('ID numbers')
const idNumber = '37010219900101123X'

idNumbers('are found again by a keyed hash that no other community shares', async () => {
  const keys = await readKeys(await newKeys())
  const sealed = sealIdNumber(idNumber, keys, community)
  assert.is(sealed.lastFour, '123X')
  assert.match(sealed.hash, /^[0-9a-f]{64}$/)
  const again = sealIdNumber(idNumber, keys, community)
  assert.is(again.hash, sealed.hash)
  assert.is.not(Buffer.from(again.sealed).toString('hex'), Buffer.from(sealed.sealed).toString('hex'))
  assert.is.not(sealIdNumber(idNumber, keys, account).hash, sealed.hash)
  assert.is.not(sealIdNumber(idNumber, await readKeys(await newKeys()), community).hash, sealed.hash)
  assert.is.not(createHash('sha256').update(`${community} ${idNumber}`).digest('hex'), sealed.hash)
  assert.not.ok(Buffer.from(sealed.sealed).includes(idNumber))
})

idNumbers('open only with the key, for their community, and unchanged', async () => {
  const keys = await readKeys(await newKeys())
  const { sealed } = sealIdNumber(idNumber, keys, community)
  assert.is(openIdNumber(sealed, keys, community), idNumber)
  const others = await readKeys(await newKeys())
  assert.throws(() => openIdNumber(sealed, others, community))
  assert.throws(() => openIdNumber(sealed, keys, account), undefined, 'carried over to another community')
  for (const place of [0, 12, 28, sealed.length - 1]) {
    const changed = Uint8Array.from(sealed)
    changed[place] = (changed[place] ?? 0) ^ 1
    assert.throws(() => openIdNumber(changed, keys, community), undefined, `byte ${place}`)
  }
  assert.throws(() => openIdNumber(sealed.subarray(0, 20), keys, community))
})

idNumbers.run()

const keysFile = suite('the keys of an installation')

const messageOf = async (file: unknown): Promise<string> => {
  try {
    await readKeys(file)
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

keysFile('that are not what was made are refused by name, without repeating a secret', async () => {
  const file = await newKeys()
  const [token] = file.tokens
  const other = await newKeys()
  const rsa = await exportPKCS8((await generateKeyPair('ES256', { extractable: true })).privateKey)
  const rows: readonly (readonly [file: unknown, names: RegExp, because: string])[] = [
    [undefined, /keys/, 'nothing'],
    [{}, /tokens/, 'empty'],
    [{ ...file, tokens: [] }, /tokens/, 'no key for tokens'],
    [{ ...file, record: [{ ...token, d: undefined }] }, /record\.0\.d/, 'a public key only'],
    [{ ...file, record: [{ ...token, crv: 'X25519' }] }, /record\.0\.crv/, 'another curve'],
    [{ ...file, tokens: rsa }, /tokens/, 'a PEM'],
    [{ ...file, tokens: [{ ...token, d: 'AAAA' }] }, /tokens\.0/, 'a short key'],
    [{ ...file, tokens: [{ ...token, x: other.tokens[0]?.x }] }, /tokens\.0/, 'halves that do not belong together'],
    [{ ...file, record: file.tokens }, /record/, 'one key for tokens and record'],
    [{ ...file, secrets: { ...file.secrets, slip: 'short' } }, /secrets\.slip/, 'a short secret'],
    [{ ...file, secrets: { ...file.secrets, idHash: undefined } }, /secrets\.idHash/, 'a secret missing'],
  ]
  for (const [malformed, names, because] of rows) {
    const message = await messageOf(malformed)
    assert.match(message, names, because)
    assert.not.match(message, token?.d ?? 'x', because)
    assert.not.match(message, file.secrets.idEncrypt, because)
  }
  assert.is(await messageOf(JSON.parse(JSON.stringify(file))), '', 'as written to the file')
})

keysFile('publish the public halves only', async () => {
  const file = await newKeys()
  const published = publicJwks(await readKeys(file))
  for (const { keys } of [published.tokens, published.record])
    for (const key of keys) assert.equal(Object.keys(key).sort(), ['alg', 'crv', 'kid', 'kty', 'use', 'x'])
  const text = JSON.stringify(published)
  for (const secret of [file.tokens[0]?.d, file.record[0]?.d, ...Object.values(file.secrets)])
    assert.not.ok(text.includes(secret ?? 'x'))
  assert.is.not(published.tokens.keys[0]?.kid, published.record.keys[0]?.kid)
})

keysFile.run()
