import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Caller, callerOf } from '../src/demo/client.ts'
import { must, type Scene, say } from '../src/demo/stage.ts'
import { acceptsRoad, idOf, peopleOf, proposesRoad, standsAt } from './support/cases.ts'
import { foundBare, opensAccount, password, told } from './support/communities.ts'
import { foundVillage, type World, withServer, withVillage } from './support/world.ts'

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
  const { token } = await must(
    callerOf(url).post('/api/session', { community, login: 'administrator', password }),
    'in',
  )
  return {
    community,
    path: `/api/communities/${community}`,
    administrator: callerOf(url, String(token)),
    token: String(token),
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

oversight('the supervision committee files its opinion on any stage, is read by all, and holds nothing up', () =>
  withVillage(async (scene) => {
    const proposal = await acceptsRoad(scene)
    const movesOf = async () => (await must((await scene.clerk()).get(`${proposal}/next`), 'next')).moves
    const before = (await movesOf()) as readonly { readonly open: boolean }[]
    const opinion = { concern: 'objection', text: '预算依据不足' }
    const file = (caller: Caller, body: object = opinion) => caller.post(`${proposal}/supervision`, body)
    assert.equal(told(await file(await scene.clerk())), [403, 'forbidden'])
    assert.equal(told(await file(await scene.supervisor(), { ...opinion, concern: 'veto' })), [422, 'input_invalid'])
    await must(file(await scene.supervisor()), 'opinion')
    const after = (await movesOf()) as readonly { readonly open: boolean }[]
    assert.equal(
      after.map(({ open }) => open),
      before.map(({ open }) => open),
    )
    const [person = ''] = await peopleOf(scene, 'village-representatives')
    const { items } = await must((await scene.resident(person)).get(`${proposal}/supervision`), 'supervision')
    assert.equal(
      (items as readonly { stage: string; concern: string; text: string }[]).map(({ stage, concern, text }) => [
        stage,
        concern,
        text,
      ]),
      [['branch', 'objection', '预算依据不足']],
    )
    await say(scene, proposal, 'proposal.withdrawn', { reason: '撤回' })
    assert.is(await standsAt(scene, proposal), 'withdrawn')
    await must(file(await scene.supervisor(), { concern: 'none', text: '撤回程序合规' }), 'after the end')
    assert.equal(
      told(await (await scene.supervisor()).post(`${scene.path}/proposals/${scene.community}/supervision`, opinion)),
      [404, 'not_found'],
    )
    assert.equal(
      told(await (await scene.supervisor()).get(`${scene.path}/proposals/${idOf(scene.path)}/supervision`)),
      [404, 'not_found'],
    )
  }),
)

oversight.run()
