import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { must, presidersOf, type Scene, say, vote } from '../src/demo/stage.ts'
import { attests, chainOf, confirms, enters, onRecord } from './support/attesting.ts'
import {
  acceptsRoad,
  agrees,
  branch,
  comments,
  draftsCovenant,
  idOf,
  meets,
  peopleOf,
  posts,
  proposesRoad,
  standsAt,
  threeReviews,
} from './support/cases.ts'
import { told } from './support/communities.ts'
import { verifies } from './support/played-record.ts'
import { stoppedWith } from './support/refusals.ts'
import { withCity, withVillage } from './support/world.ts'

const attestations = suite('what happened on paper')

attestations('one person enters, another confirms, and the record names both; before that nothing has happened', () =>
  withCity(async (scene) => {
    const proposal = await draftsCovenant(scene)
    await scene.clock.goTo(scene.clock.ahead(2))
    const hung = { type: 'posting.opened', places: '公开栏' }
    const what = { sort: 'event', proposal: idOf(proposal), occurredOn: '2026-03-02', event: hung }
    const attestation = await attests(scene, what)
    assert.is(await standsAt(scene, proposal), 'posting.waiting')
    const clerk = await scene.clerk()
    const supervisor = await scene.supervisor()
    assert.equal(told(await confirms(clerk, attestation)), [403, 'second_person_needed'])
    assert.equal(told(await confirms(await scene.expert('law'), attestation)), [403, 'forbidden'])
    const { items } = await must(supervisor.get(`${scene.path}/attestations?state=waiting`), 'waiting')
    assert.is((items as readonly { readonly wanted: number }[])[0]?.wanted, 1)

    const both = await Promise.all([
      confirms(supervisor, attestation),
      confirms(await scene.administrator(), attestation),
    ])
    assert.equal(both.map(({ status }) => status).sort(), [200, 409], 'two who confirm at once: it happens once')
    assert.is(await standsAt(scene, proposal), 'posting.posted')
    const entry = (await chainOf(scene, proposal)).at(-1)
    assert.is(entry?.kind, 'posting.opened')
    assert.is(entry?.occurredOn, '2026-03-02')
    assert.is(entry?.data.lastDay, '2026-03-05', 'reckoned from the day on which it was put up')
    assert.is(entry?.attested?.confirmedBy.length, 1)
    assert.ok(!entry?.attested?.confirmedBy.includes(entry.actor))
    assert.equal(told(await confirms(supervisor, attestation)), [409, 'attestation_decided'])
    await verifies(scene, proposal)
  }),
)

attestations('what cannot have happened is refused to whoever enters it, and leaves nothing to confirm', () =>
  withVillage(async (scene) => {
    const proposal = await proposesRoad(scene)
    const event = (occurredOn: string, said: object) => ({
      sort: 'event',
      proposal: idOf(proposal),
      occurredOn,
      event: said,
    })
    const accepted = { type: 'intake.accepted', matter: 'village-public-works' }
    assert.equal(told(await enters(scene, event('2026-03-03', accepted))), [422, 'day_in_future'])
    stoppedWith(await enters(scene, event('2026-03-02', accepted)), 'gate_closed')
    assert.equal(told(await enters(scene, event('2026-02-30', accepted))), [422, 'input_invalid'])
    assert.equal(told(await enters(scene, event('2026-03-02', { type: 'ballot.closed' }))), [422, 'input_invalid'])
    // The case was opened on the second; nothing of it can have moved before.
    const early = stoppedWith(
      await enters(scene, event('2026-02-20', { type: 'intake.refused', reason: '不属村务' })),
      'does_not_fit',
    )
    assert.is(early.facts.why, 'occurred_before_last_move')
    const resident = await scene.resident((await peopleOf(scene, 'village-representatives'))[0] ?? '')
    assert.equal(
      told(await resident.post(`${scene.path}/attestations`, { evidence: '无', what: event('2026-03-02', accepted) })),
      [403, 'forbidden'],
    )
    const { items } = await must((await scene.clerk()).get(`${scene.path}/attestations`), 'attestations')
    assert.equal(items, [])

    const refused = await attests(scene, event('2026-03-02', { type: 'intake.refused', reason: '不属村务' }))
    const supervisor = await scene.supervisor()
    const back = { reason: '原件日期不符' }
    assert.equal(told(await resident.post(`${refused}/reject`, back)), [403, 'forbidden'])
    assert.equal(told(await supervisor.post(`${refused}/reject`, {})), [422, 'input_invalid'])
    await must(supervisor.post(`${refused}/reject`, back), 'reject')
    assert.equal(told(await supervisor.post(`${refused}/reject`, back)), [409, 'attestation_decided'])
    assert.equal(told(await confirms(supervisor, refused)), [409, 'attestation_decided'])
    assert.is(await standsAt(scene, proposal), 'topic.open')
  }),
)

