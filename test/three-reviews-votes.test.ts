import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { attend, must, presidersOf, say, vote } from '../src/demo/stage.ts'
import type { GateGround } from '../workflows/stages/gate.ts'
import {
  acceptsRoad,
  adultsOf,
  agrees,
  anywhere,
  branch,
  callOf,
  calls,
  callsRepresentatives,
  ends,
  hallOf,
  idOf,
  meets,
  peopleOf,
  redrafts,
  representatives,
  reviewsRoad,
  reviewsRoads,
  standsAt,
} from './support/cases.ts'
import { numbers, refusesCall, refusesQuestion, stoppedPosting } from './support/refusals.ts'
import { withVillage } from './support/world.ts'

const votes = suite('quorum and majority of three reviews')

votes('the quorum and the women’s share of it, exactly met and one short', () =>
  withVillage(async (scene) => {
    const [proposal = '', other = ''] = await reviewsRoads(scene, 2)
    const meeting = await calls(scene, await callOf(scene, [proposal, other], representatives))
    const { women, men, committee, all } = await hallOf(scene)
    assert.equal([women.length, men.length, committee.length, all.length], [12, 17, 7, 36])

    const nobody = await refusesQuestion(scene, proposal, meeting)
    assert.equal(nobody.unmet, [
      ['quorum', 0, 24],
      ['quorum', 0, 8],
    ])
    await attend(scene, meeting, [...women.slice(0, 7), ...men.slice(0, 16)])
    const bothShort = await refusesQuestion(scene, proposal, meeting)
    assert.equal(bothShort.unmet, [
      ['quorum', 23, 24],
      ['quorum', 7, 8],
    ])
    assert.match(bothShort.ground('quorum').cite ?? '', '第三十条')

    await attend(scene, meeting, men.slice(16))
    const womenShort = await refusesQuestion(scene, proposal, meeting)
    assert.equal(womenShort.unmet, [['quorum', 7, 8]])
    assert.equal(womenShort.ground('quorum').test, {
      count: 'present',
      among: 'women-representatives',
      atLeast: [2, 3],
      of: 'entitled',
      ofAmong: 'women-representatives',
    })
    assert.match(womenShort.ground('quorum').cite ?? '', '山东省')

    await attend(scene, meeting, women.slice(7, 8))
    const opened = await must(
      (await scene.clerk()).post(`${meeting}/ballots`, { proposal: idOf(proposal) }),
      'with the eighth woman',
    )
    assert.equal(opened.people, { entitled: 36, present: 25 })
    assert.equal(numbers(opened.grounds as GateGround[], 'quorum'), [
      [25, 24, 36],
      [8, 8, 12],
    ])
    await must((await scene.clerk()).post(`${scene.path}/ballots/${String(opened.ballot)}/close`), 'close')
    await ends(scene, meeting, 'held')

    const second = await callsRepresentatives(scene, other)
    await attend(scene, second, [...women.slice(0, 8), ...men.slice(0, 15)])
    const oneShort = await refusesQuestion(scene, other, second)
    assert.equal(oneShort.unmet, [['quorum', 23, 24]])
    await attend(scene, second, committee.slice(0, 1))
    const exactly = await must((await scene.clerk()).post(`${second}/ballots`, { proposal: idOf(other) }), 'exactly')
    assert.equal(numbers(exactly.grounds as GateGround[], 'quorum'), [
      [24, 24, 36],
      [8, 8, 12],
    ])
  }),
)

