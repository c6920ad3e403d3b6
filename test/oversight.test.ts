import type { TransactionSql } from 'postgres'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Caller, callerOf } from '../src/demo/client.ts'
import { must, type Scene, vote } from '../src/demo/stage.ts'
import { acceptsRoad, branch, idOf, meets, peopleOf, proposesRoad } from './support/cases.ts'
import { asOwner, foundBare, opensAccount, password, told } from './support/communities.ts'
import { fixture, foundVillage, type World, withServer } from './support/world.ts'

const oversight = suite('oversight')

/** A township with its administrator, and one of its officers of a role. */
const foundTownship = async (world: World) => {
  const { setupToken, url } = world
  const founded = await must(
    callerOf(url).post('/api/communities', {
      setupToken,
      sort: 'township',
      name: '临水镇',
      administrator: { login: 'administrator', password },
    }),
    'found',
  )
  const community = String(founded.community)
  const signsIn = async () => {
    const session = { community, login: 'administrator', password }
    const { token } = await must(callerOf(url).post('/api/session', session), 'sign in')
    return String(token)
  }
  const token = await signsIn()
  return {
    community,
    path: `/api/communities/${community}`,
    administrator: callerOf(url, token),
    token,
    /** Its administrator, signed in anew. */
    anew: async () => callerOf(url, await signsIn()),
  }
}

const enters = (officer: Caller, village: Scene) =>
  officer.post('/api/session/oversight', { community: village.community })

oversight('a village grants it, the township enters, reads, orders and approves, and is out when the grant ends', () =>
  withServer(async (world) => {
    const village = await foundVillage(world)
    const township = await foundTownship(world)
    const officer = township.administrator
    const admin = await village.administrator()
    const grant = (caller: Caller, to = township.community) =>
      caller.post(`${village.path}/oversight`, { township: to })

    assert.equal(told(await enters(officer, village)), [404, 'not_found'])
    assert.equal(told(await grant(await village.clerk())), [403, 'forbidden'])
    assert.equal(told(await grant(admin, village.community)), [404, 'not_found'])
    await must(grant(admin), 'grant')
    assert.equal(told(await grant(admin)), [409, 'granted_already'])
    assert.equal((await must(officer.get(`${township.path}/overseen`), 'overseen')).items, [
      { id: village.community, name: '石桥村', sort: 'village' },
    ])
    assert.is((await must(admin.get(`${village.path}/oversight`), 'oversight')).items === undefined, false)

    // Its own token is still no token of the village.
    assert.equal(told(await callerOf(world.url, township.token).get(`${village.path}/proposals`)), [
      401,
      'token_invalid',
    ])
    const entered = await must(enters(officer, village), 'enter')
    assert.equal(entered.roles, ['township'])
    const inside = callerOf(world.url, String(entered.token))
    const again = await must(enters(officer, village), 'enter again')
    assert.is(again.account, entered.account, 'one officer is one account')

    const proposal = await proposesRoad(village)
    await must(inside.get(proposal), 'reads')
    await must(inside.get(`${proposal}/export`), 'exports')
    assert.equal(told(await inside.get(`${village.path}/people`)), [403, 'forbidden'])
    const today = village.clock.today()
    const event = (type: string, input: object) => inside.post(`${proposal}/events`, { type, ...input })
    assert.equal(told(await event('intake.accepted', { matter: 'village-public-works' })), [403, 'forbidden'])
    assert.equal(told(await event('proposal.withdrawn', { reason: '不办' })), [403, 'forbidden'])
    await must(
      event('correction.ordered', { by: 'township', orderedOn: today, dueOn: today, text: '补全材料' }),
      'orders',
    )
    await must(event('filing.reported', { with: 'township', filedOn: today, number: '临水备〔2026〕3号' }), 'files')
    assert.equal(
      told(await event('resolution.suspended', { by: 'village-committee', decidedOn: today, reason: '停' })),
      [403, 'forbidden'],
      'it speaks for itself only',
    )
    const report = await must(inside.get(`${village.path}/oversight/report?from=2026-03-01&to=2026-03-31`), 'report')
    assert.equal([report.opened, report.adopted], [1, 0])

    const ended = async () =>
      (
        await fetch(`${world.url}${village.path}/oversight/${township.community}`, {
          method: 'DELETE',
          headers: { authorization: `Bearer ${await tokenOf(world, village)}` },
        })
      ).status
    assert.is(await ended(), 200)
    assert.equal(told(await inside.get(proposal)), [401, 'session_ended'])
    assert.equal(told(await enters(officer, village)), [404, 'not_found'])
    assert.is(await ended(), 404)
    assert.equal((await must(officer.get(`${township.path}/overseen`), 'overseen')).items, [])
    await must(grant(admin), 'grant anew')
    assert.is((await must(enters(officer, village), 'enter anew')).account, entered.account)
  }),
)

