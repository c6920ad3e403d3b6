import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { checkRoster } from '../src/roster/check.ts'
import type { PositionName } from '../src/roster/position-table.ts'
import { contradict, deriveSeats, positionOf } from '../src/roster/positions.ts'
import { readRoster } from '../src/roster/read.ts'
import type { RosterRow } from '../src/roster/row.ts'
import { type BodyKind, bodyKinds } from '../workflows/law/provision.ts'

const positions = suite('positions and seats')

const rowsOf = (name: string, kind: 'village' | 'city'): readonly RosterRow[] => {
  const table = readRoster(readFileSync(new URL(`fixtures/${name}`, import.meta.url)))
  if (!table.ok) throw new Error(table.refusal.code)
  return checkRoster(table.value, { today: '2026-03-02', adultAge: 18, kind }).rows
}

const person = (row: number, sex: RosterRow['sex'], ...held: readonly PositionName[]): RosterRow => ({
  row,
  household: '1',
  name: '某某',
  sex,
  idNumber: '990129197008246750',
  birth: '1970-08-24',
  group: '',
  positions: held,
})

const made = (rows: readonly RosterRow[]) =>
  [...deriveSeats(rows)].map(([body, seats]) => {
    const base = seats.filter(({ inBase }) => inBase)
    const inGroup = (group: string) => base.filter(({ groups }) => groups.some((own) => own === group)).length
    const chairs = seats.filter(({ office }) => office === 'chair').length
    return [
      body,
      seats.length,
      base.length,
      inGroup('representatives'),
      inGroup('women'),
      inGroup('women-representatives'),
      chairs,
    ]
  })

positions('石桥村: 29 representatives and 7 of the committee, 12 women among the representatives', () => {
  //  body, seats, in the base, representatives, women, women representatives, chairs
  assert.equal(made(rowsOf('roster-village.csv', 'village')), [
    ['village-representatives', 36, 36, 29, 15, 12, 1],
    ['village-committee', 7, 7, 0, 3, 0, 1],
    ['party-assembly', 38, 36, 0, 15, 0, 1],
    ['party-committee', 5, 5, 0, 3, 0, 1],
    ['two-committees', 9, 9, 0, 5, 0, 1],
    ['supervision-committee', 3, 3, 0, 2, 0, 1],
  ])
})

positions('亭前社区: 53 representatives and 7 of the committee', () => {
  assert.equal(made(rowsOf('roster-city.csv', 'city')), [
    ['residents-representatives', 60, 60, 53, 29, 25, 1],
    ['residents-committee', 7, 7, 0, 4, 0, 1],
    ['residents-council', 21, 21, 0, 11, 0, 0],
    ['party-assembly', 120, 120, 0, 57, 0, 1],
    ['party-committee', 7, 7, 0, 4, 0, 1],
    ['two-committees', 12, 12, 0, 7, 0, 1],
    ['supervision-committee', 5, 5, 0, 3, 0, 1],
  ])
})

//  positions, body, office, because
const offices: readonly (readonly [readonly PositionName[], BodyKind, string | undefined, string])[] = [
  [['村民代表', '村委会主任'], 'village-representatives', 'chair', 'the best office stays, whichever is named first'],
  [['村委会主任', '村民代表'], 'village-representatives', 'chair', 'the best office stays, whichever is named last'],
  [['村委会委员', '村民代表'], 'village-representatives', 'member', 'the committee belongs to the meeting'],
  [['村委会委员', '村委会副主任'], 'village-committee', 'deputy', 'a deputy is more than a member'],
  [['支部书记', '村委会主任'], 'two-committees', 'chair', 'the secretary chairs the two committees'],
  [['村委会主任'], 'two-committees', 'member', 'the head of the village committee does not'],
  [['党员', '支部委员'], 'party-assembly', 'member', 'the secretary alone presides over the assembly'],
  [['支部书记'], 'party-assembly', 'chair', 'who leads the branch is a member of it, also where 党员 is not written'],
  [['居民议事会召集人'], 'residents-council', 'chair', 'the council is called by its convener'],
  [['村务监督委员会主任'], 'village-representatives', undefined, 'supervisors attend, they do not sit'],
  [['群众', '户主', '小组长'], 'village-representatives', undefined, 'no seat comes with these'],
]