votes('the law’s majority and the procedure’s half, each exactly met and one short while the other is met', () =>
  withVillage(async (scene) => {
    const [both = '', ownShort = '', lawExact = '', lawShort = ''] = await reviewsRoads(scene, 4)
    const [members = '', membersShort = ''] = await reviewsRoads(scene, 2, { half: 'members' })
    const all = [both, ownShort, lawExact, lawShort, members, membersShort]
    const meeting = await calls(scene, await callOf(scene, all, representatives))
    const { women, men, committee } = await hallOf(scene)
    const reps = [...women.slice(0, 8), ...men.slice(0, 11)]
    const came = [...reps, ...committee.slice(0, 5)]
    await attend(scene, meeting, came)

    const numbersOf = async (proposal: string, yes: readonly string[], no: readonly string[], carried: boolean) => {
      const { grounds, carried: answer } = await vote(scene, proposal, meeting, { yes, no })
      assert.is(answer, carried)
      return [...numbers(grounds, 'threshold'), ...numbers(grounds, 'own-threshold')]
    }
    //    present 24: the law asks 13 of them, the procedure 15 of the 29 representatives
    const other = (yes: readonly string[], present: readonly string[]) => present.filter((one) => !yes.includes(one))
    const fifteen = reps.slice(0, 15)
    assert.equal(await numbersOf(both, fifteen, other(fifteen, came), true), [
      [15, 13, 24],
      [15, 15, 29],
    ])
    const fourteen = [...reps.slice(0, 14), ...committee.slice(0, 5)]
    assert.equal(await numbersOf(ownShort, fourteen, other(fourteen, came), false), [
      [19, 13, 24],
      [14, 15, 29],
    ])
    //    where all members are the base: 18 of 36
    assert.equal(await numbersOf(members, came.slice(0, 18), [], true), [
      [18, 13, 24],
      [18, 18, 36],
    ])
    assert.equal(await numbersOf(membersShort, came.slice(0, 17), [], false), [
      [17, 13, 24],
      [17, 18, 36],
    ])
    //    everybody came: the law asks 19 of 36, and a tie is not adoption
    const { all: everybody } = await hallOf(scene)
    await attend(scene, meeting, other(came, everybody))
    const tie = [...fifteen, ...committee.slice(0, 3)]
    assert.equal(await numbersOf(lawShort, tie, other(tie, everybody), false), [
      [18, 19, 36],
      [15, 15, 29],
    ])
    const nineteen = [...fifteen, ...committee.slice(0, 4)]
    assert.equal(await numbersOf(lawExact, nineteen, [], true), [
      [19, 19, 36],
      [15, 15, 29],
    ])
    for (const [proposal, place] of [
      [both, 'decision-published.waiting'],
      [lawExact, 'decision-published.waiting'],
      [members, 'decision-published.waiting'],
      [ownShort, 'decision.undecided'],
      [lawShort, 'decision.undecided'],
      [membersShort, 'decision.undecided'],
    ] as const)
      assert.is(await standsAt(scene, proposal), place)

    // Put again on the same draft: only with a reason. On a changed draft: as new.
    const again = await refusesQuestion(scene, ownShort, meeting)
    assert.equal(again.unmet, [['put-again-with-reason', 0, 1]])
    const other2 = await stoppedPosting(
      scene,
      ownShort,
      `${ownShort}/drafts`,
      { text: '会上改的', change: 'substance' },
      'not_in_this_step',
    )
    assert.is(other2.facts.step, 'undecided')
    const { ballot } = await must(
      (await scene.clerk()).post(`${meeting}/ballots`, { proposal: idOf(ownShort), again: '有代表误投' }),
      'again',
    )
    const closed = await must((await scene.clerk()).post(`${scene.path}/ballots/${String(ballot)}/close`), 'close')
    assert.is(closed.carried, false)

    await say(scene, lawShort, 'decision.sent-back', { reason: '按会上意见修改' })
    assert.is(await standsAt(scene, lawShort), 'decision.revising')
    await redrafts(scene, lawShort)
    await say(scene, lawShort, 'decision.resumed')
    const changed = await agrees(scene, lawShort, representatives)
    const { draft } = await must((await scene.clerk()).get(changed), 'ballot')
    assert.is(draft, 2)
    assert.is(await standsAt(scene, lawShort), 'decision-published.waiting')

    await say(scene, membersShort, 'decision.concluded', { reason: '分歧过大' })
    assert.is(await standsAt(scene, membersShort), 'rejected')
  }),
)