const tokenOf = async ({ url }: World, { community }: Scene): Promise<string> => {
  const login = 'shiqiao-admin'
  const { token } = await must(
    callerOf(url).post('/api/session', { community, login, password: `demo-${login}-2026` }),
    'sign in',
  )
  return String(token)
}

oversight('whoever holds no office in a township enters nothing, and a township has no procedures of its own', () =>
  withServer(async (world) => {
    const village = await foundVillage(world)
    const bare = await foundBare(world)
    const township = await foundTownship(world)
    await must(
      (await village.administrator()).post(`${village.path}/oversight`, { township: township.community }),
      'grant',
    )
    assert.equal(told(await enters(bare.administrator, village)), [404, 'not_found'], 'another village is no township')
    const { caller } = await opensAccount(
      world.url,
      { ...township, account: '', administrator: township.administrator },
      'expert',
    )
    assert.equal(told(await enters(caller, village)), [403, 'forbidden'])
    const [person = ''] = await peopleOf(village, 'village-representatives')
    assert.equal(told(await enters(await village.resident(person), village)), [404, 'not_found'])
    const { path, administrator } = township
    const adopts = await administrator.post(`${path}/adoptions`, { procedure: 'three-reviews@1', choices: {} })
    assert.equal(told(adopts), [409, 'not_for_a_township'])
    const roster = await administrator.sendFile(`${path}/roster/imports?preview=true`, fixture('roster-village.csv'))
    assert.equal(told(roster), [409, 'not_for_a_township'])
    assert.equal(told(await administrator.post(`${path}/households`, { number: '1' })), [409, 'not_for_a_township'])
    const newcomer = { name: '王二', sex: 'male', idNumber: 'x', part: '一组', household: village.community }
    assert.equal(
      told(await administrator.post(`${path}/people`, { ...newcomer, cause: 'moved-in', from: '2026-03-02' })),
      [409, 'not_for_a_township'],
    )
    assert.equal(told(await administrator.post(`${path}/oversight`, { township: township.community })), [
      409,
      'not_for_a_township',
    ])
    const account = { login: 'zhen', password, role: 'township' }
    assert.equal(told(await (await village.administrator()).post(`${village.path}/accounts`, account)), [
      422,
      'input_invalid',
    ])
    const other = await foundBare(world, 'city')
    assert.equal(told(await enters(township.administrator, { ...village, community: other.community })), [
      404,
      'not_found',
    ])
  }),
)

oversight(
  'an officer who has lost the office, or has signed out, is out within the hour; no retry lets anybody in',
  () =>
    withServer(async (world) => {
      const { clock } = world
      const { community, path, administrator } = await foundBare(world)
      const township = await foundTownship(world)
      await must(administrator.post(`${path}/oversight`, { township: township.community }), 'grant')
      const { account, caller } = await opensAccount(world.url, { ...township, account: '' }, 'clerk')
      const enter = (key?: string) => caller.post('/api/session/oversight', { community }, key)

      const entered = await must(enter('once'), 'enter')
      const inside = callerOf(world.url, String(entered.token))
      const hour = 3_600_000
      const left = Date.parse(String(entered.expiresAt)) - clock.now().getTime()
      assert.ok(left > hour / 2 && left <= hour, `${left}`)
      await must(inside.get(`${path}/bodies`), 'reads')
      await must(township.administrator.delete(`${township.path}/accounts/${account}/roles/clerk`), 'office lost')
      assert.equal(told(await enter('once')), [403, 'forbidden'], 'a retry is asked anew')
      assert.equal(told(await enter()), [403, 'forbidden'])
      const later = (milliseconds: number) => clock.goTo(new Date(clock.now().getTime() + milliseconds).toISOString())
      await later(hour + 60_000)
      assert.is((await inside.get(`${path}/bodies`)).status, 401)

      // Near the end of the officer's own session the other ends with it.
      const own = { community: township.community, login: 'administrator', password }
      const session = await must(callerOf(world.url).post('/api/session', own), 'sign in')
      const officer = callerOf(world.url, String(session.token))
      await later(11.5 * hour)
      const last = await must(officer.post('/api/session/oversight', { community }), 'enter late')
      assert.is(last.expiresAt, session.expiresAt)
      await must(officer.signOut(), 'sign out')
      assert.equal(told(await officer.post('/api/session/oversight', { community })), [401, 'session_ended'])
    }),
)

