import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import Papa from 'papaparse'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { checkRoster, type RosterReport } from '../src/roster/check.ts'
import { checkCharacter } from '../src/roster/id-number.ts'
import { readRoster } from '../src/roster/read.ts'
import { addDays } from '../workflows/rules/days.ts'

const check = suite('checking a roster')

const today = '2026-03-02'
type Kind = 'village' | 'city'
const header = ['序号', '户号', '姓名', '性别', '身份证号', '手机号', '组别', '身份']

const fixture = (name: string): Uint8Array => readFileSync(new URL(`fixtures/${name}`, import.meta.url))

const reportOn = (file: Uint8Array | string, kind: Kind = 'village', on = today): RosterReport => {
  const table = readRoster(typeof file === 'string' ? new TextEncoder().encode(file) : file)
  if (!table.ok) throw new Error(table.refusal.code)
  return checkRoster(table.value, { today: on, adultAge: 18, kind })
}

const csvOf = (rows: readonly (readonly string[])[]): string => Papa.unparse([header, ...rows.map((row) => [...row])])

/** An ID number of a region that does not exist. */
const idOf = (birth: string, sequence: number): string => {
  const digits = `990129${birth.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  return `${digits}${checkCharacter(digits)}`
}

type Cells = Partial<Readonly<Record<'household' | 'name' | 'sex' | 'id' | 'phone' | 'group' | 'positions', string>>>

/** A row of a man of 1970, in which only what is given is otherwise. */
const rowWith = (cells: Cells): readonly string[] => [
  '1',
  cells.household ?? '0001',
  cells.name ?? '王建国',
  cells.sex ?? '男',
  cells.id ?? idOf('1970-08-24', 675),
  cells.phone ?? '',
  cells.group ?? '第一组',
  cells.positions ?? '',
]

const faultsOf = (report: RosterReport) => report.faults.map(({ row, fault }) => ({ row, fault }))

const onlyFault = (cells: Cells, kind: Kind = 'village') => {
  const { faults } = reportOn(csvOf([rowWith(cells)]), kind)
  assert.is(faults.length, 1)
  const [fault] = faults
  if (!fault) throw new Error('there is a fault')
  return fault
}

check('the faulty roster gives the report that is owed, and every other row imports', () => {
  const owed = JSON.parse(new TextDecoder().decode(fixture('roster-faulty.expected.json'))).faults
  const report = reportOn(fixture('roster-faulty.csv'))
  assert.equal(faultsOf(report), owed)
  assert.ok(report.faults.every(({ also }) => also.length === 0))
  const faulty = report.faults.map(({ row }) => row)
  const others = Array.from({ length: 40 }, (_, i) => i + 2).filter((row) => !faulty.includes(row))
  assert.equal(
    report.rows.map(({ row }) => row),
    others,
  )
  const names = new Map(report.rows.map(({ row, name }) => [row, name]))
  assert.equal([names.get(8), names.get(17)], ['袁永', '卢辉刚'])
  assert.is(report.rows.find(({ row }) => row === 20)?.idNumber, '990129196902166195')
  assert.equal([report.counts.people, report.counts.faulty], [30, 10])
})

//  file, kind, counts
const files = [
  [
    'roster-village.csv',
    'village',
    {
      people: 363,
      households: 100,
      adults: 314,
      women: 190,
      men: 173,
      representatives: 29,
      partyMembers: 36,
      faulty: 0,
    },
  ],
  [
    'roster-city.csv',
    'city',
    {
      people: 1542,
      households: 420,
      adults: 1321,
      women: 776,
      men: 766,
      representatives: 53,
      partyMembers: 120,
      faulty: 0,
    },
  ],
] as const

for (const [file, kind, counts] of files)
  check(`${file} imports whole`, () => {
    const report = reportOn(fixture(file), kind)
    assert.equal(report.faults, [])
    assert.equal(report.counts, counts)
    assert.equal([...new Set(report.remarks.map(({ code }) => code))].sort(), [
      'born_after_today',
      ...(kind === 'village' ? ['comes_of_age_soon'] : []),
      'id_ends_in_three_zeros',
    ])
  })

check('a row as it was read', () => {
  const { rows } = reportOn(csvOf([rowWith({ phone: '199-0000-0001', positions: '中共党员；村民代表' })]))
  assert.equal(rows, [
    {
      row: 2,
      household: '0001',
      name: '王建国',
      sex: 'male',
      idNumber: idOf('1970-08-24', 675),
      birth: '1970-08-24',
      phone: '19900000001',
      group: '第一组',
      positions: ['党员', '村民代表'],
    },
  ])
})

const id1970 = idOf('1970-08-24', 675)

//  cells, fault, because
const faulty: readonly (readonly [Cells, string, string])[] = [
  [{ name: ' 　' }, 'name_missing', 'only spaces'],
  [{ name: '王' }, 'name_not_a_name', 'one character'],
  [{ name: '王'.repeat(31) }, 'name_not_a_name', 'more than thirty'],
  [{ name: '王建国1' }, 'name_not_a_name', 'a digit'],
  [{ name: '@SUM(A1)' }, 'name_not_a_name', 'a formula'],
  [{ name: '·王建国' }, 'name_not_a_name', 'a dot parts two parts'],
  [{ name: '王�国' }, 'name_not_a_name', 'a character lost before'],
  [{ name: '王\uE000国' }, 'name_not_a_name', 'a character of private use'],
  [{ name: '王\u0007国' }, 'name_has_control_characters', 'a bell'],
  [{ name: '\u2066王国\u2069' }, 'name_has_control_characters', 'marks of direction'],
  [{ household: '' }, 'household_missing', 'no household'],
  [{ household: '1'.repeat(60) }, 'cell_too_long', 'sixty digits are no household'],
  [{ group: '一\u202E组' }, 'cell_has_control_characters', 'a mark of direction in the group'],
  [{ sex: '' }, 'sex_unknown', 'empty'],
  [{ sex: '先生' }, 'sex_unknown', 'not a sex'],
  [{ sex: '女' }, 'id_sex_mismatch', 'the 17th digit is a man’s'],
  [{ id: '' }, 'id_missing', 'empty'],
  [{ id: '990129700824675' }, 'id_length', 'the old number of 15 digits'],
  [{ id: `${id1970}1` }, 'id_length', 'one too many'],
  [{ id: `A${id1970.slice(1)}` }, 'id_has_other_characters', 'a letter in front'],
  [{ id: `${id1970.slice(0, 9)}X${id1970.slice(10)}` }, 'id_has_other_characters', 'an X in the middle'],
  [{ id: '9.90129197008246E+17' }, 'id_truncated_by_spreadsheet', 'scientific notation'],
  [{ id: '9E17' }, 'id_truncated_by_spreadsheet', 'short scientific notation'],
  [{ id: `${id1970.slice(0, 15)}000` }, 'id_truncated_by_spreadsheet', 'three zeros for the last three digits'],
  [{ id: '990129197008246000.00' }, 'id_truncated_by_spreadsheet', 'shown with decimals'],
  [{ id: idOf('1970-02-30', 675) }, 'id_birth_date_impossible', '30 February'],
  [{ id: idOf('1900-02-29', 675) }, 'id_birth_date_impossible', 'not a leap year'],
  [{ id: idOf('1895-03-01', 675) }, 'id_birth_date_impossible', '131 years old'],
  [{ id: idOf('2027-03-04', 675) }, 'id_birth_date_impossible', 'more than a year ahead'],
  [{ phone: '1990000000' }, 'phone_invalid', 'ten digits'],
  [{ phone: '12000000000' }, 'phone_invalid', 'no such mobile prefix'],
  [{ phone: '1.99E+10' }, 'phone_invalid', 'scientific notation'],
  [{ phone: '19900000001、19900000002' }, 'phone_more_than_one', 'two phones'],
  [{ phone: '19900000001 19900000002' }, 'phone_more_than_one', 'two phones and a space'],
  [{ positions: '村民代表、外星人、火星人' }, 'role_unknown', 'no such positions'],
  [{ positions: '居民代表' }, 'role_not_for_this_place', 'a village has no residents’ representatives'],
  [{ positions: '党员、预备党员' }, 'roles_contradict', 'a vote and none'],
]

for (const [cells, fault, because] of faulty)
  check(`${fault}: ${because}`, () => {
    const told = onlyFault(cells)
    assert.equal([told.row, told.fault, told.also], [2, fault, []])
    assert.type(told.column, 'string')
    assert.match(told.zh, /\p{Script=Han}/u)
    assert.match(told.en, /[a-z]/)
  })

//  cells, how it is read, because
const clean: readonly (readonly [Cells, Readonly<Record<string, unknown>>, string])[] = [
  [{ name: '王　芳' }, { name: '王芳' }, 'spread to the width of three'],
  [{ name: '\u200B王\uFEFF芳\u00A0' }, { name: '王芳' }, 'unseen spaces'],
  [{ name: '买买提・吐尔逊' }, { name: '买买提·吐尔逊' }, 'a dot of another kind'],
  [{ name: '阿卜杜拉.阿不都热西提' }, { name: '阿卜杜拉·阿不都热西提' }, 'a full stop for the dot'],
  [{ name: '𠮷𪚥' }, { name: '𠮷𪚥' }, 'characters beyond the basic plane'],
  [{ name: '㛃〇' }, { name: '㛃〇' }, 'a rare character and the zero'],
  [{ name: '王'.repeat(30) }, { name: '王'.repeat(30) }, 'thirty characters'],
  [{ name: 'Anna-Maria O’Neil' }, { name: 'Anna-Maria O’Neil' }, 'a Latin name'],
  [{ household: ' 0012 ' }, { household: '0012' }, 'leading zeros stay'],
  [{ household: "'0012" }, { household: '0012' }, 'the mark of text goes'],
  [{ sex: '男性' }, { sex: 'male' }, 'a longer word'],
  [{ id: `="${id1970}"` }, { idNumber: id1970 }, 'written as a formula of text'],
  [{ id: `'${id1970.slice(0, 6)} ${id1970.slice(6)}` }, { idNumber: id1970 }, 'marked as text, with a space'],
  [{ id: '99012919700824005x' }, { idNumber: '99012919700824005X' }, 'a small x'],
  [{ id: idOf(addDays(today, 366), 675) }, { birth: '2027-03-03' }, 'a year ahead is let pass'],
  [{ id: idOf('2000-02-29', 675) }, { birth: '2000-02-29' }, 'a leap day'],
  [{ phone: '+86 199 0000 0001' }, { phone: '19900000001' }, 'with the country’s code'],
  [{ phone: '(0531)8888-0000' }, { phone: '053188880000' }, 'a landline'],
  [{ phone: '无' }, { phone: undefined }, 'none'],
  [{ positions: '支部书记兼村委会主任' }, { positions: ['支部书记', '村委会主任'] }, 'two posts in one'],
  [{ positions: '党员, 村民代表；党员/群众\n无' }, { positions: ['党员', '村民代表', '群众'] }, 'every kind of mark'],
  [{ positions: '无' }, { positions: [] }, 'none'],
]

