import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { nextMoves } from '../workflows/case.ts'
import { waysFrom } from '../workflows/machine.ts'
import { addDays } from '../workflows/rules/days.ts'
import { everyCourse, sixStepWith, threeReviewsWith } from './support/adopted.ts'
import { came, courses, hex, type Said, Telling, toldUntil, voted } from './support/telling.ts'

const next = suite('the next moves')

for (const [name, procedure] of everyCourse)
  next(`${name}: at every step each way out is listed, and a listed ground has its numbers`, () => {
    const t = new Telling(procedure).say('proposal.opened')
    for (const kind of (courses[procedure.procedure] ?? []).slice(1)) {
      const moves = nextMoves(t.case, t.at, t.today)
      assert.equal(
        moves.map(({ move, to }) => [move, to]),
        waysFrom(t.case.snapshot).map(({ way }) => [way.on, way.to]),
      )
      for (const { open, grounds } of moves) {
        assert.is(
          open,
          grounds.every(({ met }) => met),
        )
        for (const { have, need, met } of grounds)
          assert.ok(Number.isSafeInteger(have) && Number.isSafeInteger(need) && typeof met === 'boolean')
      }
      t.say(kind)
    }
  })

next('what is missing of the consultation is told with its numbers', () => {
  const t = toldUntil(sixStepWith(), 3).say('talk.held', { heard: ['units'] })
  const [move, withdraw, ...more] = nextMoves(t.case, t.at, t.today)
  assert.equal(
    more.map(({ move }) => move),
    ['proposal.merged', 'proposal.expired', 'proposal.discontinued'],
  )
  assert.equal([move?.move, move?.open, move?.to], ['consultation.closed', false, { stage: 'plan' }])
  assert.equal(
    move?.grounds.map(({ code, have, need, met, detail }) => [code, have, need, met, detail?.group]),
    [
      ['talks-held', 1, 1, true, undefined],
      ['group-heard', 0, 1, false, 'stakeholders'],
      ['group-heard', 1, 1, true, 'units'],
      ['group-heard', 0, 1, false, 'representatives'],
      ['advice-noted', 0, 1, false, undefined],
    ],
  )
  assert.equal([withdraw?.move, withdraw?.open, withdraw?.to], ['proposal.withdrawn', true, { end: 'withdrawn' }])
})

next('a quorum one short is told: 26 came, 27 of 40 are needed, by which article', () => {
  const t = toldUntil(sixStepWith(), 18).say('meeting.convened')
  t.today = t.dueDay('ballot.opened')
  const refusal = t.try('ballot.opened', came(26))
  assert.ok(refusal?.code === 'gate_closed')
  const [short, ...more] = refusal.grounds.filter(({ met }) => !met)
  assert.equal(more, [])
  assert.equal([short?.code, short?.have, short?.need, short?.of], ['quorum', 26, 27, 40])
  assert.match(short?.cite ?? '', '第二十九条')
  assert.is(t.try('ballot.opened', came(27)), undefined)
})

next(
  'without the authorisation on file the matter is not accepted, the meeting not called and the ballot not opened',
  () => {
    const unfiled = (t: Telling, kind: Said): boolean => {
      t.today = t.dueDay(kind)
      const refusal = t.try(kind)
      return (
        refusal?.code === 'gate_closed' &&
        refusal.grounds.some(({ code, met }) => code === 'authorisation-on-file' && !met)
      )
    }
    for (const procedure of [sixStepWith(), threeReviewsWith()]) {
      const t = new Telling(procedure).say('proposal.opened').say('draft.written')
      assert.ok(unfiled(t, 'intake.accepted'))
      t.say('authorisation.filed', { until: t.today }).say('intake.accepted')
      const rest = courses[procedure.procedure] ?? []
      for (const kind of rest.slice(rest.indexOf('intake.accepted') + 1, rest.lastIndexOf('meeting.convened'))) {
        // The draft was written at intake; drafting asks for another.
        t.say(kind)
      }
      assert.ok(unfiled(t, 'meeting.convened'), 'it has run out')
      t.say('authorisation.filed', { until: addDays(t.today, 1) }).say('meeting.convened')
      assert.ok(unfiled(t, 'ballot.opened'), 'it runs out before the meeting')
      t.say('authorisation.filed').say('ballot.opened')
    }
  },
)

next('a tally of another roll or another attendance closes no ballot, whichever way it would go', () => {
  const t = toldUntil(threeReviewsWith(), 4).say('meeting.convened').say('ballot.opened')
  const fair = voted(came(32), 32)
  for (const tally of [
    { ...fair, people: { ...fair.people, entitled: 32 } },
    { ...fair, people: { ...fair.people, present: 31 } },
    {
      ...fair,
      groups: { ...fair.groups, representatives: { entitled: 1, present: 1, yes: 1, no: 0, abstain: 0, spoiled: 0 } },
    },
    { ...fair, groups: {} },
  ]) {
    const refusal = t.try('ballot.closed', tally)
    assert.ok(
      refusal?.code === 'gate_closed' && refusal.grounds.some(({ code, met }) => code === 'tally-of-this-roll' && !met),
    )
  }
  assert.is(t.place, 'branch.voting')
  assert.is(t.try('ballot.closed', fair), undefined)
})

next('a roll other than the one frozen at calling opens no ballot', () => {
  const t = toldUntil(threeReviewsWith(), 4).say('meeting.convened')
  t.today = t.dueDay('ballot.opened')
  const fewer = { ...came(32), groups: { ...came(32).groups, women: { entitled: 1, present: 1 } } }
  for (const change of [{ roll: hex(1) }, { people: { entitled: 39, present: 32 } }, fewer, { groups: {} }]) {
    const refusal = t.try('ballot.opened', change)
    assert.ok(
      refusal?.code === 'gate_closed' && refusal.grounds.some(({ code, met }) => code === 'roll-as-frozen' && !met),
    )
  }
})

next.run()
