import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { allProvisions } from '../workflows/law/all.ts'
import { rollGroups } from '../workflows/law/provision.ts'
import {
  type Count,
  judge,
  type Outlook,
  type Outstanding,
  outlook,
  type Rule,
  type Tallies,
  type Test,
  whatIf,
} from '../workflows/rules/index.ts'
import { sixStepWith, threeReviewsWith } from './support/adopted.ts'

const ways = ['yes', 'no', 'abstain', 'spoiled', 'silent'] as const

/** Voters alike, and what each of them weighs. */
interface Kind {
  readonly groups: readonly string[]
  readonly area: number
  readonly represented: number
}

/** How many of a kind did what, in the order of the ways, and how many are still out. */
interface Standing {
  readonly kind: Kind
  readonly did: readonly number[]
  readonly out: number
}

const tallies = (entitled: number, standings: readonly Standing[], weigh: (kind: Kind) => number): Tallies => {
  const all = (of: (s: Standing) => number) => standings.reduce((sum, s) => sum + of(s) * weigh(s.kind), 0)
  const [yes = 0, no = 0, abstain = 0, spoiled = 0] = [0, 1, 2, 3].map((i) => all((s) => s.did[i] ?? 0))
  const present = all((s) => s.out + s.did.reduce((a, b) => a + b, 0))
  return { entitled: entitled + present, present, yes, no, abstain, spoiled }
}

/** The count where so many more are entitled, each weighing one, and belong to every group. */
const countOf = (absent: number, standings: readonly Standing[]): Count => ({
  people: tallies(absent, standings, () => 1),
  households: tallies(absent, standings, () => 1),
  area: tallies(absent, standings, ({ area }) => area),
  represented: tallies(absent, standings, ({ represented }) => represented),
  among: Object.fromEntries(
    rollGroups.map((g) => [g, tallies(absent, standings, ({ groups }) => (groups.includes(g) ? 1 : 0))]),
  ),
})

const outOf = (standings: readonly Standing[]): Outstanding => {
  const all = (weigh: (kind: Kind) => number) => standings.reduce((sum, s) => sum + s.out * weigh(s.kind), 0)
  return {
    people: all(() => 1),
    households: all(() => 1),
    area: all(({ area }) => area),
    represented: all(({ represented }) => represented),
    among: Object.fromEntries(rollGroups.map((g) => [g, all(({ groups }) => (groups.includes(g) ? 1 : 0))])),
  }
}

const testsOf = (rule: Rule): readonly Test[] =>
  'all' in rule ? rule.all.flatMap(testsOf) : 'any' in rule ? rule.any.flatMap(testsOf) : [rule]

/** Every rule of the law, of the procedures, and of both together, as a ballot or a roll call is judged by them. */
const rules: readonly Rule[] = (() => {
  const ofLaw = allProvisions.flatMap(({ quorum, participation, passes }) => [
    [quorum],
    [participation],
    [passes],
    [participation, passes],
  ])
  const ofStages = [
    ...(['present', 'entitled'] as const).map((base) => sixStepWith({ base })),
    ...(['representatives', 'persons', 'households'] as const).flatMap((decides) =>
      (['representatives', 'members'] as const).map((half) => threeReviewsWith({ decides, half })),
    ),
  ]
    .flatMap(({ stages }) => stages)
    .flatMap((stage) =>
      stage.kind !== 'decision'
        ? []
        : [...stage.law, undefined].map((p) => [p?.passes, ...stage.own.map((o) => o.rule)]),
    )
  const whole = [...ofLaw, ...ofStages].flatMap((parts): Rule[] => {
    const asked = parts.filter((part) => part !== undefined)
    const [only] = asked
    return only === undefined ? [] : [asked.length > 1 ? { all: asked } : only]
  })
  const every = [...whole, ...whole.flatMap(testsOf)]
  return [...new Map(every.map((rule) => [JSON.stringify(rule), rule])).values()]
})()

const met = 1
const unmet = 2
const outlookOf = (seen: number): Outlook => (seen === met ? 'certain' : seen === unmet ? 'impossible' : 'open')

const alike: Kind = { groups: rollGroups, area: 3, represented: 2 }

