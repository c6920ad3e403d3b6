/**
 * `npm run mutations`: takes away, one at a time with the others in place, what keeps a vote from being lost or doubled, and
 * sees the named test turn red. It works on copies; the project stays as it is. A guard that no test misses is a failure.
 * Words given choose among the mutations: `npm run mutations -- lock`.
 */
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeFolder, removeFolder } from '../support/folder.ts'
import { type Mutation, mutations } from './mutations.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A copy of the project as git knows it, with the same packages. */
const copyInto = (folder: string): void => {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root })
  for (const file of files.toString().split('\n').filter(Boolean)) cpSync(join(root, file), join(folder, file))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
}

/** Runs one test file of a copy; answers what it printed. */
const runTest = (folder: string, test: string): Promise<string> =>
  new Promise((done) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'test/run.ts', test], { cwd: folder })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk
      })
    child.once('close', () => done(output))
  })

/** Whether a named test is among those that failed. */
const isRed = (output: string, name: string): boolean =>
  output.split('\n').some((line) => /^\s*FAIL\s{2}/.test(line) && line.includes(name))

const missedBy = async ({ file, takes, puts, test, turnsRed }: Mutation): Promise<string | undefined> => {
  const folder = makeFolder()
  try {
    copyInto(folder)
    const path = join(folder, file)
    const text = readFileSync(path, 'utf8')
    if (text.split(takes).length !== 2) return `${file} does not say it once`
    writeFileSync(
      path,
      text.replace(takes, () => puts),
    )
    const output = await runTest(folder, test)
    return isRed(output, turnsRed) ? undefined : `no test named “${turnsRed}” turned red\n${output}`
  } finally {
    removeFolder(folder)
  }
}

const words = process.argv.slice(2)
const chosen = mutations.filter(({ what }) => words.length === 0 || words.some((word) => what.includes(word)))

let missed = chosen.length === 0 ? 1 : 0
for (const mutation of chosen) {
  const fault = await missedBy(mutation)
  if (fault) missed += 1
  console.log(`${fault ? 'MISSED' : 'red   '} without ${mutation.what}: ${fault ?? `“${mutation.turnsRed}” turns red`}`)
}
process.exitCode = missed === 0 ? 0 : 1
console.log(`${Math.max(chosen.length - missed, 0)} passed, ${missed} failed`)
