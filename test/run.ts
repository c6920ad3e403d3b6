/**
 * `npm test`: one PostgreSQL for the run, two processes at a time; a long file has one of its own, short ones share it, so that
 * the product is read and warmed up once for several. Words given are looked for
 * in the files' names. LONG=1 gives the loads their time. The last line is `N passed, N failed`, and the exit says the same.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startEmbedded } from '../db/embedded.ts'
import { withBuilt } from './support/built.ts'
import { busySeconds } from './support/busy.ts'
import { makeFolder, removeFolder } from './support/folder.ts'
import { hasty } from './support/postgres.ts'
import { suiteFaults } from './support/suite-faults.ts'
import { type Outcome, runTestFiles } from './support/test-file.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const here = fileURLToPath(new URL('.', import.meta.url))
const limitMinutes = process.env.LONG === '1' ? 60 : 8

/** Each in a process of its own, begun first, so that no long file is left alone at the end. */
const longest: readonly string[] = [
  'embedded.test.ts',
  'model.test.ts',
  'linkage.test.ts',
  'three-reviews.test.ts',
  'demo.test.ts',
  'pages-play.test.ts',
  'three-reviews-votes.test.ts',
  'crash.test.ts',
  'votes-race.test.ts',
  'backup.test.ts',
  'votes.test.ts',
  'six-step.test.ts',
  'doors-race.test.ts',
  'connect.test.ts',
]

const rank = (name: string): number => (longest.includes(name) ? longest.indexOf(name) : longest.length)

const chosen = (words: readonly string[]): readonly string[] =>
  readdirSync(here, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(here, `${entry.parentPath}/${entry.name}`).replaceAll('\\', '/'))
    .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))

/** What runs beside the tests, in processes of its own. */
const programs = ['serve', 'hold-embedded', 'migrate-once', 'tell-busy'].map((name) => `support/${name}.ts`)

/** Files of one process; those of a kind are neighbours and share what they load. */
const together = 6

const processes = (names: readonly string[]): readonly (readonly string[])[] => {
  const short = names.filter((name) => !longest.includes(name))
  const shared = short.flatMap((_, n) => (n % together === 0 ? [short.slice(n, n + together)] : []))
  return [...names.filter((name) => longest.includes(name)).map((name) => [name]), ...shared]
}

const report = (names: readonly string[], { passed, failed, seconds, busy, faults, output }: Outcome): void => {
  const verdict = failed === 0 ? 'ok  ' : 'FAIL'
  console.log(
    `${verdict} ${names.join(' ')}  ${passed} passed  ${seconds.toFixed(1)} s  (${busy.toFixed(1)} busy)${faults.map((fault) => `  ${fault}`).join('')}`,
  )
  if (failed > 0) console.log(output.trimEnd())
}

const runTogether = async (names: readonly string[], built: string, env: NodeJS.ProcessEnv): Promise<Outcome> => {
  const faults = names.flatMap((name) =>
    suiteFaults(readFileSync(`${here}/${name}`, 'utf8')).map((fault) => `${name}: ${fault}`),
  )
  if (faults.length > 0) return { passed: 0, failed: faults.length, seconds: 0, busy: 0, faults, output: '' }
  return runTestFiles(names, built, env, limitMinutes)
}

const runAll = async (names: readonly string[], built: string, env: NodeJS.ProcessEnv): Promise<readonly Outcome[]> => {
  const outcomes: Outcome[] = []
  const waiting = [...processes(names)]
  const worker = async (): Promise<void> => {
    for (let some = waiting.shift(); some !== undefined; some = waiting.shift()) {
      const outcome = await runTogether(some, built, env)
      report(some, outcome)
      outcomes.push(outcome)
    }
  }
  await Promise.all([worker(), worker()])
  return outcomes
}

const run = async (): Promise<readonly Outcome[]> => {
  process.chdir(root)
  const folder = makeFolder()
  try {
    const { ownerUrl, appUrl, stop } = await startEmbedded({ folder, log: console.error, settings: hasty })
    try {
      const names = chosen(process.argv.slice(2))
      return await withBuilt([...names, ...programs], (built) => {
        const TEST_POSTGRES = JSON.stringify({ ownerUrl, appUrl })
        return runAll(names, built, { ...process.env, NO_COLOR: '1', TEST_POSTGRES, TEST_BUILT: built })
      })
    } finally {
      await stop()
    }
  } finally {
    removeFolder(folder)
  }
}

const outcomes = await run().catch((error: unknown) => {
  console.error(error)
  return []
})
if (outcomes.length === 0) console.log('no test file was run')
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0)
const failed = outcomes.length === 0 ? 1 : outcomes.reduce((sum, outcome) => sum + outcome.failed, 0)
const [all, files] = [busySeconds(), outcomes.reduce((sum, { busy }) => sum + busy, 0)]
console.log(
  `the processor was busy for ${all.toFixed(0)} s: ${files.toFixed(0)} s with the files, the rest with PostgreSQL`,
)
process.exitCode = failed === 0 ? 0 : 1
console.log(`${passed} passed, ${failed} failed`)
