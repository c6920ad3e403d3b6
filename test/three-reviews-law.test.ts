import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { attend, must, openCase, type Scene, say } from '../src/demo/stage.ts'
import {
  agrees,
  authorises,
  branch,
  callOf,
  callsRepresentatives,
  committees,
  hallOf,
  party,
  peopleOf,
  proposesRoad,
  representatives,
  reviewsRoad,
  standsAt,
  threeReviews,
} from './support/cases.ts'
import { refusesCall, refusesQuestion, stoppedSaying } from './support/refusals.ts'
import { type World, withVillage } from './support/world.ts'

const law = suite('what the law asks before a village decides')

law('a matter is accepted only for a body that may decide it, with its authorisation on file', () =>
  withVillage(async (scene) => {
    const matter = 'village-public-works'
    const bodies = { by: 'village-assembly', to: 'village-representatives' }
    const today = scene.clock.today()
    const authorised = { matter, ...bodies, decidedOn: today, postedOn: today, filedOn: today, until: '2026-12-31' }

    const undrafted = await openCase(scene, {
      procedure: 'three-reviews@1',
      choices: threeReviews,
      title: '修路',
      topics: [],
    })
    await authorises(scene, undrafted, matter, bodies)
    const draftless = await stoppedSaying(scene, undrafted, 'intake.accepted', { matter }, 'gate_closed')
    assert.equal(draftless.unmet, [['first-draft', 0, 1]])
    await stoppedSaying(scene, undrafted, 'intake.refused', {}, 'input_invalid')
    await say(scene, undrafted, 'intake.refused', { reason: '不属于村务' })
    assert.is(await standsAt(scene, undrafted), 'refused-at-intake')

    const refuses = async (change: object, unmet: readonly (readonly [string, number, number])[]) => {
      const proposal = await proposesRoad(scene)
      await say(scene, proposal, 'authorisation.filed', { ...authorised, ...change, text: '授权决定' })
      const refusal = await stoppedSaying(scene, proposal, 'intake.accepted', { matter }, 'gate_closed')
      assert.equal(refusal.unmet, unmet, JSON.stringify(change))
      return refusal
    }
    const missing = [['authorisation-on-file', 0, 1]] as const
    const bare = await proposesRoad(scene)
    const without = await stoppedSaying(scene, bare, 'intake.accepted', { matter }, 'gate_closed')
    assert.equal(without.unmet, missing)
    assert.equal(without.ground('authorisation-on-file').detail, { matter, body: 'village-representatives' })
    assert.match(without.ground('authorisation-on-file').cite ?? '', '第二十八条')
    await refuses(
      { until: '2026-03-01', decidedOn: '2026-01-05', postedOn: '2026-01-05', filedOn: '2026-01-06' },
      missing,
    )
    await refuses({ matter: 'village-subsidies' }, missing)
    await refuses({ to: 'village-committee' }, missing)

    // What cannot be handed on, and what none of our bodies decides.
    const nobodys = await stoppedSaying(scene, bare, 'intake.accepted', { matter: 'village-covenant' }, 'gate_closed')
    assert.equal(nobodys.unmet, [['competent-body', 0, 1]])
    assert.equal(nobodys.ground('competent-body').detail, {
      matter: 'village-covenant',
      body: 'village-representatives',
      instead: ['village-assembly'],
    })
    const inShandong = await stoppedSaying(scene, bare, 'intake.accepted', { matter: 'village-other' }, 'gate_closed')
    assert.match(inShandong.ground('competent-body').cite ?? '', '山东省')
    for (const elsewhere of ['village-land-contracting', 'village-election', 'no-such-matter']) {
      const refusal = await stoppedSaying(scene, bare, 'intake.accepted', { matter: elsewhere }, 'gate_closed')
      assert.equal(refusal.unmet, [['competent-body', 0, 1]], elsewhere)
    }
    await say(scene, bare, 'authorisation.filed', { ...authorised, text: '授权决定' })
    await say(scene, bare, 'intake.accepted', { matter })
    assert.is(await standsAt(scene, bare), 'branch.calling')
  }),
)

law('an authorisation that runs out before the vote binds nobody', () =>
  withVillage(async (scene) => {
    const proposal = await proposesRoad(scene)
    const matter = 'village-public-works'
    const today = scene.clock.today()
    await say(scene, proposal, 'authorisation.filed', {
      matter,
      by: 'village-assembly',
      to: 'village-representatives',
      decidedOn: today,
      postedOn: today,
      filedOn: today,
      until: '2026-03-10',
      text: '授权决定',
    })
    await say(scene, proposal, 'intake.accepted', { matter })
    for (const call of [branch, committees, party]) await agrees(scene, proposal, call)
    const meeting = await callsRepresentatives(scene, proposal)
    assert.ok(scene.clock.today() > '2026-03-10')
    await attend(scene, meeting, (await hallOf(scene)).all)
    const refusal = await refusesQuestion(scene, proposal, meeting)
    assert.equal(refusal.unmet, [['authorisation-on-file', 0, 1]])
  }),
)

