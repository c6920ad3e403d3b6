import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type RosterRefusal, type RosterTable, readRoster } from '../src/roster/read.ts'

const read = suite('reading a roster file')

const fixture = (name: string): Uint8Array => readFileSync(new URL(`fixtures/${name}`, import.meta.url))
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const tableOf = (bytes: Uint8Array | string): RosterTable => {
  const table = readRoster(typeof bytes === 'string' ? utf8(bytes) : bytes)
  if (!table.ok) throw new Error(table.refusal.code)
  return table.value
}

const refusalOf = (bytes: Uint8Array | string): RosterRefusal => {
  const table = readRoster(typeof bytes === 'string' ? utf8(bytes) : bytes)
  if (table.ok) throw new Error('the file was read')
  return table.refusal
}

const header = '序号,户号,姓名,性别,身份证号,手机号,组别,身份'

//  file, encoding, header row, rows, first name, last row as a spreadsheet shows it
const files = [
  ['roster-village.csv', 'UTF-8', 1, 363, '常军', 364],
  ['roster-city.csv', 'GB18030', 2, 1542, '梁洋', 1544],
  ['roster-faulty.csv', 'UTF-8', 1, 40, '于林', 41],
] as const

for (const [file, encoding, headerRow, rows, first, last] of files)
  read(`${file} is read whole`, () => {
    const table = tableOf(fixture(file))
    assert.equal([table.encoding, table.headerRow, table.rows.length], [encoding, headerRow, rows])
    assert.is(table.rows[0]?.cells.name, first)
    assert.is(table.rows.at(-1)?.row, last)
    assert.equal(table.unused, [])
    assert.ok(table.rows.every(({ stray }) => stray === 0))
  })

read('columns are known by their other names, in any order', () => {
  const table = tableOf('网格,公民身份号码(18位),姓 名*,联系电话,户编号,职务,性别,备注\n一,1,王芳,2,3,4,女,久居\n')
  assert.equal(table.rows, [
    {
      row: 2,
      cells: { group: '一', idNumber: '1', name: '王芳', phone: '2', household: '3', positions: '4', sex: '女' },
      stray: 0,
    },
  ])
  assert.equal(table.unused, ['备注'])
})

read('rows are numbered as a spreadsheet shows them', () => {
  const table = tableOf(
    `某村花名册\r\n制表:某某\r\n${header}\r\n1,1,甲乙,男,x\r\n\r\n2,1,"丙\r\n丁",女,y\r\n,,,,\r\n3,,,,\r\n4,1,"戊""己",男,z`,
  )
  assert.is(table.headerRow, 3)
  assert.equal(
    table.rows.map(({ row, cells }) => [row, cells.name]),
    [
      [4, '甲乙'],
      [6, '丙\n丁'],
      [9, '戊"己'],
    ],
  )
})

read('line ends of every kind, and mixed, part rows', () => {
  for (const end of ['\n', '\r\n', '\r'])
    assert.equal(
      tableOf(`${header}${end}1,1,甲乙${end}2,1,丙丁\n3,1,戊己`).rows.map(({ row, cells }) => [row, cells.name]),
      [
        [2, '甲乙'],
        [3, '丙丁'],
        [4, '戊己'],
      ],
    )
})

read('tabs and semicolons part cells too', () => {
  for (const delimiter of ['\t', ';']) {
    const [row] = tableOf(`标题\n${header.replaceAll(',', delimiter)}\n${['1', '7', '甲乙'].join(delimiter)}\n`).rows
    assert.equal([row?.row, row?.cells.household, row?.cells.name], [3, '7', '甲乙'])
  }
})

read('cells that stand under no header are counted, not dropped', () => {
  const table = tableOf(`${header},,\n1,1,甲乙,男,x,,,,,错\n2,1,丙丁,女,y,,,,,\n3,1,戊己,女,y,,,,,又,再\n`)
  assert.equal(
    table.rows.map(({ stray }) => stray),
    [1, 0, 2],
  )
})

//  because, file, refusal without its words
const refused: readonly (readonly [string, Uint8Array | string, Readonly<Record<string, unknown>>])[] = [
  ['more than 5 MB', new Uint8Array(5_000_001).fill(0x61), { code: 'roster_too_large', limit: 5_000_000 }],
  ['more rows than any place has', `${header}\n${'1,1\n'.repeat(50_001)}`, { code: 'roster_too_large', limit: 50_000 }],
  ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), { code: 'roster_is_xlsx' }],
  ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), { code: 'roster_is_xlsx' }],
  ['UTF-16, little end first', new Uint8Array([0xff, 0xfe, 0x53, 0x59]), { code: 'roster_not_text' }],
  ['UTF-16, big end first', new Uint8Array([0xfe, 0xff, 0x59, 0x53]), { code: 'roster_not_text' }],
  ['a NUL in the text', `${header}\n1,\0`, { code: 'roster_not_text' }],
  ['neither UTF-8 nor GB18030', new Uint8Array([0xd0, 0xd5, 0xff, 0xc3]), { code: 'roster_encoding_unknown' }],
  [
    'a GB18030 file cut in the middle of a character',
    new Uint8Array([0xd0, 0xd5, 0xc3]),
    { code: 'roster_encoding_unknown' },
  ],
  ['an empty file', '', { code: 'roster_header_missing' }],
  ['no header', '1,1,甲乙,男\n', { code: 'roster_header_missing' }],
  ['a header below the tenth row', `${'标题\n'.repeat(10)}${header}\n`, { code: 'roster_header_missing' }],
  ['no household, no sex', '姓名,身份证号,电话\n', { code: 'roster_columns_missing', columns: ['户号', '性别'] }],
  ['no number at all', '标题\n姓名,户号,性别\n', { code: 'roster_columns_missing', columns: ['身份证号'] }],
  ['a column twice, by two names', `${header},联系电话\n`, { code: 'roster_column_twice', column: '手机号' }],
  [
    'a quotation that never ends',
    `${header}\n1,1,甲乙\n2,1,"丙丁,男\n3,1,戊己\n`,
    { code: 'roster_malformed', row: 3 },
  ],
  ['text after a quotation', `${header}\n\n1,1,"甲"乙,男\n`, { code: 'roster_malformed', row: 3 }],
]

for (const [because, file, expected] of refused)
  read(`refused: ${because}`, () => {
    const { zh, en, ...facts } = refusalOf(file)
    assert.equal(facts, expected)
    assert.match(zh, /\p{Script=Han}/u)
    assert.match(en, /[a-z]/)
  })

read('a file at the limits is read', () => {
  assert.is(tableOf(`${header}\n${'1,1,甲\n'.repeat(50_000)}`).rows.length, 50_000)
  const padded = new Uint8Array(5_000_000).fill(0x20)
  padded.set(utf8(`${header}\n1,1,甲乙\n`))
  assert.is(tableOf(padded).rows.length, 1)
  assert.is(tableOf(`${'标题\n'.repeat(9)}${header}\n1,1,甲乙\n`).headerRow, 10)
})

read('no file whatever makes it throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (noise, headed) => {
      const table = readRoster(headed ? new Uint8Array([...utf8(`${header}\n`), ...noise]) : noise)
      if (table.ok) for (const { row } of table.value.rows) assert.ok(row > table.value.headerRow)
      else assert.match(table.refusal.code, /^roster_/)
    }),
  )
})

read.run()