for (const [cells, expected, because] of clean)
  check(`read silently: ${because}`, () => {
    const { rows, faults } = reportOn(csvOf([rowWith(cells)]))
    assert.equal(faults, [])
    const [row] = rows
    assert.equal({ phone: undefined, ...row }, { phone: undefined, ...row, ...expected })
  })

check('every fault of a row is told, in one entry', () => {
  const { faults } = reportOn(`${header.join(',')},\n1,,王,?,1,2,一,外星人,错列\n`)
  const [fault] = faults
  assert.is(faults.length, 1)
  assert.is(fault?.fault, 'name_not_a_name')
  assert.equal(fault?.also, [
    'household_missing',
    'sex_unknown',
    'id_length',
    'phone_invalid',
    'role_unknown',
    'cells_without_header',
  ])
  assert.is(fault?.zh.split(';').length, 7)
})

check('the first of several with one number stays, and the others point to it', () => {
  const report = reportOn(csvOf([rowWith({}), rowWith({ name: '李四' }), rowWith({ name: '张三', household: '2' })]))
  assert.equal(faultsOf(report), [
    { row: 3, fault: 'id_duplicate_of_row_2' },
    { row: 4, fault: 'id_duplicate_of_row_2' },
  ])
  assert.equal(
    report.rows.map(({ name }) => name),
    ['王建国'],
  )
})

