import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { attend, must, presidersOf, say, vote } from '../src/demo/stage.ts'
import {
  acceptsRoad,
  branch,
  callOf,
  calls,
  ends,
  hallOf,
  idOf,
  meets,
  peopleOf,
  representatives,
  reviewsRoad,
  reviewsRoads,
  standsAt,
} from './support/cases.ts'
import { told } from './support/communities.ts'
import { verifies } from './support/played-record.ts'
import { refusesCall, stoppedWith } from './support/refusals.ts'
import { withVillage } from './support/world.ts'

const sittings = suite('what happens around a meeting')

sittings('a meeting that has begun is adjourned: the call and the roll stand, people sign in anew', () =>
  withVillage(async (scene) => {
    const [first, second] = [await acceptsRoad(scene), await acceptsRoad(scene)]
    const meeting = await calls(scene, await callOf(scene, [first, second], branch))
    const clerk = await scene.clerk()
    const people = await peopleOf(scene, branch.body)
    const later = () => ({ until: scene.clock.ahead(2), reason: '时间已晚' })
    assert.equal(told(await clerk.post(`${meeting}/adjourn`, later())), [409, 'meeting_not_begun'])
    await attend(scene, meeting, people)
    await vote(scene, first, meeting, { yes: people })
    assert.equal(told(await clerk.post(`${meeting}/adjourn`, { ...later(), until: scene.clock.ahead(0) })), [
      422,
      'day_not_ahead',
    ])
    const resident = await scene.resident(people[0] ?? '')
    assert.equal(told(await resident.post(`${meeting}/adjourn`, later())), [403, 'forbidden'])
    const until = later()
    const adjourned = await must(clerk.post(`${meeting}/adjourn`, until), 'adjourn')
    assert.equal(adjourned, { on: until.until.slice(0, 10), newConvocation: false })
    assert.is(await standsAt(scene, second), 'branch.called', 'nobody is called anew')
    assert.equal(told(await clerk.post(`${meeting}/attendance`, { people })), [409, 'meeting_not_today'])

    await scene.clock.goTo(until.until)
    const again = await scene.clerk()
    const empty = await must(again.get(meeting), 'meeting')
    assert.equal(empty.people, { entitled: people.length, present: 0 })
    stoppedWith(await again.post(`${meeting}/ballots`, { proposal: idOf(second) }), 'gate_closed')
    await attend(scene, meeting, people)
    const { carried } = await vote(scene, second, meeting, { yes: people })
    assert.is(carried, true)
    await ends(scene, meeting, 'held')
    assert.equal(told(await again.post(`${meeting}/adjourn`, later())), [409, 'meeting_ended'])
    await verifies(scene, second)
  }),
)

sittings('ending a meeting says of each item whether it must be called again', () =>
  withVillage(async (scene) => {
    const [decided, left] = [await acceptsRoad(scene), await acceptsRoad(scene)]
    const meeting = await calls(scene, await callOf(scene, [decided, left], branch))
    const people = await peopleOf(scene, branch.body)
    await attend(scene, meeting, people)
    await vote(scene, decided, meeting, { yes: people })
    const { items } = await ends(scene, meeting, 'held')
    const of = (proposal: string) =>
      (items as readonly { readonly proposal: string }[]).find((item) => item.proposal === idOf(proposal))
    assert.equal(of(decided), { proposal: idOf(decided), outcome: 'decided', newConvocation: false })
    assert.equal(of(left), { proposal: idOf(left), outcome: 'carried-over', newConvocation: true })
    assert.is(await standsAt(scene, left), 'branch.calling')
  }),
)

