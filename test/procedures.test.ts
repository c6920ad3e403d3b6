import { createHash } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sha256 } from '../src/record/sha256.ts'
import { everyChoice, waysOf } from '../workflows/check.ts'
import { canonicalBytes, canonicalText } from '../workflows/format/canonical.ts'
import { editions } from '../workflows/law/editions.ts'
import type { Provision } from '../workflows/law/provision.ts'
import { compile } from '../workflows/machine.ts'
import { procedures } from '../workflows/registry.ts'
import type { DecisionStage, ExpandedProcedure, Stage } from '../workflows/stages/stage.ts'
import { lawFault } from '../workflows/verify/adopted.ts'
import {
  adopted,
  type Choices,
  cityChoices,
  collectiveChoices,
  collectiveWith,
  ownersChoices,
  ownersWith,
  sixStepWith,
  threeReviewsWith,
  villageChoices,
} from './support/adopted.ts'
import { toldUntil } from './support/telling.ts'

const names = suite('the stages of the procedures')

//  kind, id, title
const sixSteps = [
  ['intake', 'topic', '提议题'],
  ['consultation', 'advice', '出主意'],
  ['drafting', 'plan', '拟方案'],
  ['posting', 'posting', '开言路(公示)'],
  ['review', 'experts', '定公约(专家审查)'],
  ['decision', 'vote', '说了算(表决)'],
  ['publication', 'decision-published', '决定公布'],
  ['implementation', 'works', '实施'],
  ['publication', 'result-published', '结果公布'],
  ['evaluation', 'evaluation', '实施效果评议'],
]
const ownersStages = [
  ['intake', 'topic', '提出事项'],
  ['posting', 'posting', '草案公示'],
  ['decision', 'vote', '业主表决'],
  ['publication', 'decision-published', '决定公告'],
  ['implementation', 'works', '实施'],
  ['publication', 'result-published', '结果公告'],
  ['evaluation', 'evaluation', '实施效果评议'],
]
const collectiveStages = ownersStages.map(([kind, id, title]) =>
  id === 'posting'
    ? [kind, id, '方案公示']
    : id === 'vote'
      ? [kind, id, '成员大会表决']
      : [kind, id, title?.replace('公告', '公布')],
)
const reviews = [
  ['intake', 'topic', '提出事项'],
  ['decision', 'branch', '党支部审议'],
  ['decision', 'committees', '村"两委"会审议'],
  ['decision', 'party-members', '党员大会审议'],
  ['decision', 'decision', '公决'],
  ['publication', 'decision-published', '决议公布'],
  ['implementation', 'works', '实施'],
  ['publication', 'result-published', '结果公布'],
  ['evaluation', 'evaluation', '实施效果评议'],
]
for (const [procedure, title, stages] of [
  [sixStepWith(), '六步议事', sixSteps],
  [threeReviewsWith(), '三审一公决', reviews],
  [ownersWith(), '业主共同决定', ownersStages],
  [collectiveWith(), '农村集体经济组织议决', collectiveStages],
] as const)
  names(`${title}: in their order, under their own names`, () => {
    assert.is(procedure.title.zh, title)
    assert.equal(
      procedure.stages.map(({ kind, id, title: { zh } }) => [kind, id, zh]),
      stages,
    )
    for (const { title: name } of procedure.stages) assert.match(name.en, /^[A-Z][a-z -]+$/i)
  })

names('whatever is chosen, the stages are the same', () => {
  for (const [id, place, stages] of [
    ['six-step@1', { sort: 'city' }, sixSteps],
    ['three-reviews@1', { sort: 'village' }, reviews],
    ['owners-decision@1', { sort: 'city' }, ownersStages],
  ] as const) {
    const procedure = procedures.get(id)
    assert.ok(procedure)
    for (const made of everyChoice(procedure))
      assert.equal(
        adopted(id, made, place).stages.map(({ kind, id: stage, title }) => [kind, stage, title.zh]),
        stages,
      )
  }
})

