import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { nextMoves, openCase } from '../workflows/case.ts'
import { catalogue, isMove } from '../workflows/format/catalogue.ts'
import { compile, machineOf, positionOf, start, take, waysFrom } from '../workflows/machine.ts'
import { addDays } from '../workflows/rules/days.ts'
import type { ExpandedProcedure } from '../workflows/stages/stage.ts'
import { everyCourse, sixStepWith, threeReviewsWith } from './support/adopted.ts'
import { courses, hex, id, proposalKinds, roll, Telling, toldUntil } from './support/telling.ts'

const course = suite('the straight course')

for (const [name, procedure] of everyCourse)
  course(`${name}: from the opening to the close, every stage in its order`, () => {
    const t = new Telling(procedure)
    const stages: string[] = []
    for (const kind of courses[procedure.procedure] ?? []) {
      const [stage = ''] = t.place.split('.')
      if (stages.at(-1) !== stage) stages.push(stage)
      t.say(kind)
    }
    assert.is(t.place, 'closed')
    assert.equal(
      stages,
      procedure.stages.map(({ id }) => id),
    )
    assert.ok(t.facts.adopted)
    assert.equal(t.facts.adopted?.draft, t.facts.draft?.n)
  })

for (const [name, procedure] of everyCourse)
  course(`${name}: told again from its entries it comes to the same place and the same facts`, () => {
    const t = toldUntil(procedure)
    const again = new Telling(procedure)
    for (const entry of t.entries) assert.is(again.put(entry), undefined)
    assert.equal(again.whole, t.whole)
  })

course.run()

const wrongStep = suite('moves and facts out of their step')

for (const [name, procedure] of everyCourse)
  wrongStep(`${name}: refused with the moves that are open, and nothing changes`, () => {
    const t = new Telling(procedure).say('proposal.opened')
    let refusals = 0
    for (const next of (courses[procedure.procedure] ?? []).slice(1)) {
      t.today = t.dueDay(next)
      const open = new Set(waysFrom(t.case.snapshot).map(({ way }) => way.on))
      const before = t.whole
      for (const kind of proposalKinds) {
        const { tag } = catalogue[kind]
        if (isMove(kind) ? open.has(kind) : tag === 'afterwards' || (tag !== undefined && t.case.snapshot.hasTag(tag)))
          continue
        const [stage, step] = t.place.split('.')
        assert.equal(t.try(kind), { code: 'not_in_this_step', move: kind, stage, step, open: [...open] }, kind)
        assert.equal(t.whole, before, kind)
        refusals += 1
      }
      t.say(next)
    }
    assert.ok(refusals > 500, String(refusals))
  })

wrongStep('what belongs on another chain is in no step', () => {
  const t = new Telling(threeReviewsWith()).say('proposal.opened')
  const entry = t.entry('proposal.withdrawn', { reason: hex(1) })
  const refusal = t.put({ ...entry, kind: 'meeting.ended', data: { outcome: 'held' } })
  assert.equal(refusal?.code, 'not_in_this_step')
})

wrongStep('nothing goes before the opening, and a case is opened once', () => {
  const t = new Telling(threeReviewsWith())
  const empty = t.whole
  for (const kind of proposalKinds.filter((k) => k !== 'proposal.opened')) {
    assert.equal(t.try(kind), { code: 'does_not_fit', move: kind, why: 'not_opened' })
    assert.equal(t.whole, empty)
  }
  t.say('proposal.opened')
  const opened = t.whole
  assert.equal(t.try('proposal.opened'), { code: 'does_not_fit', move: 'proposal.opened', why: 'opened_already' })
  assert.equal(t.whole, opened)
})

wrongStep('nothing happens later than it was recorded', () => {
  const t = toldUntil(sixStepWith(), 13)
  assert.is(t.place, 'posting.posted')
  const later = addDays(t.facts.posting?.lastDay ?? '', 1)
  assert.equal(t.put(t.entry('posting.closed', {}, later)), {
    code: 'does_not_fit',
    move: 'posting.closed',
    why: 'occurred_after_recording',
  })
  t.today = later
  const closes = t.entry('posting.closed', {}, later)
  assert.equal(t.put(closes), { code: 'does_not_fit', move: 'posting.closed', why: 'not_attested' })
  assert.is(t.put({ ...closes, attested: { evidence: hex(1), confirmedBy: [id(7)] } }), undefined)
})