sittings(
  'before its day a meeting is neither held nor wanting a quorum; it can be put off, and its item called anew',
  () =>
    withVillage(async (scene) => {
      const proposal = await acceptsRoad(scene)
      const call = await callOf(scene, [proposal], { ...branch, daysAhead: 3 })
      const { meeting: id } = await must((await scene.clerk()).post(`${scene.path}/meetings`, call), 'meeting')
      const meeting = `${scene.path}/meetings/${String(id)}`
      const clerk = await scene.clerk()
      for (const outcome of ['held', 'no-quorum'])
        assert.equal(told(await clerk.post(`${meeting}/end`, { outcome, reason: '提前登记' })), [
          409,
          'meeting_not_begun',
        ])
      const { items } = await ends(scene, meeting, 'postponed')
      assert.equal(items, [{ proposal: idOf(proposal), outcome: 'carried-over', newConvocation: true }])
      assert.is(await standsAt(scene, proposal), 'branch.calling')
      assert.equal(told(await clerk.post(`${meeting}/end`, { outcome: 'held' })), [409, 'meeting_ended'])
    }),
)

sittings('only a member of a presiding body presides, and another takes the chair with a reason', () =>
  withVillage(async (scene) => {
    const proposal = await reviewsRoad(scene)
    const { women, committee } = await hallOf(scene)
    const [ordinary] = women
    const unfit = await refusesCall(scene, proposal, representatives, { presider: ordinary })
    assert.equal(unfit.unmet, [['presider', 0, 1]])
    const meeting = await calls(scene, await callOf(scene, [proposal], representatives))
    const clerk = await scene.clerk()
    const [chair, ...others] = await presidersOf(scene, 'village-committee')
    assert.is((await must(clerk.get(meeting), 'meeting')).presider, chair)
    const change = (presider: unknown) => clerk.post(`${meeting}/presider`, { presider, reason: '村主任外出' })
    assert.equal(told(await change(ordinary)), [422, 'presider_unfit'])
    assert.equal(await must(change(others[0]), 'change'), { presider: others[0], presidesAs: 'village-committee' })
    const { all } = await hallOf(scene)
    await attend(scene, meeting, all)
    await vote(scene, proposal, meeting, { yes: all })
    await ends(scene, meeting, 'held')
    assert.equal(told(await change(chair)), [409, 'meeting_ended'])
    assert.ok(committee.includes(others[0] ?? ''))
    await verifies(scene, proposal)
  }),
)

sittings('observers are listed and never counted; nobody on the roll is one', () =>
  withVillage(async (scene) => {
    const proposal = await acceptsRoad(scene)
    const { meeting, people } = await meets(scene, proposal, branch)
    const clerk = await scene.clerk()
    const note = (body: object) => clerk.post(`${meeting}/observers`, body)
    await must(note({ name: '乡镇驻村干部', capacity: 'township' }), 'observer')
    assert.equal(told(await note({ name: '本人', capacity: 'resident', person: people[0] })), [409, 'on_roll_already'])
    assert.equal(told(await note({ name: '无名', capacity: 'Not A Word' })), [422, 'input_invalid'])
    const shown = await must(clerk.get(meeting), 'meeting')
    assert.equal(shown.people, { entitled: people.length, present: people.length })
    assert.equal(
      (shown.observers as readonly { readonly name: string; readonly capacity: string }[]).map(({ name, capacity }) => [
        name,
        capacity,
      ]),
      [['乡镇驻村干部', 'township']],
    )
    const resident = await scene.resident(people[0] ?? '')
    const neighbour = { name: '邻村村民', capacity: 'resident' }
    assert.equal(told(await resident.post(`${meeting}/observers`, neighbour)), [403, 'forbidden'])
    await ends(scene, meeting, 'held')
    assert.equal(told(await note(neighbour)), [409, 'meeting_ended'])
  }),
)

