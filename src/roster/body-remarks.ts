import { allProvisions } from '../../workflows/law/all.ts'
import { compositionRule, provisionsOn } from '../../workflows/law/in-force.ts'
import type { BodyKind } from '../../workflows/law/provision.ts'
import { judge, type Tallies } from '../../workflows/rules/index.ts'
import { arithmetic, bodyName } from '../../workflows/wording.ts'
import type { DerivedSeat, DerivedSeats } from './positions.ts'
import type { Remark, RemarkedOn } from './remarks.ts'

/** The bodies that a place is expected to have; without a chair nobody calls or presides over them. */
const expected = {
  village: {
    committee: 'village-committee',
    representatives: 'village-representatives',
    chaired: ['village-committee', 'party-committee', 'supervision-committee'],
  },
  city: {
    committee: 'residents-committee',
    representatives: 'residents-representatives',
    chaired: ['residents-committee', 'party-committee', 'supervision-committee'],
  },
} as const satisfies Record<string, { committee: BodyKind; representatives: BodyKind; chaired: readonly BodyKind[] }>

const members = (seats: DerivedSeats, body: BodyKind): readonly DerivedSeat[] => seats.get(body) ?? []

const chairs = (seats: DerivedSeats, body: BodyKind): readonly Remark[] => {
  const [first, ...others] = members(seats, body).filter(({ office }) => office === 'chair')
  const [zh, en] = [bodyName(body, 'zh'), bodyName(body, 'en')]
  if (first === undefined) return [{ code: 'chair_missing', zh: `${zh}没有主要负责人`, en: `Nobody chairs the ${en}` }]
  return others.map(({ row }) => ({
    row,
    code: 'chair_twice',
    zh: `${zh}有两名主要负责人,另一名在第 ${first.row} 行`,
    en: `The ${en} has two chairs; the other is in row ${first.row}`,
  }))
}

const onBoth = (seats: DerivedSeats, one: BodyKind, other: BodyKind): readonly DerivedSeat[] => {
  const rows = new Set(members(seats, other).map(({ row }) => row))
  return members(seats, one).filter(({ row }) => rows.has(row))
}

const entitled = (count: number): Tallies => ({ entitled: count, present: 0, yes: 0, no: 0, abstain: 0, spoiled: 0 })

const composition = ({ seats, today }: RemarkedOn, body: BodyKind): readonly Remark[] => {
  const rule = compositionRule(provisionsOn(allProvisions, { body, day: today }))
  const roll = members(seats, body).filter(({ inBase }) => inBase)
  if (rule === undefined || roll.length === 0) return []
  const among = (group: string) => entitled(roll.filter(({ groups }) => groups.some((own) => own === group)).length)
  const count = {
    people: entitled(roll.length),
    among: { representatives: among('representatives'), 'women-representatives': among('women-representatives') },
  }
  return judge(rule, count)
    .grounds.filter(({ met }) => !met)
    .map((ground) => ({
      code: 'composition_not_lawful',
      zh: `${bodyName(body, 'zh')}的组成不合法定比例:${arithmetic({ code: 'composition', ...ground }, 'zh')}`,
      en: `The ${bodyName(body, 'en')} is not made up as the law asks: ${arithmetic({ code: 'composition', ...ground }, 'en')}`,
    }))
}

/** What is worth a look in the bodies that a roster makes: chairs, offices that exclude each other, lawful composition. */
export const bodyRemarks = (on: RemarkedOn): readonly Remark[] => {
  const { seats, kind } = on
  const { committee, representatives, chaired } = expected[kind]
  return [
    ...chaired.flatMap((body) => chairs(seats, body)),
    ...onBoth(seats, 'supervision-committee', committee).map(({ row }) => ({
      row,
      code: 'supervisor_on_committee',
      zh: `监督委员会成员不应兼任${bodyName(committee, 'zh')}成员`,
      en: `A supervisor should not sit on the ${bodyName(committee, 'en')}`,
    })),
    ...onBoth(seats, representatives, committee)
      .filter(({ groups }) => groups.includes('representatives'))
      .map(({ row }) => ({
        row,
        code: 'representative_on_committee',
        zh: `代表兼任${bodyName(committee, 'zh')}成员,只算一人,计入代表人数`,
        en: `A representative also sits on the ${bodyName(committee, 'en')}: one person, counted among the representatives`,
      })),
    ...(members(seats, representatives).some(({ groups }) => groups.includes('representatives'))
      ? []
      : [
          {
            code: 'representatives_missing',
            zh: `${bodyName(representatives, 'zh')}没有代表`,
            en: `The ${bodyName(representatives, 'en')} have no elected members`,
          },
        ]),
    ...composition(on, representatives),
    ...composition(on, 'collective-representatives'),
  ]
}
