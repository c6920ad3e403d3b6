import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { createInterface } from 'node:readline'

/** Waits for a line of a program's output, on either of its two. */
export type Said = (words: RegExp) => Promise<string>

const listen = (child: ChildProcess, command: string): { readonly lines: readonly string[]; readonly said: Said } => {
  const lines: string[] = []
  const heard = new EventEmitter()
  const ended = once(child, 'close').then(() => Promise.reject(new Error(`${command} ended`)))
  ended.catch(() => undefined)
  for (const input of [child.stdout, child.stderr])
    if (input)
      createInterface({ input }).on('line', (line) => {
        lines.push(line)
        heard.emit('line')
      })
  const said = async (words: RegExp): Promise<string> => {
    for (;;) {
      const line = lines.find((one) => words.test(one))
      if (line !== undefined) return line
      await Promise.race([once(heard, 'line'), ended])
    }
  }
  return { lines, said }
}

/** Signals the program and whatever it started, which are a group of processes of their own. */
const signal = ({ pid }: ChildProcess, name: NodeJS.Signals): void => {
  try {
    if (pid !== undefined) process.kill(-pid, name)
  } catch {
    // There is nobody left in the group.
  }
}

/** Lends a running program, shows what it said if the test fails, and ends it with all that it started. */
export const withProgram = async (
  command: string,
  words: readonly string[],
  options: Pick<SpawnOptions, 'cwd' | 'env' | 'uid' | 'gid'>,
  use: (said: Said) => Promise<void>,
): Promise<void> => {
  const child = spawn(command, words, { ...options, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const killAll = (): void => signal(child, 'SIGKILL')
  process.once('exit', killAll)
  const { lines, said } = listen(child, command)
  try {
    await use(said)
  } catch (error) {
    console.error(lines.join('\n'))
    throw error
  } finally {
    const closed = child.exitCode === null && child.signalCode === null ? once(child, 'close') : undefined
    signal(child, 'SIGTERM')
    await closed
    killAll()
    process.off('exit', killAll)
  }
}
