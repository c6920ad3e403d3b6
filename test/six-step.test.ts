import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { attend, hang, must, openCase, type Scene, say, vote } from '../src/demo/stage.ts'
import {
  agrees,
  authorises,
  callOf,
  calls,
  cityRepresentatives,
  consultsCovenant,
  draftsCovenant,
  evidences,
  idOf,
  matterOfCity,
  meets,
  passesExperts,
  posts,
  redrafts,
  reviewsCovenant,
  sixStep,
  standsAt,
} from './support/cases.ts'
import { numbers, stopped, stoppedPosting, stoppedSaying, stoppedWith } from './support/refusals.ts'
import { withCity } from './support/world.ts'

const covenant = suite('six-step deliberation')

/** A covenant accepted: to be talked about. */
const acceptsCovenant = async (scene: Scene): Promise<string> => {
  const proposal = await openCase(scene, { procedure: 'six-step@1', choices: sixStep, title: '养犬公约', topics: [] })
  await authorises(scene, proposal, matterOfCity, { by: 'residents-assembly', to: 'residents-representatives' })
  await say(scene, proposal, 'intake.accepted', { matter: matterOfCity })
  return proposal
}

const talk = (scene: Scene, change: object = {}) => ({
  heldOn: scene.clock.today(),
  convenedBy: 'party-committee',
  heard: ['stakeholders', 'units', 'representatives'],
  people: 20,
  minutes: '记录',
  ...change,
})

covenant(
  'nothing is drafted before a talk by the party organisation has heard every group and its advice is noted',
  () =>
    withCity(async (scene) => {
      const proposal = await acceptsCovenant(scene)
      const close = () => stoppedSaying(scene, proposal, 'consultation.closed', {}, 'gate_closed')
      const missing = [
        ['group-heard', 0, 1],
        ['group-heard', 0, 1],
        ['group-heard', 0, 1],
        ['advice-noted', 0, 1],
      ] as const
      assert.equal((await close()).unmet, [['talks-held', 0, 1], ...missing])
      await say(scene, proposal, 'talk.held', talk(scene, { convenedBy: 'residents-committee' }))
      const wrong = await close()
      assert.equal(wrong.unmet, [['talks-held', 0, 1], ...missing])
      assert.equal(wrong.ground('talks-held').detail, { convenedBy: 'party-committee' })
      await stoppedSaying(scene, proposal, 'talk.held', talk(scene, { heldOn: '2026-03-03' }), 'day_in_future')

      await say(scene, proposal, 'talk.held', talk(scene, { heard: ['stakeholders', 'representatives'] }))
      const unheard = await close()
      assert.equal(unheard.unmet, [
        ['group-heard', 0, 1],
        ['advice-noted', 0, 1],
      ])
      assert.equal(unheard.ground('group-heard').detail, { group: 'units' })
      await stoppedPosting(scene, proposal, `${proposal}/drafts`, { text: '草案', change: 'first' }, 'not_in_this_step')
      await say(scene, proposal, 'talk.held', talk(scene, { heard: ['units'] }))
      assert.equal((await close()).unmet, [['advice-noted', 0, 1]])
      const { data } = await say(scene, proposal, 'advice.noted', { text: '建议' })
      await say(scene, proposal, 'consultation.closed')

      // The draft names every advice as followed or left, and the council approves it.
      const { advice } = data as { readonly advice: string }
      const done = () => stoppedSaying(scene, proposal, 'drafting.closed', {}, 'gate_closed')
      assert.equal((await done()).unmet, [
        ['draft-written-here', 0, 1],
        ['advice-unnamed', 1, 0],
        ['draft-approved', 0, 1],
      ])
      const unknown = await stoppedPosting(
        scene,
        proposal,
        `${proposal}/drafts`,
        { text: '草案', change: 'first', follows: ['01890a5d-ac96-774b-bcce-b302099a8057'] },
        'does_not_fit',
      )
      assert.equal(unknown.facts, { move: 'draft.written', why: 'advice_unknown' })
      const notFirst = { text: '草案', change: 'substance' }
      const wrongChange = await stoppedPosting(scene, proposal, `${proposal}/drafts`, notFirst, 'does_not_fit')
      assert.is(wrongChange.facts.why, 'draft_opens_with_first')
      const clerk = await scene.clerk()
      await must(clerk.post(`${proposal}/drafts`, { text: '草案', change: 'first' }), 'draft')
      assert.equal((await done()).unmet, [
        ['advice-unnamed', 1, 0],
        ['draft-approved', 0, 1],
      ])
      await must(clerk.post(`${proposal}/drafts`, { text: '草案', change: 'wording', leaves: [advice] }), 'draft')
      const approval = { n: 2, by: 'residents-council', approvedOn: scene.clock.today() }
      const old = await stoppedSaying(scene, proposal, 'draft.approved', { ...approval, n: 1 }, 'does_not_fit')
      assert.is(old.facts.why, 'draft_unknown')
      await stoppedSaying(scene, proposal, 'draft.approved', { ...approval, approvedOn: '2026-03-03' }, 'day_in_future')
      await say(scene, proposal, 'draft.approved', { ...approval, by: 'residents-committee' })
      const unapproved = await done()
      assert.equal(unapproved.unmet, [['draft-approved', 0, 1]])
      assert.equal(unapproved.ground('draft-approved').detail, { by: 'residents-council' })
      await say(scene, proposal, 'draft.approved', approval)
      await say(scene, proposal, 'drafting.closed')
      assert.is(await standsAt(scene, proposal), 'posting.waiting')
    }),
)

