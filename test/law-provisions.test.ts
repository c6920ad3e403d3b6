import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { allProvisions } from '../workflows/law/all.ts'
import {
  compositionRule,
  noticeDays,
  participationRule,
  passRule,
  provisionsOn,
  quorumRule,
} from '../workflows/law/in-force.ts'
import { type BodyKind, bodyKinds, type Provision, rollGroups } from '../workflows/law/provision.ts'
import { isDay } from '../workflows/rules/days.ts'
import { type Count, judge, type Rule, type Tallies, type Test } from '../workflows/rules/index.ts'

const none: Tallies = { entitled: 0, present: 0, yes: 0, no: 0, abstain: 0, spoiled: 0 }

const testsOf = (rule: Rule | undefined): readonly Test[] =>
  rule === undefined
    ? []
    : 'all' in rule
      ? rule.all.flatMap(testsOf)
      : 'any' in rule
        ? rule.any.flatMap(testsOf)
        : [rule]

const shape = suite('every provision')

shape('has an id of its own', () => {
  assert.is(new Set(allProvisions.map((p) => p.id)).size, allProvisions.length)
})

for (const p of allProvisions)
  shape(`${p.id}: cites its source, stands between two days, and can be judged`, () => {
    assert.match(p.cite, p.source === 'default' ? /默认/ : /^《.+》(\(\d{4}年修[正订]\))?第/)
    assert.ok(p.text.length > 0)
    assert.ok(isDay(p.from))
    assert.ok(p.until === undefined || (isDay(p.until) && p.from < p.until))
    assert.ok(p.quorum !== undefined || p.passes !== undefined || p.convocation !== undefined)
    for (const t of [p.quorum, p.passes, p.composition].flatMap(testsOf)) {
      for (const group of [t.among, 'of' in t ? t.ofAmong : undefined])
        assert.ok(group === undefined || (rollGroups as readonly string[]).includes(group), `${group}`)
      assert.is(judge(t, { people: none }).met, false)
    }
  })

shape('of the nation asks both a quorum and a majority; one body, mode and day has one text', () => {
  const national = allProvisions.filter((p) => p.jurisdiction === undefined)
  assert.ok(national.every((p) => p.quorum !== undefined && p.passes !== undefined))
  const days = [...new Set(national.flatMap((p) => [p.from, p.until ?? p.from]))]
  for (const p of national)
    for (const day of days) {
      const found = provisionsOn(allProvisions, { body: p.body, mode: p.mode, day })
      assert.ok(found.length <= 1, `${p.body} on ${day}: ${found.map((f) => f.id)}`)
    }
})

// The wording as the law prints it, punctuation aside.
const wordings: readonly (readonly [BodyKind, string])[] = [
  [
    'village-assembly',
    '召开村民会议应当有本村十八周岁以上村民的过半数或者本村三分之二以上的户的代表参加村民会议所作决定应当经到会人员的过半数通过法律对召开村民会议及作出决定另有规定的依照其规定',
  ],
  ['village-representatives', '村民代表会议有三分之二以上的组成人员参加方可召开所作决定应当经到会人员的过半数同意'],
  [
    'residents-assembly',
    '居民会议应当有全体十八周岁以上的本社区居民或者户的代表的过半数参加居民会议所作决定应当经到会人员的过半数通过',
  ],
  [
    'residents-representatives',
    '居民代表会议应当有三分之二以上的组成人员参加方可召开居民代表会议所作决定应当经到会组成人员的过半数通过',
  ],
  ['party-assembly', '表决必须有半数以上有表决权的党员到会方可进行赞成人数超过应到会有表决权的党员的半数为通过'],
]
for (const [body, wording] of wordings)
  shape(`${body}: the wording of 2026`, () => {
    const texts = (['persons', 'households', undefined] as const)
      .flatMap((mode) => provisionsOn(allProvisions, { body, mode, day: '2026-01-01' }))
      .map((p) => p.text.replace(/\p{P}/gu, ''))
    assert.ok(texts.length > 0)
    assert.ok(texts.every((text) => text === wording))
  })
shape.run()

const inForce = suite('law in force')

