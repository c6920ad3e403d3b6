import { addDays, ageOn, type Day } from '../../workflows/rules/days.ts'
import { bodyRemarks } from './body-remarks.ts'
import { shown } from './clean.ts'
import type { DerivedSeats } from './positions.ts'
import type { RosterTable } from './read.ts'
import type { RosterRow } from './row.ts'

/** Something that is no fault but that the clerk should look at before importing. */
export interface Remark {
  /** Absent where the whole roster is meant. */
  readonly row?: number
  readonly code: string
  readonly zh: string
  readonly en: string
}

/** What remarks are made on: the rows that hold, their seats, and the day and place they are judged by. */
export interface RemarkedOn {
  readonly table: RosterTable
  readonly rows: readonly RosterRow[]
  readonly seats: DerivedSeats
  readonly today: Day
  readonly adultAge: number
  readonly kind: 'village' | 'city'
}

type Look = (on: RemarkedOn) => readonly Remark[]

const soon = 30
const rarelyReached = 110

const onRows =
  (is: (row: RosterRow, on: RemarkedOn) => boolean, code: string, zh: string, en: string): Look =>
  (on) =>
    on.rows.filter((row) => is(row, on)).map(({ row }) => ({ row, code, zh, en }))

const isMinor = ({ birth }: RosterRow, { today, adultAge }: RemarkedOn): boolean => ageOn(birth, today) < adultAge

const unusedColumns: Look = ({ table: { unused, headerRow } }) => {
  if (unused.length === 0) return []
  const named = unused.slice(0, 5).map(shown).join('、')
  const more = unused.length > 5 ? '…' : ''
  return [
    {
      row: headerRow,
      code: 'columns_not_used',
      zh: `以下 ${unused.length} 列不会导入:${named}${more}`,
      en: `${unused.length} columns are not imported: ${named}${more}`,
    },
  ]
}

const seatedMinors: Look = (on) => {
  const seated = new Set([...on.seats.values()].flatMap((members) => members.map(({ row }) => row)))
  return onRows(
    (row) => seated.has(row.row) && isMinor(row, on),
    'minor_holds_position',
    '未成年人担任职务,请核对',
    'A minor holds a position; please check',
  )(on)
}

const sameName: Look = ({ rows }) => {
  const first = new Map<string, number>()
  return rows.flatMap(({ row, household, name }) => {
    const key = `${household} ${name}`
    const before = first.get(key)
    if (before !== undefined)
      return [
        {
          row,
          code: 'same_name_in_household',
          zh: `同一户中与第 ${before} 行同名,请核对是否重复`,
          en: `The same name as row ${before} in one household; is it one person?`,
        },
      ]
    first.set(key, row)
    return []
  })
}

const onlyMinors: Look = (on) =>
  [...groupedBy(on.rows, ({ household }) => household).values()].flatMap(([first, ...others]) =>
    first !== undefined && [first, ...others].every((member) => isMinor(member, on))
      ? [
          {
            row: first.row,
            code: 'household_of_minors_only',
            zh: `该户没有年满 ${on.adultAge} 周岁的人`,
            en: `Nobody in this household is ${on.adultAge} yet`,
          },
        ]
      : [],
  )

/** "0012" and "12" are two households to the roll; a spreadsheet may have dropped the zeros of one. */
const householdsAlike: Look = ({ rows }) =>
  [...groupedBy(rows, ({ household }) => household.replace(/^0+(?=\d)/, '')).values()].flatMap((members) => {
    const [first] = members
    const other = members.find(({ household }) => household !== first?.household)
    if (first === undefined || other === undefined) return []
    return [
      {
        row: other.row,
        code: 'household_numbers_alike',
        zh: `户号与第 ${first.row} 行只差前面的 0,现算作两户`,
        en: `The household number differs from that of row ${first.row} by leading zeros only; they count as two`,
      },
    ]
  })

const looks: readonly Look[] = [
  unusedColumns,
  seatedMinors,
  onRows(
    ({ birth }, { today }) => birth > today,
    'born_after_today',
    '出生日期晚于今日,请核对',
    'Born later than today; please check',
  ),
  onRows(
    (row, on) => isMinor(row, on) && ageOn(row.birth, addDays(on.today, soon)) >= on.adultAge,
    'comes_of_age_soon',
    `${soon} 日内成年,成年后才列入应到名册`,
    `Comes of age within ${soon} days, and is entitled only then`,
  ),
  onRows(
    ({ birth }, { today }) => birth <= today && ageOn(birth, today) >= rarelyReached,
    'very_old',
    `年满 ${rarelyReached} 周岁,请核对是否健在`,
    `Is ${rarelyReached} or older; please check`,
  ),
  onRows(
    ({ name }) => name !== name.normalize('NFKC'),
    'name_has_lookalike',
    '姓名中有形近的兼容字符,请核对',
    'The name holds a character that only looks like the usual one',
  ),
  onRows(
    ({ idNumber }) => idNumber.endsWith('000'),
    'id_ends_in_three_zeros',
    '身份证号末三位是 000,可能被表格软件截去,请核对',
    'The ID number ends in 000, as when a spreadsheet has cut it; please check',
  ),
  sameName,
  onlyMinors,
  householdsAlike,
  bodyRemarks,
]

/** Everything worth a look, what stands in one row by its row first, what concerns the whole roster last. */
export const remarksOn = (on: RemarkedOn): readonly Remark[] =>
  looks.flatMap((look) => look(on)).sort((a, b) => (a.row ?? Infinity) - (b.row ?? Infinity) || 0)

function groupedBy(
  rows: readonly RosterRow[],
  keyOf: (row: RosterRow) => string,
): ReadonlyMap<string, readonly RosterRow[]> {
  const groups = new Map<string, RosterRow[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}
