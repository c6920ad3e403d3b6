import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { positionOf } from '../workflows/machine.ts'
import type { ExpandedProcedure } from '../workflows/stages/stage.ts'
import { everyCourse, sixStepWith, threeReviewsWith } from './support/adopted.ts'
import { came, courses, type Telling, toldUntil } from './support/telling.ts'

const calls = suite('meetings without quorum')

/** How often each body is called in vain before the case is abandoned. */
for (const most of [1, 2, 3, 9])
  calls(`with ${most} calls adopted, the case is abandoned at the ${most}th, and not before`, () => {
    const t = toldUntil(threeReviewsWith({ calls: most }), 4)
    for (let call = 1; call < most; call += 1) {
      t.say('meeting.convened').say('quorum.missed')
      assert.is(t.place, 'branch.calling', `after ${call}`)
      assert.equal(positionOf(t.case.snapshot), { stage: 'branch', step: 'calling', missed: call })
      assert.is(t.facts.meeting, undefined)
    }
    t.say('meeting.convened').say('quorum.missed')
    assert.is(t.place, 'abandoned-without-quorum')
  })

calls('each stage counts for itself, and a meeting that is held in the end costs nothing further', () => {
  const t = toldUntil(threeReviewsWith({ calls: 2 }), 4)
  t.say('meeting.convened').say('quorum.missed').decide()
  assert.equal(positionOf(t.case.snapshot), { stage: 'committees', step: 'calling', missed: 0 })
  t.say('meeting.convened').say('quorum.missed')
  assert.equal(positionOf(t.case.snapshot), { stage: 'committees', step: 'calling', missed: 1 })
})

calls('a meeting put off is no call in vain', () => {
  const t = toldUntil(threeReviewsWith({ calls: 1 }), 4)
  for (const _ of [1, 2, 3]) t.say('meeting.convened').say('meeting.postponed')
  assert.equal(positionOf(t.case.snapshot), { stage: 'branch', step: 'calling', missed: 0 })
  assert.is(t.facts.meeting, undefined)
})

calls('where the quorum is there it cannot be called missed, nor before the day', () => {
  const t = toldUntil(threeReviewsWith(), 4).say('meeting.convened')
  const early = t.try('quorum.missed')
  assert.ok(early?.code === 'gate_closed' && early.grounds.some(({ code, met }) => code === 'meeting-day' && !met))
  t.today = t.dueDay('quorum.missed')
  const there = t.try('quorum.missed', came(20))
  assert.ok(there?.code === 'gate_closed')
  assert.equal(
    there.grounds.filter(({ met }) => !met).map(({ code }) => code),
    ['quorum-missed'],
  )
  assert.is(t.place, 'branch.called')
  assert.is(t.try('quorum.missed', came(19)), undefined)
})

calls.run()

const withdrawal = suite('withdrawal')

for (const [name, procedure] of everyCourse)
  withdrawal(
    `${name}: at any point until the deciding ballot opens, but not while a body is voting; never after`,
    () => {
      const told = courses[procedure.procedure] ?? []
      const opening = told.lastIndexOf('ballot.opened')
      for (let n = 1; n < told.length; n += 1) {
        const t = toldUntil(procedure, n)
        const voting = t.place.endsWith('.voting')
        const refusal = t.try('proposal.withdrawn')
        if (n <= opening && !voting) assert.is(t.place, 'withdrawn', `after ${n}`)
        else {
          assert.ok(refusal?.code === 'gate_closed', `after ${n}`)
          assert.equal(
            refusal.grounds.map(({ code, met }) => [code, met]),
            [['ballot-not-yet-opened', false]],
          )
          assert.is.not(t.place, 'withdrawn')
        }
      }
    },
  )

withdrawal('a deciding ballot that failed opens it no more', () => {
  const t = toldUntil(threeReviewsWith(), 19).decide('agree', 3)
  assert.is(t.place, 'decision.undecided')
  assert.is(t.try('proposal.withdrawn')?.code, 'gate_closed')
})

withdrawal.run()

const amended = suite('which approvals survive a changed plan')