//  body                      mode          last day of 2025                 first day of 2026
const changes = [
  ['village-assembly', 'persons', 'village/assembly-persons@2018', 'village/assembly-persons@2026'],
  ['village-assembly', 'households', 'village/assembly-households@2018', 'village/assembly-households@2026'],
  ['village-representatives', undefined, 'village/representatives@2018', 'village/representatives@2026'],
  ['residents-assembly', 'persons', 'city/assembly-persons@2018', 'city/assembly-persons@2026'],
  ['residents-assembly', 'households', 'city/assembly-households@2018', 'city/assembly-households@2026'],
  ['residents-representatives', undefined, 'city/group-representatives@2018', 'city/representatives@2026'],
  ['party-assembly', undefined, 'party/assembly', 'party/assembly'],
  ['party-committee', undefined, 'party/committee', 'party/committee'],
  ['two-committees', undefined, 'default/two-committees', 'default/two-committees'],
] as const
for (const [body, mode, before, after] of changes)
  inForce(`${body} ${mode ?? ''}: the old text to 31 December 2025, the new from 1 January 2026`, () => {
    const ids = (day: string) => provisionsOn(allProvisions, { body, mode, day }).map((p) => p.id)
    assert.equal(ids('2025-12-31'), [before])
    assert.equal(ids('2026-01-01'), [after])
    assert.equal(ids('2018-01-01'), [], 'nothing is known of older law')
  })

inForce('persons and households are never mixed: without a mode the assembly has no law', () => {
  for (const body of ['village-assembly', 'residents-assembly'] as const) {
    assert.equal(provisionsOn(allProvisions, { body, day: '2026-01-01' }), [])
    assert.is(quorumRule(provisionsOn(allProvisions, { body, day: '2026-01-01' })), undefined)
  }
})

inForce('a roll of persons never answers for households', () => {
  const law = provisionsOn(allProvisions, { body: 'village-assembly', mode: 'households', day: '2026-01-01' })
  const all: Tallies = { ...none, entitled: 300, present: 300, yes: 300 }
  for (const rule of [quorumRule(law), passRule(law)]) {
    assert.ok(rule)
    assert.is(judge(rule, { people: all }).met, false)
    assert.is(judge(rule, { people: all, households: all }).met, true)
  }
})

inForce('a province adds to the nation’s law only at home', () => {
  const at = (jurisdiction?: string) =>
    provisionsOn(allProvisions, { body: 'village-representatives', jurisdiction, day: '2026-03-01' }).map((p) => p.id)
  assert.equal(at(), ['village/representatives@2026'])
  assert.equal(at('CN-42'), ['village/representatives@2026'])
  assert.equal(at('CN-37'), ['village/representatives@2026', 'shandong/representatives'])
})

inForce('a provision on some matters is in force only for them, and never where the matter is not named', () => {
  const took: Test = { count: 'cast', moreThan: [1, 2], of: 'entitled' }
  const one: Provision = { id: 'one', source: 'law', body: 'experts', cite: '', text: '', from: '2026-01-01' }
  const all: readonly Provision[] = [one, { ...one, id: 'two', matters: ['village-covenant'], participation: took }]
  const on = (matter?: string) => provisionsOn(all, { body: 'experts', matter, day: '2026-01-01' })
  assert.equal(
    on('village-covenant').map((p) => p.id),
    ['one', 'two'],
  )
  assert.equal(participationRule(on('village-covenant')), took)
  for (const matter of ['village-charter', undefined]) assert.equal(participationRule(on(matter)), undefined)
})

inForce('the days of warning', () => {
  const notice = (body: BodyKind, mode?: 'persons' | 'households', jurisdiction?: string, day = '2026-03-01') =>
    noticeDays(provisionsOn(allProvisions, { body, mode, jurisdiction, day }))
  assert.is(notice('village-assembly', 'persons'), 10)
  assert.is(notice('village-assembly', 'households', 'CN-37'), 10)
  assert.is(notice('residents-assembly', 'persons'), 10)
  assert.is(notice('residents-assembly', 'persons', undefined, '2025-12-31'), 0)
  assert.is(notice('village-representatives'), 0)
  assert.is(notice('village-representatives', undefined, 'CN-37'), 5)
  assert.is(notice('residents-representatives'), 0)
})