attestations('what has become impossible since it was entered is refused when it is confirmed, and waits on', () =>
  withVillage(async (scene) => {
    const proposal = await proposesRoad(scene)
    const attestation = await attests(scene, {
      sort: 'event',
      proposal: idOf(proposal),
      occurredOn: '2026-03-02',
      event: { type: 'intake.refused', reason: '不属村务' },
    })
    await say(scene, proposal, 'proposal.withdrawn', { reason: '提议人撤回' })
    assert.equal(told(await confirms(await scene.supervisor(), attestation)), [409, 'case_ended'])
    const { items } = await must((await scene.supervisor()).get(`${scene.path}/attestations?state=waiting`), 'waiting')
    assert.is((items as readonly unknown[]).length, 1)
  }),
)

const minutes = async (scene: Scene, proposal: string, change: object = {}) => {
  const people = await peopleOf(scene, branch.body)
  const [presider] = await presidersOf(scene, branch.convenedBy)
  return {
    body: branch.body,
    sentOn: '2026-03-03',
    at: '2026-03-04T19:30:00+08:00',
    convenedBy: branch.convenedBy,
    presider,
    place: '党员活动室',
    present: people,
    items: [
      {
        proposal: idOf(proposal),
        ballot: { motion: 'agree', votes: people.map((person) => ({ person, choice: 'yes' })) },
      },
    ],
    outcome: 'held',
    ...change,
  }
}

attestations('a whole meeting held on paper is entered a week later, judged by its own days', () =>
  withVillage(async (scene) => {
    const proposal = await acceptsRoad(scene)
    await scene.clock.goTo(scene.clock.ahead(9))
    const paper = async (change: object = {}) => ({ sort: 'meeting', meeting: await minutes(scene, proposal, change) })
    const people = await peopleOf(scene, branch.body)
    const [first] = people
    const few = { present: [first], items: [{ proposal: idOf(proposal), ballot: { motion: 'agree', votes: [] } }] }
    stoppedWith(await enters(scene, await paper(few)), 'gate_closed')
    const [stranger] = (await peopleOf(scene, 'village-representatives')).filter((person) => !people.includes(person))
    assert.equal(told(await enters(scene, await paper({ present: [...people, stranger] }))), [403, 'not_on_roll'])
    const votes = [
      { person: first, choice: 'yes' },
      { person: first, choice: 'no' },
    ]
    const twice = { items: [{ proposal: idOf(proposal), ballot: { motion: 'agree', votes } }] }
    assert.equal(told(await enters(scene, await paper(twice))), [409, 'voted_already'])
    assert.equal(told(await enters(scene, await paper({ at: '2026-03-20T19:30:00+08:00' }))), [422, 'day_in_future'])
    // Nobody was on the roster before it was imported.
    assert.equal(told(await enters(scene, await paper({ sentOn: '2026-02-20' }))), [409, 'body_empty'])
    assert.is(await standsAt(scene, proposal), 'branch.calling', 'trying leaves nothing behind')

    const result = await onRecord(scene, await paper())
    const [{ carried }] = result.ballots as readonly [{ readonly carried: boolean }]
    assert.is(carried, true)
    assert.is(await standsAt(scene, proposal), 'committees.calling')
    const said = (await chainOf(scene, proposal)).filter(({ attested }) => attested !== undefined)
    assert.equal(
      [...new Set(said.map(({ kind, occurredOn }) => `${kind} ${occurredOn}`))],
      ['meeting.convened 2026-03-03', 'ballot.opened 2026-03-04', 'vote.cast 2026-03-04', 'ballot.closed 2026-03-04'],
    )
    await verifies(scene, proposal)
    // The case goes on with the next body as any other.
    await agrees(scene, proposal, { body: 'two-committees', convenedBy: 'party-committee', daysAhead: 1 })
    assert.is(await standsAt(scene, proposal), 'party-members.calling')
    await verifies(scene, proposal)
  }),
)

