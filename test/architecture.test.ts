import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { layerFaults, type SourceFile } from './support/layers.ts'
import { importsOf } from './support/source.ts'
import { suiteFaults } from './support/suite-faults.ts'
import { judgeOutput } from './support/test-file.ts'

const architecture = suite('architecture')

const root = fileURLToPath(new URL('..', import.meta.url))
const notOurs = ['node_modules', '.git', '.wrangler', 'data', 'coverage']

/** Every file below a folder of the project that is ours. */
const filesBelow = (folder: string): readonly string[] =>
  readdirSync(`${root}${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (notOurs.includes(entry.name)) return []
    return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : []
  })

const read = (path: string): SourceFile => ({ path, text: readFileSync(`${root}${path}`, 'utf8') })

architecture('every import of the source points down', () => {
  const files = ['workflows', 'db', 'src']
    .flatMap(filesBelow)
    .filter((path) => /\.tsx?$/.test(path))
    .map(read)
  assert.ok(
    files.some(({ path }) => path === 'workflows/result.ts') && files.some(({ path }) => path === 'db/connect.ts'),
  )
  assert.ok(files.flatMap(({ text }) => importsOf(text)).length > files.length / 2)
  assert.equal(layerFaults(files), [])
})

//  path, text, what is wrong
const wrong: readonly (readonly [string, string, string])[] = [
  ['workflows/a.ts', `import { readFileSync } from 'node:fs'`, 'must not import node:fs'],
  ['workflows/a.ts', `import type { Db } from '../db/client.ts'`, 'db stands above workflows'],
  ['workflows/a/b.ts', `export { x } from '../../src/record/chains.ts'`, 'ground stands above workflows'],
  ['workflows/a.ts', `export * from "drizzle-orm/pg-core"`, 'must not import drizzle-orm/pg-core'],
  ['workflows/a.ts', `const { x } = await import('jose')`, 'must not import jose'],
  ['workflows/a.ts', 'const { x } = await import(`./$' + '{name}.ts`)', 'cannot be read'],
  ['workflows/a.ts', `import {\n  a,\n  b,\n} from '../db/roles.ts'`, 'db stands above workflows'],
  ['db/a.ts', `import '../src/record/chains.ts'`, 'ground stands above db'],
  ['src/record/a.ts', `import { x } from '../services/votes.ts'`, 'services stands above ground'],
  ['src/services/a.ts', `import { x } from '../api/votes.ts'`, 'http stands above services'],
  ['src/api/a.ts', `import { x } from '../app.ts'`, 'app stands above http'],
  ['src/api/a.ts', `import { x } from '../pages/b.tsx'`, 'side by side'],
  ['src/app.ts', `import { x } from './node.ts'`, 'entries stands above app'],
  ['src/services/a.ts', `import { x } from '../../test/support/folder.ts'`, 'belongs to no layer'],
  ['src/helpers/a.ts', '', 'src/helpers/a.ts belongs to no layer'],
  ['src/services/a.ts', 'const at = Date.now()', 'must not see the clock'],
  ['src/services/a.ts', 'const at = new Date()', 'must not see the clock'],
  ['src/services/a.ts', 'const at = new Date', 'must not see the clock'],
  ['src/services/a.ts', 'const at = Date()', 'must not see the clock'],
  ['src/app.ts', 'const { LANG } = process.env', 'must not see the environment'],
  ['db/a.ts', `import { env } from 'node:process'`, 'must not see the environment'],
]

for (const [path, text, because] of wrong)
  architecture(`${path} is caught: ${text.replaceAll('\n', ' ')}`, () => {
    const faults = layerFaults([{ path, text }])
    assert.is(faults.length, 1)
    assert.match(faults[0] ?? '', because)
  })

//  path, text
const right: readonly (readonly [string, string])[] = [
  [
    'workflows/a.ts',
    `import { initialTransition } from 'xstate'\nimport { z } from 'zod'\nimport c from 'canonicalize'`,
  ],
  ['workflows/a/b.ts', `import { ok } from '../result.ts'`],
  ['db/a.ts', `import { readFileSync } from 'node:fs'\nimport { ok } from '../workflows/result.ts'`],
  ['src/services/a.ts', `import { x } from '../record/chains.ts'\nimport { y } from './b.ts'`],
  ['src/services/a.ts', 'const at = new Date(text) // not new Date(), nor Date.now()'],
  ['src/services/a.ts', '/* process.env is for entries */ const toDate = (t: string): Date => new Date(t)'],
  ['src/services/a.ts', 'const x: Date = y; const z = x instanceof Date'],
  ['src/pages/a.tsx', `import { x } from '../services/votes.ts'`],
  ['src/demo/a.ts', `import { x } from '../app.ts'; const at = new Date(); const e = process.env`],
  ['src/node.ts', 'const at = Date.now()'],
]

for (const [path, text] of right)
  architecture(`${path} is let be: ${text.replaceAll('\n', ' ')}`, () => {
    assert.equal(layerFaults([{ path, text }]), [])
  })

architecture('the folders of the ground layer may use each other, but not in a round', () => {
  const record = { path: 'src/record/a.ts', text: `import { x } from '../identity/b.ts'` }
  const identity = { path: 'src/identity/b.ts', text: `import { x } from '../roster/c.ts'` }
  const roster = { path: 'src/roster/c.ts', text: `import type { x } from '../record/a.ts'` }
  assert.equal(layerFaults([record, identity, { ...roster, text: '' }]), [])
  assert.equal(layerFaults([record, identity, roster]), [
    'src/record → src/identity → src/roster → src/record is a way round',
  ])
})

architecture('services use each other one way, know no parts of each other, and stand on no view', () => {
  const meetings = { path: 'src/services/meetings.ts', text: `import { x } from './rolls.ts'` }
  const rolls = { path: 'src/services/rolls.ts', text: `import { y } from './meetings.ts'` }
  const view = { path: 'src/services/views/rolls.ts', text: `import { x } from '../meetings.ts'` }
  assert.equal(layerFaults([meetings, view]), [])
  assert.equal(layerFaults([meetings, rolls]), [
    'src/services/meetings → src/services/rolls → src/services/meetings is a way round',
  ])
  const onView = { path: 'src/services/rolls.ts', text: `import { z } from './views/rolls.ts'` }
  assert.is(layerFaults([onView]).length, 1)
  const command = { path: 'src/services/commands/intake.ts', text: `import { x } from '../meetings.ts'` }
  assert.is(layerFaults([command]).length, 1)
  const own = { path: 'src/services/meetings.ts', text: `import { x } from './meetings/call.ts'` }
  const part = { path: 'src/services/meetings/call.ts', text: `import type { y } from '../meetings.ts'` }
  const stranger = { path: 'src/services/rolls.ts', text: `import { x } from './meetings/call.ts'` }
  assert.equal(layerFaults([own, part]), [])
  assert.is(layerFaults([own, part, stranger]).length, 1)
})

/** The README's map: what a reader finds named in a row, and what the row says. */
const mapped = (): readonly (readonly [paths: readonly string[], row: string])[] =>
  (read('README.md').text.split('## Where things are')[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((row) => [row.split('\x60').filter((_, n) => n % 2 === 1), row])

architecture('the README’s map leads from a clerk’s question to the file in two steps', () => {
  const files = filesBelow('')
  //  what is asked about, the file, what stands in it
  const questions = [
    ['a tenth|the tenth', 'workflows/law/village.ts', /of: 'adults', atLeast: \[1, 10\]/],
    ['two thirds', 'workflows/law/village.ts', /atLeast: \[2, 3\]/],
    ['signatures', 'src/services/demands.ts', /signaturesOf/],
    ['batch of votes', 'src/services/votes', /cast/],
  ] as const
  for (const [asked, file, holds] of questions) {
    const [names, row] = mapped().find(([, text]) => new RegExp(asked).test(text)) ?? [[], '']
    assert.ok(row !== '', `no row of the map speaks of ${asked}`)
    const led = names.flatMap((name) =>
      files.filter((path) => path === name || path.endsWith(`/${name}`) || path.startsWith(`${names[0]}/`)),
    )
    const found = led.filter((path) => path.startsWith(file) && holds.test(read(path).text))
    assert.ok(found.length > 0, `${asked} does not lead to ${file}`)
  }
})

/** Folders that only one machine has; spelt apart, so that this file does not name them. */
const machinePath = new RegExp(
  `(?:^|[^A-Za-z0-9_.$}-])/(?:${['wo' + 'rk', 'fa' + 'rm', 'ho' + 'me/[a-z]', 'Us' + 'ers/[A-Za-z]', 'ro' + 'ot/'].join('|')})(?:/|\\w*/)`,
  'm',
)

architecture('no file names a folder of somebody’s machine', () => {
  const faults = filesBelow('')
    .filter((path) => !path.startsWith('test/fixtures/'))
    .filter((path) => machinePath.test(readFileSync(`${root}${path}`, 'utf8')))
  assert.equal(faults, [])
  assert.match(`see /${'work'}/main/notes`, machinePath)
  assert.match(`import x from '/${'home'}/somebody/x.ts'`, machinePath)
})

//  text, how many faults
const suites: readonly (readonly [string, number])[] = [
  [`const a = suite('a')\na('x', f)\na.run()`, 0],
  [`const a = suite('a')\na('x', f)`, 1],
  [`const a = suite('a')\nconst b = suite('b')\na('x', f)\nb('x', f)\na.run()`, 1],
  [`const a = suite('a')\na.run()\na('x', f)`, 1],
  [`suite('a')('x', f)`, 1],
  [`import { test } from 'uvu'\ntest('x', f)`, 1],
  [`import { test } from 'uvu'\ntest('x', f)\ntest.run()`, 0],
  ['const nothing = 1', 1],
  [`const text = "const a = suite('a')"`, 1],
  [`const a = suite('a')\na('x', f)\n// a.run()`, 1],
]

