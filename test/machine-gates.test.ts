import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { addDays } from '../workflows/rules/days.ts'
import { sixStepWith, threeReviewsWith } from './support/adopted.ts'
import { came, hex, type Said, Telling, toldUntil, voted } from './support/telling.ts'

const asked = suite('what a gate asks')

/** The codes of what is not met where a kind is refused for its gate. */
const unmet = (t: Telling, kind: Said, change: Readonly<Record<string, unknown>> = {}): readonly string[] => {
  t.today = t.dueDay(kind)
  const before = t.whole
  const refusal = t.try(kind, change)
  if (refusal?.code !== 'gate_closed') throw new Error(`${kind}: ${JSON.stringify(refusal)}`)
  assert.equal(t.whole, before)
  return refusal.grounds.filter(({ met }) => !met).map(({ code }) => code)
}

const otherId = '01890a5d-ac96-774b-bcce-0000000000ff'
const cityUntil = (n: number): Telling => toldUntil(sixStepWith(), n)
const villageUntil = (n: number): Telling => toldUntil(threeReviewsWith(), n)
const announced = (): Telling => villageUntil(4).decide().decide().decide()
const noQuorum = { ...came(32), groups: { ...came(32).groups, 'women-representatives': { entitled: 14, present: 9 } } }

//  what is amiss, told until, kind, said instead, what is not met
const gates: readonly (readonly [string, () => Telling, Said, Readonly<Record<string, unknown>>, readonly string[]])[] =
  [
    [
      'a matter that is decided elsewhere',
      () => cityUntil(2),
      'intake.accepted',
      { matter: 'residents-election' },
      ['competent-body'],
    ],
    [
      'a matter of the village in the city',
      () => cityUntil(2),
      'intake.accepted',
      { matter: 'village-covenant' },
      ['competent-body'],
    ],
    ['no first draft', () => villageUntil(2), 'intake.accepted', {}, ['first-draft']],
    [
      'a talk that another body convened',
      () => cityUntil(3).say('talk.held', { convenedBy: 'residents-committee' }).say('advice.noted'),
      'consultation.closed',
      {},
      ['talks-held', 'group-heard', 'group-heard', 'group-heard'],
    ],
    [
      'opinions on the draft before the newest',
      () => cityUntil(16).say('draft.written'),
      'review.closed',
      {},
      ['opinion-passes', 'opinion-passes', 'posted-draft-reviewed'],
    ],
    [
      'advice that no draft names',
      () => cityUntil(6).say('draft.written', { follows: [] }).say('draft.approved'),
      'drafting.closed',
      {},
      ['advice-unnamed'],
    ],
    [
      'a draft approved by another body',
      () => cityUntil(7).say('draft.approved', { by: 'residents-committee' }),
      'drafting.closed',
      {},
      ['draft-approved'],
    ],
    [
      'a draft changed after its approval',
      () => cityUntil(8).say('draft.written'),
      'drafting.closed',
      {},
      ['draft-approved'],
    ],
    ['too few days', () => cityUntil(9), 'posting.opened', { days: 6 }, ['posting-days', 'posting-term-right']],
    [
      'days counted otherwise than adopted',
      () => cityUntil(9),
      'posting.opened',
      { counted: 'calendar' },
      ['posting-days-as-adopted', 'posting-term-right'],
    ],
    [
      'a posting that began before',
      () => cityUntil(9),
      'posting.opened',
      { from: '2026-02-02' },
      ['posting-starts-today', 'posting-term-right'],
    ],
    ['a last day put forward', () => cityUntil(9), 'posting.opened', { lastDay: '2026-03-10' }, ['posting-term-right']],
    ['a year that nobody declared', () => cityUntil(9), 'posting.opened', { calendar: {} }, ['posting-term-right']],
    ['a posting that nobody saw', () => cityUntil(10), 'posting.closed', {}, ['posting-evidenced']],
    [
      'a comment without an answer',
      () => cityUntil(11).say('posting.evidenced'),
      'posting.closed',
      {},
      ['comments-unanswered'],
    ],
    [
      'an objection that nobody decided',
      () =>
        cityUntil(10).say('posting.evidenced').say('comment.received', { objection: true }).say('comments.answered'),
      'posting.closed',
      {},
      ['objections-undecided'],
    ],
    [
      'an objection upheld',
      () =>
        cityUntil(10).say('posting.evidenced').say('comment.received', { objection: true }).say('objection.decided'),
      'posting.closed',
      {},
      ['objections-upheld'],
    ],
    ['no objection upheld', () => cityUntil(11), 'posting.sent-back', {}, ['objection-upheld']],
    ['a discipline not heard', () => cityUntil(15), 'review.closed', {}, ['opinion-passes']],
    [
      'an opinion that asks for changes',
      () => cityUntil(15).say('opinion.given', { answer: 'changes' }),
      'review.closed',
      {},
      ['opinion-passes'],
    ],
    [
      'a draft that did not hang',
      () => cityUntil(14).say('draft.written').say('opinion.given').say('opinion.given'),
      'review.closed',
      {},
      ['posted-draft-reviewed'],
    ],
    ['nobody who finds it unlawful', () => cityUntil(16), 'review.found-unlawful', {}, ['found-unlawful']],
    ['no party discussion', () => cityUntil(17), 'meeting.convened', {}, ['party-discussion']],
    [
      'a party discussion that did not agree',
      () => cityUntil(17).say('party-discussion.filed', { agreed: false }),
      'meeting.convened',
      {},
      ['party-discussion'],
    ],
    [
      'a party discussion yet to be held',
      () => cityUntil(17).say('party-discussion.filed', { heldOn: '2027-01-01' }),
      'meeting.convened',
      {},
      ['party-discussion'],
    ],
    [
      'a meeting on a day that is over',
      () => cityUntil(18),
      'meeting.convened',
      { on: '2026-03-03' },
      ['convocation-days'],
    ],
    ['another body', () => cityUntil(18), 'meeting.convened', { body: 'residents-council' }, ['right-body']],
    ['a mode for a body that has none', () => cityUntil(18), 'meeting.convened', { mode: 'persons' }, ['right-body']],
    ['another convener', () => cityUntil(18), 'meeting.convened', { convenedBy: 'party-committee' }, ['convener']],
    [
      'too few representatives on the roll',
      () => cityUntil(18),
      'meeting.convened',
      { groups: { representatives: 31 } },
      ['composition'],
    ],
    [
      'a draft that is not the newest',
      () => cityUntil(18),
      'meeting.convened',
      { draft: 2 },
      ['newest-draft-announced'],
    ],
    [
      'four days where the province asks five',
      announced,
      'meeting.convened',
      { sentOn: '2026-04-07', on: '2026-04-11' },
      ['convocation-days'],
    ],
    ['a call by word of mouth', announced, 'meeting.convened', { written: false }, ['convocation-written']],
    ['a call that is not posted', announced, 'meeting.convened', { posted: false }, ['convocation-posted']],
    [
      'too few women representatives on the roll',
      announced,
      'meeting.convened',
      { groups: { representatives: 36, 'women-representatives': 13 } },
      ['composition'],
    ],
    [
      'too few women representatives in the hall',
      () => announced().say('meeting.convened'),
      'ballot.opened',
      noQuorum,
      ['quorum'],
    ],
    ['another meeting', () => villageUntil(5), 'ballot.opened', { meeting: otherId }, ['meeting-convened-for-this']],
    [
      'a question that the body is not asked',
      () => announced().say('meeting.convened'),
      'ballot.opened',
      { motion: 'agree-amended' },
      ['motion-admitted', 'draft-amended-here'],
    ],
    [
      'another text under the draft’s number',
      () => villageUntil(5),
      'ballot.opened',
      { draftText: hex(1) },
      ['newest-draft-put'],
    ],
    [
      'the same question again without a reason',
      () => villageUntil(4).decide('agree', 3),
      'ballot.opened',
      {},
      ['put-again-with-reason'],
    ],
    [
      'a ballot closed under another’s id',
      () => villageUntil(6),
      'ballot.closed',
      { ballot: otherId },
      ['this-ballot-open'],
    ],
    [
      'fewer days of publication than the law asks',
      () => cityUntil(23),
      'publication.opened',
      { days: 14 },
      ['posting-days'],
    ],
    ['a covenant that was not filed', () => cityUntil(27), 'publication.closed', {}, ['filed']],
    [
      'a covenant filed with the wrong office',
      () => cityUntil(27).say('filing.reported', { with: 'township' }),
      'publication.closed',
      {},
      ['filed'],
    ],
    [
      'a filing yet to be made',
      () => cityUntil(27).say('filing.reported', { filedOn: '2027-01-01' }),
      'publication.closed',
      {},
      ['filed'],
    ],
    [
      'works half done',
      () => cityUntil(29).say('progress.reported', { percent: 99 }),
      'implementation.completed',
      {},
      ['progress-percent'],
    ],
  ]