sittings('a fifth of the representatives demand a meeting: signatures count once, by the roll of the day', () =>
  withVillage(async (scene) => {
    const proposal = await reviewsRoad(scene)
    const { women, men } = await hallOf(scene)
    const elected = [...women, ...men]
    const need = Math.ceil(elected.length / 5)
    const clerk = await scene.clerk()
    const [first, ...rest] = elected
    const resident = await scene.resident(first ?? '')
    const body = 'village-representatives'
    assert.equal(told(await resident.post(`${scene.path}/demands`, { body, of: 'households', text: '修路' })), [
      409,
      'demand_not_admitted',
    ])
    const opened = await must(
      resident.post(`${scene.path}/demands`, { body, of: 'representatives', text: '修路的事请早日表决' }),
      'demand',
    )
    assert.equal([opened.have, opened.base, opened.need, opened.met], [1, elected.length, need, false])
    const path = `${scene.path}/demands/${String(opened.id)}/signatures`
    await must(resident.post(path, {}), 'sign again')
    assert.equal(told(await resident.post(path, { people: rest })), [403, 'forbidden'])
    const adult = (await peopleOf(scene, 'party-assembly')).find((person) => !elected.includes(person)) ?? ''
    const almost = await must(clerk.post(path, { people: [...rest.slice(0, need - 2), adult] }), 'paper')
    assert.equal([almost.have, almost.met], [need - 1, false], 'whoever has no seat does not count')
    const short = await refusesCall(scene, proposal, representatives, { demand: opened.id })
    assert.equal(short.unmet, [['demand-signed', need - 1, need]])
    const enough = await must(clerk.post(path, { people: rest.slice(0, need - 1) }), 'paper')
    assert.equal([enough.have, enough.met], [need, true])
    assert.equal(
      told(
        await clerk.post(`${scene.path}/meetings`, {
          ...(await callOf(scene, [proposal], { ...representatives, body: 'village-assembly' })),
          mode: 'persons',
          demand: opened.id,
        }),
      ),
      [409, 'demand_for_another_body'],
    )
    const meeting = await calls(scene, {
      ...(await callOf(scene, [proposal], representatives)),
      ...{ demand: opened.id },
    })
    assert.equal(told(await (await scene.clerk()).post(path, { people: rest })), [409, 'demand_answered'])
    const { items } = await must((await scene.clerk()).get(`${scene.path}/demands`), 'demands')
    assert.is((items as readonly { readonly meeting: string }[])[0]?.meeting, idOf(meeting))
    await verifies(scene, proposal)
  }),
)

sittings('the party organisation’s discussion is recorded once and cited by the cases it covers', () =>
  withVillage(async (scene) => {
    const [first, second] = await reviewsRoads(scene, 2)
    const clerk = await scene.clerk()
    const record = (body: object) => clerk.post(`${scene.path}/discussions`, body)
    const said = { body: 'party-committee', heldOn: scene.clock.today(), agreed: true, text: '支委会研究同意' }
    assert.equal(told(await record({ ...said, body: 'village-committee' })), [404, 'not_found'])
    assert.equal(told(await record({ ...said, heldOn: scene.clock.ahead(3).slice(0, 10) })), [422, 'day_in_future'])
    const { discussion } = await must(record(said), 'discussion')
    for (const proposal of [first, second]) await must(clerk.post(`${proposal}/discussions`, { discussion }), 'cite')
    assert.equal(told(await clerk.post(`${first}/discussions`, { discussion: idOf(first ?? '') })), [404, 'not_found'])
    const { items } = await must(clerk.get(`${scene.path}/discussions`), 'discussions')
    const [shown] = items as readonly { readonly citedBy: readonly string[]; readonly text: string | null }[]
    assert.equal([...(shown?.citedBy ?? [])].sort(), [idOf(first ?? ''), idOf(second ?? '')].sort())
    const resident = await scene.resident((await peopleOf(scene, 'village-representatives'))[0] ?? '')
    assert.equal(told(await resident.post(`${scene.path}/discussions`, said)), [403, 'forbidden'])
    assert.equal(told(await resident.post(`${first}/discussions`, { discussion })), [403, 'forbidden'])
    const { items: seen } = await must(resident.get(`${scene.path}/discussions`), 'discussions')
    assert.is((seen as readonly { readonly text: string | null }[])[0]?.text, null, 'the minutes are the office’s')
    await say(scene, first ?? '', 'proposal.withdrawn', { reason: '不再需要' })
    await verifies(scene, second ?? '')
  }),
)