covenant('every discipline passes the posted draft: nobody answers for another, nor for an older draft', () =>
  withCity(async (scene) => {
    const proposal = await draftsCovenant(scene)
    const { posting, lastDay } = await posts(scene, proposal)
    await evidences(scene, proposal, posting)
    await scene.clock.after(lastDay)
    await say(scene, proposal, 'posting.closed')

    const lawyer = await scene.expert('law')
    const social = await scene.expert('social-management')
    const opinion = (discipline: string, change: object = {}) => ({
      discipline,
      draft: 1,
      answer: 'pass',
      grounds: '无异议',
      ...change,
    })
    const path = `${proposal}/opinions`
    const close = () => stoppedSaying(scene, proposal, 'review.closed', {}, 'gate_closed')
    assert.equal((await close()).unmet, [
      ['opinion-passes', 0, 1],
      ['opinion-passes', 0, 1],
    ])
    const foreign = await stopped(scene, proposal, () => social.post(path, opinion('law')), 'forbidden')
    assert.equal(foreign.facts, { needs: ['expert:law'] })
    await stoppedPosting(scene, proposal, path, opinion('law'), 'forbidden')
    const older = await stopped(scene, proposal, () => lawyer.post(path, opinion('law', { draft: 2 })), 'does_not_fit')
    assert.is(older.facts.why, 'opinion_on_another_draft')
    const groundless = opinion('law', { grounds: '' })
    await stopped(scene, proposal, () => lawyer.post(path, groundless), 'input_invalid')

    await must(lawyer.post(path, opinion('law')), 'the law passes it')
    const missing = await close()
    assert.equal(missing.unmet, [['opinion-passes', 0, 1]])
    assert.equal(missing.ground('opinion-passes').detail, { discipline: 'social-management', answer: 'none' })
    const nothingAsked = await stoppedSaying(scene, proposal, 'review.sent-back', {}, 'gate_closed')
    assert.equal(nothingAsked.unmet, [
      ['changes-asked', 0, 1],
      ['draft-changed-since-posting', 0, 1],
    ])
    const lawful = await stoppedSaying(scene, proposal, 'review.found-unlawful', {}, 'gate_closed')
    assert.equal(lawful.unmet, [['found-unlawful', 0, 1]])

    // Asked to change, the draft is written anew, hangs anew, and both are asked again.
    await must(social.post(path, opinion('social-management', { answer: 'changes', grounds: '请写明时段' })), 'changes')
    assert.equal((await close()).ground('opinion-passes').detail, {
      discipline: 'social-management',
      answer: 'changes',
    })
    const unchanged = await stoppedSaying(scene, proposal, 'review.sent-back', {}, 'gate_closed')
    assert.equal(unchanged.unmet, [['draft-changed-since-posting', 0, 1]])
    await redrafts(scene, proposal)
    assert.equal((await close()).unmet, [
      ['opinion-passes', 0, 1],
      ['opinion-passes', 0, 1],
      ['posted-draft-reviewed', 0, 1],
    ])
    await say(scene, proposal, 'review.sent-back')
    assert.is(await standsAt(scene, proposal), 'posting.waiting')
    const anew = await posts(scene, proposal)
    await evidences(scene, proposal, anew.posting)
    await scene.clock.after(anew.lastDay)
    await say(scene, proposal, 'posting.closed')
    assert.equal((await close()).unmet, [
      ['opinion-passes', 0, 1],
      ['opinion-passes', 0, 1],
    ])

    const again = await scene.expert('law')
    await must(again.post(path, opinion('law', { draft: 2, answer: 'unlawful', grounds: '越权处罚' })), 'unlawful')
    const blocked = await close()
    assert.equal(blocked.ground('opinion-passes').detail, { discipline: 'law', answer: 'unlawful' })
    await say(scene, proposal, 'review.found-unlawful')
    assert.is(await standsAt(scene, proposal), 'unlawful')
    await stoppedSaying(scene, proposal, 'review.closed', {}, 'case_ended')
  }),
)

