import { spawn } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'

/** What came of one test file. */
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

/** Runs a test file in a process of its own, and ends it when its time is over. */
export const runTestFile = (name: string, env: Readonly<NodeJS.ProcessEnv>, limitMinutes: number): Promise<Outcome> =>
  new Promise((done) => {
    const began = process.hrtime.bigint()
    const pattern = `^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`
    const child = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        '--import',
        './test/support/tell-busy.ts',
        'node_modules/uvu/bin.js',
        '--no-color',
        'test',
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
      done({
        ...judged,
        seconds,
        busy: numberAfter('Processor', clean) ?? 0,
        output: clean,
        failed: late ? Math.max(judged.failed, 1) : judged.failed,
        faults: late ? [`not finished within ${limitMinutes} minutes`, ...judged.faults] : judged.faults,
      })
    })
  })
