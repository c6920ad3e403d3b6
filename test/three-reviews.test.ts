import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { attend, hang, must, openCase, say, vote } from '../src/demo/stage.ts'
import {
  acceptsRoad,
  agrees,
  branch,
  callOf,
  calls,
  callsRepresentatives,
  committees,
  ends,
  hallOf,
  idOf,
  meets,
  party,
  peopleOf,
  redrafts,
  representatives,
  reviewsRoad,
  standsAt,
  threeReviews,
} from './support/cases.ts'
import {
  refusesCall,
  refusesQuestion,
  stopped,
  stoppedPosting,
  stoppedSaying,
  stoppedWith,
} from './support/refusals.ts'
import { withVillage } from './support/world.ts'

const road = suite('three reviews and one public decision')

road('from the first draft to its close, and no stage is skipped on the way', () =>
  withVillage(async (scene) => {
    const proposal = await acceptsRoad(scene)
    assert.is(await standsAt(scene, proposal), 'branch.calling')

    // Each body in turn; those that come later cannot be called yet, those that came before not again.
    for (const [own, others] of [
      [branch, [committees, party, representatives]],
      [committees, [branch, party, representatives]],
      [party, [branch, committees, representatives]],
    ] as const) {
      for (const other of others) {
        const refusal = await refusesCall(scene, proposal, other)
        assert.ok(
          refusal.unmet.some(([code, have, need]) => code === 'right-body' && have === 0 && need === 1),
          `${other.body} for ${own.body}`,
        )
        assert.equal(refusal.ground('right-body').detail, { body: own.body })
      }
      await stoppedSaying(scene, proposal, 'publication.closed', {}, 'not_in_this_step')
      await agrees(scene, proposal, own)
    }
    assert.is(await standsAt(scene, proposal), 'decision.calling')
    await stoppedPosting(scene, proposal, `${proposal}/publications`, { places: '公开栏' }, 'not_in_this_step')
    const nothingYet = await (await scene.clerk()).get(`${proposal}/resolution`)
    assert.is(stoppedWith(nothingYet, 'nothing_resolved').unmet.length, 0)

    const ballot = await agrees(scene, proposal, representatives)
    const resolution = await must((await scene.clerk()).get(`${proposal}/resolution`), 'resolution')
    assert.equal([resolution.motion, resolution.stage], ['agree', 'decision'])
    assert.is((resolution.law as readonly { readonly cite: string }[]).map(({ cite }) => cite).at(-1), '三审一公决')
    const again = await must((await scene.clerk()).post(`${ballot}/close`), 'closing again')
    assert.is(again.carried, true, 'closing again answers the same')

    const decided = await hang(scene, proposal, 'publications')
    const early = await stoppedSaying(scene, proposal, 'publication.closed', {}, 'gate_closed')
    assert.equal(early.unmet, [['posting-days-run', 0, 1]])
    assert.is(early.ground('posting-days-run').detail?.lastDay, decided.lastDay)
    await scene.clock.after(decided.lastDay)
    await say(scene, proposal, 'publication.closed')
    await say(scene, proposal, 'progress.reported', { percent: 100, reportedOn: scene.clock.today(), text: '完工' })
    await say(scene, proposal, 'implementation.completed')
    const done = await hang(scene, proposal, 'publications')
    await scene.clock.after(done.lastDay)
    await say(scene, proposal, 'publication.closed')
    await scene.clock.pass(threeReviews.ratingDays)
    await say(scene, proposal, 'evaluation.closed')

    assert.is(await standsAt(scene, proposal), 'closed')
    const { moves } = await must((await scene.clerk()).get(`${proposal}/next`), 'next')
    assert.equal(moves, [])
    const over = await stoppedSaying(scene, proposal, 'proposal.withdrawn', { reason: '晚了' }, 'case_ended')
    assert.equal(over.facts, { end: 'closed' })
  }),
)

