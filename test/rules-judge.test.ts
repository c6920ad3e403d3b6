import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  type Count,
  judge,
  type Quantity,
  type Rule,
  type Share,
  type Tallies,
  type Test,
} from '../workflows/rules/index.ts'
import { needOf } from '../workflows/rules/judge.ts'
import { quantity } from '../workflows/rules/tallies.ts'

const none: Tallies = { entitled: 0, present: 0, yes: 0, no: 0, abstain: 0, spoiled: 0 }
const people = (t: Partial<Tallies>): Count => ({ people: { ...none, ...t } })

const table = suite('need, from the printed table')

// N: >1/2, ≥1/2, ≥2/3, >2/3, ≥3/4, ≥4/5
const needs: readonly (readonly [n: number, ...needs: number[]])[] = [
  [20, 11, 10, 14, 14, 15, 16],
  [21, 11, 11, 14, 15, 16, 17],
  [30, 16, 15, 20, 21, 23, 24],
  [31, 16, 16, 21, 21, 24, 25],
  [33, 17, 17, 22, 23, 25, 27],
  [36, 19, 18, 24, 25, 27, 29],
  [45, 23, 23, 30, 31, 34, 36],
  [60, 31, 30, 40, 41, 45, 48],
  [100, 51, 50, 67, 67, 75, 80],
  [101, 51, 51, 68, 68, 76, 81],
]
const columns: readonly Test[] = [
  { count: 'present', moreThan: [1, 2], of: 'entitled' },
  { count: 'present', atLeast: [1, 2], of: 'entitled' },
  { count: 'present', atLeast: [2, 3], of: 'entitled' },
  { count: 'present', moreThan: [2, 3], of: 'entitled' },
  { count: 'present', atLeast: [3, 4], of: 'entitled' },
  { count: 'present', atLeast: [4, 5], of: 'entitled' },
]
for (const [n, ...row] of needs)
  columns.forEach((rule, i) => {
    const need = row[i] ?? -1
    table(`${need} of ${n} ${JSON.stringify('atLeast' in rule ? rule.atLeast : rule)}`, () => {
      assert.equal(judge(rule, people({ entitled: n, present: need })), {
        met: true,
        grounds: [{ test: rule, have: need, need, of: n, met: true }],
      })
      assert.equal(judge(rule, people({ entitled: n, present: need - 1 })).met, false)
    })
  })
table.run()

const edges = suite('judge at its edges')

edges('gives every ground in the order of the rule, also those met', () => {
  const quorum: Test = { count: 'present', atLeast: [2, 3], of: 'entitled' }
  const passes: Test = { count: 'yes', moreThan: [1, 2], of: 'present' }
  const { met, grounds } = judge({ all: [quorum, { any: [passes] }] }, people({ entitled: 30, present: 20, yes: 10 }))
  assert.is(met, false)
  assert.equal(grounds, [
    { test: quorum, have: 20, need: 20, of: 30, met: true },
    { test: passes, have: 10, need: 11, of: 20, met: false },
  ])
})

edges('a share of nothing is not met, whatever the share', () => {
  for (const share of [
    [0, 1],
    [1, 2],
    [1, 1],
  ] as const) {
    const rule: Test = { count: 'yes', atLeast: share, of: 'decided' }
    assert.equal(judge(rule, people({})).grounds, [{ test: rule, have: 0, need: 1, of: 0, met: false }])
  }
})

edges('no tests, nothing met', () => {
  for (const rule of [{ all: [] }, { any: [] }, { all: [{ any: [] }] }] satisfies Rule[])
    assert.equal(judge(rule, people({ entitled: 3, present: 3, yes: 3 })), { met: false, grounds: [] })
})

edges('a measure or group that nobody counted is nought', () => {
  const area: Test = { count: 'yes', moreThan: [1, 2], of: 'present', measure: 'area' }
  assert.equal(judge(area, people({ yes: 9, present: 9 })).grounds, [
    { test: area, have: 0, need: 1, of: 0, met: false },
  ])
  for (const among of ['women', 'constructor', '__proto__']) {
    const group: Test = { count: 'present', atLeast: [1, 3], of: 'entitled', among }
    assert.equal(judge(group, { ...people({ entitled: 3, present: 3 }), among: {} }).grounds, [
      { test: group, have: 0, need: 1, of: 3, met: false },
    ])
  }
})