attestations(
  'who died or resigned between the call and a paper meeting is taken off its roll as its minutes announce',
  () =>
    withVillage(async (scene) => {
      const proposal = await acceptsRoad(scene)
      await scene.clock.goTo(scene.clock.ahead(9))
      const people = await peopleOf(scene, branch.body)
      const [chair = ''] = await presidersOf(scene, branch.convenedBy)
      const [dead = '', resigned = '', ...rest] = people.filter((person) => person !== chair)
      const here = [chair, ...rest]
      const votes = here.map((person) => ({ person, choice: 'yes' }))
      const amendment = (cause: string, person: string) => ({ cause, person, reason: '会上宣布' })
      const paper = async (amendments: readonly object[], change: object = {}) => ({
        sort: 'meeting',
        meeting: await minutes(scene, proposal, {
          amendments,
          present: here,
          items: [{ proposal: idOf(proposal), ballot: { motion: 'agree', votes } }],
          ...change,
        }),
      })
      const announced = [amendment('died', dead), amendment('seat-ended', resigned)]
      assert.equal(told(await enters(scene, await paper(announced))), [409, 'roll_cause_unproved'])
      const clerk = await scene.clerk()
      await must(clerk.post(`${scene.path}/people/${dead}/leaving`, { cause: 'died', on: '2026-03-04' }), 'died')
      const ending = { people: [resigned], cause: 'resigned', on: '2026-03-05', reason: '外出' }
      const seats = `${scene.path}/bodies/${branch.body}/seats/endings`
      await must(clerk.post(seats, ending), 'resigns')
      assert.equal(told(await enters(scene, await paper(announced))), [409, 'roll_cause_unproved'], 'the day after')
      const death = announced.slice(0, 1)
      assert.equal(told(await enters(scene, await paper(death, { present: people }))), [403, 'not_on_roll'])
      assert.equal(told(await enters(scene, await paper([...death, ...death]))), [403, 'not_on_roll'])
      const result = await onRecord(scene, await paper(death))
      assert.equal([result.entitled, result.present], [people.length - 1, here.length])
      await verifies(scene, proposal)
    }),
)

attestations('an old case begins on its own day, with the authorisation of its time', () =>
  withVillage(async (scene) => {
    const clerk = await scene.clerk()
    const { adoption } = await must(
      clerk.post(`${scene.path}/adoptions`, { procedure: 'three-reviews@1', choices: threeReviews }),
      'adopt',
    )
    const old = { sort: 'case', occurredOn: '2026-01-12', case: { adoption, title: '修蓄水池' } }
    assert.equal(told(await enters(scene, { ...old, occurredOn: '2027-01-12' })), [422, 'day_in_future'])
    const { proposal: id } = await onRecord(scene, old)
    const proposal = `${scene.path}/proposals/${String(id)}`
    const matter = 'village-public-works'
    const on = (occurredOn: string, event: object) => ({ sort: 'event', proposal: id, occurredOn, event })
    await onRecord(scene, on('2026-01-13', { type: 'draft.written', text: '方案', change: 'first' }))
    await onRecord(
      scene,
      on('2026-01-14', {
        type: 'authorisation.filed',
        matter,
        by: 'village-assembly',
        to: 'village-representatives',
        decidedOn: '2025-03-01',
        postedOn: '2025-03-02',
        filedOn: '2025-03-05',
        until: '2026-12-31',
        text: '授权决定',
      }),
    )
    await onRecord(scene, on('2026-01-15', { type: 'intake.accepted', matter }))
    assert.is(await standsAt(scene, proposal), 'branch.calling')
    const [opened] = await chainOf(scene, proposal)
    assert.is(opened?.occurredOn, '2026-01-12')
    await agrees(scene, proposal, branch)
    await verifies(scene, proposal)
  }),
)