votes('the assembly by persons: ten days save in an emergency, more than half come, more than half of them agree', () =>
  withVillage(async (scene) => {
    const proposal = await reviewsRoad(scene, { decides: 'persons' })
    const assembly = { body: 'village-assembly', convenedBy: 'village-committee', daysAhead: 10 }
    const [presider] = await presidersOf(scene, 'village-committee')
    const byPersons = { mode: 'persons', presider }

    const late = await refusesCall(scene, proposal, { ...assembly, daysAhead: 9 }, byPersons)
    assert.equal(late.unmet, [['convocation-days', 9, 10]])
    const urgentByOthers = await refusesCall(
      scene,
      proposal,
      { ...assembly, convenedBy: 'party-committee', daysAhead: 1 },
      { ...byPersons, emergency: { reason: '汛期抢修', decidedBy: 'village-committee' } },
    )
    assert.equal(urgentByOthers.unmet, [['convener', 0, 1]], 'an emergency relaxes nothing but the days')
    const decidedByOthers = await refusesCall(
      scene,
      proposal,
      { ...assembly, daysAhead: 1 },
      { ...byPersons, emergency: { reason: '汛期抢修', decidedBy: 'party-committee' } },
    )
    assert.equal(
      decidedByOthers.unmet,
      [['emergency-decided', 0, 1]],
      'whoever may call the meeting decides that it is urgent',
    )
    for (const mode of ['households', undefined]) {
      const otherMode = await refusesCall(scene, proposal, assembly, { ...byPersons, mode })
      assert.equal(otherMode.unmet, [['right-body', 0, 1]])
    }

    const urgent = { ...(await callOf(scene, [proposal], { ...assembly, daysAhead: 1 })), ...byPersons }
    const meeting = await calls(scene, { ...urgent, emergency: { reason: '汛期抢修', decidedBy: 'village-committee' } })
    const adults = (await adultsOf(scene)).map(({ id }) => id)
    const { people: roll } = await must((await scene.clerk()).get(meeting), 'meeting')
    assert.equal(roll, { entitled: 314, present: 0 })
    await attend(scene, meeting, adults.slice(0, 157))
    const short = await refusesQuestion(scene, proposal, meeting)
    assert.equal(short.unmet, [['quorum', 157, 158]], 'half is not more than half')
    await attend(scene, meeting, adults.slice(157, 158))
    const half = await vote(scene, proposal, meeting, { yes: adults.slice(0, 79) })
    assert.is(half.carried, false)
    assert.equal(numbers(half.grounds, 'threshold'), [[79, 80, 158]])
    assert.equal(numbers(half.grounds, 'own-threshold'), [[79, 79, 158]])
    await say(scene, proposal, 'decision.sent-back', { reason: '再议' })
    await redrafts(scene, proposal)
    await say(scene, proposal, 'decision.resumed')

    const second = await calls(scene, { ...(await callOf(scene, [proposal], assembly)), ...byPersons })
    await attend(scene, second, adults.slice(0, 158))
    const passed = await vote(scene, proposal, second, { yes: adults.slice(0, 80) })
    assert.is(passed.carried, true)
    assert.equal(numbers(passed.grounds, 'threshold'), [[80, 80, 158]])
  }),
)

votes('the assembly by households: two thirds of them come, and each household counts once', () =>
  withVillage(async (scene) => {
    const proposal = await reviewsRoad(scene, { decides: 'households' })
    const assembly = { body: 'village-assembly', convenedBy: 'village-committee', daysAhead: 10 }
    const adults = await adultsOf(scene)
    const firstOf = new Map<string, string>()
    for (const { id, household } of adults) if (!firstOf.has(household)) firstOf.set(household, id)
    const heads = [...firstOf.values()]
    const [presider] = await presidersOf(scene, 'village-committee')
    const byHouseholds = { mode: 'households', presider }
    const persons = await refusesCall(scene, proposal, assembly, { ...byHouseholds, mode: 'persons' })
    assert.equal(persons.unmet, [['right-body', 0, 1]])

    const meeting = await calls(scene, { ...(await callOf(scene, [proposal], assembly)), ...byHouseholds })
    const { people: roll } = await must((await scene.clerk()).get(meeting), 'meeting')
    assert.equal(roll, { entitled: 100, present: 0 })
    const second = adults.find(
      ({ id, household }) => !heads.includes(id) && heads.indexOf(firstOf.get(household) ?? '') < 66,
    )
    const came = (await scene.clerk()).post(`${meeting}/attendance`, { people: [second?.id] })
    assert.equal((await must(came, 'another adult')).signedIn, [firstOf.get(second?.household ?? '')])

    await attend(scene, meeting, heads.slice(0, 66))
    const short = await refusesQuestion(scene, proposal, meeting)
    assert.equal(short.unmet, [['quorum', 66, 67]])
    assert.is(short.ground('quorum').test?.measure, 'households')
    await attend(scene, meeting, heads.slice(66, 68))
    const half = await vote(scene, proposal, meeting, { yes: heads.slice(0, 34) })
    assert.is(half.carried, false)
    assert.equal(numbers(half.grounds, 'threshold'), [[34, 35, 68]])
    assert.equal(numbers(half.grounds, 'own-threshold'), [[34, 34, 68]])
  }),
)