inForce('an emergency relaxes the days since 2026 only, and never Shandong’s five', () => {
  const relaxed = (day: string) =>
    allProvisions
      .filter((p) => p.convocation?.emergency && p.from <= day && (!p.until || day < p.until))
      .map((p) => p.body)
  assert.equal(relaxed('2025-12-31'), [])
  assert.equal([...new Set(relaxed('2026-01-01'))].sort(), ['residents-assembly', 'village-assembly'])
})

inForce('every body that is called has somebody to call it, and it is a body', () => {
  for (const p of allProvisions.filter((one) => one.jurisdiction === undefined)) {
    assert.ok(p.convenes && p.convenes.length > 0, p.id)
    assert.ok(p.convenes.every((body) => bodyKinds.includes(body)))
  }
})
inForce.run()

const examples = suite('worked examples')

interface Meeting {
  readonly body: BodyKind
  readonly mode?: 'persons' | 'households'
  readonly jurisdiction?: string
  readonly day?: string
}
const lawOf = (m: Meeting) => provisionsOn(allProvisions, { day: '2026-03-01', ...m })
const countOf = (m: Meeting, t: Partial<Tallies>, among: Count['among'] = {}): Count => {
  const people = { ...none, ...t }
  return m.mode === 'households' ? { people, households: people, among } : { people, among }
}
const ground = (rule: Rule | undefined, count: Count, i = 0) => {
  assert.ok(rule)
  const { have, need, met } = judge(rule, count).grounds[i] ?? { have: -1, need: -1, met: undefined }
  return { have, need, met }
}

const residents: Meeting = { body: 'residents-representatives' }
const villagers: Meeting = { body: 'village-representatives' }

examples('1 六步议事: 30 members, 20 present, 14 yes: the law and each base of the two thirds', () => {
  const count = countOf(residents, { entitled: 30, present: 20, yes: 14, no: 6 })
  const law = lawOf(residents)
  assert.equal(ground(quorumRule(law), count), { have: 20, need: 20, met: true })
  assert.equal(ground(passRule(law), count), { have: 14, need: 11, met: true })
  assert.equal(ground({ count: 'yes', atLeast: [2, 3], of: 'present' }, count), { have: 14, need: 14, met: true })
  assert.equal(ground({ count: 'yes', atLeast: [2, 3], of: 'entitled' }, count), { have: 14, need: 20, met: false })
})

examples('2 三审一公决: 30 members, 20 present, 14 yes: lawful, yet one short of half of all', () => {
  const at = (yes: number) => countOf(villagers, { entitled: 30, present: 20, yes, no: 20 - yes })
  assert.equal(ground(passRule(lawOf(villagers)), at(14)), { have: 14, need: 11, met: true })
  assert.equal(ground({ count: 'yes', atLeast: [1, 2], of: 'entitled' }, at(14)), { have: 14, need: 15, met: false })
  assert.equal(ground({ count: 'yes', atLeast: [1, 2], of: 'entitled' }, at(15)), { have: 15, need: 15, met: true })
})

examples('3 two thirds, inclusive and strict, of 30, 31 and 33', () => {
  for (const [n, inclusive, strict] of [
    [30, 20, 21],
    [31, 21, 21],
    [33, 22, 23],
  ] as const) {
    const count = countOf(residents, { entitled: n })
    assert.is(ground(quorumRule(lawOf(residents)), count).need, inclusive)
    assert.is(ground({ count: 'present', moreThan: [2, 3], of: 'entitled' }, count).need, strict)
  }
})

examples('4 thirty, twenty come: enough to meet, one short to elect', () => {
  const count = countOf(residents, { entitled: 30, present: 20 })
  assert.is(ground(quorumRule(lawOf(residents)), count).met, true)
  assert.equal(ground({ count: 'present', moreThan: [2, 3], of: 'entitled' }, count), {
    have: 20,
    need: 21,
    met: false,
  })
})

