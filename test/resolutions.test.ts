import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { attend, hang, must, type Scene, say, vote } from '../src/demo/stage.ts'
import { attests, confirms } from './support/attesting.ts'
import {
  acceptsRoad,
  adultsOf,
  agrees,
  callOf,
  calls,
  ends,
  hallOf,
  idOf,
  peopleOf,
  proposesRoad,
  representatives,
  reviewsRoad,
  reviewsRoads,
  standsAt,
} from './support/cases.ts'
import { told } from './support/communities.ts'
import { verifies } from './support/played-record.ts'
import { stoppedSaying } from './support/refusals.ts'
import { withVillage } from './support/world.ts'

const resolutions = suite('what becomes of a resolution')

const resolutionOf = async (scene: Scene, proposal: string) =>
  must((await scene.clerk()).get(`${proposal}/resolution`), 'resolution')

/** A road resolved on by the representatives: its publication is due. */
const resolves = async (scene: Scene): Promise<string> => {
  const proposal = await reviewsRoad(scene)
  await agrees(scene, proposal, representatives)
  return proposal
}

resolutions('a suspended resolution is not carried out until it is in force again; orders must be obeyed', () =>
  withVillage(async (scene) => {
    const proposal = await resolves(scene)
    const decidedOn = scene.clock.today()
    const suspend = { by: 'township', decidedOn, reason: '群众反映程序问题' }
    await stoppedSaying(scene, proposal, 'resolution.resumed', suspend, 'does_not_fit')
    await say(scene, proposal, 'resolution.suspended', suspend)
    assert.is((await resolutionOf(scene, proposal)).standing, 'suspended')
    const held = await (await scene.clerk()).post(`${proposal}/publications`, { places: '栏' })
    assert.is(held.body.code, 'gate_closed')
    await stoppedSaying(scene, proposal, 'resolution.suspended', suspend, 'does_not_fit')
    await say(scene, proposal, 'resolution.resumed', { ...suspend, reason: '查明属实无误' })

    const ordered = await say(scene, proposal, 'correction.ordered', {
      by: 'township',
      orderedOn: decidedOn,
      dueOn: scene.clock.ahead(10).slice(0, 10),
      text: '补充公布资金来源',
    })
    const { order } = ordered.data as { readonly order: string }
    const { lastDay } = await hangs(scene, proposal, order)
    await scene.clock.after(lastDay)
    await say(scene, proposal, 'publication.closed')
    assert.is(await standsAt(scene, proposal), 'works.open')
    const { since } = await resolutionOf(scene, proposal)
    assert.equal(
      (since as readonly { readonly kind: string }[]).map(({ kind }) => kind),
      ['resolution.suspended', 'resolution.resumed', 'correction.ordered', 'correction.reported'],
    )
    await verifies(scene, proposal)
  }),
)

/** Publishes once the order is reported as obeyed; before that it is held up. */
const hangs = async (scene: Scene, proposal: string, order: string) => {
  const held = await (await scene.clerk()).post(`${proposal}/publications`, { places: '栏' })
  const { grounds } = held.body.facts as {
    readonly grounds: readonly { readonly code: string; readonly met: boolean }[]
  }
  assert.equal(
    grounds.filter(({ met }) => !met).map(({ code }) => code),
    ['orders-open'],
  )
  const report = { order, doneOn: scene.clock.today(), text: '已补充' }
  await stoppedSaying(scene, proposal, 'correction.reported', { ...report, order: idOf(proposal) }, 'does_not_fit')
  await say(scene, proposal, 'correction.reported', report)
  await stoppedSaying(scene, proposal, 'correction.reported', report, 'does_not_fit')
  return hang(scene, proposal, 'publications')
}