//  choice, stage that amends, where it leads
const survival: readonly (readonly [string, string, string])[] = [
  ['continue', 'branch', 'committees.calling'],
  ['continue', 'committees', 'party-members.calling'],
  ['continue', 'party-members', 'decision.calling'],
  ['committees', 'branch', 'committees.calling'],
  ['committees', 'committees', 'party-members.calling'],
  ['committees', 'party-members', 'committees.calling'],
  ['restart', 'branch', 'committees.calling'],
  ['restart', 'committees', 'branch.calling'],
  ['restart', 'party-members', 'branch.calling'],
]
const arrivedAt = (procedure: ExpandedProcedure, stage: string): Telling => {
  const t = toldUntil(procedure, 4)
  while (!t.place.startsWith(`${stage}.`)) t.decide()
  return t
}
for (const [choice, stage, to] of survival)
  amended(`${choice}: a plan agreed with changes in ${stage} goes to ${to}`, () => {
    const t = arrivedAt(threeReviewsWith({ amendment: choice }), stage)
      .say('meeting.convened')
      .say('draft.written')
    t.decide('agree-amended')
    assert.is(t.place, to)
    t.decide()
    assert.is(t.facts.draft?.n, 2)
  })

//  choice, stage that returns, where the changed plan is taken up
const returned: readonly (readonly [string, string, string])[] = [
  ['continue', 'branch', 'branch.calling'],
  ['continue', 'decision', 'decision.calling'],
  ['committees', 'committees', 'committees.calling'],
  ['committees', 'party-members', 'committees.calling'],
  ['committees', 'decision', 'committees.calling'],
  ['restart', 'branch', 'branch.calling'],
  ['restart', 'party-members', 'branch.calling'],
  ['restart', 'decision', 'branch.calling'],
]
for (const [choice, stage, to] of returned)
  for (const how of ['return', 'sent-back'] as const)
    amended(`${choice}: a plan that ${stage} gave back (${how}) is changed, and taken up in ${to}`, () => {
      const t = arrivedAt(threeReviewsWith({ amendment: choice }), stage)
      if (how === 'return') t.decide('return')
      else t.decide('agree', 3).say('decision.sent-back')
      assert.is(t.place, `${stage}.revising`)
      const unchanged = t.try('decision.resumed')
      assert.ok(unchanged?.code === 'gate_closed' && unchanged.grounds[0]?.code === 'draft-changed-since-return')
      t.say('draft.written').say('decision.resumed')
      assert.is(t.place, to)
      while (t.place.endsWith('.calling')) t.decide()
      assert.is(t.place, 'decision-published.waiting')
      assert.is(t.facts.adopted?.draft, 2)
    })

amended(
  'the plan as it was announced cannot be agreed once it is changed in the hall, nor agreed with changes unchanged',
  () => {
    const t = toldUntil(threeReviewsWith(), 4).say('meeting.convened')
    t.today = t.dueDay('ballot.opened')
    const unmet = (motion: string): readonly string[] => {
      const refusal = t.try('ballot.opened', { motion })
      return refusal?.code === 'gate_closed' ? refusal.grounds.filter(({ met }) => !met).map(({ code }) => code) : []
    }
    assert.equal(unmet('agree-amended'), ['draft-amended-here'])
    t.say('draft.written')
    assert.equal(unmet('agree'), ['announced-draft-put'])
  },
)

amended('六步议事: a plan that failed goes back to drafting, and through posting and review again', () => {
  const t = toldUntil(sixStepWith(), 18).decide('agree', 19)
  assert.is(t.place, 'vote.undecided')
  t.say('decision.sent-back')
  assert.is(t.place, 'plan.open')
  assert.is(t.try('drafting.closed')?.code, 'gate_closed')
  t.say('draft.written').say('draft.approved').say('drafting.closed').hang('posting')
  t.say('opinion.given').say('opinion.given').say('review.closed').decide()
  assert.equal(t.facts.adopted, { draft: 2, ballot: t.facts.adopted?.ballot })
})

amended('六步议事: an upheld objection goes back to drafting, an expert’s change to posting', () => {
  const t = toldUntil(sixStepWith(), 10).say('comment.received', { objection: true }).say('objection.decided')
  t.say('posting.sent-back')
  assert.is(t.place, 'plan.open')
  t.say('draft.written').say('draft.approved').say('drafting.closed').hang('posting')
  t.say('opinion.given', { answer: 'changes' })
  assert.is(t.try('review.sent-back')?.code, 'gate_closed')
  t.say('draft.written')
  assert.is(t.try('review.closed')?.code, 'gate_closed')
  t.say('review.sent-back')
  assert.is(t.place, 'posting.waiting')
  t.hang('posting').say('opinion.given').say('opinion.given').say('review.closed')
  assert.is(t.place, 'vote.calling')
})

amended.run()
