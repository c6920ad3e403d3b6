import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sha256 } from '../src/record/sha256.ts'
import { canonicalBytes } from '../workflows/format/canonical.ts'
import { toHex } from '../workflows/format/hash.ts'
import { allProvisions, demandsOn } from '../workflows/law/all.ts'
import { editionOf, editions, textsIn } from '../workflows/law/editions.ts'
import {
  compositionRule,
  noticeDays,
  participationRule,
  passRule,
  provisionsOn,
  proxyRule,
  quorumRule,
  runOffRule,
  waysAdmitted,
} from '../workflows/law/in-force.ts'
import { matters } from '../workflows/law/matters.ts'
import { type BodyKind, bodyKinds, type Provision, rollGroups } from '../workflows/law/provision.ts'
import { isDay } from '../workflows/rules/days.ts'
import { type Count, elect, judge, type Rule, type Tallies, type Test } from '../workflows/rules/index.ts'

const firstEdition = '9b4c9edc5ba9b693ca5330e96ac47728217778cb2622f99d8d77ae481d814b2c'

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

shape('reads as the newest edition of the texts has it: one that is changed, or new, goes into another edition', () => {
  const hashOf = (p: Provision) => toHex(sha256(canonicalBytes(p)))
  const known = textsIn(editions, editions.length)
  const missing = allProvisions
    .filter((p) => known.get(p.id)?.sha256 !== hashOf(p))
    .map((p) => ({ id: p.id, body: p.body, mode: p.mode, jurisdiction: p.jurisdiction, sha256: hashOf(p) }))
  assert.is(JSON.stringify(missing), '[]', 'to be added to workflows/format/provisions.json as a new edition')
  for (const p of allProvisions) {
    const { body, mode, jurisdiction } = known.get(p.id) ?? {}
    assert.equal([body, mode, jurisdiction], [p.body, p.mode, p.jurisdiction], p.id)
    assert.is(
      editionOf(editions, p.id, hashOf(p)),
      editions.findLastIndex((texts) => texts.some(({ id }) => id === p.id)) + 1,
    )
  }
  assert.equal([...known.keys()].sort(), allProvisions.map(({ id }) => id).sort(), 'no text goes away')
  // What adoptions have been made by stays as it was.
  assert.is(toHex(sha256(canonicalBytes(editions[0]))), firstEdition)
})

for (const p of allProvisions)
  shape(`${p.id}: cites its source, stands between two days, and can be judged`, () => {
    assert.match(p.cite, p.source === 'default' ? /默认/ : /^《.+》(\(\d{4}年修[正订]\))?第/)
    assert.ok(p.text.length > 0)
    assert.ok(isDay(p.from))
    assert.ok(p.until === undefined || (isDay(p.until) && p.from < p.until))
    assert.ok(p.quorum !== undefined || p.passes !== undefined || p.convocation !== undefined)
    for (const t of [p.quorum, p.participation, p.passes, p.runOff, p.composition].flatMap(testsOf)) {
      for (const group of [t.among, 'of' in t ? t.ofAmong : undefined])
        assert.ok(group === undefined || (rollGroups as readonly string[]).includes(group), `${group}`)
      assert.is(judge(t, { people: none }).met, false)
    }
  })

/** What stands beside the nation's text on a body: a province's addition, or one on certain matters. */
const additions = ['shandong/representatives', 'collective/members-outsiders', 'default/fund-and-labour-raising']
const texts = allProvisions.filter((p) => !additions.includes(p.id))

shape('of the nation asks who must come or take part, and a majority; body, mode, matter and day have one text', () => {
  assert.ok(texts.every((p) => (p.quorum ?? p.participation) !== undefined && p.passes !== undefined))
  const days = [...new Set(texts.flatMap((p) => [p.from, p.until ?? p.from]))]
  for (const p of texts)
    for (const matter of p.matters ?? [undefined])
      for (const day of days) {
        const found = provisionsOn(texts, { body: p.body, mode: p.mode, matter, day })
        assert.ok(found.length <= 1, `${p.body} on ${day}: ${found.map((f) => f.id)}`)
      }
})