/** Where each answer of each body leads, for each choice of which approvals survive an amendment; “refuse” ends the case. */
const onward = {
  branch: 'committees.calling',
  committees: 'party-members.calling',
  'party-members': 'decision.calling',
  decision: 'decision-published.waiting',
}
const backTo = {
  continue: { branch: 'branch', committees: 'committees', 'party-members': 'party-members', decision: 'decision' },
  committees: { branch: 'branch', committees: 'committees', 'party-members': 'committees', decision: 'committees' },
  restart: { branch: 'branch', committees: 'branch', 'party-members': 'branch', decision: 'branch' },
} as const
const amendedTo = {
  continue: onward,
  committees: { ...onward, 'party-members': 'committees.calling' },
  restart: { ...onward, committees: 'branch.calling', 'party-members': 'branch.calling' },
} as const
const amendments = ['continue', 'committees', 'restart'] as const
const bodies = [
  { stage: 'branch', ...branch },
  { stage: 'committees', ...committees },
  { stage: 'party-members', ...party },
  { stage: 'decision', ...representatives },
] as const
const answersOf = (stage: (typeof bodies)[number]['stage']) =>
  stage === 'decision'
    ? (['agree', 'return', 'refuse'] as const)
    : (['agree', 'agree-amended', 'return', 'refuse'] as const)

road('each answer of each body leads on, back, round again or to the end, as the amendment was chosen', () =>
  withVillage(async (scene) => {
    const cases = amendments.flatMap((amendment) =>
      bodies.flatMap(({ stage }, at) => answersOf(stage).map((answer) => ({ amendment, stage, at, answer }))),
    )
    const proposals = new Map<(typeof cases)[number], string>()
    for (const one of cases) proposals.set(one, await acceptsRoad(scene, { amendment: one.amendment }))
    const of = (one: (typeof cases)[number]) => proposals.get(one) ?? ''
    let tried = 0
    for (const [at, { stage, ...call }] of bodies.entries()) {
      const here = cases.filter((one) => one.at >= at)
      const meeting = await calls(scene, await callOf(scene, here.map(of), call))
      const people = await peopleOf(scene, call.body)
      await attend(scene, meeting, people)
      const yes = stage === 'decision' ? people : people.slice(0, Math.floor(people.length / 2) + 1)
      for (const one of here) {
        const proposal = of(one)
        if (one.at > at) {
          await vote(scene, proposal, meeting, { yes })
          continue
        }
        tried += 1
        const { amendment, answer } = one
        if (answer === 'agree-amended') {
          const unamended = await refusesQuestion(scene, proposal, meeting, { motion: answer })
          assert.equal(unamended.unmet, [['draft-amended-here', 0, 1]])
          await redrafts(scene, proposal)
        }
        await vote(scene, proposal, meeting, { motion: answer, yes })
        if (answer === 'return') {
          assert.is(await standsAt(scene, proposal), `${stage}.revising`)
          const unchanged = await stoppedSaying(scene, proposal, 'decision.resumed', {}, 'gate_closed')
          assert.equal(unchanged.unmet, [['draft-changed-since-return', 0, 1]])
          await redrafts(scene, proposal)
          await say(scene, proposal, 'decision.resumed')
        }
        const expected = {
          agree: onward[stage],
          'agree-amended': amendedTo[amendment][stage],
          return: `${backTo[amendment][stage]}.calling`,
          refuse: 'rejected',
        }[answer]
        assert.is(await standsAt(scene, proposal), expected, `${amendment}: ${answer} in ${stage}`)
      }
      await ends(scene, meeting, 'held')
    }
    assert.is(tried, 45)
  }),
)

road('where the branch has no committee its assembly reviews first, and then again as the third review', () =>
  withVillage(async (scene) => {
    const proposal = await acceptsRoad(scene, { branch: 'party-assembly' })
    const refusal = await refusesCall(scene, proposal, branch)
    assert.equal(refusal.ground('right-body').detail, { body: 'party-assembly' })
    await agrees(scene, proposal, party)
    await agrees(scene, proposal, committees)
    assert.is(await standsAt(scene, proposal), 'party-members.calling')
    await agrees(scene, proposal, party)
    assert.is(await standsAt(scene, proposal), 'decision.calling')
  }),
)