resolutions('a correction that turns the deciding ballot suspends the resolution and puts the matter again', () =>
  withVillage(async (scene) => {
    const proposal = await reviewsRoad(scene)
    const { all } = await hallOf(scene)
    const meeting = await calls(scene, await callOf(scene, [proposal], representatives))
    await attend(scene, meeting, all)
    const elected = [...(await hallOf(scene)).women, ...(await hallOf(scene)).men]
    // Half of the elected, exactly, and more than half of all who came.
    const committee = (await hallOf(scene)).committee
    const half = Math.ceil(elected.length / 2)
    const yes = [...elected.slice(0, half), ...committee]
    const { ballot, carried } = await vote(scene, proposal, meeting, { yes, no: elected.slice(half) })
    assert.is(carried, true)
    await ends(scene, meeting, 'held')
    assert.is(await standsAt(scene, proposal), 'decision-published.waiting')
    const attestation = await attests(scene, {
      sort: 'correction',
      proposal: idOf(proposal),
      ballot: idOf(ballot),
      votes: [{ person: elected[0], choice: 'no' }],
      reason: '唱票时误记',
    })
    await must(confirms(await scene.supervisor(), attestation), 'first')
    const { result } = await must(confirms(await scene.administrator(), attestation), 'second')
    assert.equal([(result as { carried: boolean }).carried, (result as { turned: boolean }).turned], [false, true])
    const after = await resolutionOf(scene, proposal)
    assert.equal([after.standing, after.turned], ['suspended', true])
    await stoppedSaying(
      scene,
      proposal,
      'resolution.resumed',
      { by: 'village-committee', decidedOn: scene.clock.today(), reason: '照旧执行' },
      'does_not_fit',
    )
    const rolled = await must((await scene.clerk()).get(`${ballot}/roll-call`), 'roll call')
    const line = (rolled.items as readonly { readonly person: string; readonly choice: string }[]).find(
      ({ person }) => person === elected[0],
    )
    assert.is(line?.choice, 'no')
    await verifies(scene, proposal)
    await say(scene, proposal, 'decision.reopened')
    assert.is(await standsAt(scene, proposal), 'decision.calling')
    assert.equal(told(await (await scene.clerk()).get(`${proposal}/resolution`)), [404, 'nothing_resolved'])
    await agrees(scene, proposal, representatives)
    assert.is((await resolutionOf(scene, proposal)).standing, 'in-force')
    await verifies(scene, proposal)
  }),
)

/** The count of a resolution is corrected so far that it had not been carried. */
const miscounted = async (scene: Scene, proposal: string): Promise<void> => {
  const clerk = await scene.clerk()
  const { meeting } = await resolutionOf(scene, proposal)
  const { ballots } = await must(clerk.get(`${scene.path}/meetings/${String(meeting)}`), 'meeting')
  const [ballot] = ballots as readonly { readonly id: string }[]
  const { all } = await hallOf(scene)
  const attestation = await attests(scene, {
    sort: 'correction',
    proposal: idOf(proposal),
    ballot: ballot?.id,
    votes: all.map((person) => ({ person, choice: 'no' })),
    reason: '唱票时误记',
  })
  await must(confirms(await scene.supervisor(), attestation), 'first')
  const { result } = await must(confirms(await scene.administrator(), attestation), 'second')
  assert.equal(result, { ...(result as object), carried: false, turned: false })
}

resolutions('the assembly revokes what the representatives resolved; they cannot revoke the assembly', () =>
  withVillage(async (scene) => {
    const lower = await resolves(scene)
    const higher = await reviewsRoad(scene, { decides: 'persons' })
    const revoke = { proposal: idOf(higher), reason: '村民会议决定撤销' }
    assert.is((await stoppedSaying(scene, lower, 'resolution.revoked', revoke, 'not_found')).facts.what, 'resolution')
    const adults = (await adultsOf(scene)).map(({ id }) => id)
    const assembly = { body: 'village-assembly', convenedBy: 'village-committee', daysAhead: 10 }
    const meeting = await calls(scene, { ...(await callOf(scene, [higher], assembly)), ...{ mode: 'persons' } })
    await attend(scene, meeting, adults.slice(0, 160))
    const { carried } = await vote(scene, higher, meeting, { yes: adults.slice(0, 85) })
    assert.is(carried, true)

    await stoppedSaying(scene, lower, 'proposal.discontinued', {}, 'gate_closed')
    await stoppedSaying(scene, lower, 'resolution.revoked', { ...revoke, proposal: idOf(lower) }, 'not_found')
    await stoppedSaying(scene, higher, 'resolution.revoked', { ...revoke, proposal: idOf(lower) }, 'not_a_higher_body')
    await say(scene, lower, 'resolution.revoked', revoke)
    assert.is((await resolutionOf(scene, lower)).standing, 'revoked')
    await stoppedSaying(scene, lower, 'resolution.revoked', revoke, 'does_not_fit')
    await miscounted(scene, lower)
    assert.equal(
      [(await resolutionOf(scene, lower)).standing, (await resolutionOf(scene, lower)).turned],
      ['revoked', false],
      'a count corrected afterwards brings nothing back',
    )
    await stoppedSaying(scene, lower, 'decision.reopened', {}, 'gate_closed')
    await say(scene, lower, 'proposal.discontinued')
    assert.is(await standsAt(scene, lower), 'revoked')
    await stoppedSaying(scene, lower, 'publication.closed', {}, 'case_ended')
    await verifies(scene, lower)
  }),
)