examples('5 a branch of 20: ten may vote and carry nothing; eleven only together', () => {
  const branch: Meeting = { body: 'party-assembly' }
  const at = (present: number, yes: number) => countOf(branch, { entitled: 20, present, yes })
  const law = lawOf(branch)
  assert.is(ground(quorumRule(law), at(9, 0)).met, false)
  assert.is(ground(quorumRule(law), at(10, 0)).met, true)
  assert.equal(ground(passRule(law), at(10, 10)), { have: 10, need: 11, met: false })
  assert.equal(ground(passRule(law), at(11, 11)), { have: 11, need: 11, met: true })
  assert.equal(ground(passRule(law), at(11, 10)), { have: 10, need: 11, met: false })
})

examples('6 a village of 1,000 by persons: half is not more than half', () => {
  const meeting: Meeting = { body: 'village-assembly', mode: 'persons' }
  const at = (present: number, yes = 0) => countOf(meeting, { entitled: 1000, present, yes })
  assert.equal(ground(quorumRule(lawOf(meeting)), at(500)), { have: 500, need: 501, met: false })
  assert.is(ground(quorumRule(lawOf(meeting)), at(501)).met, true)
  assert.equal(ground(passRule(lawOf(meeting)), at(501, 250)), { have: 250, need: 251, met: false })
  assert.equal(ground(passRule(lawOf(meeting)), at(501, 251)), { have: 251, need: 251, met: true })
})

examples('7 households: two thirds in the village, more than half in the city', () => {
  const needs = (body: BodyKind, entitled: number) => {
    const meeting: Meeting = { body, mode: 'households' }
    return ground(quorumRule(lawOf(meeting)), countOf(meeting, { entitled, present: 200 }))
  }
  assert.equal(needs('village-assembly', 301), { have: 200, need: 201, met: false })
  assert.equal(needs('residents-assembly', 301), { have: 200, need: 151, met: true })
  assert.equal(needs('village-assembly', 300), { have: 200, need: 200, met: true })
  assert.is(needs('residents-assembly', 300).need, 151)
})

examples('8 abstentions and spoiled papers stay in the base: 12 of 24 is not more than half', () => {
  const count = countOf(villagers, { entitled: 36, present: 24, yes: 12, no: 8, abstain: 3, spoiled: 1 })
  assert.is(ground(quorumRule(lawOf(villagers)), count).met, true)
  assert.equal(ground(passRule(lawOf(villagers)), count), { have: 12, need: 13, met: false })
})

examples('9 observers are never counted: 20 members of 26 in the room need 11; 19 of 30 are no quorum', () => {
  const at = (present: number, yes = 0) => countOf(residents, { entitled: 30, present, yes })
  assert.is(ground(quorumRule(lawOf(residents)), at(20)).met, true)
  assert.is(ground(passRule(lawOf(residents)), at(20, 11)).need, 11)
  assert.equal(ground(quorumRule(lawOf(residents)), at(19)), { have: 19, need: 20, met: false })
})

examples('10 成员大会: two thirds of all, so 199 of 210 fail', () => {
  const quorum: Test = { count: 'present', atLeast: [2, 3], of: 'entitled' }
  const passes: Test = { count: 'yes', atLeast: [2, 3], of: 'entitled' }
  const at = (present: number, yes: number): Count => ({ people: { ...none, entitled: 300, present, yes } })
  assert.equal(ground(quorum, at(200, 0)), { have: 200, need: 200, met: true })
  assert.equal(ground(passes, at(210, 199)), { have: 199, need: 200, met: false })
  assert.equal(ground(passes, { people: { ...none, entitled: 45 } }).need, 30)
})

examples('11 owners: heads and area both, of those taking part', () => {
  const both = (share: readonly [number, number], strict: boolean): Rule => ({
    all: (['people', 'area'] as const).map((measure) =>
      strict
        ? { count: 'yes', moreThan: share, of: 'present', measure }
        : { count: 'yes', atLeast: share, of: 'present', measure },
    ),
  })
  const votes = (heads: number, area: number): Count => ({
    people: { ...none, entitled: 600, present: 400, yes: heads },
    area: { ...none, entitled: 6_000_000, present: 4_000_000, yes: area },
  })
  assert.is(judge(both([1, 2], true), votes(201, 2_000_000)).met, false)
  assert.is(judge(both([1, 2], true), votes(201, 2_000_001)).met, true)
  assert.is(judge(both([3, 4], false), votes(305, 2_999_000)).met, false)
  assert.is(judge(both([3, 4], false), votes(300, 3_000_000)).met, true)
})