for (const [text, faults] of suites)
  architecture(`a suite that does not run is told before it runs: ${text.replaceAll('\n', ' ')}`, () => {
    assert.is(suiteFaults(text).length, faults)
  })

const closing = (total: number, passed: number, skipped: number): string =>
  `\n  Total:     ${total}\n  Passed:    ${passed}\n  Skipped:   ${skipped}\n  Duration:  1.00ms\n\n`

//  output, exit, passed, failed, because
const outputs: readonly (readonly [string, number | null, number, number, string])[] = [
  [closing(3, 3, 0), 0, 3, 0, 'all passed'],
  [closing(3, 2, 0), 1, 2, 1, 'one failed'],
  [closing(3, 2, 0), 0, 2, 1, 'one failed though uvu ended with 0, as when a hook throws'],
  [closing(3, 3, 0), 1, 3, 1, 'passed, but the process ended in error'],
  [closing(3, 3, 0), null, 3, 1, 'passed, but the process was killed'],
  [closing(3, 3, 2), 0, 3, 2, 'two were skipped'],
  [closing(0, 0, 0), 0, 0, 1, 'nothing was run'],
  ['Exiting early before testing is finished.', 1, 0, 1, 'there is no closing line'],
  [`${closing(9, 9, 0)}${closing(3, 2, 0)}`, 1, 2, 1, 'the last closing lines count'],
]

for (const [output, exit, passed, failed, because] of outputs)
  architecture(`the runner counts a file: ${because}`, () => {
    const judged = judgeOutput(output, exit)
    assert.equal([judged.passed, judged.failed], [passed, failed])
    assert.is(judged.faults.length > 0, failed > 0)
  })

architecture.run()