covenant('the same votes pass by those present and fail by all members; each base exactly met and one short', () =>
  withCity(async (scene) => {
    const reviewed: string[] = []
    for (const base of ['present', 'present', 'entitled', 'entitled', 'entitled'])
      reviewed.push(await reviewsCovenant(scene, { base }))
    const [byPresent = '', presentShort = '', byAll = '', allShort = '', allExactly = ''] = reviewed
    const meeting = await calls(scene, await callOf(scene, reviewed, cityRepresentatives))
    const members = (await scene.seats('residents-representatives')).map(({ person }) => person)
    assert.is(members.length, 60)

    await attend(scene, meeting, members.slice(0, 39))
    const ballots = `${meeting}/ballots`
    const short = await stoppedPosting(scene, byAll, ballots, { proposal: idOf(byAll) }, 'gate_closed')
    assert.equal(short.unmet, [['quorum', 39, 40]])
    await attend(scene, meeting, members.slice(39, 45))

    const result = async (proposal: string, yes: number) => {
      const { carried, grounds } = await vote(scene, proposal, meeting, {
        yes: members.slice(0, yes),
        no: members.slice(yes, 45),
      })
      return [carried, ...numbers(grounds, 'threshold'), ...numbers(grounds, 'own-threshold')]
    }
    assert.equal(await result(byPresent, 30), [true, [30, 23, 45], [30, 30, 45]])
    assert.equal(await result(byAll, 30), [false, [30, 23, 45], [30, 40, 60]])
    assert.equal(await result(presentShort, 29), [false, [29, 23, 45], [29, 30, 45]])
    assert.equal(await result(allShort, 39), [false, [39, 23, 45], [39, 40, 60]])
    assert.equal(await result(allExactly, 40), [true, [40, 23, 45], [40, 40, 60]])

    for (const motion of ['return', 'refuse', 'agree-amended']) {
      const question = { proposal: idOf(byAll), motion }
      const refusal = await stoppedPosting(scene, byAll, ballots, question, 'gate_closed')
      assert.equal(refusal.ground('motion-admitted').detail, { motion })
    }
    // Not carried: it goes back to be drafted, posted and reviewed anew, or it ends.
    await stoppedSaying(scene, byAll, 'decision.sent-back', {}, 'input_invalid')
    await say(scene, byAll, 'decision.sent-back', { reason: '放宽时段' })
    assert.is(await standsAt(scene, byAll), 'plan.open')
    await say(scene, presentShort, 'decision.concluded', { reason: '分歧过大' })
    assert.is(await standsAt(scene, presentShort), 'rejected')
    assert.is(await standsAt(scene, allExactly), 'decision-published.waiting')
  }),
)