edges('groups are counted in heads: none is met in another measure', () => {
  const full: Tallies = { ...none, entitled: 1, present: 1, yes: 1 }
  const count: Count = { people: full, area: full, households: full, among: { women: full } }
  const tests: readonly Test[] = [
    { count: 'yes', atLeast: [1, 2], of: 'present', measure: 'area', among: 'women' },
    { count: 'yes', atLeast: [1, 2], of: 'present', measure: 'households', ofAmong: 'women' },
    { count: 'yes', atLeastNumber: 0, measure: 'area', among: 'women' },
  ]
  for (const test of tests) assert.is(judge(test, count).met, false)
  assert.is(judge({ count: 'yes', atLeast: [1, 2], of: 'present', measure: 'people', among: 'women' }, count).met, true)
})

edges('heads and area are both asked', () => {
  const rule: Rule = {
    all: [
      { count: 'yes', atLeast: [3, 4], of: 'cast' },
      { count: 'yes', atLeast: [3, 4], of: 'cast', measure: 'area' },
    ],
  }
  const votes = (heads: number, area: number): Count => ({
    people: { ...none, entitled: 600, present: 400, yes: heads, no: 400 - heads },
    area: { ...none, entitled: 6_000_000, present: 4_000_000, yes: area, no: 4_000_000 - area },
  })
  assert.is(judge(rule, votes(305, 2_999_000)).met, false)
  assert.is(judge(rule, votes(300, 3_000_000)).met, true)
  assert.is(judge(rule, votes(299, 3_500_000)).met, false)
})

edges('exact where products and sums pass 2^53', () => {
  const max = Number.MAX_SAFE_INTEGER
  const two: Test = { count: 'yes', moreThan: [1, 2], of: 'entitled', measure: 'area' }
  const area = (yes: number): Count => ({ ...people({}), area: { ...none, entitled: max, yes } })
  assert.is(judge(two, area((max - 1) / 2)).met, false)
  assert.is(judge(two, area((max + 1) / 2)).met, true)
  const wide: Test = { count: 'yes', atLeast: [max - 1, max], of: 'entitled' }
  assert.is(judge(wide, people({ entitled: max, yes: max - 2 })).met, false)
  assert.is(judge(wide, people({ entitled: max, yes: max - 1 })).met, true)
  const tie: Test = { count: 'yes', moreThan: [1, 2], of: 'decided' }
  assert.is(judge(tie, people({ yes: max, no: max })).met, false)
  assert.is(judge(tie, people({ yes: max, no: max - 1 })).met, true)
})

edges('a plain number is a floor, and nought is no floor', () => {
  assert.is(judge({ count: 'yes', atLeastNumber: 3 }, people({ yes: 2 })).met, false)
  assert.is(judge({ count: 'yes', atLeastNumber: 3 }, people({ yes: 3 })).met, true)
  assert.equal(judge({ count: 'yes', atLeastNumber: 0 }, people({})).grounds[0]?.need, 0)
  assert.not('of' in (judge({ count: 'yes', atLeastNumber: 3 }, people({ yes: 3 })).grounds[0] ?? { of: 1 }))
})

edges('quantities are the sums that the words say', () => {
  const t: Tallies = { entitled: 50, present: 40, issued: 39, returned: 38, yes: 16, no: 8, abstain: 4, spoiled: 2 }
  const expected: Record<Quantity, number> = {
    entitled: 50,
    present: 40,
    issued: 39,
    returned: 38,
    cast: 30,
    valid: 28,
    decided: 24,
    yes: 16,
    no: 8,
    abstain: 4,
    spoiled: 2,
  }
  for (const [q, n] of Object.entries(expected)) assert.is(quantity(t, q as Quantity), n, q)
  assert.is(quantity({ ...none, yes: 1 }, 'returned'), 0)
})

const isTypeError = (error: unknown) => error instanceof TypeError

edges('tallies that are no whole numbers are a programming fault, wherever they stand', () => {
  const rule: Test = { count: 'yes', moreThan: [1, 2], of: 'present' }
  for (const bad of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '3' as unknown as number]) {
    assert.throws(() => judge(rule, people({ yes: bad })), isTypeError)
    assert.throws(() => judge(rule, { ...people({}), area: { ...none, spoiled: bad } }), isTypeError)
    assert.throws(() => judge(rule, { ...people({}), among: { women: { ...none, returned: bad } } }), isTypeError)
  }
})