resolutions('one proposal is merged into another until a ballot opens, and its topics go along', () =>
  withVillage(async (scene) => {
    const clerk = await scene.clerk()
    const { topic } = await must(
      clerk.post(`${scene.path}/topics`, { text: '东头的路', channel: 'letter-box' }),
      'topic',
    )
    const { adoption } = (await must(clerk.get(await proposesRoad(scene)), 'proposal')) as {
      readonly adoption: { readonly id: string }
    }
    const opened = await must(
      clerk.post(`${scene.path}/proposals`, { adoption: adoption.id, title: '修东头的路', topics: [topic] }),
      'open',
    )
    const from = `${scene.path}/proposals/${String(opened.proposal)}`
    const into = await proposesRoad(scene)
    const merge = async (proposal: string, target: string) =>
      (await scene.clerk()).post(`${proposal}/merge`, { into: idOf(target), reason: '同一条路' })
    assert.equal(told(await merge(from, from)), [422, 'merged_with_itself'])
    assert.equal(told(await merge(from, `x/${scene.community}`)), [404, 'not_found'])
    const both = await Promise.all([merge(from, into), merge(into, from)])
    assert.equal(both.map(({ status }) => status).sort(), [200, 409], 'not both ways at once')
    const [kept, gone] = both[0]?.status === 200 ? [into, from] : [from, into]
    assert.is(await standsAt(scene, gone), 'merged')
    const { topics } = await must(clerk.get(kept), 'kept')
    assert.equal(
      (topics as readonly { readonly id: string }[]).map(({ id }) => id),
      [topic],
    )
    await verifies(scene, gone)
    await verifies(scene, kept)
    assert.equal(told(await merge(gone, kept)), [409, 'case_ended'], 'once')
    const third = await proposesRoad(scene)
    assert.equal(told(await merge(third, gone)), [409, 'case_ended'], 'into nothing that has ended')
    const [person = ''] = await peopleOf(scene, 'village-representatives')
    const reason = { into: idOf(kept), reason: '同一条路' }
    assert.equal(told(await (await scene.resident(person)).post(`${third}/merge`, reason)), [403, 'forbidden'])
    assert.equal(told(await clerk.post(`${third}/merge`, { ...reason, reason: ' ' })), [422, 'input_invalid'])
    const decided = await resolves(scene)
    assert.equal(told(await merge(await proposesRoad(scene), decided)), [409, 'gate_closed'])
    assert.equal(told(await merge(decided, kept)), [409, 'gate_closed'])
  }),
)

resolutions('a case that nobody moves expires after the days adopted, and not a day before', () =>
  withVillage(async (scene) => {
    const proposal = await acceptsRoad(scene, { expiryDays: 30 })
    await scene.clock.goTo('2026-03-31T23:59:00+08:00')
    const early = await stoppedSaying(scene, proposal, 'proposal.expired', {}, 'gate_closed')
    assert.equal(early.unmet, [['days-without-move', 29, 30]])
    const resident = await scene.resident((await peopleOf(scene, 'village-representatives'))[0] ?? '')
    assert.equal(told(await resident.post(`${proposal}/events`, { type: 'proposal.expired' })), [403, 'forbidden'])
    await scene.clock.goTo('2026-04-01T00:00:00+08:00')
    await say(scene, proposal, 'proposal.expired')
    assert.is(await standsAt(scene, proposal), 'expired')
    await stoppedSaying(scene, proposal, 'proposal.expired', {}, 'case_ended')
    const again = await must((await scene.clerk()).get(proposal), 'proposal')
    const { id: adoption } = again.adoption as { readonly id: string }
    const clerk = await scene.clerk()
    const running = await proposesRoad(scene)
    const open = (continues: string) =>
      clerk.post(`${scene.path}/proposals`, { adoption, title: '修路(再提)', continues: idOf(continues) })
    assert.equal(told(await open(running)), [409, 'still_running'])
    await must(open(proposal), 'taken up again')
    await verifies(scene, proposal)
  }),
)

resolutions('representatives leave a matter to the assembly, and to no other body', () =>
  withVillage(async (scene) => {
    const [proposal] = await reviewsRoads(scene, 1)
    const refer = { to: 'village-assembly', reason: '过半数代表认为应由村民会议决定' }
    const wrong = await stoppedSaying(
      scene,
      proposal ?? '',
      'decision.referred',
      { ...refer, to: 'village-committee' },
      'gate_closed',
    )
    assert.equal(wrong.unmet, [['higher-body', 0, 1]])
    await say(scene, proposal ?? '', 'decision.referred', refer)
    assert.is(await standsAt(scene, proposal ?? ''), 'referred')
    await verifies(scene, proposal ?? '')
    const assembly = await reviewsRoad(scene, { decides: 'persons' })
    await stoppedSaying(scene, assembly, 'decision.referred', refer, 'not_in_this_step')
  }),
)

resolutions.run()