law('an authorisation binds only when it was given by whoever may decide, and not before it was posted and filed', () =>
  withVillage(async (scene) => {
    const matter = 'village-public-works'
    const proposal = await proposesRoad(scene)
    const today = scene.clock.today()
    const filed = {
      matter,
      by: 'village-assembly',
      to: 'village-representatives',
      decidedOn: today,
      postedOn: today,
      filedOn: today,
      until: '2026-12-31',
      text: '授权决定',
    }
    for (const by of ['village-representatives', 'village-committee', 'party-committee']) {
      const refusal = await stoppedSaying(scene, proposal, 'authorisation.filed', { ...filed, by }, 'gate_closed')
      assert.equal(refusal.unmet, [['competent-body', 0, 1]])
      assert.is(refusal.ground('competent-body').detail?.body, by)
      assert.match(refusal.ground('competent-body').cite ?? '', '第二十八条')
    }
    for (const which of ['decidedOn', 'postedOn', 'filedOn']) {
      const ahead = { ...filed, [which]: '2026-03-03' }
      const refusal = await stoppedSaying(scene, proposal, 'authorisation.filed', ahead, 'day_in_future')
      assert.equal(refusal.facts, { day: '2026-03-03', today })
    }
    const ended = await proposesRoad(scene)
    await say(scene, ended, 'proposal.withdrawn', { reason: '不办了' })
    const over = { ...filed, by: 'village-committee' }
    await stoppedSaying(scene, ended, 'authorisation.filed', over, 'case_ended')
  }),
)

/** Lets seats end by the next day's calling, as a resignation does; tells how to fill them again. */
const endSeats = async ({ database }: World, scene: Scene, body: string, people: readonly string[]) => {
  const set = (on: string | null) =>
    database.ownerSql.begin(async (tx) => {
      await tx`select set_config('app.community', ${scene.community}, true)`
      await tx`update seat set ends_on = ${on} where body = ${body} and person = any(${[...people]})`
    })
  await set(scene.clock.today())
  return () => set(null)
}

law('a body is called in time, in writing, by whom the law names, and made up as the law asks', () =>
  withVillage(async (scene, world) => {
    const proposal = await reviewsRoad(scene)
    const call = { ...representatives, daysAhead: 5 }

    const late = await refusesCall(scene, proposal, { ...call, daysAhead: 4 })
    assert.equal(late.unmet, [['convocation-days', 4, 5]])
    assert.match(late.ground('convocation-days').cite ?? '', '山东省')
    const urgent = await refusesCall(
      scene,
      proposal,
      { ...call, daysAhead: 4 },
      { emergency: { reason: '汛期抢修', decidedBy: 'village-committee' } },
    )
    assert.equal(urgent.unmet, [['convocation-days', 4, 5]], 'no emergency shortens this body’s days')
    const unsaid = await refusesCall(scene, proposal, call, { written: false, posted: false })
    assert.equal(unsaid.unmet, [
      ['convocation-written', 0, 1],
      ['convocation-posted', 0, 1],
    ])
    const convener = await refusesCall(scene, proposal, { ...call, convenedBy: 'party-committee' })
    assert.equal(convener.unmet, [['convener', 0, 1]])
    assert.equal(convener.ground('convener').detail, { convenes: ['village-committee'] })
    const past = await refusesCall(scene, proposal, { ...call, daysAhead: -1 })
    assert.equal(past.unmet, [['convocation-days', -1, 0]], 'nobody is called to a day that is over')

    const seated = await peopleOf(scene, 'village-representatives')
    const outside = (await peopleOf(scene, 'party-assembly')).find((one) => !seated.includes(one))
    assert.ok(outside)
    await refusesCall(scene, proposal, call, { presider: outside }, 'presider_not_on_roll')
    await refusesCall(scene, proposal, call, { body: 'residents-council' }, 'body_empty')
    const mode = await refusesCall(scene, proposal, call, { mode: 'persons' })
    assert.equal(mode.unmet, [['right-body', 0, 1]])

    const { women, men } = await hallOf(scene)
    const fillMen = await endSeats(world, scene, 'village-representatives', men.slice(0, 2))
    const fewRepresentatives = await refusesCall(scene, proposal, call)
    assert.equal(fewRepresentatives.unmet, [['composition', 27, 28]])
    assert.match(fewRepresentatives.ground('composition').cite ?? '', '第二十九条')
    await fillMen()
    const fillWoman = await endSeats(world, scene, 'village-representatives', women.slice(0, 1))
    const fewWomen = await refusesCall(scene, proposal, call)
    assert.equal(fewWomen.unmet, [['composition', 11, 12]])
    await fillWoman()
    const [man] = men
    await endSeats(world, scene, 'village-representatives', man === undefined ? [] : [man])

    // One seat fewer: 28 of 35 is four fifths exactly, and the five days are enough.
    const lawful = await callOf(scene, [proposal], call)
    const called = await must((await scene.clerk()).post(`${scene.path}/meetings`, lawful), 'called')
    assert.is(called.entitled, 35)
    assert.equal(called.groups, { representatives: 28, women: 15, 'women-representatives': 12 })
  }),
)

law.run()