oversight('of several at once one grant holds, and one officer stays one account', () =>
  withServer(async (world) => {
    const { community, path, administrator } = await foundBare(world)
    const township = await foundTownship(world)
    const grants = await Promise.all(
      [1, 2, 3].map(() => administrator.post(`${path}/oversight`, { township: township.community })),
    )
    assert.equal(grants.map(({ status }) => status).sort(), [201, 409, 409])
    const sessions = await Promise.all(
      [1, 2, 3, 4].map(() => must(township.administrator.post('/api/session/oversight', { community }), 'enter')),
    )
    assert.is(new Set(sessions.map(({ account }) => account)).size, 1)
    const inside = sessions.map(({ token }) => callerOf(world.url, String(token)))
    for (const officer of inside) await must(officer.get(`${path}/bodies`), 'reads')
    const kinds = await asOwner(
      world,
      community,
      (sql) => sql<{ kind: string; n: number }[]>`
        select kind, count(*)::int as n from entry
        where community = ${community} and chain = 'community' and kind in ('oversight.granted', 'role.granted')
        group by kind order by kind`,
    )
    assert.equal(
      kinds.map(({ kind, n }) => [kind, n]),
      [
        ['oversight.granted', 1],
        ['role.granted', 2],
      ],
      'the founding administrator’s and the officer’s',
    )
    await must(administrator.delete(`${path}/oversight/${township.community}`), 'end')
    for (const officer of inside) assert.equal(told(await officer.get(`${path}/bodies`)), [401, 'session_ended'])
  }),
)

oversight('what is not granted looks like what is not there; a grant is seen by its two sides and changed by one', () =>
  withServer(async (world) => {
    const { community, path, administrator } = await foundBare(world)
    const [granted, other] = [await foundTownship(world), await foundTownship(world)]
    await must(administrator.post(`${path}/oversight`, { township: granted.community }), 'grant')
    const enter = (to: string) => other.administrator.post('/api/session/oversight', { community: to })
    const nowhere = '01890a5d-ac96-774b-bcce-b302099a8058'
    assert.equal(await enter(community), await enter(nowhere))
    assert.equal(told(await enter(nowhere)), [404, 'not_found'])
    assert.equal(told(await enter(granted.community)), [404, 'not_found'])
    assert.equal((await must(other.administrator.get(`${other.path}/overseen`), 'overseen')).items, [])
    const end = other.administrator.delete(`${other.path}/oversight/${granted.community}`)
    assert.equal(told(await end), [404, 'not_found'], 'a grant of others')

    const { sql } = world.database
    const asCommunity = <T>(id: string, ask: (tx: TransactionSql) => Promise<T>) =>
      sql.begin(async (tx) => {
        await tx`select set_config('app.community', ${id}, true)`
        return ask(tx)
      })
    const seen = (id: string) =>
      asCommunity(id, async (tx) => (await tx`select 1 from oversight_grant where community = ${community}`).length)
    const ended = (id: string) =>
      asCommunity(
        id,
        async (tx) => (await tx`update oversight_grant set ended_at = now() where community = ${community}`).count,
      )
    assert.equal(
      [await seen(community), await seen(granted.community), await seen(other.community)],
      [1, 1, 0],
      'its two sides',
    )
    assert.equal([await ended(granted.community), await ended(other.community)], [0, 0], 'not the township’s to end')
    assert.is(
      (await must(granted.administrator.post('/api/session/oversight', { community }), 'still granted')).roles ===
        undefined,
      false,
    )
  }),
)