names('a procedure is found by its id and version, and says what each choice is for in both languages', () => {
  for (const [key, procedure] of procedures) {
    assert.is(key, `${procedure.id}@${procedure.version}`)
    for (const [name, choice] of Object.entries(procedure.choices)) {
      for (const said of [choice.title, choice.why])
        assert.ok(/\p{Script=Han}/u.test(said.zh) && !/\p{Script=Han}/u.test(said.en) && said.en !== '', name)
      if (choice.sort === 'whole') assert.ok(choice.atLeast < choice.atMost, name)
      else {
        assert.ok(choice.options.length > 1, `${name} is no choice`)
        assert.is(new Set(choice.options.map(({ value }) => value)).size, choice.options.length, name)
      }
    }
  }
})

names.run()

const rules = suite('the law’s rule and the procedure’s own, beside each other')

const decision = (procedure: ExpandedProcedure, id: string): DecisionStage => {
  const stage = procedure.stages.find((s) => s.id === id)
  if (stage?.kind !== 'decision') throw new Error(`${id} decides nothing`)
  return stage
}

for (const base of ['present', 'entitled'] as const)
  rules(`六步议事: more than half of those present by law, and two thirds of the ${base}`, () => {
    const { body, law, own, final } = decision(sixStepWith({ base }), 'vote')
    assert.is(body, 'residents-representatives')
    assert.ok(final)
    const [inForce] = law.filter(({ until }) => until === undefined)
    assert.equal(inForce?.passes, { count: 'yes', moreThan: [1, 2], of: 'present' })
    assert.equal(inForce?.quorum, { count: 'present', atLeast: [2, 3], of: 'entitled' })
    assert.match(inForce?.cite ?? '', '城市居民委员会组织法')
    assert.equal(
      own.map(({ rule, text }) => [rule, text]),
      [[{ count: 'yes', atLeast: [2, 3], of: base }, '三分之二以上通过后实施']],
    )
  })

const representatives = {
  count: 'yes',
  among: 'representatives',
  atLeast: [1, 2],
  of: 'entitled',
  ofAmong: 'representatives',
}

//  who decides, half of which whole, the body, its mode, the law's measure, the procedure's own rule
const halves: readonly (readonly [string, string, string, string | undefined, string | undefined, unknown])[] = [
  ['representatives', 'representatives', 'village-representatives', undefined, undefined, representatives],
  [
    'representatives',
    'members',
    'village-representatives',
    undefined,
    undefined,
    { count: 'yes', atLeast: [1, 2], of: 'entitled' },
  ],
  ['persons', 'members', 'village-assembly', 'persons', undefined, { count: 'yes', atLeast: [1, 2], of: 'present' }],
  [
    'households',
    'members',
    'village-assembly',
    'households',
    'households',
    { count: 'yes', atLeast: [1, 2], of: 'present' },
  ],
]
for (const [decides, half, body, mode, measure, own] of halves)
  rules(`三审一公决 by ${decides}, half of the ${half}: the law of that body only, and half beside it`, () => {
    const procedure = threeReviewsWith({ decides, half })
    const stage = decision(procedure, 'decision')
    assert.equal([stage.body, stage.mode], [body, mode])
    assert.equal(
      stage.own.map(({ rule }) => rule),
      [own],
    )
    assert.ok(stage.law.every((provision) => provision.body === body && provision.mode === mode))
    const [inForce] = stage.law.filter(({ until, source }) => until === undefined && source === 'law')
    assert.equal(inForce?.passes, { count: 'yes', moreThan: [1, 2], of: 'present', ...(measure ? { measure } : {}) })
    const intake = procedure.stages[0]
    assert.ok(intake?.kind === 'intake' && intake.decides === body)
  })

rules('each review is judged by the rule of its body, and none has a rule of the procedure’s own', () => {
  for (const [branch, reviewer] of [
    ['party-committee', 'party-committee'],
    ['party-assembly', 'party-assembly'],
  ] as const) {
    const procedure = threeReviewsWith({ branch })
    for (const [id, body] of [
      ['branch', reviewer],
      ['committees', 'two-committees'],
      ['party-members', 'party-assembly'],
    ] as const) {
      const stage = decision(procedure, id)
      assert.equal([stage.body, stage.own, stage.final], [body, [], false])
      assert.equal(stage.motions, ['agree', 'agree-amended', 'return', 'refuse'])
      assert.is(stage.rollCall, 'totals')
      for (const { passes } of stage.law) assert.equal(passes, { count: 'yes', moreThan: [1, 2], of: 'entitled' })
    }
  }
})