wrongStep('data outside the catalogue is refused before any gate sees it', () => {
  const t = toldUntil(sixStepWith(), 3)
  const entry = t.entry('talk.held', {
    heldOn: t.today,
    convenedBy: 'party-committee',
    heard: ['units'],
    people: 3,
    minutes: hex(1),
  })
  assert.ok(entry.kind === 'talk.held')
  const refusal = t.put({ ...entry, data: { ...entry.data, heard: ['王秀英'] } })
  assert.equal(refusal, { code: 'does_not_fit', move: 'talk.held', why: 'not_in_catalogue' })
})

wrongStep.run()

const ended = suite('an ended case')

//  end, told how
const endings: readonly (readonly [string, () => Telling])[] = [
  ['closed', () => toldUntil(sixStepWith())],
  ['withdrawn', () => toldUntil(sixStepWith(), 5).say('proposal.withdrawn')],
  ['refused-at-intake', () => toldUntil(threeReviewsWith(), 2).say('intake.refused')],
  [
    'unlawful',
    () => toldUntil(sixStepWith(), 14).say('opinion.given', { answer: 'unlawful' }).say('review.found-unlawful'),
  ],
  ['rejected', () => toldUntil(threeReviewsWith(), 4).decide('refuse')],
  ['rejected', () => toldUntil(threeReviewsWith(), 4).decide('agree', 3).say('decision.concluded')],
  [
    'abandoned-without-quorum',
    () =>
      toldUntil(threeReviewsWith({ calls: 1 }), 4)
        .say('meeting.convened')
        .say('quorum.missed'),
  ],
]
for (const [end, tell] of endings)
  ended(`${end}: it refuses everything, also to be withdrawn, and lists no move`, () => {
    const t = tell()
    assert.is(t.place, end)
    const before = t.whole
    for (const kind of proposalKinds) {
      if (catalogue[kind].tag === 'afterwards') continue
      assert.equal(t.try(kind), { code: 'case_ended', end }, kind)
      assert.equal(t.whole, before, kind)
    }
    assert.equal(nextMoves(t.case, t.at, t.today), [])
    assert.equal(waysFrom(t.case.snapshot), [])
    const { at, today: on, facts } = t
    const ask = { at, on, move: 'proposal.withdrawn', facts, place: t.case.procedure.place } as const
    assert.is(take(t.case.machine, t.case.snapshot, { type: 'proposal.withdrawn', ask }), undefined)
  })

ended.run()

const machines = suite('compiled machines')

machines('one adoption has one machine, found by its hash', () => {
  const six = sixStepWith()
  assert.is(machineOf('cache/one', six), machineOf('cache/one', six))
  assert.is.not(machineOf('cache/one', six), machineOf('cache/two', six))
  assert.is(openCase('cache/one', six).machine, machineOf('cache/one', six))
})

machines('at most two hundred are kept: the longest unused go first', () => {
  const six = sixStepWith()
  const often = machineOf('kept/often', six)
  const once = machineOf('kept/once', six)
  for (let n = 0; n < 199; n += 1) {
    machineOf(`kept/${n}`, six)
    if (n === 100) assert.is(machineOf('kept/often', six), often)
  }
  assert.is(machineOf('kept/often', six), often, 'used in between')
  assert.is.not(machineOf('kept/once', six), once, 'compiled anew')
})

machines('an expansion for another compiler, or without a stage, is not compiled', () => {
  const six = sixStepWith()
  const another: ExpandedProcedure = JSON.parse(JSON.stringify({ ...six, format: 2 }))
  assert.throws(() => compile(another), 'no compiler here for format 2')
  assert.throws(() => openCase('format/2', another), 'no compiler here for format 2')
  assert.throws(() => compile({ ...six, stages: [] }), 'at least one stage')
})

machines('a standing is one step of one stage: what the machine does not know is never stood in', () => {
  const machine = compile(sixStepWith())
  const first = start(machine)
  assert.equal(positionOf(first), { stage: 'topic', step: 'open', missed: 0 })
  for (const value of [{ going: {} }, { going: 'topic' }, {}, { going: { topic: { open: {} } } }])
    assert.throws(() => positionOf(Object.assign(Object.create(first), { value })), 'one step of one stage')
  assert.throws(() => machine.resolveState({ value: { going: { nowhere: 'open' } }, context: { missed: 0 } }))
})

machines('the roll of the told cases is what the law composes a body of', () => {
  assert.ok(
    roll.groups.representatives * 5 >= roll.entitled * 4 && roll.groups['women-representatives'] * 3 >= roll.entitled,
  )
})

machines.run()
