import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { DataOf } from '../workflows/format/catalogue.ts'
import { addDays, startOfDay } from '../workflows/rules/days.ts'
import type { Tallies } from '../workflows/rules/types.ts'
import type { DecisionStage } from '../workflows/stages/stage.ts'
import { verdictOf } from '../workflows/stages/verdict.ts'
import { ownersWith } from './support/adopted.ts'
import { Telling } from './support/telling.ts'

const rules = suite('what the owners decide in common')

const stageOf = (procedure = ownersWith()): DecisionStage => {
  const stage = procedure.stages.find(({ id }) => id === 'vote')
  if (stage?.kind !== 'decision') throw new Error('the owners vote')
  return stage
}

/** Who voted how, of a whole: yes, no, abstain, spoiled. */
const tally = (entitled: number, [yes, no, abstain, spoiled]: readonly [number, number, number, number]): Tallies => ({
  entitled,
  present: 0,
  yes,
  no,
  abstain,
  spoiled,
})

const ordinary = 'owners-manager'
const special = 'owners-fund-raising'
type Votes = readonly [number, number, number, number]

//  matter, heads of 87, area of 6,000,000 (0.01 m²), carried, because
const rows: readonly (readonly [string, Votes, Votes, boolean, string])[] = [
  [ordinary, [30, 28, 0, 0], [2_000_001, 1_999_999, 0, 0], true, '58 of 87 heads and just two thirds of the area'],
  [ordinary, [57, 0, 0, 0], [6_000_000, 0, 0, 0], false, 'one head short, whatever the area'],
  [ordinary, [87, 0, 0, 0], [3_999_999, 0, 0, 0], false, '0.01 m² short, whatever the heads'],
  [ordinary, [30, 28, 0, 0], [2_000_000, 2_000_000, 0, 0], false, 'just half of the area that took part'],
  [ordinary, [29, 29, 0, 0], [3_000_000, 1_000_000, 0, 0], false, 'just half of the heads that took part'],
  [ordinary, [30, 0, 28, 0], [2_000_001, 0, 1_999_999, 0], true, 'who abstains has taken part'],
  [ordinary, [30, 0, 0, 28], [2_000_001, 0, 0, 1_999_999], true, 'and whose paper is spoiled'],
  [ordinary, [30, 0, 30, 0], [4_000_000, 0, 1, 0], false, 'but counts against the motion'],
  [ordinary, [44, 43, 0, 0], [3_000_001, 2_999_999, 0, 0], true, 'all took part, and just more than half agree'],
  [special, [44, 14, 0, 0], [3_000_000, 1_000_000, 0, 0], true, 'three quarters of the area, exactly'],
  [special, [44, 14, 0, 0], [2_999_999, 1_000_001, 0, 0], false, '0.01 m² short of them'],
  [special, [43, 15, 0, 0], [4_000_000, 0, 0, 0], false, 'one head short: 43 × 4 < 58 × 3'],
  [special, [45, 15, 0, 0], [3_000_000, 1_000_000, 0, 0], true, 'three quarters of both, exactly'],
  [special, [45, 12, 0, 0], [3_000_000, 1_000_000, 0, 0], false, '57 heads take part in nothing'],
]
for (const [matter, heads, area, carried, because] of rows)
  rules(`${matter}: ${heads.join('/')} heads, ${area.join('/')}: ${because}`, () => {
    const counted = { people: tally(87, heads), groups: {}, measures: { area: tally(6_000_000, area) } }
    for (const held of ['circulated', 'assembly'])
      assert.is(verdictOf(stageOf(ownersWith({ held })), 'agree', counted, '2026-03-20', matter).met, carried)
  })

//  heads, area of 6,000,000, yes of both, carried: law.md's 600 heads
const six: readonly (readonly [string, readonly [number, number], readonly [number, number], boolean])[] = [
  [ordinary, [400, 4_000_000], [201, 2_000_001], true],
  [ordinary, [400, 4_000_000], [201, 2_000_000], false],
  [ordinary, [399, 4_000_000], [399, 4_000_000], false],
  [special, [400, 4_000_000], [305, 2_999_000], false],
  [special, [400, 4_000_000], [300, 3_000_000], true],
]
for (const [matter, [heads, area], [yes, yesArea], carried] of six)
  rules(`${matter} of 600 heads: ${yes}/${heads} and ${yesArea}/${area}`, () => {
    const counted = {
      people: tally(600, [yes, heads - yes, 0, 0]),
      groups: {},
      measures: { area: tally(6_000_000, [yesArea, area - yesArea, 0, 0]) },
    }
    assert.is(verdictOf(stageOf(), 'agree', counted, '2026-03-20', matter).met, carried)
  })

rules('each ground has its need by heads and by area, and cites the code', () => {
  const counted = {
    people: tally(87, [40, 18, 0, 0]),
    groups: {},
    measures: { area: tally(6_000_000, [2_000_000, 2_000_000, 0, 0]) },
  }
  const { grounds } = verdictOf(stageOf(), 'agree', counted, '2026-03-20', ordinary)
  const told = grounds.map(({ code, test, have, need, of, met }) => [
    code,
    test?.measure ?? 'people',
    have,
    need,
    of,
    met,
  ])
  assert.equal(told.slice(1), [
    ['participation', 'area', 4_000_000, 4_000_000, 6_000_000, true],
    ['participation', 'people', 58, 58, 87, true],
    ['threshold', 'area', 2_000_000, 2_000_001, 4_000_000, false],
    ['threshold', 'people', 40, 30, 58, true],
  ])
  assert.ok(grounds.slice(1).every(({ cite }) => cite?.includes('第二百七十八条')))
})