votes('nothing is put to the vote before the meeting’s day, nor in another meeting', () =>
  withVillage(async (scene) => {
    const [proposal = '', other = ''] = [await acceptsRoad(scene), await acceptsRoad(scene)]
    const call = { ...(await callOf(scene, [proposal], { ...branch, daysAhead: 3 })) }
    const { meeting: id } = await must((await scene.clerk()).post(`${scene.path}/meetings`, call), 'meeting')
    const meeting = `${scene.path}/meetings/${String(id)}`
    const today = scene.clock.today()
    const people = await peopleOf(scene, branch.body)
    const early = await refusesQuestion(scene, proposal, meeting)
    assert.ok(early.unmet.some(([code]) => code === 'meeting-day'))
    assert.equal(early.ground('meeting-day').detail, { today, on: call.at.slice(0, 10) })
    const signing = await stoppedPosting(scene, proposal, `${meeting}/attendance`, { people }, 'meeting_not_today')
    assert.equal(signing.facts, { on: call.at.slice(0, 10), today })
    await stoppedPosting(scene, proposal, `${meeting}/end`, { outcome: 'no-quorum' }, 'meeting_not_begun')

    await scene.clock.goTo(call.at)
    await attend(scene, meeting, people)
    const notOnAgenda = await refusesQuestion(scene, other, meeting, {}, 'not_in_this_step')
    assert.equal(notOnAgenda.facts.open, ['meeting.convened', ...anywhere])
    const { meeting: elsewhere } = await meets(scene, other, branch)
    const otherHall = await refusesQuestion(scene, proposal, elsewhere)
    assert.ok(otherHall.unmet.some(([code]) => code === 'meeting-convened-for-this'))
  }),
)

votes('without quorum the body is called again until the calls are spent; a postponed meeting does not count', () =>
  withVillage(async (scene) => {
    const proposal = await acceptsRoad(scene, { calls: 2 })
    const missed = async () => {
      const { missed } = ((await must((await scene.clerk()).get(`${proposal}/next`), 'next')).position ?? {}) as {
        readonly missed?: number
      }
      return missed
    }
    const people = await peopleOf(scene, branch.body)
    assert.is(people.length, 5)
    const call = async () => calls(scene, await callOf(scene, [proposal], branch))

    await ends(scene, await call(), 'postponed')
    await ends(scene, await call(), 'postponed')
    await ends(scene, await call(), 'held')
    assert.equal([await standsAt(scene, proposal), await missed()], ['branch.calling', 0])

    const enough = await call()
    await attend(scene, enough, people.slice(0, 3))
    const there = await stoppedPosting(scene, proposal, `${enough}/end`, { outcome: 'no-quorum' }, 'gate_closed')
    assert.equal(there.unmet, [['quorum-missed', 0, 1]])
    assert.equal(there.ground('quorum-missed').detail, { present: 3 })
    await ends(scene, enough, 'postponed')

    const first = await call()
    await attend(scene, first, people.slice(0, 2))
    assert.equal((await refusesQuestion(scene, proposal, first)).unmet, [['quorum', 2, 3]])
    await ends(scene, first, 'no-quorum')
    assert.equal([await standsAt(scene, proposal), await missed()], ['branch.calling', 1])
    await refusesQuestion(scene, proposal, first, {}, 'meeting_ended')
    await ends(scene, await call(), 'postponed')
    assert.is(await missed(), 1)
    await ends(scene, await call(), 'no-quorum')
    assert.is(await standsAt(scene, proposal), 'abandoned-without-quorum')
    const over = await refusesCall(scene, proposal, branch, {}, 'agenda_item_unfit')
    assert.equal(over.facts.because, { code: 'case_ended', end: 'abandoned-without-quorum' })
  }),
)

votes.run()