road('a draft changed after the notice is not the one announced: only “agree with changes” may be put', () =>
  withVillage(async (scene) => {
    const proposal = await acceptsRoad(scene)
    const { meeting, people } = await meets(scene, proposal, branch)
    await redrafts(scene, proposal, '会上改的方案')
    const announced = await refusesQuestion(scene, proposal, meeting)
    assert.equal(announced.unmet, [['announced-draft-put', 0, 1]])
    assert.equal(announced.ground('announced-draft-put').detail, { announced: 1 })
    const { carried } = await vote(scene, proposal, meeting, { motion: 'agree-amended', yes: people })
    assert.is(carried, true)
    assert.is(await standsAt(scene, proposal), 'committees.calling')

    // The body that decides may not change the plan in the hall.
    await agrees(scene, proposal, committees)
    await agrees(scene, proposal, party)
    const hall = await callsRepresentatives(scene, proposal)
    const { women, men } = await hallOf(scene)
    await attend(scene, hall, [...women, ...men])
    await stoppedPosting(
      scene,
      proposal,
      `${proposal}/drafts`,
      { text: '又改', change: 'substance' },
      'not_in_this_step',
    )
    const amended = await refusesQuestion(scene, proposal, hall, { motion: 'agree-amended' })
    assert.equal(amended.unmet, [
      ['motion-admitted', 0, 1],
      ['draft-amended-here', 0, 1],
    ])
  }),
)

road('a proposal is withdrawn by its proposer or the clerk until the deciding ballot opens', () =>
  withVillage(async (scene) => {
    const [raiser = '', other = ''] = await peopleOf(scene, 'village-representatives')
    const resident = await scene.resident(raiser)
    const raised = async () => {
      const { topic } = await must(resident.post(`${scene.path}/topics`, { text: '修路' }), 'topic')
      return openCase(scene, {
        procedure: 'three-reviews@1',
        choices: threeReviews,
        title: '修路',
        topics: [String(topic)],
      })
    }
    const withdrawal = { type: 'proposal.withdrawn', reason: '不办了' }
    const own = await raised()
    const stranger = await scene.resident(other)
    const refusal = await stopped(scene, own, () => stranger.post(`${own}/events`, withdrawal), 'forbidden')
    assert.equal(refusal.facts, { needs: ['proposer', 'clerk'] })
    const blank = await stopped(
      scene,
      own,
      () => resident.post(`${own}/events`, { ...withdrawal, reason: ' ' }),
      'input_invalid',
    )
    assert.ok(JSON.stringify(blank.facts).includes('reason'))
    await must(resident.post(`${own}/events`, withdrawal), 'withdrawn by its proposer')
    assert.is(await standsAt(scene, own), 'withdrawn')
    await stoppedSaying(scene, own, 'intake.refused', { reason: '不受理' }, 'case_ended')

    const [atReview = '', deciding = ''] = [await acceptsRoad(scene), await reviewsRoad(scene)]
    const { meeting, people } = await meets(scene, atReview, branch)
    const { ballot } = await must(
      (await scene.clerk()).post(`${meeting}/ballots`, { proposal: idOf(atReview) }),
      'ballot',
    )
    const voting = await stoppedSaying(scene, atReview, 'proposal.withdrawn', { reason: '不办了' }, 'gate_closed')
    assert.equal(voting.unmet, [['ballot-not-yet-opened', 0, 1]])
    await must((await scene.clerk()).post(`${scene.path}/ballots/${String(ballot)}/close`), 'close')
    await say(scene, atReview, 'proposal.withdrawn', { reason: '不办了' })
    assert.is(await standsAt(scene, atReview), 'withdrawn', 'a review’s ballot that is over does not bind')
    assert.ok(people.length > 0)
    await ends(scene, meeting, 'held')

    const { meeting: hall, people: hallful } = await meets(scene, deciding, representatives)
    const decision = await vote(scene, deciding, hall, { yes: hallful.slice(0, 1), no: hallful.slice(1) })
    assert.is(decision.carried, false)
    const late = await stoppedSaying(scene, deciding, 'proposal.withdrawn', { reason: '不办了' }, 'gate_closed')
    assert.equal(late.unmet, [['ballot-not-yet-opened', 0, 1]])
  }),
)

road.run()