rules('a province’s addition comes with the place, and only there', () => {
  const sources = (place: Parameters<typeof adopted>[2]) =>
    decision(adopted('three-reviews@1', villageChoices, place), 'decision').law.map(({ jurisdiction }) => jurisdiction)
  assert.ok(sources({ sort: 'village', jurisdiction: 'CN-37' }).includes('CN-37'))
  assert.not(sources({ sort: 'village', jurisdiction: 'CN-33' }).includes('CN-37'))
  assert.not(sources({ sort: 'village' }).includes('CN-37'))
})

rules('older texts come along, so that a case that began under them is judged by them', () => {
  for (const stage of [decision(sixStepWith(), 'vote'), decision(threeReviewsWith(), 'decision')]) {
    const dated = stage.law
      .filter(({ jurisdiction, matters }) => jurisdiction === undefined && matters === undefined)
      .map(({ from, until }) => [from, until])
    assert.equal(dated, [
      ['2026-01-01', undefined],
      ['2018-12-29', '2026-01-01'],
    ])
  }
})

rules.run()

const stored = suite('an adoption as it is kept')

const hashOf = (value: unknown): string => createHash('sha256').update(canonicalBytes(value)).digest('hex')

/** What each procedure makes of every choice, its law aside, as records have it by now. */
const inUse: Readonly<Record<string, string>> = {
  'six-step@1': '4a7be695627dde9daac765bbdd1b5e6e38f7b43fe1fe048611c46b9364e3595d',
  'three-reviews@1': 'daa934e9eda3583ab770eaad611e148b1f918d36b2b581072341040565c26aea',
  'village-election@1': '754e1d8acd33a45ba2e5ea2d2f5a7a5732a22fc8656f080db612a3585ff7f0db',
  'village-recall@1': '70ec3a1b5eff64c98836547a2fd4d7e878f04c71d0ba6e7648e0c2e9bdd1c830',
  'residents-election@1': '9b37ef7b0f66b6e286baacfed08a276b8ffde96e23651bb978b34d6b75607b72',
  'residents-recall@1': 'fdebe9fedc4e86ea05120d3afa24bde9ddc1dbfb86ee8ddfb45cc784991cd942',
  'owners-decision@1': '22fc15cce7f3bf69e97f548139e5cb1d3bf68367d3d42dfa9576ee59583ca94c',
  'collective-decision@1': '10f0ee7f58c842759ac3d8382f44879edbce926017a2661758ac9f8be3a21e7d',
}

/** All that a procedure may come to, the texts of the law left out: they have editions of their own. */
const allThatItMakes = (id: string): string => {
  const procedure = procedures.get(id)
  assert.ok(procedure)
  const each: string[] = []
  for (const made of everyChoice(procedure)) {
    const { stages, ...rest } = adopted(id, made, { sort: procedure.sort })
    each.push(hashOf({ ...rest, stages: stages.map((stage) => ('law' in stage ? { ...stage, law: [] } : stage)) }))
  }
  return hashOf(each)
}

stored(
  'is made again from its choices by whoever verifies: a procedure in use is never edited, but followed by another version',
  () => {
    for (const [id, hash] of Object.entries(inUse)) assert.is(allThatItMakes(id), hash, id)
    assert.equal(
      [...procedures.keys()].filter((id) => !Object.hasOwn(inUse, id)),
      [],
    )
  },
)