edges('shares that are none are a programming fault', () => {
  for (const share of [
    [1, 0],
    [-1, 2],
    [1.5, 2],
    [1, 2 ** 53],
  ] satisfies Share[])
    assert.throws(() => judge({ count: 'yes', atLeast: share, of: 'present' }, people({ present: 2 })), isTypeError)
  assert.throws(() => judge({ count: 'yes', atLeastNumber: 0.5 }, people({})), isTypeError)
})

edges('a rule that says two things, or none, is a programming fault', () => {
  const wrong = [
    { count: 'yes', of: 'present' },
    { count: 'yes', of: 'present', atLeast: [1, 2], moreThan: [1, 2] },
    { all: [], any: [] },
    {},
    { count: 'ayes', of: 'present', atLeast: [1, 2] },
    { count: 'yes', of: 'present', atLeast: [1, 2], measure: 'cats' },
  ]
  for (const rule of wrong) assert.throws(() => judge(rule as unknown as Rule, people({ present: 2 })), isTypeError)
})
edges.run()

const laws = suite('what holds of every judgement')

const tally = fc.nat({ max: 40 })
const tallies: fc.Arbitrary<Tallies> = fc.record(
  {
    entitled: tally,
    present: tally,
    issued: tally,
    returned: tally,
    yes: tally,
    no: tally,
    abstain: tally,
    spoiled: tally,
  },
  { requiredKeys: ['entitled', 'present', 'yes', 'no', 'abstain', 'spoiled'] },
)
const share: fc.Arbitrary<Share> = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 12 }))
  .map(([den, num]) => [Math.min(num, den), den] as const)
const base: fc.Arbitrary<Quantity> = fc.constantFrom(
  'entitled',
  'present',
  'issued',
  'returned',
  'cast',
  'valid',
  'decided',
)
const yesTest: fc.Arbitrary<Test> = fc.oneof(
  fc.record({ count: fc.constant('yes' as const), of: base, atLeast: share }),
  fc.record({ count: fc.constant('yes' as const), of: base, moreThan: share }),
  fc.record({ count: fc.constant('yes' as const), atLeastNumber: tally }),
)
const { rule: yesRule } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    yesTest,
    fc.record({ all: fc.array(tie('rule'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('rule'), { maxLength: 3 }) }),
  ),
}))

laws('a change from any vote to yes, or one more yes, never turns a carried motion down', () => {
  fc.assert(
    fc.property(yesRule, tallies, fc.constantFrom('no', 'abstain', 'spoiled', 'nobody'), (rule, t, from) => {
      const more =
        from === 'nobody' ? { ...t, yes: t.yes + 1 } : t[from] > 0 ? { ...t, yes: t.yes + 1, [from]: t[from] - 1 } : t
      if (judge(rule, { people: t }).met) assert.ok(judge(rule, { people: more }).met)
    }),
    { numRuns: 2000 },
  )
})

laws('need is the smallest count that would do', () => {
  const fixedBase: fc.Arbitrary<Test> = fc.oneof(
    fc.record({ count: fc.constant('present' as const), of: fc.constant('entitled' as const), atLeast: share }),
    fc.record({ count: fc.constant('present' as const), of: fc.constant('entitled' as const), moreThan: share }),
    fc.record({ count: fc.constant('present' as const), atLeastNumber: tally }),
  )
  fc.assert(
    fc.property(fixedBase, fc.integer({ min: 1, max: 500 }), (test, entitled) => {
      const need = needOf(test, people({ entitled }))
      assert.ok(judge(test, people({ entitled, present: need })).met)
      if (need > 0) assert.not(judge(test, people({ entitled, present: need - 1 })).met)
    }),
    { numRuns: 2000 },
  )
})

laws('the verdict is what its grounds say', () => {
  const fromGrounds = (rule: Rule, met: boolean[]): boolean => {
    if ('all' in rule) return rule.all.map((r) => fromGrounds(r, met)).every(Boolean) && rule.all.length > 0
    if ('any' in rule) return rule.any.map((r) => fromGrounds(r, met)).some(Boolean)
    return met.shift() ?? false
  }
  fc.assert(
    fc.property(yesRule, tallies, (rule, t) => {
      const judgement = judge(rule, { people: t })
      assert.is(
        judgement.met,
        fromGrounds(
          rule,
          judgement.grounds.map((ground) => ground.met),
        ),
      )
    }),
  )
})
laws.run()
