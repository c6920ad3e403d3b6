import { unzipSync } from 'fflate'
import Papa from 'papaparse'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type OpenPackage, packOpenData } from '../src/documents/open-data.ts'
import { openTables, rollCallTable, sumsOnly } from '../src/documents/open-tables.ts'

const open = suite('open data')
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

const proposals = [
  {
    proposal: 1,
    title: '=HYPERLINK("http://x","点")',
    procedure: 'six-step@1',
    matter: null,
    stage: 'topic',
    ending: null,
    opened_on: '2026-03-02',
  },
  {
    proposal: 2,
    title: '＋1,"引号"\n第二行',
    procedure: 'six-step@1',
    matter: 'm',
    stage: 'vote',
    ending: 'closed',
    opened_on: '',
  },
  { proposal: 3, title: '@SUM(A1)', procedure: '-1', matter: '\tx', stage: 'ok', ending: '', opened_on: '' },
]
const pack: OpenPackage = {
  name: 'open-data',
  title: { zh: '小石村议事开放数据', en: 'Open data of 小石村' },
  names: sumsOnly,
  tables: Object.values(openTables).map((table) => ({ ...table, rows: table.name === 'proposals' ? proposals : [] })),
}

open(
  'is a package that says of every column what it means, under which licence, and gives each row twice',
  async () => {
    const file = await packOpenData(pack)
    assert.equal(file, await packOpenData(structuredClone(pack)), 'the same tables give the same bytes')
    const parts = Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, utf8.decode(bytes)]))
    const schema = JSON.parse(parts['datapackage.json'] ?? '') as {
      readonly licenses: readonly { readonly name: string }[]
      readonly resources: readonly {
        readonly name: string
        readonly path: string
        readonly schema: {
          readonly fields: readonly { readonly name: string; readonly title: string; readonly description: string }[]
        }
      }[]
    }
    assert.equal(
      schema.licenses.map(({ name }) => name),
      ['CC-BY-4.0'],
    )
    assert.match(parts['LICENCE.txt'] ?? '', /不含姓名/)
    assert.equal(
      Object.keys(parts).sort(),
      [
        'LICENCE.txt',
        'datapackage.json',
        ...schema.resources.flatMap(({ name, path }) => [path, `${name}.json`]),
      ].sort(),
    )
    for (const { path, name, schema: told } of schema.resources) {
      const csv = parts[path] ?? ''
      assert.is(csv.charCodeAt(0), 0xfeff, 'spreadsheets read it as UTF-8')
      const { data, errors } = Papa.parse<readonly string[]>(csv.slice(1).trimEnd())
      assert.equal(errors, [])
      assert.equal(
        data[0],
        told.fields.map((field) => field.name),
      )
      for (const { title, description } of told.fields) {
        assert.match(description, /\p{Script=Han}/u)
        assert.not.match(title, /\p{Script=Han}/u)
      }
      assert.is(data.length - 1, (JSON.parse(parts[`${name}.json`] ?? '') as readonly unknown[]).length)
    }
    // No cell begins a formula; the JSON has the text as it was written.
    const { data } = Papa.parse<readonly string[]>((parts['proposals.csv'] ?? '').slice(1).trimEnd())
    for (const cell of data.flat()) assert.not.match(cell, /^[=+\-@\t\r＝＋－＠]/)
    assert.is(data[1]?.[1], `'${proposals[0]?.title}`)
    assert.is(data[2]?.[1], `'${proposals[1]?.title}`)
    const rows = JSON.parse(parts['proposals.json'] ?? '') as readonly Record<string, unknown>[]
    assert.equal([rows[0]?.title, rows[0]?.matter, rows[2]?.title], [proposals[0]?.title, null, '@SUM(A1)'])
  },
)

open('tells nobody by name: no table but the roll call has a column for it', () => {
  const about = /name|person|author|voter|text|phone|birth/
  for (const { name, fields } of Object.values(openTables))
    for (const field of fields)
      assert.ok(!about.test(field.name) || (name === 'community' && field.name === 'name'), `${name}.${field.name}`)
  assert.equal(
    Object.values(openTables).some(({ name }) => name === rollCallTable.name),
    false,
  )
})

open.run()
