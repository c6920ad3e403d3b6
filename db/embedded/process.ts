import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readlinkSync } from 'node:fs'

const attempt = <T>(read: () => T): T | undefined => {
  try {
    return read()
  } catch {
    return undefined
  }
}

/** Whether a process of this number exists at all, whoever owns it. */
const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const hasProc = existsSync('/proc/self/stat')

const bootOf = (): string =>
  attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8)) ?? 'boot'

/**
 * When a process began, as a word that differs for any later process of the same number;
 * undefined when there is none, or only its unreaped remains.
 */
export const startOf = (pid: number): string | undefined => {
  if (!exists(pid)) return undefined
  if (process.platform === 'win32') return 'alive'
  if (hasProc) {
    const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
    // Some systems hide the processes of other users: then it is known to live, and no more.
    if (stat === undefined) return exists(pid) ? 'hidden' : undefined
    // The second field is the program's name in brackets and may itself hold spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : `${bootOf()}.${fields[19]}`
  }
  const line = attempt(() =>
    execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim(),
  )
  return line === undefined || line.startsWith('Z') ? undefined : line.replace(/^\S+/, '').replace(/[^0-9A-Za-z]/g, '')
}

/** Whether the process is a PostgreSQL server on this cluster; undefined where the system does not tell. */
export const servesCluster = (pid: number, cluster: string): boolean | undefined => {
  if (!hasProc) return undefined
  const words = attempt(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0'))
  if (words === undefined) return undefined
  if (!/(^|\/)postgres$/.test(words[0] ?? '')) return false
  return words.includes(cluster) || attempt(() => readlinkSync(`/proc/${pid}/cwd`)) === cluster
}

/** Blocks until the process is gone or the time is over: for the moment of exit, when nothing asynchronous runs any more. */
export const waitUntilGone = (pid: number, milliseconds: number): boolean => {
  const pause = new Int32Array(new SharedArrayBuffer(4))
  for (let waited = 0; startOf(pid) !== undefined; waited += 20) {
    if (waited >= milliseconds) return false
    Atomics.wait(pause, 0, 0, 20)
  }
  return true
}