oversight(
  'inside, the township reads as the office does, but no roster, and does nothing of the clerk’s or a resident’s',
  () =>
    withServer(async (world) => {
      const village = await foundVillage(world)
      const township = await foundTownship(world)
      const admin = await village.administrator()
      await must(admin.post(`${village.path}/oversight`, { township: township.community }), 'grant')
      const proposal = await acceptsRoad(village)
      const { meeting, people } = await meets(village, proposal, branch)
      const [chair = ''] = people
      const { ballot } = await vote(village, proposal, meeting, {
        yes: people,
        before: async (open) => {
          const { token } = await must(enters(await township.anew(), village), 'enter')
          const inside = callerOf(world.url, String(token))
          assert.is((await inside.post(`${open}/votes`, { choice: 'yes' })).body.code, 'not_on_roll')
          const rollCall = await inside.get(`${open}/roll-call`)
          assert.is(rollCall.body.code, 'forbidden', 'a party body shows totals, to offices above as to all')
        },
      })
      const { token } = await must(enters(await township.anew(), village), 'enter')
      const inside = callerOf(world.url, String(token))
      const { items } = await must(inside.get(`${village.path}/bodies/party-committee/seats`), 'seats')
      const seats = items as readonly Readonly<Record<string, unknown>>[]
      assert.is(seats.length, people.length)
      assert.ok(seats.every(({ name }) => typeof name === 'string' && name.length > 1))
      assert.equal(Object.keys(seats[0] ?? {}).sort(), [
        'from',
        'groups',
        'inBase',
        'name',
        'office',
        'person',
        'represents',
        'until',
        'voting',
      ])
      for (const path of ['topics/register', 'topics', 'proposals', 'meetings', 'chains', 'bodies'])
        await must(inside.get(`${village.path}/${path}`), path)
      await must(inside.get(ballot), 'ballot')
      const roll = await must(inside.get(`${village.path}/bodies/village-assembly/roll`), 'roll')
      assert.is(roll.members, undefined, 'counts, and nobody’s name')

      const today = village.clock.today()
      //  what the township tries, with a body that its rightful maker would be heard with
      const tried: readonly (readonly [string, object])[] = [
        [`${proposal}/drafts`, { text: '方案二', change: 'substance' }],
        [`${proposal}/postings`, { places: '公开栏' }],
        [`${proposal}/supervision`, { concern: 'none', text: '合规' }],
        [`${proposal}/opinions`, { discipline: 'law', draft: 1, answer: 'pass', grounds: '无' }],
        [`${proposal}/comments`, { posting: idOf(proposal), text: '意见' }],
        [`${meeting}/attendance`, { people: [chair] }],
        [`${meeting}/end`, { outcome: 'held' }],
        [`${ballot}/close`, {}],
        [`${village.path}/topics`, { text: '修桥' }],
        [`${village.path}/slips`, { people: [chair] }],
        [`${village.path}/accounts`, { login: 'zhen', password, role: 'clerk' }],
        [`${village.path}/oversight`, { township: township.community }],
        [
          `${village.path}/attestations`,
          {
            evidence: '原件',
            what: { sort: 'event', proposal: idOf(proposal), occurredOn: today, event: { type: 'drafting.closed' } },
          },
        ],
      ]
      for (const [path, body] of tried) assert.equal(told(await inside.post(path, body)), [403, 'forbidden'], path)
      for (const path of ['people', 'households', 'oversight', 'attestations', 'dues'])
        assert.equal(told(await inside.get(`${village.path}/${path}`)), [403, 'forbidden'], path)
      const away = await inside.delete(`${village.path}/oversight/${township.community}`)
      assert.equal(told(away), [403, 'forbidden'])
      // Its token in the village opens no third community.
      const third = await foundBare(world)
      assert.equal(told(await inside.post('/api/session/oversight', { community: third.community })), [
        404,
        'not_found',
      ])
    }),
)

oversight.run()
