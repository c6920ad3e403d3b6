import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  type Count,
  judge,
  type Outlook,
  type Outstanding,
  outlook,
  type Quantity,
  type Rule,
  type Share,
  type Tallies,
  type Test,
} from '../workflows/rules/index.ts'

const zero: Tallies = { entitled: 0, present: 0, yes: 0, no: 0, abstain: 0, spoiled: 0 }
const behaviours = ['yes', 'no', 'abstain', 'spoiled', 'silent'] as const
type Behaviour = (typeof behaviours)[number]

/** Somebody who may still vote: in which groups, with how much area. */
interface Voter {
  readonly groups: readonly string[]
  readonly area: number
}

const with_ = (t: Tallies, behaviour: Behaviour, weight: number): Tallies =>
  behaviour === 'silent'
    ? t
    : {
        ...t,
        [behaviour]: t[behaviour] + weight,
        ...(t.returned === undefined ? {} : { returned: t.returned + weight }),
      }

const after = (count: Count, voter: Voter, behaviour: Behaviour): Count => ({
  people: with_(count.people, behaviour, 1),
  ...(count.area ? { area: with_(count.area, behaviour, voter.area) } : {}),
  among: Object.fromEntries(
    Object.entries(count.among ?? {}).map(([g, t]) => [g, voter.groups.includes(g) ? with_(t, behaviour, 1) : t]),
  ),
})

/** Every way the voters may yet behave, played out one by one. */
const played = (rule: Rule, count: Count, voters: readonly Voter[]): Outlook => {
  const seen = new Set<boolean>()
  const play = (c: Count, rest: readonly Voter[]): void => {
    const [voter, ...others] = rest
    if (voter === undefined) seen.add(judge(rule, c).met)
    else for (const behaviour of behaviours) if (seen.size < 2) play(after(c, voter, behaviour), others)
  }
  play(count, voters)
  return seen.size === 2 ? 'open' : seen.has(true) ? 'certain' : 'impossible'
}

const stillOut = (voters: readonly Voter[]): Outstanding => ({
  people: voters.length,
  area: voters.reduce((sum, voter) => sum + voter.area, 0),
  among: Object.fromEntries(['women', 'reps'].map((g) => [g, voters.filter((v) => v.groups.includes(g)).length])),
})

const few = fc.nat({ max: 6 })
const tallies = fc.record(
  { entitled: few, present: few, issued: few, returned: few, yes: few, no: few, abstain: few, spoiled: few },
  { requiredKeys: ['entitled', 'present', 'yes', 'no', 'abstain', 'spoiled'] },
)
const sparse = fc.oneof(
  tallies,
  tallies.map((t) => ({ ...t, ...zero })),
  fc.constant({ ...zero, entitled: 6, present: 6 }),
)
const counts: fc.Arbitrary<Count> = fc.record({
  people: sparse,
  area: sparse,
  among: fc.record({ women: sparse, reps: sparse }),
})
const quantities: fc.Arbitrary<Quantity> = fc.constantFrom(
  'entitled',
  'present',
  'issued',
  'returned',
  'cast',
  'valid',
  'decided',
  'yes',
  'no',
  'abstain',
  'spoiled',
)
const shares: fc.Arbitrary<Share> = fc.tuple(fc.nat({ max: 5 }), fc.integer({ min: 1, max: 5 }))
const group = fc.constantFrom('women', 'reps')
const thresholds = fc.oneof(
  fc.record({ count: quantities, of: quantities, atLeast: shares }),
  fc.record({ count: quantities, of: quantities, moreThan: shares }),
)
const floors: fc.Arbitrary<Test> = fc.record({ count: quantities, atLeastNumber: fc.nat({ max: 12 }) })
const ofHeads: fc.Arbitrary<Test> = fc.oneof(
  thresholds,
  floors,
  fc.tuple(thresholds, group).map(([t, among]) => ({ ...t, among })),
  fc.tuple(floors, group).map(([t, among]) => ({ ...t, among })),
  fc.tuple(thresholds, group).map(([t, ofAmong]) => ({ ...t, ofAmong })),
  fc.tuple(thresholds, group).map(([t, g]) => ({ ...t, among: g, ofAmong: g })),
)
const ofArea: fc.Arbitrary<Test> = fc.oneof(thresholds, floors).map((t): Test => ({ ...t, measure: 'area' }))
const acrossGroups: fc.Arbitrary<Test> = thresholds.map((t): Test => ({ ...t, among: 'women', ofAmong: 'reps' }))

const voters = (areas: fc.Arbitrary<number>, max = 4): fc.Arbitrary<readonly Voter[]> =>
  fc.array(fc.record({ groups: fc.subarray(['women', 'reps']), area: areas }), { maxLength: max })

const exact = suite('outlook of one test')

exact('in heads and groups: the same as playing every behaviour out', () => {
  fc.assert(
    fc.property(ofHeads, counts, voters(fc.constant(1)), (test, count, out) => {
      assert.is(outlook(test, count, stillOut(out)), played(test, count, out))
    }),
    { numRuns: 4000 },
  )
})

