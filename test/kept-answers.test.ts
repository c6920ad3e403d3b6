import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Caller, signedIn } from '../src/demo/client.ts'
import { asOwner, type Bare, foundBare, password, told } from './support/communities.ts'
import { type World, withServer } from './support/world.ts'

const answers = suite('answers kept under a key')

/** The office, signed in anew: sessions end within the day. */
const office = (world: World, { community }: Bare): Promise<Caller> =>
  signedIn(world.url, community, { login: 'administrator', password })

const opens = (caller: Caller, { path }: Bare) =>
  caller.post(`${path}/accounts`, { login: 'clerk', password, role: 'clerk' }, 'opens the account')

const keptOf = (world: World, { community }: Bare): Promise<number> =>
  asOwner(world, community, async (sql) => {
    const [row] = await sql<{ kept: number }[]>`
      select count(*)::int as kept from idempotency where community = ${community}`
    return row?.kept ?? Number.NaN
  })

answers('are given again for thirty days, and gone when the office signs in after that', () =>
  withServer(async (world) => {
    const bare = await foundBare(world)
    const first = await opens(bare.administrator, bare)
    assert.is(first.status, 201)
    await world.clock.pass(29)
    assert.equal(await opens(await office(world, bare), bare), first)
    await world.clock.pass(2)
    assert.is(await keptOf(world, bare), 1, 'nobody has signed in yet')
    const later = await office(world, bare)
    assert.is(await keptOf(world, bare), 0)
    assert.equal(told(await opens(later, bare)), [409, 'login_taken'], 'asked as for the first time')
  }),
)

answers('stay where a sign-in is refused, and in a community into which nobody signed', () =>
  withServer(async (world) => {
    const one = await foundBare(world)
    const other = await foundBare(world, 'city')
    for (const bare of [one, other]) assert.is((await opens(bare.administrator, bare)).status, 201)
    await world.clock.pass(31)
    const wrong = { community: one.community, login: 'administrator', password: 'wrong-password' }
    assert.equal(told(await one.administrator.post('/api/session', wrong)), [401, 'sign_in_failed'])
    assert.equal([await keptOf(world, one), await keptOf(world, other)], [1, 1])
    await office(world, one)
    assert.equal([await keptOf(world, one), await keptOf(world, other)], [0, 1])
  }),
)

answers.run()
