import { randomUUID } from 'node:crypto'
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { callerOf } from '../src/demo/client.ts'
import { must } from '../src/demo/stage.ts'
import { asOwner, foundBare, opensAccount, password, told, wire } from './support/communities.ts'
import { withServer, withVillage } from './support/world.ts'

const sessions = suite('sessions')

sessions('a token is a published key’s, for one community, and ends at once with the session', () =>
  withServer(async (world) => {
    const { url, clock } = world
    const one = await foundBare(world)
    const other = await foundBare(world, 'city')
    const signedIn = await must(
      callerOf(url).post('/api/session', { community: one.community, login: 'administrator', password }),
      'sign in',
    )
    const token = String(signedIn.token)
    const keys = createRemoteJWKSet(new URL(`${url}/.well-known/jwks.json`))
    const checked = await jwtVerify(token, keys, {
      audience: one.community,
      issuer: 'yishi-test',
      algorithms: ['EdDSA'],
      currentDate: new Date(`${clock.today()}T12:00:00+08:00`),
    })
    assert.is(checked.payload.sub, one.account)
    const published = (await wire(url, '/.well-known/jwks.json')).text
    assert.not.match(published, /"d"/, 'no private key is published')

    const caller = callerOf(url, token)
    assert.equal(told(await caller.get(`${one.path}/people`)), [200, null])
    assert.equal(told(await caller.get(`${other.path}/people`)), [401, 'token_invalid'], 'another community')
    const forged = `${token.slice(0, -6)}${token.endsWith('AAAAAA') ? 'BBBBBB' : 'AAAAAA'}`
    assert.equal(told(await callerOf(url, forged).get(`${one.path}/people`)), [401, 'token_invalid'])
    assert.equal(told(await callerOf(url).get(`${one.path}/people`)), [401, 'token_missing'])

    assert.equal(told(await caller.signOut()), [200, null])
    for (const path of [`${one.path}/people`, '/api/session'])
      assert.equal(told(await caller.get(path)), [401, 'session_ended'], path)
    assert.equal(told(await caller.signOut()), [200, null], 'ending it again changes nothing')
    assert.equal(told(await one.administrator.get(`${one.path}/people`)), [200, null], 'the other session lives on')
  }),
)

sessions('a token that has run out is refused, and its session with it', () =>
  withServer(async (world) => {
    const { administrator, path } = await foundBare(world)
    assert.is((await administrator.get(`${path}/people`)).status, 200)
    await world.clock.pass(1)
    assert.equal(told(await administrator.get(`${path}/people`)), [401, 'token_invalid'])
  }),
)

sessions('a wrong login and a wrong password answer alike', () =>
  withServer(async (world) => {
    const { community } = await foundBare(world)
    const tries = [
      { community, login: 'administrator', password: 'wrong-password' },
      { community, login: 'nobody', password },
      { community: randomUUID(), login: 'administrator', password },
    ]
    const answers = await Promise.all(tries.map((body) => callerOf(world.url).post('/api/session', body)))
    for (const answer of answers) {
      assert.equal(told(answer), [401, 'sign_in_failed'])
      assert.equal(answer.body, answers[0]?.body)
    }
    assert.not.match(world.logged.join('\n'), /wrong-password|shiqiao-2026/, 'no password is logged')
  }),
)

sessions('passwords tried in a row are slowed down, the right one as well, until the wait is over', () =>
  withServer(async (world) => {
    const { community } = await foundBare(world)
    const attempt = (secret: string) =>
      wire(world.url, '/api/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ community, login: 'administrator', password: secret }),
      })
    // Many at once count as well: of fourteen, ten are looked at.
    const tries = await Promise.all(Array.from({ length: 14 }, (_, n) => attempt(`guess-number-${n}`)))
    const codes = tries.map(({ body }) => body.code).sort()
    assert.equal(codes, [...Array(10).fill('sign_in_failed'), ...Array(4).fill('sign_in_too_often')])
    const slowed = await attempt(password)
    assert.equal([slowed.status, slowed.body.code], [429, 'sign_in_too_often'])
    const wait = Number(slowed.headers.get('retry-after'))
    assert.ok(wait > 20 && wait <= 30, `${wait} s`)
    const set = await asOwner(
      world,
      community,
      (sql) => sql`update sign_in_attempt set last_at = last_at - interval '31 s' where community = ${community}`,
    )
    assert.is(set.count, 1)
    assert.is((await attempt(password)).status, 201)
    assert.is((await attempt('guess-again')).body.code, 'sign_in_failed', 'a success begins the count anew')
  }),
)

sessions('a slip lets its person in once, also when two use it at once, and however it is typed', () =>
  withVillage(async (scene, { url }) => {
    const clerk = await scene.clerk()
    const { items } = (await must(clerk.get(`${scene.path}/people?limit=2`), 'people')) as {
      items: readonly { id: string }[]
    }
    const [person = '', second = ''] = items.map(({ id }) => id)
    const issue = async (id: string): Promise<string> => {
      const { status, body } = await clerk.post(`${scene.path}/slips`, { people: [id] })
      assert.is(status, 201, JSON.stringify(body))
      return String((body as unknown as readonly { code: string }[])[0]?.code)
    }
    const enter = (slip: string) => callerOf(url).post('/api/session', { community: scene.community, slip })
    const code = await issue(person)
    const mistyped = `${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`
    assert.equal(told(await enter(mistyped)), [422, 'slip_mistyped'], 'a typo costs nothing')
    const both = await Promise.all([enter(code.toLowerCase()), enter(code.replaceAll('-', ' '))])
    assert.equal(both.map(told).sort(), [
      [201, null],
      [401, 'sign_in_failed'],
    ])
    assert.is(both.find(({ status }) => status === 201)?.body.person, person)

    const lost = await issue(second)
    const reissued = await issue(second)
    assert.equal(told(await enter(lost)), [401, 'sign_in_failed'], 'a new slip replaces the old')
    assert.is((await enter(reissued)).status, 201)
  }),
)

sessions('a role counts from the database at every write, not from the token', () =>
  withServer(async (world) => {
    const bare = await foundBare(world)
    const clerk = await opensAccount(world.url, bare, 'clerk')
    const accounts = `${bare.path}/accounts`
    const notes = () => clerk.caller.post(`${bare.path}/topics`, { channel: 'doorstep', text: '修路' })
    assert.equal(told(await notes()), [201, null])
    const other = { login: 'other', password, role: 'clerk' }
    assert.equal(told(await clerk.caller.post(accounts, other)), [403, 'forbidden'])
    const remove = (account: string, role: string) =>
      wire(world.url, `${accounts}/${account}/roles/${role}`, { method: 'DELETE', token: bare.token })
    assert.is((await remove(clerk.account, 'clerk')).status, 200)
    assert.equal(told(await notes()), [403, 'forbidden'], 'with the token that was good a moment ago')
    assert.equal(told(await remove(bare.account, 'administrator')), [409, 'last_administrator'])
    assert.is(decodeJwt(bare.token).aud, bare.community)
    assert.not.ok('roles' in decodeJwt(bare.token), 'a token carries no role')
  }),
)

sessions.run()