for (const [what, tell, kind, change, codes] of gates)
  asked(`${what} keeps ${kind} shut`, () => assert.equal(unmet(tell(), kind, change), codes))

asked(
  'half of all representatives is asked beside more than half of those present: 17 of 27 who came are not enough',
  () => {
    const t = announced().say('meeting.convened').say('ballot.opened', came(27))
    t.say('ballot.closed', voted(came(27), 17))
    assert.is(t.place, 'decision.undecided')
    const again = announced().say('meeting.convened').say('ballot.opened', came(27))
    again.say('ballot.closed', voted(came(27), 18))
    assert.is(again.place, 'decision-published.waiting')
  },
)

asked('an authorisation binds where it was given by a body that may decide the matter itself', () => {
  for (const by of ['residents-representatives', 'residents-committee', 'party-committee', 'residents-council']) {
    const t = cityUntil(1).say('authorisation.filed', { by })
    assert.equal(unmet(t, 'intake.accepted'), ['authorisation-on-file'], by)
  }
  for (const change of [
    { to: 'residents-committee' },
    { matter: 'community-affairs' },
    { decidedOn: '2026-03-03' },
    { postedOn: '2026-03-03' },
    { filedOn: '2026-03-03' },
    { until: '2026-03-01' },
  ])
    assert.equal(
      unmet(cityUntil(1).say('authorisation.filed', change), 'intake.accepted'),
      ['authorisation-on-file'],
      JSON.stringify(change),
    )
})