rules('without an owners’ matter there is no law to decide by', () => {
  const counted = { people: tally(87, [87, 0, 0, 0]), groups: {}, measures: { area: tally(1, [1, 0, 0, 0]) } }
  assert.is(verdictOf(stageOf(), 'agree', counted, '2026-03-20', 'residents-covenant').met, false)
  const t = new Telling(ownersWith()).say('proposal.opened').say('draft.written')
  const refused = t.try('intake.accepted', { matter: 'residents-covenant' })
  assert.ok(refused?.code === 'gate_closed')
  assert.equal(
    refused.grounds.filter(({ met }) => !met).map(({ code }) => code),
    ['competent-body'],
  )
})

rules.run()

const ways = suite('an owners’ matter on its way')

const roll = { entitled: 87, groups: {}, measures: { area: 6_000_000 } }
const nobody = {
  people: { entitled: 87, present: 0 },
  groups: {},
  measures: { area: { entitled: 6_000_000, present: 0 } },
}

/** Posted and called, the ballots out for so many days. */
const putsBallots = (t: Telling, days = 7): Telling => {
  t.hang('posting').say('meeting.convened', roll)
  t.today = t.dueDay('ballot.opened')
  return t.say('ballot.opened', {
    ...nobody,
    circulated: true,
    mayVote: 87,
    until: startOfDay(addDays(t.today, days)).toISOString(),
  })
}

const closing = (yes: number): Partial<DataOf<'ballot.closed'>> => ({
  people: { ...nobody.people, yes, no: 87 - yes, abstain: 0, spoiled: 0 },
  groups: {},
  measures: {
    area: { ...nobody.measures.area, yes: yes * 60_000, no: 6_000_000 - yes * 60_000, abstain: 0, spoiled: 0 },
  },
})

ways('an upheld objection asks for another draft, a lost vote too, and each hangs again before the vote', () => {
  const t = new Telling(ownersWith()).say('proposal.opened')
  const early = t.try('intake.accepted')
  assert.ok(early?.code === 'gate_closed' && early.grounds.some(({ code, met }) => code === 'first-draft' && !met))
  t.say('draft.written').say('intake.accepted').say('posting.opened').say('comment.received', { objection: true })
  t.say('objection.decided').say('posting.sent-back')
  assert.is(t.place, 'topic.open')
  const same = t.try('intake.accepted')
  assert.ok(same?.code === 'gate_closed')
  assert.equal(
    same.grounds.filter(({ met }) => !met).map(({ code }) => code),
    ['draft-changed-since-return'],
  )
  t.say('draft.written').say('intake.accepted')

  putsBallots(t)
  t.today = addDays(t.today, 7)
  t.say('ballot.closed', closing(43))
  assert.is(t.place, 'vote.undecided')
  t.say('decision.sent-back')
  const unchanged = t.try('decision.resumed')
  assert.ok(unchanged?.code === 'gate_closed')
  t.say('draft.written').say('decision.resumed')
  assert.is(t.place, 'posting.waiting')

  putsBallots(t)
  t.today = addDays(t.today, 7)
  t.say('ballot.closed', closing(80)).hang('publication').say('progress.reported', { percent: 100 })
  t.say('implementation.completed').hang('publication').say('rating.given').say('evaluation.closed')
  assert.is(t.place, 'closed')
})

ways('written ballots stay out their days, and are not put in a hall; in an assembly nobody changes a vote', () => {
  const called = () => {
    const t = new Telling(ownersWith()).say('proposal.opened').say('draft.written').say('intake.accepted')
    t.hang('posting').say('meeting.convened', roll)
    t.today = t.dueDay('ballot.opened')
    return t
  }
  const until = (t: Telling, days: number) => startOfDay(addDays(t.today, days)).toISOString()
  for (const [change, code] of [
    [{ circulated: true, mayVote: 87 }, 'ballot-days'],
    [{ mayVote: 87 }, 'circulated-as-adopted'],
    [{ circulated: true, mayVote: 87, voting: 'secret' }, 'way-of-voting'],
    [{ circulated: true, mayVote: 87, measures: { area: { entitled: 5_999_999, present: 0 } } }, 'roll-as-frozen'],
  ] as const) {
    const t = called()
    const days = code === 'ballot-days' ? 6 : 7
    const refused = t.try('ballot.opened', { ...nobody, until: until(t, days), ...change })
    assert.ok(refused?.code === 'gate_closed')
    assert.ok(
      refused.grounds.some((ground) => ground.code === code && !ground.met),
      code,
    )
  }
  const soon = new Telling(ownersWith()).say('proposal.opened').say('draft.written').say('intake.accepted')
  soon.hang('posting')
  const refused = soon.try('meeting.convened', { ...roll, on: addDays(soon.today, 14) })
  assert.ok(refused?.code === 'gate_closed')
  assert.equal(
    refused.grounds.filter(({ met }) => !met).map(({ code, have, need }) => [code, have, need]),
    [['convocation-days', 14, 15]],
  )
  assert.equal([stageOf().changes, stageOf().circulated], [true, { days: 7 }])
  const hall = stageOf(ownersWith({ held: 'assembly' }))
  assert.equal([hall.changes, hall.circulated], [undefined, undefined])
})

ways.run()
