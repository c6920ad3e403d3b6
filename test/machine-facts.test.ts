import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sixStepWith, threeReviewsWith } from './support/adopted.ts'
import { hex, type Said, type Telling, toldUntil } from './support/telling.ts'

const otherId = '01890a5d-ac96-774b-bcce-0000000000ff'
const cityUntil = (n: number): Telling => toldUntil(sixStepWith(), n)
const villageUntil = (n: number): Telling => toldUntil(threeReviewsWith(), n)

const commented = (): Telling => cityUntil(10).say('comment.received', { objection: true })
const withdrawn = (): Telling => commented().say('comment.withdrawn')
const answered = (): Telling => commented().say('comments.answered')
const keptBack = (): Telling => commented().say('comment.moderated')

const fits = suite('facts that do not fit')

//  what, told until, kind, said instead, why
const misfits: readonly (readonly [string, () => Telling, Said, Readonly<Record<string, unknown>>, string])[] = [
  ['a draft number skipped', () => cityUntil(6), 'draft.written', { n: 2 }, 'draft_number_skipped'],
  [
    'a first draft that is not called so',
    () => cityUntil(6),
    'draft.written',
    { change: 'wording' },
    'draft_opens_with_first',
  ],
  ['a second first draft', () => cityUntil(7), 'draft.written', { change: 'first' }, 'draft_opens_with_first'],
  ['advice that nobody gave', () => cityUntil(6), 'draft.written', { leaves: [otherId] }, 'advice_unknown'],
  ['an older draft approved', () => cityUntil(7), 'draft.approved', { n: 2 }, 'draft_unknown'],
  ['evidence of another posting', () => cityUntil(10), 'posting.evidenced', { posting: otherId }, 'posting_unknown'],
  ['a comment on another posting', () => cityUntil(10), 'comment.received', { posting: otherId }, 'posting_unknown'],
  ['an answer to nobody', () => cityUntil(10), 'comments.answered', { comments: [otherId] }, 'comment_unknown'],
  ['a comment decided as an objection', () => cityUntil(11), 'objection.decided', {}, 'not_an_objection'],
  [
    'an objection decided twice',
    () => cityUntil(10).say('comment.received', { objection: true }).say('objection.decided'),
    'objection.decided',
    { upheld: false },
    'comment_decided_already',
  ],
  ['a comment withdrawn that nobody made', () => cityUntil(10), 'comment.withdrawn', {}, 'comment_unknown'],
  ['a comment withdrawn once answered', () => answered(), 'comment.withdrawn', {}, 'comment_answered_already'],
  ['a comment withdrawn while kept back', () => keptBack(), 'comment.withdrawn', {}, 'moderated_already'],
  ...(
    [
      'comment.withdrawn',
      'comment.moderated',
      'comment.readmitted',
      'comments.answered',
      'objection.decided',
      'objection.escalated',
    ] as const
  ).map((kind) => [`${kind} of what was withdrawn`, withdrawn, kind, {}, 'comment_withdrawn'] as const),
  ['an opinion on another draft', () => cityUntil(14), 'opinion.given', { draft: 2 }, 'opinion_on_another_draft'],
  [
    'an opinion in a discipline not asked',
    () => cityUntil(14),
    'opinion.given',
    { discipline: 'astrology' },
    'discipline_not_asked',
  ],
  ['a vote in another ballot', () => villageUntil(6), 'vote.cast', { ballot: otherId }, 'ballot_unknown'],
]
for (const [what, tell, kind, change, why] of misfits)
  fits(`${what}: ${why}, and nothing changes`, () => {
    const t = tell()
    const before = t.whole
    assert.equal(t.try(kind, change), { code: 'does_not_fit', move: kind, why })
    assert.equal(t.whole, before)
  })

//  what, told until, kind, why the same entry is not taken twice
const once: readonly (readonly [string, () => Telling, Said, string])[] = [
  ['a piece of advice', () => cityUntil(3), 'advice.noted', 'advice_known_already'],
  ['a comment', () => cityUntil(10), 'comment.received', 'comment_known_already'],
  ['a vote', () => villageUntil(6), 'vote.cast', 'voted_already'],
  ['a rating', () => cityUntil(34), 'rating.given', 'rated_already'],
]
for (const [what, tell, kind, why] of once)
  fits(`${what} counts once`, () => {
    const t = tell()
    const { data } = t.entry(kind, t.usual(kind))
    t.say(kind, { ...data })
    const before = t.whole
    assert.equal(t.try(kind, { ...data }), { code: 'does_not_fit', move: kind, why })
    assert.equal(t.whole, before)
  })

fits('a ballot is opened once under its id, though its gate be open', () => {
  const t = villageUntil(4).decide('agree', 3)
  const [ballot] = t.facts.ballots.keys()
  const before = t.whole
  assert.equal(t.try('ballot.opened', { ballot, again: hex(1) }), {
    code: 'does_not_fit',
    move: 'ballot.opened',
    why: 'ballot_known_already',
  })
  assert.equal(t.whole, before)
})

fits('nothing is adopted by a ballot that failed, by a plan given back, or by a review that agreed', () => {
  const t = villageUntil(4).decide()
  assert.is(t.facts.adopted, undefined, 'a review')
  t.decide().decide().decide('agree', 3)
  assert.is(t.facts.adopted, undefined, 'a ballot that failed')
  t.say('ballot.opened', { motion: 'return', again: hex(1) }).say('ballot.closed')
  assert.is(t.place, 'decision.revising')
  assert.is(t.facts.adopted, undefined, 'a plan given back')
  t.say('draft.written').say('decision.resumed').decide()
  assert.equal(t.facts.adopted, { draft: 2, ballot: [...t.facts.ballots.keys()].at(-1) })
})

fits.run()