for (const [held, body, office, because] of offices)
  positions(`${held.join('、')} in ${body}: ${because}`, () => {
    const seats = deriveSeats([person(2, 'male', ...held)]).get(body) ?? []
    assert.equal(
      seats.map((seat) => seat.office),
      office === undefined ? [] : [office],
    )
  })

positions('one seat a person and body; the groups are those of all positions', () => {
  const both = deriveSeats([person(2, 'female', '村委会委员', '村民代表', '村委会委员')])
  assert.equal(both.get('village-representatives'), [
    {
      row: 2,
      office: 'member',
      voting: true,
      inBase: true,
      groups: ['representatives', 'women', 'women-representatives'],
    },
  ])
  assert.equal(both.get('village-committee')?.[0]?.groups, ['women'])
  const man = deriveSeats([person(2, 'male', '居民代表')]).get('residents-representatives')
  assert.equal(man?.[0]?.groups, ['representatives'])
})

positions('who sits on both committees counts once in their union', () => {
  const union = deriveSeats([
    person(2, 'male', '支部书记', '村委会主任'),
    person(3, 'female', '支部委员'),
    person(4, 'male', '村委会委员'),
  ]).get('two-committees')
  assert.equal(
    union?.map(({ row, office }) => [row, office]),
    [
      [2, 'chair'],
      [3, 'member'],
      [4, 'member'],
    ],
  )
})

positions('a probationary member has a seat without a vote, outside the base, and the reason with it', () => {
  for (const name of ['预备党员', '留党察看党员'] as const) {
    const [seat] = deriveSeats([person(2, 'male', name)]).get('party-assembly') ?? []
    assert.equal([seat?.voting, seat?.inBase, seat?.office], [false, false, 'member'])
    assert.match(seat?.voteless?.zh ?? '', '没有表决权')
    assert.match(seat?.voteless?.en ?? '', 'vote')
  }
  const [full] = deriveSeats([person(2, 'male', '党员')]).get('party-assembly') ?? []
  assert.equal(full, { row: 2, office: 'member', voting: true, inBase: true, groups: [] })
})

positions('nobody has a vote and no vote in one body', () => {
  assert.ok(contradict(['党员', '预备党员']))
  assert.ok(contradict(['支部委员', '预备党员']))
  assert.not(contradict(['预备党员', '村民代表', '村委会委员']))
  assert.not(contradict(['党员', '支部书记', '村委会主任']))
})

//  written, known as
const spellings = [
  ['村民委员会主任', '村委会主任'],
  ['村支书', '支部书记'],
  ['中共党员', '党员'],
  ['议事会成员', '居民议事会成员'],
  ['村务监督委员会委员', '村务监督委员会成员'],
  ['妇联主席', '群团干部'],
  ['外星人', undefined],
  ['constructor', undefined],
  ['__proto__', undefined],
  ['团支部书记', '群团干部'],
] as const

for (const [written, known] of spellings)
  positions(`${written} is ${known ?? 'no position'}`, () => assert.is(positionOf(written), known))

positions('bodies come in one order, and only those that have seats', () => {
  const bodies = [...deriveSeats([person(2, 'male', '村务监督委员会成员'), person(3, 'male', '村民代表')]).keys()]
  assert.equal(bodies, ['village-representatives', 'supervision-committee'])
  assert.equal(
    bodies,
    bodyKinds.filter((kind) => bodies.includes(kind)),
  )
  assert.is(deriveSeats([]).size, 0)
})

positions.run()