sittings('a roll changes between the call and the roll call only by a cause that the roster bears out', () =>
  withVillage(async (scene) => {
    const proposal = await reviewsRoad(scene)
    const { men, all } = await hallOf(scene)
    const busy = new Set(
      (await Promise.all(['two-committees', 'party-assembly'].map((body) => peopleOf(scene, body)))).flat(),
    )
    const [dying = '', resigning = ''] = men.filter((person) => !busy.has(person))
    const [stranger = ''] = (await peopleOf(scene, 'party-assembly')).filter((person) => !all.includes(person))
    const call = await callOf(scene, [proposal], representatives)
    const { meeting: id } = await must((await scene.clerk()).post(`${scene.path}/meetings`, call), 'meeting')
    const meeting = `${scene.path}/meetings/${String(id)}`
    const amend = async (cause: string, person: string) =>
      (await scene.clerk()).post(`${meeting}/roll/amendments`, { cause, person, reason: '会上宣布' })
    assert.equal(told(await amend('died', dying)), [409, 'roll_cause_unproved'])
    assert.equal(told(await amend('seat-ended', resigning)), [409, 'roll_cause_unproved'])
    assert.equal(told(await amend('by-election', stranger)), [409, 'roll_cause_unproved'])
    assert.equal(told(await amend('by-election', dying)), [409, 'on_roll_already'])
    assert.equal(told(await amend('died', stranger)), [403, 'not_on_roll'])
    assert.equal(told(await amend('emigrated', dying)), [422, 'input_invalid'])
    const resident = await scene.resident(resigning)
    const body = { cause: 'died', person: dying, reason: '会上宣布' }
    assert.equal(told(await resident.post(`${meeting}/roll/amendments`, body)), [403, 'forbidden'])

    const today = scene.clock.today()
    const clerk = await scene.clerk()
    await must(clerk.post(`${scene.path}/people/${dying}/leaving`, { cause: 'died', on: today }), 'died')
    const seats = `${scene.path}/bodies/village-representatives/seats`
    await must(
      clerk.post(`${seats}/endings`, { people: [resigning], cause: 'resigned', on: today, reason: '外出' }),
      'resigns',
    )
    const elected = { cause: 'by-election', from: today, members: [{ person: stranger, office: 'representative' }] }
    await must(clerk.post(seats, elected), 'by-election')
    const first = await must(amend('died', dying), 'died')
    assert.equal([first.entitled, first.restated], [all.length - 1, [idOf(proposal)]])
    assert.equal(told(await amend('died', dying)), [403, 'not_on_roll'])
    await must(amend('seat-ended', resigning), 'seat ended')
    const third = await must(amend('by-election', stranger), 'by-election')
    assert.is(third.entitled, all.length - 1)
    const shown = await must(clerk.get(meeting), 'meeting')
    assert.equal(
      (shown.amendments as readonly { readonly cause: string }[]).map(({ cause }) => cause),
      ['died', 'seat-ended', 'by-election'],
      'what is to be announced when the roll is called',
    )
    assert.equal(shown.people, { entitled: all.length - 1, present: 0 })

    await scene.clock.goTo(call.at)
    const present = [...all.filter((person) => person !== dying && person !== resigning), stranger]
    assert.equal(told(await (await scene.clerk()).post(`${meeting}/attendance`, { people: [resigning] })), [
      403,
      'not_on_roll',
    ])
    await attend(scene, meeting, present)
    const { carried } = await vote(scene, proposal, meeting, { yes: present })
    assert.is(carried, true)
    assert.equal(told(await amend('by-election', resigning)), [409, 'roll_called_already'])
    await verifies(scene, proposal)
  }),
)

sittings.run()