/** Each standing of a hall of so many alike, those with fewest out first. */
function* standingsOf(present: number): Generator<Standing> {
  for (let out = 0; out <= present; out++)
    for (let yes = 0; yes + out <= present; yes++)
      for (let no = 0; no + yes + out <= present; no++)
        for (let abstain = 0; abstain + no + yes + out <= present; abstain++)
          for (let spoiled = 0; spoiled + abstain + no + yes + out <= present; spoiled++)
            yield { kind: alike, did: [yes, no, abstain, spoiled, present - out - yes - no - abstain - spoiled], out }
}

const placeOf = (did: readonly number[]): number => did.reduce((place, n) => place * 13 + n, 0)

const every = suite('every rule of the law and the procedures')

every('is there: those of heads, of area, of groups, and those of several tests', () => {
  const measures = new Set(rules.flatMap(testsOf).map((test) => test.measure ?? 'people'))
  assert.ok(['people', 'households'].every((measure) => measures.has(measure as 'people')))
  assert.ok(rules.some((rule) => 'all' in rule))
  assert.ok(rules.flatMap(testsOf).some((test) => test.among !== undefined))
})

for (let present = 1; present <= 12; present++)
  every(`${present} in the hall, whatever each does: as playing every completion out`, () => {
    for (const absent of [...new Set([0, 12 - present])]) {
      const asked = absent === 0 ? rules : rules.filter((rule) => JSON.stringify(rule).includes('"entitled"'))
      // What is still possible of a standing is what is possible once one more of those out has done something.
      const seen = asked.map(() => new Uint8Array(13 ** ways.length))
      for (const standing of standingsOf(present)) {
        const { did, out } = standing
        const [count, outstanding] = [countOf(absent, [standing]), outOf([standing])]
        const [place, next] = [placeOf(did), ways.map((_, i) => placeOf(did.map((n, j) => (i === j ? n + 1 : n))))]
        asked.forEach((rule, r) => {
          const known = seen[r] ?? new Uint8Array()
          const here =
            out > 0 ? next.reduce((all, at) => all | (known[at] ?? 0), 0) : judge(rule, count).met ? met : unmet
          known[place] = here
          const said = outlook(rule, count, outstanding)
          if (said !== outlookOf(here)) assert.unreachable(JSON.stringify({ rule, absent, did, out, said }))
        })
      }
    }
  })
every.run()

const mixed = suite('bodies of different members')

const multisets = (n: number, kinds: number): readonly (readonly number[])[] =>
  kinds === 1
    ? [[n]]
    : Array.from({ length: n + 1 }, (_, k) => multisets(n - k, kinds - 1).map((rest) => [k, ...rest])).flat()

/** Every completion, those of one kind told apart only by how many do what. */
const played = (rule: Rule, absent: number, standings: readonly Standing[]): Outlook => {
  let seen = 0
  const play = (done: readonly Standing[], [next, ...rest]: readonly Standing[]): void => {
    if (next === undefined) seen |= judge(rule, countOf(absent, done)).met ? met : unmet
    else
      for (const more of multisets(next.out, ways.length)) {
        if (seen === (met | unmet)) return
        play([...done, { ...next, did: next.did.map((n, i) => n + (more[i] ?? 0)), out: 0 }], rest)
      }
  }
  play([], standings)
  return outlookOf(seen)
}

const kind: fc.Arbitrary<Kind> = fc.record({
  groups: fc.constantFrom<readonly string[]>([], ['representatives'], ['women'], rollGroups),
  area: fc.integer({ min: 1, max: 9 }),
  represented: fc.integer({ min: 1, max: 9 }),
})
/** At most six of a kind, so twelve together. */
const standing = (out: number): fc.Arbitrary<Standing> =>
  fc
    .record({ kind, did: fc.array(fc.nat({ max: 1 }), { minLength: 5, maxLength: 5 }), out: fc.nat({ max: out }) })
    .map(({ kind, did, out }) => ({ kind, did, out: Math.min(out, 6 - did.reduce((a, b) => a + b, 0)) }))
const body = fc.tuple(standing(6), standing(3))