exact('in heads: bodies of up to eight', () => {
  const usual: fc.Arbitrary<Test> = fc.oneof(
    fc.record({ count: fc.constant('yes' as const), of: quantities, atLeast: shares }),
    fc.record({ count: fc.constant('yes' as const), of: quantities, moreThan: shares }),
  )
  fc.assert(
    fc.property(usual, counts, fc.integer({ min: 5, max: 7 }), (test, count, n) => {
      const out = Array.from({ length: n }, () => ({ groups: [], area: 1 }))
      assert.is(outlook(test, count, stillOut(out)), playedAlike(test, count, n))
    }),
    { numRuns: 150 },
  )
})

/** Voters who differ in nothing need playing out only by how many do what. */
const playedAlike = (rule: Rule, count: Count, n: number): Outlook => {
  const seen = new Set<boolean>()
  for (let yes = 0; yes <= n; yes++)
    for (let no = 0; yes + no <= n; no++)
      for (let abstain = 0; yes + no + abstain <= n; abstain++)
        for (let spoiled = 0; yes + no + abstain + spoiled <= n; spoiled++) {
          const votes = { yes, no, abstain, spoiled }
          let people = count.people
          for (const [behaviour, k] of Object.entries(votes)) people = with_(people, behaviour as Behaviour, k)
          seen.add(judge(rule, { ...count, people }).met)
        }
  return seen.size === 2 ? 'open' : seen.has(true) ? 'certain' : 'impossible'
}

exact('in area: the same wherever the base is there already, or somebody holds one unit', () => {
  const weights = voters(fc.integer({ min: 1, max: 5 }), 3)
  fc.assert(
    fc.property(ofArea, counts, weights, fc.boolean(), (test, count, some, alone) => {
      const out = alone ? some.slice(0, 1) : [...some, { groups: [], area: 1 }]
      assert.is(outlook(test, count, stillOut(out)), played(test, count, out))
    }),
    { numRuns: 3000 },
  )
})

exact('a share of nothing may still come to be, but is never certain', () => {
  const test: Test = { count: 'yes', atLeast: [0, 1], of: 'cast' }
  const nobody: Count = { people: { ...zero, entitled: 3, present: 3 } }
  assert.is(outlook(test, nobody, { people: 0 }), 'impossible')
  assert.is(outlook(test, nobody, { people: 3 }), 'open')
  assert.is(outlook(test, { people: { ...zero, spoiled: 1 } }, { people: 3 }), 'certain')
})

exact('thirty members, twenty present: settled as soon as the votes out cannot matter', () => {
  const rule: Test = { count: 'yes', moreThan: [1, 2], of: 'present' }
  const at = (yes: number, out: number) =>
    outlook(rule, { people: { ...zero, entitled: 30, present: 20, yes } }, { people: out })
  assert.is(at(11, 9), 'certain')
  assert.is(at(10, 1), 'open')
  assert.is(at(10, 0), 'impossible')
  assert.is(at(7, 3), 'impossible')
  assert.is(at(7, 4), 'open')
})

exact('groups in another measure than heads can never be met', () => {
  const test: Test = { count: 'yes', atLeast: [1, 2], of: 'entitled', measure: 'area', among: 'women' }
  const full: Tallies = { ...zero, entitled: 1, present: 1, yes: 1 }
  const count: Count = { people: full, area: full, among: { women: full } }
  assert.is(outlook(test, count, { people: 1, area: 1, among: { women: 1 } }), 'impossible')
})

exact('weights out that are no whole numbers are a programming fault', () => {
  const test: Test = { count: 'yes', atLeast: [1, 2], of: 'present' }
  const outs: readonly Outstanding[] = [
    { people: -1 },
    { people: 1, area: 0.5 },
    { people: 1, among: { people: Number.NaN } },
  ]
  for (const out of outs)
    assert.throws(
      () => outlook(test, { people: zero }, out),
      (error: unknown) => error instanceof TypeError,
    )
})
exact.run()

const compounds = suite('outlook of compounds')

const { rule: compound } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    ofHeads,
    ofArea,
    acrossGroups,
    fc.record({ all: fc.array(tie('rule'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('rule'), { maxLength: 3 }) }),
  ),
}))

compounds('never wrong: certain and impossible are what playing it out says', () => {
  fc.assert(
    fc.property(compound, counts, voters(fc.nat({ max: 5 })), (rule, count, out) => {
      const said = outlook(rule, count, stillOut(out))
      if (said !== 'open') assert.is(said, played(rule, count, out))
    }),
    { numRuns: 3000 },
  )
})

compounds('settled parts settle the whole', () => {
  const sure: Test = { count: 'yes', atLeastNumber: 1 }
  const never: Test = { count: 'yes', atLeastNumber: 9 }
  const maybe: Test = { count: 'yes', atLeastNumber: 2 }
  const at = (rule: Rule) => outlook(rule, { people: { ...zero, yes: 1 } }, { people: 1 })
  assert.is(at({ all: [maybe, never] }), 'impossible')
  assert.is(at({ all: [maybe, sure] }), 'open')
  assert.is(at({ all: [sure, sure] }), 'certain')
  assert.is(at({ any: [maybe, sure] }), 'certain')
  assert.is(at({ any: [never, maybe] }), 'open')
  assert.is(at({ any: [never, never] }), 'impossible')
  assert.is(at({ all: [] }), 'impossible')
  assert.is(at({ any: [] }), 'impossible')
})
compounds.run()
