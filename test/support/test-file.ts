import { spawn } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'
import { builtAt } from './built.ts'

/** What came of the test files of one process. */
export type Outcome = {
  readonly passed: number
  readonly failed: number
  readonly seconds: number
  /** How long its processes kept the processor busy, without PostgreSQL's. */
  readonly busy: number
  readonly faults: readonly string[]
  readonly output: string
}

const numberAfter = (word: string, output: string): number | undefined => {
  const found = [...output.matchAll(new RegExp(`^\\s*${word}:\\s+([\\d.]+)\\s*$`, 'gm'))].at(-1)?.[1]
  return found === undefined ? undefined : Number(found)
}

/** Reads uvu's closing lines; whatever is not a plain pass of every test is a fault. */
export const judgeOutput = (output: string, exitCode: number | null): Pick<Outcome, 'passed' | 'failed' | 'faults'> => {
  const total = numberAfter('Total', output)
  const passed = numberAfter('Passed', output)
  const skipped = numberAfter('Skipped', output)
  if (total === undefined || passed === undefined || skipped === undefined)
    return { passed: 0, failed: 1, faults: [`ended (${exitCode}) before its tests were finished`] }
  const faults = [
    ...(total === 0 ? ['ran no test'] : []),
    ...(passed < total ? [`${total - passed} of ${total} failed`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(exitCode === 0 || passed < total ? [] : [`ended with ${exitCode}`]),
  ]
  return { passed, failed: Math.max(total - passed + skipped, faults.length > 0 ? 1 : 0), faults }
}

/** Files that ran no test, though their process did. */
const withoutTests = (names: readonly string[], output: string): readonly string[] =>
  names.filter((name) => {
    const told = new RegExp(`^\\s*${escaped(builtAt('', name))}\\s*$([^]*?)\\(\\d+ / ([1-9]\\d*)\\)`, 'm').exec(output)
    return told === null || /\.test\.js\s*$/m.test(told[1] ?? '')
  })

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Runs test files, as they were built, one after the other in a process of their own, and ends it when its time is over. */
export const runTestFiles = (
  names: readonly string[],
  built: string,
  env: Readonly<NodeJS.ProcessEnv>,
  limitMinutes: number,
): Promise<Outcome> =>
  new Promise((done) => {
    const began = process.hrtime.bigint()
    const pattern = `^(${names.map((name) => escaped(builtAt('', name))).join('|')})$`
    const child = spawn(
      process.execPath,
      [
        '--enable-source-maps',
        '--import',
        builtAt(built, 'support/tell-busy.ts'),
        'node_modules/uvu/bin.js',
        '--no-color',
        built,
        pattern,
      ],
      { env, stdio: ['ignore', 'pipe', 'pipe'] },
    )
    let output = ''
    let late = false
    const take = (chunk: string): void => {
      output += chunk
    }
    child.stdout.setEncoding('utf8').on('data', take)
    child.stderr.setEncoding('utf8').on('data', take)
    const limit = setTimeout(() => {
      late = true
      child.kill('SIGTERM')
      setTimeout(() => child.kill('SIGKILL'), 30_000).unref()
    }, limitMinutes * 60_000)
    child.once('close', (code) => {
      clearTimeout(limit)
      const seconds = Number(process.hrtime.bigint() - began) / 1e9
      const clean = stripVTControlCharacters(output)
      const judged = judgeOutput(clean, code)
      const idle = judged.faults.length > 0 ? [] : withoutTests(names, clean).map((name) => `${name} ran no test`)
      const faults = [...judged.faults, ...idle]
      const failed = Math.max(judged.failed, late || idle.length > 0 ? 1 : 0)
      done({
        passed: judged.passed,
        seconds,
        busy: numberAfter('Processor', clean) ?? 0,
        output: clean,
        failed,
        faults: late ? [`not finished within ${limitMinutes} minutes`, ...faults] : faults,
      })
    })
  })
