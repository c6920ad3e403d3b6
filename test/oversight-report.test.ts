import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Caller } from '../src/demo/client.ts'
import { hang, must, say } from '../src/demo/stage.ts'
import {
  agrees,
  cityRepresentatives,
  comments,
  draftsCovenant,
  passesExperts,
  peopleOf,
  proposesRoad,
} from './support/cases.ts'
import { told } from './support/communities.ts'
import { withCity, withVillage } from './support/world.ts'

const report = suite('the oversight report')

/** What is behind, and how much was adopted, as the report tells it. */
const reportOf = async (inside: Caller, path: string) => {
  const { adopted, opened, ended, overdue } = await must(
    inside.get(`${path}/oversight/report?from=2026-01-01&to=2026-12-31`),
    'report',
  )
  const behind = Object.entries(overdue as Readonly<Record<string, number>>).filter(([, n]) => n > 0)
  return { opened, adopted, ended, behind: Object.fromEntries(behind) }
}

report('the oversight report tells what is past its day and what the law has filed and is not, until it is done', () =>
  withCity(async (scene) => {
    const proposal = await draftsCovenant(scene)
    const behindNow = async () => reportOf(await scene.supervisor(), scene.path)
    const none = { opened: 1, adopted: 0, ended: {}, behind: {} }
    const { posting, lastDay } = await hang(scene, proposal, 'postings')
    const comment = await comments(scene, proposal, posting)
    assert.equal(await behindNow(), none, 'nothing is late while the posting hangs')
    await scene.clock.after(lastDay)
    assert.equal((await behindNow()).behind, { postings: 1, comments: 1 })
    const response = { comments: [comment], answer: 'not-adopted', reason: '已有规定' }
    await must((await scene.clerk()).post(`${proposal}/responses`, response), 'response')
    assert.equal((await behindNow()).behind, { postings: 1 })
    await say(scene, proposal, 'posting.closed')
    assert.equal(await behindNow(), none)

    await passesExperts(scene, proposal)
    await say(scene, proposal, 'party-discussion.filed', { heldOn: scene.clock.today(), agreed: true, text: '同意' })
    await agrees(scene, proposal, cityRepresentatives)
    assert.equal(await behindNow(), { ...none, adopted: 1, behind: { filings: 1 } })
    const publication = await hang(scene, proposal, 'publications')
    const orderedOn = scene.clock.today()
    const order = { by: 'sub-district', orderedOn, dueOn: orderedOn, text: '补充说明' }
    const { data } = await say(scene, proposal, 'correction.ordered', order)
    assert.equal((await behindNow()).behind, { filings: 1 }, 'its day is not over')
    await scene.clock.after(publication.lastDay)
    assert.equal((await behindNow()).behind, { filings: 1, orders: 1, publications: 1 })
    const doneOn = scene.clock.today()
    await say(scene, proposal, 'filing.reported', { with: 'township', filedOn: doneOn, number: '一号' })
    assert.equal((await behindNow()).behind.filings, 1, 'filed with the wrong office')
    await say(scene, proposal, 'filing.reported', { with: 'sub-district', filedOn: doneOn, number: '二号' })
    await say(scene, proposal, 'correction.reported', {
      order: (data as { readonly order: string }).order,
      doneOn,
      text: '已补充',
    })
    await say(scene, proposal, 'publication.closed')
    assert.equal(await behindNow(), { ...none, adopted: 1 })

    const supervisor = await scene.supervisor()
    const between = (from: string, to: string) => supervisor.get(`${scene.path}/oversight/report?from=${from}&to=${to}`)
    const before = await must(between('2025-01-01', '2025-12-31'), 'the year before')
    assert.equal([before.opened, before.adopted], [0, 0])
    assert.equal(told(await between('2026-12-31', '2026-01-01')), [422, 'input_invalid'])
    assert.equal(told(await between('2026-02-30', '2026-12-31')), [422, 'input_invalid'])
    const [person = ''] = await peopleOf(scene, 'residents-representatives')
    const resident = await scene.resident(person)
    assert.equal(told(await resident.get(`${scene.path}/oversight/report?from=2026-01-01&to=2026-12-31`)), [
      403,
      'forbidden',
    ])
  }),
)

report('how cases ended is counted by the cause of their end, in the days asked for', () =>
  withVillage(async (scene) => {
    const [withdrawn, refused] = [await proposesRoad(scene), await proposesRoad(scene)]
    await proposesRoad(scene)
    await say(scene, withdrawn, 'proposal.withdrawn', { reason: '撤回' })
    await scene.clock.pass(3)
    await say(scene, refused, 'intake.refused', { reason: '不属于村民自治事项' })
    const clerk = await scene.clerk()
    const ends = async (from: string, to: string) => {
      const { opened, ended } = await must(clerk.get(`${scene.path}/oversight/report?from=${from}&to=${to}`), 'report')
      return [opened, ended]
    }
    assert.equal(await ends('2026-03-02', '2026-03-05'), [3, { 'refused-at-intake': 1, withdrawn: 1 }])
    assert.equal(await ends('2026-03-02', '2026-03-02'), [3, { withdrawn: 1 }])
    assert.equal(await ends('2026-03-03', '2026-03-05'), [0, { 'refused-at-intake': 1 }])
    assert.equal(await ends('2026-03-06', '2026-03-31'), [0, {}])
  }),
)

report.run()