covenant('the party organisation discusses it before the representatives are called', () =>
  withCity(async (scene) => {
    const proposal = await draftsCovenant(scene)
    const { posting, lastDay } = await posts(scene, proposal)
    await evidences(scene, proposal, posting)
    await scene.clock.after(lastDay)
    await say(scene, proposal, 'posting.closed')
    await passesExperts(scene, proposal)

    const refuses = async () =>
      stoppedPosting(
        scene,
        proposal,
        `${scene.path}/meetings`,
        await callOf(scene, [proposal], cityRepresentatives),
        'gate_closed',
      )
    const undiscussed = await refuses()
    assert.equal(undiscussed.unmet, [['party-discussion', 0, 1]])
    assert.match(undiscussed.ground('party-discussion').cite ?? '', '第三十条')
    const discussion = { heldOn: scene.clock.today(), agreed: false, text: '不同意提交' }
    await say(scene, proposal, 'party-discussion.filed', discussion)
    assert.equal((await refuses()).unmet, [['party-discussion', 0, 1]])
    const tomorrow = { ...discussion, heldOn: scene.clock.ahead(1).slice(0, 10) }
    await stoppedSaying(scene, proposal, 'party-discussion.filed', tomorrow, 'day_in_future')
    await say(scene, proposal, 'party-discussion.filed', { ...discussion, agreed: true, text: '同意提交' })
    const convener = await callOf(scene, [proposal], { ...cityRepresentatives, convenedBy: 'party-committee' })
    const wrong = await stoppedPosting(scene, proposal, `${scene.path}/meetings`, convener, 'gate_closed')
    assert.equal(wrong.unmet, [['convener', 0, 1]])
    await meets(scene, proposal, cityRepresentatives)
  }),
)

covenant('the whole way to its close', () =>
  withCity(async (scene) => {
    const proposal = await reviewsCovenant(scene)
    await agrees(scene, proposal, cityRepresentatives)
    const resolution = await must((await scene.clerk()).get(`${proposal}/resolution`), 'resolution')
    assert.equal(
      (resolution.law as readonly { readonly cite: string }[]).map(({ cite }) => cite),
      ['《中华人民共和国城市居民委员会组织法》(2025年修订)第二十八条、第二十九条', '六步议事'],
    )
    await say(scene, proposal, 'filing.reported', {
      with: 'sub-district',
      filedOn: scene.clock.today(),
      number: '备〔2026〕3 号',
    })
    const decided = await hang(scene, proposal, 'publications')
    await scene.clock.after(decided.lastDay)
    await say(scene, proposal, 'publication.closed')
    await say(scene, proposal, 'progress.reported', { percent: 100, reportedOn: scene.clock.today(), text: '已实施' })
    await say(scene, proposal, 'implementation.completed')
    const result = await hang(scene, proposal, 'publications')
    await scene.clock.after(result.lastDay)
    await say(scene, proposal, 'publication.closed')
    await scene.clock.pass(sixStep.ratingDays)
    await say(scene, proposal, 'evaluation.closed')
    assert.is(await standsAt(scene, proposal), 'closed')
  }),
)

covenant('what a procedure leaves open is chosen when it is adopted, and a village’s procedure is not a city’s', () =>
  withCity(async (scene) => {
    const clerk = await scene.clerk()
    const adopts = (procedure: string, choices: object) => clerk.post(`${scene.path}/adoptions`, { procedure, choices })
    const { base: _, ...undecided } = sixStep
    const missing = stoppedWith(await adopts('six-step@1', undecided), 'choices_faulty')
    assert.equal(missing.facts.faults, [{ choice: 'base', why: 'missing' }])
    const bounds = stoppedWith(await adopts('six-step@1', { ...sixStep, publicationDays: 14 }), 'choices_faulty')
    assert.equal(bounds.facts.faults, [{ choice: 'publicationDays', why: 'out_of_bounds', atLeast: 15, atMost: 180 }])
    stoppedWith(await adopts('three-reviews@1', {}), 'procedure_not_for_this_place')
    stoppedWith(await adopts('seven-step@1', {}), 'not_found')
    const consulted = await consultsCovenant(scene)
    assert.is(await standsAt(scene, consulted), 'plan.open')
  }),
)

covenant.run()