check('a row shifted by one column is told, not read', () => {
  const { rows, faults } = reportOn(`${header.join(',')}\n1,1,一,王建国,男,${id1970},,第一组,\n`)
  assert.equal([rows.length, faults.length], [0, 1])
})

const child = idOf('2015-05-05', 11)
const other = (sequence: number): string => idOf('1971-01-01', sequence)

//  rows, code, rows remarked on, because
const remarked: readonly (readonly [readonly Cells[], string, readonly (number | undefined)[], string])[] = [
  [[{}, { id: child, positions: '村民代表' }], 'minor_holds_position', [3], 'a child represents nobody'],
  [[{}, { id: child, positions: '群众' }], 'minor_holds_position', [], 'this is no seat'],
  [[{ id: child }, {}], 'household_of_minors_only', [], 'a grown-up lives there'],
  [[{ id: child }, { household: '2' }], 'household_of_minors_only', [2], 'nobody can speak for it'],
  [[{}, { id: other(1) }], 'same_name_in_household', [3], 'one person twice?'],
  [[{}, { id: other(1), household: '2' }], 'same_name_in_household', [], 'another household'],
  [[{ household: '0001' }, { household: '1', id: other(1) }], 'household_numbers_alike', [3], 'zeros lost'],
  [[{ id: idOf('2008-04-01', 11) }], 'comes_of_age_soon', [2], 'in thirty days'],
  [[{ id: idOf('2008-04-02', 11) }], 'comes_of_age_soon', [], 'in thirty-one days'],
  [[{ id: idOf('2008-03-02', 11) }], 'comes_of_age_soon', [], 'today: of age already'],
  [[{ id: idOf('2026-03-03', 11) }], 'born_after_today', [2], 'tomorrow'],
  [[{ id: idOf(today, 11) }], 'born_after_today', [], 'today'],
  [[{ id: idOf('1916-03-02', 11) }], 'very_old', [2], '110 today'],
  [[{ name: '⾼山' }], 'name_has_lookalike', [2], 'a radical for a character'],
  [[{}], 'chair_missing', [undefined, undefined, undefined], 'three bodies without a chair'],
  [[{ positions: '村委会主任、支部书记' }], 'chair_missing', [undefined], 'only the supervisors’ is missing'],
  [[{ positions: '村委会主任' }, { positions: '村主任', id: other(1) }], 'chair_twice', [3], 'two heads'],
  [[{ positions: '村委会委员、村务监督委员会成员' }], 'supervisor_on_committee', [2], 'nobody supervises himself'],
  [[{ positions: '村委会委员、村民代表' }], 'representative_on_committee', [2], 'one person, one seat'],
  [[{ positions: '村民代表' }], 'representatives_missing', [], 'there is one'],
  [[{ positions: '村委会委员' }], 'representatives_missing', [undefined], 'there is none'],
  [[{ positions: '村民代表' }], 'composition_not_lawful', [undefined], 'a third must be women'],
]