examples('12 composition: 28 + 7 is lawful with 12 women; 27 + 7 is not', () => {
  const made = (entitled: number, reps: number, women: number): Count => ({
    people: { ...none, entitled },
    among: { representatives: { ...none, entitled: reps }, 'women-representatives': { ...none, entitled: women } },
  })
  const rule = compositionRule(lawOf(villagers))
  assert.equal(ground(rule, made(35, 28, 12), 0), { have: 28, need: 28, met: true })
  assert.equal(ground(rule, made(35, 28, 11), 1), { have: 11, need: 12, met: false })
  assert.equal(ground(rule, made(35, 28, 12), 1), { have: 12, need: 12, met: true })
  assert.equal(ground(rule, made(34, 27, 12), 0), { have: 27, need: 28, met: false })
  const inTheCity = compositionRule(lawOf(residents))
  assert.equal(ground(inTheCity, made(35, 28, 0)), { have: 28, need: 28, met: true })
  assert.equal(ground(inTheCity, made(34, 27, 0)), { have: 27, need: 28, met: false })
})

examples('13 an election of 900: spoiled papers count in the base', () => {
  const voted: Test = { count: 'cast', moreThan: [1, 2], of: 'entitled' }
  const wins: Test = { count: 'yes', moreThan: [1, 2], of: 'cast' }
  const at = (yes: number, no: number, spoiled: number): Count => ({
    people: { ...none, entitled: 900, yes, no, spoiled },
  })
  assert.equal(ground(voted, at(300, 150, 0)), { have: 450, need: 451, met: false })
  assert.equal(ground(voted, at(225, 215, 11)), { have: 451, need: 451, met: true })
  assert.equal(ground(wins, at(225, 215, 11)), { have: 225, need: 226, met: false })
  assert.equal(ground(wins, at(226, 214, 11)), { have: 226, need: 226, met: true })
  assert.is(ground({ count: 'yes', atLeast: [1, 3], of: 'cast' }, at(151, 289, 11)).need, 151)
})

examples('14 Shandong: 22 of 30 are enough, 6 of 10 women are not', () => {
  const shandong: Meeting = { ...villagers, jurisdiction: 'CN-37' }
  const at = (women: number) =>
    countOf(
      shandong,
      { entitled: 30, present: 22 },
      { 'women-representatives': { ...none, entitled: 10, present: women } },
    )
  const rule = quorumRule(lawOf(shandong))
  assert.equal(ground(rule, at(6), 0), { have: 22, need: 20, met: true })
  assert.equal(ground(rule, at(6), 1), { have: 6, need: 7, met: false })
  assert.ok(rule && !judge(rule, at(6)).met)
  assert.ok(rule && judge(rule, at(7)).met)
  assert.is(
    ground({ count: 'present', atLeast: [2, 3], of: 'entitled' }, { people: { ...none, entitled: 87 } }).need,
    58,
  )
})

examples('the old neighbourhood: more than half of those attending, by the groups’ representatives too', () => {
  const before: Meeting = { ...residents, day: '2025-12-31' }
  const count = countOf(before, { entitled: 30, present: 16, yes: 8, no: 8 })
  assert.equal(ground(quorumRule(lawOf(before)), count), { have: 16, need: 16, met: true })
  assert.equal(ground(passRule(lawOf(before)), count), { have: 8, need: 9, met: false })
})

examples('the party committee and the two committees: a majority of all their members', () => {
  for (const [body, quorum] of [
    ['party-committee', 3],
    ['two-committees', 4],
  ] as const) {
    const law = lawOf({ body })
    assert.is(ground(quorumRule(law), countOf({ body }, { entitled: 6 })).need, quorum)
    assert.is(ground(passRule(law), countOf({ body }, { entitled: 6, present: 4 })).need, 4)
  }
})
examples.run()