asked('special circumstances shorten the days of an assembly, and nothing else', () => {
  const t = toldUntil(threeReviewsWith({ decides: 'persons' }), 4)
    .decide()
    .decide()
    .decide()
  const soon = { on: addDays(t.today, 2) }
  assert.equal(unmet(t, 'meeting.convened', soon), ['convocation-days'])
  assert.equal(unmet(t, 'meeting.convened', { ...soon, emergency: hex(1) }), ['emergency-decided'], 'by nobody')
  const byOthers = { emergency: hex(1), emergencyBy: 'party-committee' }
  assert.equal(unmet(t, 'meeting.convened', { ...soon, ...byOthers }), ['emergency-decided'])
  const decided = { emergency: hex(1), emergencyBy: 'village-committee' }
  assert.equal(unmet(t, 'meeting.convened', { ...decided, on: addDays(t.today, -1) }), ['convocation-days'])
  t.say('meeting.convened', { ...soon, ...decided })
})

asked('the last day hangs to its end, and a meeting is not opened before its day', () => {
  const posting = cityUntil(10).say('posting.evidenced')
  posting.today = posting.facts.posting?.lastDay ?? ''
  const early = posting.try('posting.closed')
  assert.ok(early?.code === 'gate_closed')
  assert.equal(
    early.grounds.filter(({ met }) => !met).map(({ code, detail }) => [code, detail?.daysLeft]),
    [['posting-days-run', 1]],
  )
  const meeting = villageUntil(5)
  meeting.today = addDays(meeting.facts.meeting?.on ?? '', -1)
  const refusal = meeting.try('ballot.opened')
  assert.ok(refusal?.code === 'gate_closed')
  assert.equal(
    refusal.grounds.filter(({ met }) => !met).map(({ code }) => code),
    ['meeting-day'],
  )
})

asked('a body whose law names no quorum decides nothing, however many came', () => {
  const procedure = threeReviewsWith()
  const stages = procedure.stages.map((stage) =>
    stage.kind === 'decision' ? { ...stage, law: stage.law.map(({ quorum: _, ...rest }) => rest) } : stage,
  )
  const t = new Telling({ ...procedure, stages }).say('proposal.opened').say('authorisation.filed').say('draft.written')
  t.say('intake.accepted').say('meeting.convened')
  assert.equal(unmet(t, 'ballot.opened', came(40)), ['law-in-force'])
})

asked('a filing is asked where the publication asks it', () => {
  const procedure = sixStepWith()
  const stages = procedure.stages.map((stage) => (stage.kind === 'publication' ? { ...stage, filing: false } : stage))
  const t = toldUntil({ ...procedure, stages }, 27).say('publication.closed')
  assert.is(t.place, 'works.open')
})

asked('a comment that was withdrawn holds nothing up, and none is withdrawn from what hangs no more', () => {
  const t = cityUntil(10).say('posting.evidenced').say('comment.received', { objection: true })
  t.say('comment.withdrawn').say('posting.closed')
  assert.is(t.try('comment.withdrawn')?.code, 'not_in_this_step')
})

asked('a comment after the last day holds nothing up', () => {
  const t = cityUntil(10).say('posting.evidenced')
  t.today = t.dueDay('posting.closed')
  t.say('comment.received').say('posting.closed')
  assert.is(t.place, 'experts.open')
})

asked('ratings stay open for the days adopted', () => {
  const t = cityUntil(34)
  assert.is(t.place, 'evaluation.open')
  t.today = addDays(t.facts.enteredOn, 6)
  const refusal = t.try('evaluation.closed')
  assert.ok(refusal?.code === 'gate_closed')
  assert.equal(
    refusal.grounds.map(({ code, have, need, met }) => [code, have, need, met]),
    [
      ['rating-days', 6, 7, false],
      ['resolution-in-force', 1, 1, true],
      ['orders-open', 0, 0, true],
    ],
  )
})

asked.run()