shape('on certain matters names matters that there are, and every matter of those bodies has its text', () => {
  const ids = matters.map((m) => m.id)
  for (const p of allProvisions) for (const matter of p.matters ?? []) assert.ok(ids.includes(matter), matter)
  const modes = ['persons', 'households', 'representatives', undefined] as const
  for (const { id, laws } of matters)
    for (const body of laws[0]?.itself ?? []) {
      const found = modes.flatMap((mode) => provisionsOn(texts, { body, mode, matter: id, day: '2026-03-01' }))
      assert.ok(found.length > 0, `${id}: ${body}`)
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

inForce('a vote is entrusted only where the law admits it, in writing', () => {
  const rule = (body: BodyKind, matter: string, mode?: Provision['mode']) =>
    proxyRule(provisionsOn(allProvisions, { body, matter, mode, day: '2026-03-01' }))
  for (const [body, matter, mode] of [
    ['village-voters', 'village-election', undefined],
    ['city-voters', 'residents-election', 'persons'],
    ['city-voters', 'residents-election', 'households'],
  ] as const) {
    const { max, candidatesExcluded, written, cite } = rule(body, matter, mode) ?? {}
    assert.equal([max, candidatesExcluded, written], [3, true, true])
    assert.match(cite ?? '', /第十[八九]条第四款/)
  }
  assert.is(rule('city-voters', 'residents-election', 'representatives'), undefined)
  assert.is(rule('village-voters', 'village-recall'), undefined)
  assert.is(rule('collective-members', 'collective-charter')?.sameHousehold, true)
  assert.is(rule('collective-representatives', 'collective-plans'), undefined)
  assert.match(rule('owners', 'owners-manager')?.cite ?? '', '第十二条')
  for (const body of [
    'village-assembly',
    'village-representatives',
    'residents-representatives',
    'party-assembly',
  ] as const)
    assert.is(rule(body, 'village-public-works', body === 'village-assembly' ? 'persons' : undefined), undefined)
})

inForce('elections are secret, owners and contributions by name, and the rest as the meeting likes', () => {
  const admitted = (body: BodyKind, matter: string, mode?: Provision['mode']) =>
    waysAdmitted(provisionsOn(allProvisions, { body, matter, mode, day: '2026-03-01' }))
  assert.equal(admitted('village-voters', 'village-election'), ['secret'])
  assert.equal(admitted('city-voters', 'residents-recall', 'households'), ['secret'])
  assert.equal(admitted('owners', 'owners-fund-raising'), ['recorded'])
  assert.equal(admitted('village-representatives', 'fund-and-labour-raising'), ['recorded'])
  assert.equal(admitted('village-representatives', 'village-public-works'), ['recorded', 'secret', 'counted'])
})

inForce('the new laws stand from their days on', () => {
  const ids = (body: BodyKind, matter: string, day: string, mode?: Provision['mode']) =>
    provisionsOn(allProvisions, { body, matter, day, mode }).map((p) => p.id)
  assert.equal(ids('owners', 'owners-manager', '2020-12-31'), [])
  assert.equal(ids('owners', 'owners-manager', '2021-01-01'), ['owners/ordinary'])
  assert.equal(ids('owners', 'owners-rebuilding', '2021-01-01'), ['owners/special'])
  assert.equal(ids('collective-members', 'collective-charter', '2025-04-30'), [])
  assert.equal(ids('collective-members', 'collective-charter', '2025-05-01'), ['collective/members'])
  assert.equal(ids('village-voters', 'village-election', '2025-12-31'), [])
  assert.equal(ids('village-voters', 'village-election', '2026-01-01'), ['village/election@2026'])
  assert.equal(ids('city-voters', 'residents-recall', '2026-01-01'), [], 'the mode is not named')
  assert.equal(ids('city-voters', 'residents-recall', '2026-01-01', 'representatives'), [
    'city/recall-representatives@2026',
  ])
  assert.is(
    noticeDays(provisionsOn(allProvisions, { body: 'owners', matter: 'owners-manager', day: '2026-03-01' })),
    15,
  )
  assert.is(noticeDays(provisionsOn(allProvisions, { body: 'collective-members', day: '2026-03-01' })), 10)
  assert.is(
    noticeDays(provisionsOn(allProvisions, { body: 'village-voters', matter: 'village-election', day: '2026-03-01' })),
    20,
  )
})

inForce('who may demand a recall or an owners’ meeting', () => {
  const asked = (body: BodyKind) => demandsOn(body, '2026-03-01').map(({ of, atLeast }) => `${of} ${atLeast.join('/')}`)
  assert.equal([...new Set(asked('village-voters'))], ['adults 1/5', 'representatives 1/3'])
  assert.equal([...new Set(asked('city-voters'))], ['adults 1/10', 'households 1/10', 'representatives 1/3'])
  assert.equal([...new Set(asked('owners'))], ['owners 1/5'])
})

inForce('every body that is called has somebody to call it, and it is a body', () => {
  for (const p of texts) {
    assert.ok(p.convenes && p.convenes.length > 0, p.id)
    assert.ok(p.convenes.every((body) => bodyKinds.includes(body)))
  }
})
inForce.run()

const examples = suite('worked examples')

interface Meeting {
  readonly body: BodyKind
  readonly mode?: Provision['mode']
  readonly matter?: string
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
  const count = countOf(residents, { entitled: 30, present: 20, yes: 20 })
  assert.is(ground(quorumRule(lawOf(residents)), count).met, true)
  for (const matter of ['residents-election', 'residents-recall']) {
    const electing = lawOf({ body: 'city-voters', mode: 'representatives', matter })
    assert.is(quorumRule(electing), undefined)
    assert.equal(ground(participationRule(electing), count), { have: 20, need: 21, met: false })
  }
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
  const members: Meeting = { body: 'collective-members', matter: 'collective-charter' }
  const [quorum, passes] = [quorumRule(lawOf(members)), passRule(lawOf(members))]
  const at = (present: number, yes: number) => countOf(members, { entitled: 300, present, yes })
  assert.equal(ground(quorum, at(199, 0)), { have: 199, need: 200, met: false })
  assert.equal(ground(quorum, at(200, 0)), { have: 200, need: 200, met: true })
  assert.equal(ground(passes, at(210, 199)), { have: 199, need: 200, met: false })
  assert.equal(ground(passes, at(200, 200)), { have: 200, need: 200, met: true })
  const outsiders = passRule(lawOf({ ...members, matter: 'collective-outsiders' }))
  assert.equal(ground(outsiders, at(300, 224), 0), { have: 224, need: 200, met: true })
  assert.equal(ground(outsiders, at(300, 224), 1), { have: 224, need: 225, met: false })
  const delegates: Meeting = { body: 'collective-representatives' }
  assert.is(ground(passRule(lawOf(delegates)), countOf(delegates, { entitled: 45 })).need, 30)
  assert.equal(ground(compositionRule(lawOf(delegates)), countOf(delegates, { entitled: 20 })), {
    have: 20,
    need: 21,
    met: false,
  })
})

/** 600 heads and 60,000.00 m², in 0.01 m²; those who did not agree were against. */
const ownersVote = (
  cast: readonly [heads: number, area: number],
  yes: readonly [heads: number, area: number],
): Count => ({
  people: { ...none, entitled: 600, yes: yes[0], no: cast[0] - yes[0] },
  area: { ...none, entitled: 6_000_000, yes: yes[1], no: cast[1] - yes[1] },
})
const ownersLaw = (matter: string) => lawOf({ body: 'owners', matter })
const took = [400, 4_000_000] as const

//  matter                cast                yes                participation  passes  because
const ownersRows = [
  ['owners-manager', took, [201, 2_000_001], true, true, 'ordinary: one head and one hundredth more than half'],
  ['owners-manager', took, [201, 2_000_000], true, false, 'exactly half of the area'],
  ['owners-manager', took, [200, 2_000_001], true, false, 'exactly half of the heads'],
  ['owners-other', took, [201, 2_000_001], true, true, 'the ninth is ordinary too'],
  ['owners-fund-raising', took, [305, 2_999_000], true, false, 'special: enough heads, 29,990 m² too little'],
  ['owners-fund-raising', took, [300, 3_000_000], true, true, 'three quarters exactly of both'],
  ['owners-common-parts', took, [299, 3_000_000], true, false, 'one head short'],
  ['owners-rebuilding', [399, 4_000_000], [399, 4_000_000], false, true, '399 heads: no vote at all'],
  ['owners-rebuilding', [400, 3_999_999], [400, 3_999_999], false, true, 'a hundredth of a square metre short'],
] as const
for (const [matter, cast, yes, participates, passes, because] of ownersRows)
  examples(`11 owners: ${because}`, () => {
    const count = ownersVote(cast, yes)
    const [participation, pass] = [participationRule(ownersLaw(matter)), passRule(ownersLaw(matter))]
    assert.ok(participation && pass)
    assert.is(judge(participation, count).met, participates)
    assert.is(judge(pass, count).met, passes)
  })

examples('11 owners: who abstains has taken part, and so helps the one and hurts the other', () => {
  const count: Count = {
    people: { ...none, entitled: 600, yes: 200, abstain: 200 },
    area: { ...none, entitled: 6_000_000, yes: 3_000_000, abstain: 1_000_000 },
  }
  const [participation, pass] = [participationRule(ownersLaw('owners-other')), passRule(ownersLaw('owners-other'))]
  assert.ok(participation && pass)
  assert.is(judge(participation, count).met, true)
  assert.equal(ground(pass, count, 1), { have: 200, need: 201, met: false })
})

examples('11 owners: without its class a matter has no majority, and nothing can be decided', () => {
  assert.equal(lawOf({ body: 'owners' }), [])
  assert.equal(ownersLaw('owners-common-property'), [])
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
  const electing = lawOf({ body: 'village-voters', matter: 'village-election' })
  const [voted, wins] = [participationRule(electing), passRule(electing)]
  const at = (yes: number, no: number, spoiled: number): Count => ({
    people: { ...none, entitled: 900, yes, no, spoiled },
  })
  assert.equal(ground(voted, at(300, 150, 0)), { have: 450, need: 451, met: false })
  assert.equal(ground(voted, at(225, 215, 11)), { have: 451, need: 451, met: true })
  assert.equal(ground(wins, at(225, 215, 11)), { have: 225, need: 226, met: false })
  assert.equal(ground(wins, at(226, 214, 11)), { have: 226, need: 226, met: true })
  assert.is(ground(runOffRule(electing), at(151, 289, 11)).need, 151)
})

//  matter               the law's own floors give the same in elect()
const boxes = [
  ['passes', { a: 226, b: 214 }, 'elected'],
  ['passes', { a: 225, b: 215 }, 'run-off'],
  ['runOff', { a: 151, b: 150 }, 'elected'],
  ['runOff', { a: 150, b: 149 }, 'run-off'],
  ['runOff', { a: 151, b: 151 }, 'tied'],
] as const
for (const [floor, votes, outcome] of boxes)
  examples(`13 an election of 900, 451 returned and 11 spoiled, ${JSON.stringify(votes)}: ${outcome}`, () => {
    const [law] = lawOf({ body: 'village-voters', matter: 'village-election' })
    const [participation, winnerFloor] = [law?.participation, law?.[floor]]
    assert.ok(participation && winnerFloor)
    const box = { seats: 1, entitled: 900, issued: 451, returned: 451, spoiled: 11, votes }
    assert.is(elect({ ...box, participation, winnerFloor }).outcome, outcome)
  })

examples('13 a recall: more than half of the registered vote, and more than half of those agree', () => {
  const recalling = lawOf({ body: 'village-voters', matter: 'village-recall' })
  const at = (yes: number, no: number): Count => ({ people: { ...none, entitled: 900, yes, no } })
  assert.is(ground(participationRule(recalling), at(450, 0)).met, false)
  assert.equal(ground(passRule(recalling), at(226, 226)), { have: 226, need: 227, met: false })
  assert.is(runOffRule(recalling), undefined)
})

examples('the ways of electing in the city: persons, households and representatives are never mixed', () => {
  const law = (mode: Provision['mode']) => lawOf({ body: 'city-voters', mode, matter: 'residents-election' })
  const cast: Tallies = { ...none, entitled: 300, yes: 151 }
  assert.equal(ground(participationRule(law('persons')), { people: cast }), { have: 151, need: 151, met: true })
  assert.is(ground(participationRule(law('households')), { people: cast }).met, false)
  assert.is(ground(participationRule(law('households')), { people: none, households: cast }).met, true)
  assert.equal(ground(participationRule(law('representatives')), { people: cast }), {
    have: 151,
    need: 201,
    met: false,
  })
})

examples(
  '一事一议: representatives are weighed by the households behind them, besides the law on their meeting',
  () => {
    const meeting: Meeting = { body: 'village-representatives', matter: 'fund-and-labour-raising' }
    const at = (present: number, yes: number, behind: readonly [present: number, yes: number]): Count => ({
      people: { ...none, entitled: 30, present, yes },
      represented: { ...none, entitled: 300, present: behind[0], yes: behind[1] },
    })
    const [quorum, passes] = [quorumRule(lawOf(meeting)), passRule(lawOf(meeting))]
    assert.equal(ground(quorum, at(20, 0, [199, 0]), 0), { have: 20, need: 20, met: true })
    assert.equal(ground(quorum, at(20, 0, [199, 0]), 1), { have: 199, need: 200, met: false })
    assert.equal(ground(passes, at(20, 11, [200, 100]), 0), { have: 11, need: 11, met: true })
    assert.equal(ground(passes, at(20, 11, [200, 100]), 1), { have: 100, need: 101, met: false })
    assert.is(lawOf({ ...meeting, matter: 'village-public-works' }).length, 1, 'not all of the fourth item')
  },
)

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
})

examples(
  '14 owners: 100 units, ten unsold as one and five of one buyer as one, are 87 heads, and 58 must take part',
  () => {
    const heads: Count = { people: { ...none, entitled: 87 }, area: { ...none, entitled: 6_000_000 } }
    const rule = participationRule(ownersLaw('owners-fund-use'))
    assert.is(ground(rule, heads, 0).need, 4_000_000)
    assert.is(ground(rule, heads, 1).need, 58)
  },
)

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
