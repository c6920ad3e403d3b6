import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Caller, callerOf } from '../src/demo/client.ts'
import { must, type Scene, say } from '../src/demo/stage.ts'
import type { RecordExport } from '../workflows/verify.ts'
import { acceptsRoad, agrees, branch, idOf, peopleOf, standsAt } from './support/cases.ts'
import { asOwner, told } from './support/communities.ts'
import { check } from './support/played-record.ts'
import { stopped } from './support/refusals.ts'
import { withVillage } from './support/world.ts'

const supervision = suite('supervision')

const opinion = { concern: 'objection', text: '预算依据不足' }

const files = (caller: Caller, proposal: string, body: object = opinion) => caller.post(`${proposal}/supervision`, body)

/** The opinions as somebody reads them: stage, draft, concern and text. */
const readBy = async (caller: Caller, proposal: string) => {
  const { items } = await must(caller.get(`${proposal}/supervision`), 'supervision')
  return (items as readonly Readonly<Record<string, unknown>>[]).map(({ stage, draft, concern, text }) => [
    stage,
    draft,
    concern,
    text,
  ])
}

const memberOf = async (scene: Scene): Promise<Caller> => {
  const [person = ''] = await peopleOf(scene, 'village-representatives')
  return scene.resident(person)
}

supervision(
  'its objection is published to everybody and holds nothing up: every move stays as it was, and is made',
  () =>
    withVillage(async (scene) => {
      const proposal = await acceptsRoad(scene)
      const movesOf = async () => {
        const { moves } = await must((await scene.clerk()).get(`${proposal}/next`), 'next')
        return moves as readonly { readonly move: string; readonly open: boolean }[]
      }
      const before = await movesOf()
      assert.ok(before.some(({ open }) => open))
      await must(files(await scene.supervisor(), proposal), 'opinion')
      assert.equal(await movesOf(), before)
      await agrees(scene, proposal, branch)
      assert.is(await standsAt(scene, proposal), 'committees.calling')

      // On the stage that is over, on a draft, and on the stage that it has come to.
      const supervisor = await scene.supervisor()
      await must(
        files(supervisor, proposal, { stage: 'branch', draft: 1, concern: 'none', text: '会议程序合规' }),
        'over',
      )
      await must(files(supervisor, proposal, { concern: 'concern', text: '材料未提前送达' }), 'now')
      const all = [
        ['branch', null, 'objection', '预算依据不足'],
        ['branch', 1, 'none', '会议程序合规'],
        ['committees', null, 'concern', '材料未提前送达'],
      ]
      for (const reader of [await memberOf(scene), await scene.clerk(), supervisor, await scene.expert('law')])
        assert.equal(await readBy(reader, proposal), all)
      assert.equal(told(await callerOf(scene.url).get(`${proposal}/supervision`)), [401, 'token_missing'])

      await say(scene, proposal, 'proposal.withdrawn', { reason: '撤回' })
      await must(files(await scene.supervisor(), proposal, { concern: 'none', text: '撤回程序合规' }), 'after the end')
      assert.is(await standsAt(scene, proposal), 'withdrawn')
      assert.equal((await readBy(supervisor, proposal)).at(-1), ['committees', null, 'none', '撤回程序合规'])
      const record = (await must(supervisor.get(`${proposal}/export`), 'export')) as unknown as RecordExport
      const report = await check(record)
      assert.is(report.ok, true, JSON.stringify(report))
    }),
)

supervision('only the committee opines, on a stage and a draft that there are, and of a case that there is', () =>
  withVillage(async (scene, world) => {
    const proposal = await acceptsRoad(scene)
    const supervisor = await scene.supervisor()
    const others = [await scene.clerk(), await scene.administrator(), await scene.expert('law'), await memberOf(scene)]
    for (const other of others) await stopped(scene, proposal, () => files(other, proposal), 'forbidden')
    //  what is wrong with it, and why it is refused
    const unfit: readonly (readonly [object, string])[] = [
      [{ concern: 'veto' }, 'input_invalid'],
      [{ text: ' ' }, 'input_invalid'],
      [{ draft: 0 }, 'input_invalid'],
      [{ stage: '表决' }, 'input_invalid'],
      [{ vetoes: true }, 'input_invalid'],
      [{ stage: 'nowhere' }, 'does_not_fit'],
      [{ draft: 2 }, 'does_not_fit'],
    ]
    for (const [change, code] of unfit)
      await stopped(scene, proposal, () => files(supervisor, proposal, { ...opinion, ...change }), code)
    assert.equal(await readBy(supervisor, proposal), [])
    const nowhere = `${scene.path}/proposals/${idOf(scene.path)}`
    assert.equal(told(await files(supervisor, nowhere)), [404, 'not_found'])
    assert.equal(told(await supervisor.get(`${nowhere}/supervision`)), [404, 'not_found'])

    // Two at once both stand; a retry is filed once.
    const retried = () => supervisor.post(`${proposal}/supervision`, opinion, 'once')
    await Promise.all([must(retried(), 'first'), must(retried(), 'retry'), must(files(supervisor, proposal), 'second')])
    assert.is((await readBy(supervisor, proposal)).length, 2)
    await asOwner(
      world,
      scene.community,
      (sql) => sql`
        update disclosure set text = null, salt = null, erased_at = now()
        where community = ${scene.community} and text = ${opinion.text}`,
    )
    assert.equal(await readBy(supervisor, proposal), [
      ['branch', null, 'objection', null],
      ['branch', null, 'objection', null],
    ])
    const { ok } = await check((await must(supervisor.get(`${proposal}/export`), 'export')) as unknown as RecordExport)
    assert.is(ok, true, 'an erased text leaves the record whole')
  }),
)

supervision('whoever has left the committee opines no more', () =>
  withVillage(async (scene) => {
    const proposal = await acceptsRoad(scene)
    const supervisor = await scene.supervisor()
    const { account } = await must(supervisor.get('/api/session'), 'session')
    const admin = await scene.administrator()
    await must(admin.delete(`${scene.path}/accounts/${String(account)}/roles/supervisor`), 'role ended')
    await stopped(scene, proposal, () => files(supervisor, proposal), 'forbidden')
    assert.equal(told(await supervisor.get(`${scene.path}/people`)), [403, 'forbidden'])
  }),
)

supervision.run()