for (const rule of rules)
  mixed(JSON.stringify(rule), () => {
    fc.assert(
      fc.property(body, fc.nat({ max: 4 }), (standings, absent) => {
        const count = countOf(absent, standings)
        const out = outOf(standings)
        const answer = whatIf(rule, count, out)
        assert.is(answer.outlook, played(rule, absent, standings))
        assert.is(answer.outlook, outlook(rule, count, out))
        for (const test of answer.tests) assert.is(test.outlook, played(test.test, absent, standings))
      }),
      { numRuns: 15 },
    )
  })
mixed.run()

const desk = suite('what if, at the desk')

const none: Tallies = { entitled: 0, present: 0, yes: 0, no: 0, abstain: 0, spoiled: 0 }
const short = ({ outlook, tests }: ReturnType<typeof whatIf>) => [
  outlook,
  ...tests.map((t) => [t.have, t.need, t.missing, t.outstanding, t.outlook]),
]

desk('six steps: twenty of thirty present, the law and two thirds of all', () => {
  const rule: Rule = {
    all: [
      { count: 'yes', moreThan: [1, 2], of: 'present' },
      { count: 'yes', atLeast: [2, 3], of: 'entitled' },
    ],
  }
  const at = (yes: number, people: number) =>
    short(whatIf(rule, { people: { ...none, entitled: 30, present: 20, yes } }, { people }))
  assert.equal(at(14, 6), ['open', [14, 11, 0, 6, 'certain'], [14, 20, 6, 6, 'open']])
  assert.equal(at(14, 5), ['impossible', [14, 11, 0, 5, 'certain'], [14, 20, 6, 5, 'impossible']])
  assert.equal(at(0, 20), ['open', [0, 11, 11, 20, 'open'], [0, 20, 20, 20, 'open']])
})

desk('owners: votes that serve the heads cannot all serve the area', () => {
  // Of heads and area each could still be met, and yes serves both: neither is settled by the other.
  const rule: Rule = {
    all: [
      { count: 'cast', atLeast: [2, 3], of: 'entitled', measure: 'area' },
      { count: 'yes', moreThan: [1, 2], of: 'cast', measure: 'area' },
    ],
  }
  const area: Tallies = { ...none, entitled: 90, yes: 20, no: 20 }
  const at = (out: number) => short(whatIf(rule, { people: none, area }, { people: 2, area: out }))
  assert.equal(at(20), ['open', [40, 60, 20, 20, 'open'], [20, 21, 1, 20, 'open']])
  assert.equal(at(19), ['impossible', [40, 60, 20, 19, 'impossible'], [20, 21, 1, 19, 'open']])
})

desk('two tests that no one way of voting serves: careful, though both together cannot be met', () => {
  const rule: Rule = {
    all: [
      { count: 'no', atLeastNumber: 2 },
      { count: 'yes', moreThan: [1, 2], of: 'present' },
    ],
  }
  const answer = whatIf(rule, { people: { ...none, present: 3 } }, { people: 3 })
  assert.equal(short(answer), ['open', [0, 2, 2, 3, 'open'], [0, 2, 2, 3, 'open']])
})

desk('a group is short of its own votes only', () => {
  const test: Test = {
    count: 'yes',
    among: 'representatives',
    atLeast: [1, 2],
    of: 'entitled',
    ofAmong: 'representatives',
  }
  const count: Count = {
    people: { ...none, entitled: 12, present: 10, yes: 6 },
    among: { representatives: { ...none, entitled: 10, present: 8, yes: 4 } },
  }
  assert.equal(short(whatIf(test, count, { people: 3, among: { representatives: 1 } })), ['open', [4, 5, 1, 1, 'open']])
  assert.equal(short(whatIf(test, count, { people: 3 })), ['impossible', [4, 5, 1, 0, 'impossible']])
})

desk('a weight that was not counted is nought, and a bad one a programming fault', () => {
  const test: Test = { count: 'yes', moreThan: [1, 2], of: 'cast', measure: 'area' }
  assert.equal(short(whatIf(test, { people: none }, { people: 1 })), ['impossible', [0, 1, 1, 0, 'impossible']])
  assert.throws(
    () => whatIf(test, { people: none }, { people: 1, area: -1 }),
    (error: unknown) => error instanceof TypeError,
  )
})
desk.run()