attestations('a slip of the pen in a posted draft is corrected once the supervision committee confirms it', () =>
  withCity(async (scene) => {
    const proposal = await draftsCovenant(scene)
    await posts(scene, proposal)
    const what = { sort: 'erratum', proposal: idOf(proposal), n: 1, text: '草案(勘误)', reason: '错字' }
    assert.equal(told(await enters(scene, { ...what, n: 2 })), [409, 'does_not_fit'])
    const attestation = await attests(scene, what)
    assert.equal(told(await confirms(await scene.administrator(), attestation)), [403, 'supervisor_must_confirm'])
    await must(confirms(await scene.supervisor(), attestation), 'confirm')
    const { drafts } = await must((await scene.clerk()).get(proposal), 'proposal')
    assert.equal(
      (drafts as readonly { readonly n: number; readonly text: string }[]).map(({ n, text }) => [n, text]),
      [[1, '草案(勘误)']],
    )
    await comments(
      scene,
      proposal,
      String((await chainOf(scene, proposal)).find(({ kind }) => kind === 'posting.opened')?.data.posting),
    )
    await verifies(scene, proposal)
  }),
)

attestations(
  'a count found wrong after the close is corrected by two more, and turns the verdict only if it does',
  () =>
    withVillage(async (scene) => {
      const proposal = await acceptsRoad(scene)
      const { meeting, people } = await meets(scene, proposal, branch)
      const need = Math.floor(people.length / 2) + 1
      const { ballot } = await vote(scene, proposal, meeting, { yes: people.slice(0, need), no: people.slice(need) })
      assert.is(await standsAt(scene, proposal), 'committees.calling')
      const correction = (votes: readonly object[]) => ({
        sort: 'correction',
        proposal: idOf(proposal),
        ballot: idOf(ballot),
        votes,
        reason: '复核原始记录',
      })
      const [first] = people
      assert.equal(told(await enters(scene, correction([{ person: first, choice: 'yes' }]))), [
        422,
        'nothing_to_correct',
      ])
      const [stranger] = (await peopleOf(scene, 'village-representatives')).filter((person) => !people.includes(person))
      assert.equal(told(await enters(scene, correction([{ person: stranger, choice: 'no' }]))), [
        403,
        'not_present_at_roll_call',
      ])
      const attestation = await attests(scene, correction([{ person: first, choice: 'abstain' }]))
      const waiting = await must(confirms(await scene.supervisor(), attestation), 'first')
      assert.equal([waiting.outcome, waiting.wanted], ['waiting', 1])
      assert.equal(told(await confirms(await scene.supervisor(), attestation)), [409, 'confirmed_already'])
      const done = await must(confirms(await scene.administrator(), attestation), 'second')
      assert.equal({ ...(done.result as object) }, { ballot: idOf(ballot), carried: false, turned: true })
      const shown = await must((await scene.clerk()).get(ballot), 'ballot')
      assert.is(shown.carried, false)
      await verifies(scene, proposal)

      await say(scene, proposal, 'decision.reopened')
      assert.is(await standsAt(scene, proposal), 'branch.calling', 'the matter is put to the branch again')
      await agrees(scene, proposal, branch)
      assert.is(await standsAt(scene, proposal), 'committees.calling')
      await verifies(scene, proposal)
    }),
)

attestations.run()