for (const [rows, code, expected, because] of remarked)
  check(`remark ${code} on ${expected.join(', ') || 'nothing'}: ${because}`, () => {
    const report = reportOn(csvOf(rows.map(rowWith)))
    assert.equal(report.faults, [])
    const found = report.remarks.filter((remark) => remark.code === code)
    assert.equal(
      found.map(({ row }) => row),
      expected,
    )
    for (const { zh, en } of found) {
      assert.match(zh, /\p{Script=Han}/u)
      assert.match(en, /[a-z]/)
    }
  })

check('columns that are not used are named', () => {
  const { remarks } = reportOn(`户号,姓名,性别,身份证号,备注,银行卡6222000000000000\n1,王建国,男,${id1970},甲,乙\n`)
  const [remark] = remarks
  assert.equal([remark?.row, remark?.code], [1, 'columns_not_used'])
  assert.match(remark?.zh ?? '', '2 列不会导入:备注、银行卡…')
})

/** GB18030 as a spreadsheet writes it: one byte, two bytes by the table, four bytes by the formula beyond the basic plane. */
const twoBytes: ReadonlyMap<string, readonly number[]> = new Map(
  Array.from({ length: 0xfe - 0x81 + 1 }, (_, i) => 0x81 + i).flatMap((lead) =>
    Array.from({ length: 0xfe - 0x40 + 1 }, (_, i) => 0x40 + i)
      .filter((trail) => trail !== 0x7f)
      .map((trail) => [new TextDecoder('gb18030').decode(new Uint8Array([lead, trail])), [lead, trail]] as const),
  ),
)
const gb18030 = (text: string): Uint8Array =>
  new Uint8Array(
    [...text].flatMap((character) => {
      const point = character.codePointAt(0) ?? 0
      if (point < 0x80) return [point]
      const two = twoBytes.get(character)
      if (two) return two
      if (point < 0x10000) throw new Error(`not among the two-byte characters: ${character}`)
      const n = point - 0x10000
      return [
        0x90 + Math.floor(n / 12600),
        0x30 + (Math.floor(n / 1260) % 10),
        0x81 + (Math.floor(n / 10) % 126),
        0x30 + (n % 10),
      ]
    }),
  )

const han = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0x4e00, max: 0x9fa5 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0x20000, max: 0x2a6d6 }) },
)
const word = fc.array(han, { minLength: 2, maxLength: 14 }).map((points) => String.fromCodePoint(...points))
const nameOf = fc.oneof(
  word,
  fc.tuple(word, word).map(([one, two]) => `${one}·${two}`),
)

