import { randomUUID } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Caller, callerOf } from '../src/demo/client.ts'
import { must } from '../src/demo/stage.ts'
import { asOwner, foundBare, opensAccount, password, told } from './support/communities.ts'
import { withServer } from './support/world.ts'

const communities = suite('communities')

/** What stands on the community's chain. */
const kindsOf = async (caller: Caller, path: string): Promise<readonly string[]> => {
  const { items } = (await must(caller.get(`${path}/chains/community`), 'chain')) as {
    readonly items: readonly { readonly bytes: string }[]
  }
  return items.map(({ bytes }) => String(JSON.parse(bytes).kind))
}

communities('only the setup token founds a community, with an administrator and a record that begins', () =>
  withServer(async (world) => {
    const found = (change: object) =>
      callerOf(world.url).post('/api/communities', {
        setupToken: world.setupToken,
        sort: 'village',
        name: '柳林村',
        administrator: { login: 'administrator', password },
        ...change,
      })
    const rows: readonly (readonly [object, number, string])[] = [
      [{ setupToken: '' }, 403, 'setup_token_wrong'],
      [{ setupToken: `${world.setupToken.slice(0, -1)}!` }, 403, 'setup_token_wrong'],
      [{ administrator: { login: 'administrator', password: 'short' } }, 422, 'password_weak'],
      [{ administrator: { login: 'a', password } }, 422, 'input_invalid'],
      [{ sort: 'hamlet' }, 422, 'input_invalid'],
      [{ jurisdiction: '37' }, 422, 'input_invalid'],
      [{ name: ' ' }, 422, 'input_invalid'],
    ]
    for (const [change, status, code] of rows)
      assert.equal(told(await found(change)), [status, code], JSON.stringify(change))
    assert.is((await world.database.ownerSql`select 1 from community`).length, 0, 'nothing was founded by any of them')

    const { path, administrator, community } = await foundBare(world)
    assert.equal(await kindsOf(administrator, path), ['community.founded', 'key.published', 'role.granted'])
    const kept = await asOwner(world, community, (sql) => sql`select password from account`)
    assert.match(String(kept[0]?.password), /^\$scrypt\$/)
  }),
)

communities('accounts are opened by administrators, for roles, once per login and person', () =>
  withServer(async (world) => {
    const bare = await foundBare(world)
    const accounts = `${bare.path}/accounts`
    const open = (change: object) =>
      bare.administrator.post(accounts, { login: 'new', password, role: 'clerk', ...change })
    const rows: readonly (readonly [object, number, string])[] = [
      [{ password: '1234567' }, 422, 'password_weak'],
      [{ role: 'mayor' }, 422, 'input_invalid'],
      [{ role: 'expert' }, 422, 'input_invalid'],
      [{ discipline: 'law' }, 422, 'input_invalid'],
      [{ role: 'expert', discipline: '法律' }, 422, 'input_invalid'],
      [{ person: randomUUID() }, 404, 'not_found'],
      [{ login: 'administrator' }, 409, 'login_taken'],
    ]
    for (const [change, status, code] of rows)
      assert.equal(told(await open(change)), [status, code], JSON.stringify(change))
    for (const role of ['clerk', 'supervisor', 'expert'] as const) {
      const { caller } = await opensAccount(world.url, bare, role)
      const other = { login: `of-${role}`, password, role: 'clerk' }
      assert.equal(told(await caller.post(accounts, other)), [403, 'forbidden'], role)
    }
    const twice = await Promise.all(
      Array.from({ length: 5 }, () => bare.administrator.post(accounts, { login: 'once', password, role: 'clerk' })),
    )
    assert.equal(twice.map(({ status }) => status).sort(), [201, 409, 409, 409, 409])
  }),
)

communities('a year of holidays is declared whole, by the administrator, and goes on record', () =>
  withServer(async (world) => {
    const bare = await foundBare(world)
    const declare = (year: string, holidays: readonly string[], workdays: readonly string[] = []) =>
      bare.administrator.put(`${bare.path}/calendars/${year}`, { holidays, workdays })
    assert.equal(told(await declare('2027', ['2026-12-31'])), [422, 'calendar_days_unfit'])
    assert.equal(told(await declare('2027', ['2027-01-01', '2027-01-01'])), [422, 'calendar_days_unfit'])
    assert.equal(told(await declare('2027', ['2027-01-01'], ['2027-01-01'])), [422, 'calendar_days_unfit'])
    assert.equal(told(await declare('2027', ['2027-02-30'])), [422, 'input_invalid'])
    assert.equal(told(await declare('27', [])), [422, 'input_invalid'])
    const { caller } = await opensAccount(world.url, bare, 'clerk')
    const days = { holidays: ['2027-01-01'], workdays: ['2027-01-03'] }
    assert.equal(told(await caller.put(`${bare.path}/calendars/2027`, days)), [403, 'forbidden'])
    assert.equal(told(await declare('2027', days.holidays, days.workdays)), [200, null])
    const kinds = await kindsOf(bare.administrator, bare.path)
    assert.is(kinds.filter((kind) => kind === 'calendar.declared').length, 1, 'only the one that held')
  }),
)

communities.run()