stored(
  'stands by the law of its day: an older edition goes on being known, whole, and none is mixed with another',
  () => {
    const was = threeReviewsWith().stages
    const [old, gone] = was.flatMap((stage) => (stage.kind === 'decision' && stage.final ? stage.law : []))
    if (!old || !gone) throw new Error('the law has two texts')
    const [replaced, added] = [
      { ...old, until: '2030-01-01' },
      { ...old, id: 'village/representatives@2030', from: '2030-01-01' },
    ]
    const known = (text: Provision) => ({ id: text.id, body: text.body, sha256: hashOf(text) })
    const both = [...editions, [replaced, added].map(known)]
    const withLaw = (change: (law: readonly Provision[]) => readonly Provision[]): readonly Stage[] =>
      was.map((stage) => (stage.kind === 'decision' && stage.final ? { ...stage, law: change(stage.law) } : stage))
    const by = (texts: Readonly<Record<string, Provision>>, law: readonly Provision[]) =>
      law.map((text) => texts[text.id] ?? text)
    const now = withLaw((law) => [...by({ [old.id]: replaced }, law), added])
    const finds = (claimed: readonly Stage[]) => lawFault(claimed, now, sha256, both)
    assert.is(finds(was), undefined, 'adopted before')
    assert.is(finds(now), undefined, 'adopted since')
    assert.is(lawFault(was, was, sha256), undefined)
    const wrong: readonly (readonly [string, readonly Stage[]])[] = [
      ['not where the law has it', withLaw((law) => by({ [old.id]: replaced }, law))],
      ['of an older edition than the others', withLaw((law) => [...law, added])],
      ['not where the law has it', withLaw((law) => law.slice(1))],
      ['not where the law has it', withLaw((law) => law.toReversed())],
      ['not where the law has it', withLaw((law) => [...law, gone])],
      ['not as the law has it', withLaw((law) => by({ [gone.id]: { ...gone, from: '2099-01-01' } }, law))],
      ['not as the law has it', withLaw((law) => by({ [old.id]: { ...old, until: '2031-01-01' } }, law))],
    ]
    for (const [is, claimed] of wrong) assert.is((finds(claimed) as { readonly is: string } | undefined)?.is, is)
  },
)

const both: readonly (readonly [string, Choices, Parameters<typeof adopted>[2]])[] = [
  ['six-step@1', cityChoices, { sort: 'city' }],
  ['three-reviews@1', villageChoices, { sort: 'village', jurisdiction: 'CN-37' }],
  ['owners-decision@1', ownersChoices, { sort: 'city' }],
  ['collective-decision@1', collectiveChoices, { sort: 'village', jurisdiction: 'CN-37' }],
]
for (const [id, choices, place] of both) {
  stored(`${id}: is plain JSON, and comes back from its bytes the same`, () => {
    const expanded = adopted(id, choices, place)
    assert.equal(JSON.parse(JSON.stringify(expanded)), expanded)
    assert.equal(JSON.parse(canonicalText(expanded)), expanded)
    assert.is(hashOf(JSON.parse(canonicalText(expanded))), hashOf(expanded))
    assert.equal([expanded.format, expanded.procedure, expanded.place, expanded.choices], [1, id, place, choices])
  })

  stored(`${id}: the same choices, in whatever order, have the same hash; any other choice has another`, () => {
    const hash = hashOf(adopted(id, choices, place))
    assert.is(hashOf(adopted(id, { ...choices }, { ...place })), hash)
    assert.is(hashOf(adopted(id, Object.fromEntries(Object.entries(choices).reverse()), place)), hash)
    const procedure = procedures.get(id)
    assert.ok(procedure)
    const hashes = new Set<string>()
    let ways = 0
    for (const made of everyChoice(procedure)) {
      hashes.add(hashOf(adopted(id, made, place)))
      ways += 1
    }
    assert.is(hashes.size, ways)
    assert.not(hashes.has(hashOf(adopted(id, choices, { sort: place.sort, jurisdiction: 'CN-33' }))))
  })

  stored(`${id}: compiled from what was kept it is the same machine, and tells the same case`, () => {
    const expanded = adopted(id, choices, place)
    const kept: ExpandedProcedure = JSON.parse(canonicalText(expanded))
    assert.is(hashOf(waysOf(kept)), hashOf(waysOf(expanded)))
    assert.equal(toldUntil(kept).whole, toldUntil(expanded).whole)
  })

  stored(`${id}: with another number of format it has another hash, and is not compiled`, () => {
    const expanded = adopted(id, choices, place)
    const tampered: ExpandedProcedure = JSON.parse(JSON.stringify({ ...expanded, format: 0 }))
    assert.is.not(hashOf(tampered), hashOf(expanded))
    assert.throws(() => compile(tampered), 'no compiler here for format 0')
  })
}

stored('what is kept is a copy: nothing done to it reaches the next adoption', () => {
  const before = hashOf(sixStepWith())
  const expanded = sixStepWith()
  const spoilt: { law: unknown[]; motions: unknown[] } = Object(decision(expanded, 'vote'))
  spoilt.law.length = 0
  spoilt.motions.push('anything')
  assert.is.not(hashOf(expanded), before)
  assert.is(hashOf(sixStepWith()), before)
})

stored.run()