const held = {
  village: ['', '党员', '预备党员', '村民代表', '党员、支部委员、村委会委员', '村务监督委员会成员', '群众'],
  city: ['', '党员', '居民代表、居民议事会成员', '党员、社区党委书记、居委会主任', '居务监督委员会主任'],
} as const

const personIn = (kind: Kind) =>
  fc
    .record({
      birth: fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(today, -days)),
      sequence: fc.integer({ min: 0, max: 999 }),
      household: fc.integer({ min: 1, max: 9999 }).map((n) => String(n).padStart(4, '0')),
      name: nameOf,
      phone: fc.oneof(
        fc.constant(''),
        fc.integer({ min: 0, max: 99_999_999 }).map((n) => `199${String(n).padStart(8, '0')}`),
      ),
      group: fc.constantFrom('', '第一组', '1号楼'),
      positions: fc.constantFrom(...held[kind]),
    })
    .map(({ birth, sequence, ...rest }) => ({ ...rest, birth, id: idOf(birth, sequence), man: sequence % 2 === 1 }))

const peopleIn = (kind: Kind) =>
  fc.uniqueArray(personIn(kind), { minLength: 1, maxLength: 12, selector: ({ id }) => id })

type Person = ReturnType<typeof personIn> extends fc.Arbitrary<infer P> ? P : never

const rowsFor = (people: readonly Person[]): readonly (readonly string[])[] =>
  people.map(({ household, name, man, id, phone, group, positions }, i) => [
    String(i + 1),
    household,
    name,
    man ? '男' : '女',
    id,
    phone,
    group,
    positions,
  ])

for (const kind of ['village', 'city'] as const)
  for (const [encoding, encoded] of [
    ['UTF-8', (text: string) => new TextEncoder().encode(text)],
    ['GB18030', gb18030],
  ] as const)
    check(`any people of a ${kind} come back from ${encoding} as they went in`, () => {
      fc.assert(
        fc.property(peopleIn(kind), (people) => {
          const report = reportOn(encoded(csvOf(rowsFor(people))), kind)
          assert.equal(report.faults, [])
          assert.equal(
            report.rows.map((row) => [
              row.household,
              row.name,
              row.sex,
              row.idNumber,
              row.birth,
              row.phone ?? '',
              row.group,
              row.positions.join('、'),
            ]),
            people.map((p) => [
              p.household,
              p.name,
              p.man ? 'male' : 'female',
              p.id,
              p.birth,
              p.phone,
              p.group,
              p.positions,
            ]),
          )
        }),
      )
    })

check('any single wrong digit of an ID number is a fault of that row alone', () => {
  fc.assert(
    fc.property(peopleIn('village'), fc.nat(), fc.nat(17), fc.integer({ min: 1, max: 9 }), (people, which, at, by) => {
      const victim = which % people.length
      const wrong = (id: string): string => {
        const digit = id[at] === 'X' ? by : (Number(id[at]) + by) % 10
        return `${id.slice(0, at)}${digit}${id.slice(at + 1)}`
      }
      const { faults } = reportOn(csvOf(rowsFor(people.map((p, i) => (i === victim ? { ...p, id: wrong(p.id) } : p)))))
      assert.equal(
        faults.map(({ row }) => row),
        [victim + 2],
      )
      assert.match(faults[0]?.fault ?? '', /^id_(checksum|birth_date_impossible|truncated_by_spreadsheet)$/)
    }),
  )
})

check('whatever stands in the cells: every row is read or told, and no message holds an ID number', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      id1970,
      child,
      `${id1970.slice(0, 6)} ${id1970.slice(6)}`,
      `身份证${id1970}`,
      '1.2E+17',
      '王建国',
      '男',
    ),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
  )
  const line = fc.array(cell, { minLength: 1, maxLength: 11 })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), fc.array(cell, { maxLength: 3 }), (lines, extra) => {
      const text = Papa.unparse([[...header, ...extra], ...lines])
      const table = readRoster(new TextEncoder().encode(text))
      if (!table.ok) {
        assert.is(table.refusal.code, 'roster_not_text')
        assert.match(text, '\0')
        return
      }
      const report = checkRoster(table.value, { today, adultAge: 18, kind: 'village' })
      assert.is(report.rows.length + report.faults.length, table.value.rows.length)
      const said = JSON.stringify([report.faults, report.remarks, report.counts])
      for (const id of [id1970, child]) {
        assert.not(said.includes(id))
        assert.not(said.includes(id.slice(6, 14)), 'nor the day of birth')
      }
    }),
  )
})

check.run()
