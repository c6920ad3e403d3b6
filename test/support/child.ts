import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { builtAt } from './built.ts'

export type Child = {
  readonly process: ChildProcessWithoutNullStreams
  readonly said: Readonly<Record<string, string>>
}

/** Starts one of the small programs beside this file and waits for the first line that it prints, which is JSON. */
export const startChild = async (
  program: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Child> => {
  const { TEST_BUILT = '' } = process.env
  const path = builtAt(TEST_BUILT, `support/${program}`)
  const child = spawn(process.execPath, ['--enable-source-maps', path, ...words], { env })
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    complaints += chunk
  })
  const lines = createInterface({ input: child.stdout })
  const closed = once(child, 'close').then(() => Promise.reject(new Error(`${program} said nothing: ${complaints}`)))
  closed.catch(() => undefined)
  const [line] = (await Promise.race([once(lines, 'line'), closed])) as [string]
  return { process: child, said: JSON.parse(line) as Record<string, string> }
}

/** Kills the process without warning. */
export const killChild = async ({ process: child }: Child): Promise<void> => {
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}

/** Lets the process come to its own end; tells its exit code. */
export const endChild = async ({ process: child }: Child): Promise<number | null> => {
  if (child.exitCode !== null) return child.exitCode
  const exit = once(child, 'exit')
  child.stdin.end()
  const [code] = (await exit) as [number | null]
  return code
}
