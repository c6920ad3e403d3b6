import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DatabaseRefused } from '../refused.ts'
import type { Binaries } from './binaries.ts'
import type { Place } from './place.ts'
import { servesCluster, startOf, waitUntilGone } from './process.ts'

export type Log = (message: string) => void

/** A running server: `gone` settles when its process has ended, for whatever reason. */
export type Server = {
  readonly pid: number
  readonly port: number
  readonly gone: Promise<void>
  readonly ended: () => boolean
}

/** Settings of every embedded server. Errors are left to the client: in a log their details would name people. */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
}

/** A port of this machine that nobody listens on. */
const freePort = (): Promise<number> =>
  new Promise((done, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address !== null ? done(address.port) : failed(new Error('no port')),
      )
    })
  })

/** The lines of postmaster.pid: number, folder, start, port, socket, address, memory, state. */
const pidFile = (cluster: string): readonly string[] => {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

/** The port that the server of this cluster says it listens on; undefined while none does. */
export const portOf = (cluster: string): number | undefined => {
  const lines = pidFile(cluster)
  return lines[7]?.trim() === 'ready' ? Number(lines[3]) : undefined
}

const lastWords = (path: string): string => readFileSync(path, 'utf8').trim().split('\n').slice(-4).join('\n')

const launch = async (
  place: Place,
  binaries: Binaries,
  port: number,
  more: Readonly<Record<string, string>>,
): Promise<Server> => {
  const logPath = join(place.home, 'postgres.log')
  const out = openSync(logPath, 'w', 0o600)
  const words = Object.entries({ ...settings, ...more, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  // A group of its own: Ctrl-C in a terminal reaches us alone, and we stop the server after our last transaction.
  const child = spawn(join(binaries.root, 'bin', 'postgres'), ['-D', place.cluster, ...words], {
    ...place.user,
    cwd: place.home,
    detached: true,
    windowsHide: true,
    stdio: ['ignore', out, out],
  })
  closeSync(out)
  child.unref()
  let ended = false
  let unstarted = ''
  const gone = new Promise<void>((done) => {
    const end = (error: unknown): void => {
      ended = true
      if (error instanceof Error) unstarted = error.message
      done()
    }
    child.once('exit', end)
    child.once('error', end)
  })
  for (;;) {
    const lines = pidFile(place.cluster)
    if (child.pid !== undefined && lines[0] === String(child.pid) && lines[7]?.trim() === 'ready')
      return { pid: child.pid, port, gone, ended: () => ended }
    if (ended)
      throw new DatabaseRefused(
        'server_did_not_start',
        `PostgreSQL did not start: ${unstarted || lastWords(logPath)}`,
        {
          log: logPath,
        },
      )
    await pause(20)
  }
}

/** Starts the server on a free port, or on the given one. Tried again, since a port may be taken between probe and use. */
export const startServer = async (
  place: Place,
  binaries: Binaries,
  more: Readonly<Record<string, string>>,
  port?: number,
): Promise<Server> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await launch(place, binaries, port ?? (await freePort()), more)
    } catch (error) {
      if (tries === 4 || !(error instanceof DatabaseRefused)) throw error
      await pause(250 * tries)
    }
  }
}

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** SIGINT is PostgreSQL's fast shutdown: sessions end, what was committed is kept, the cluster is left clean. */
export const stopServer = async (server: Server): Promise<void> => {
  if (server.ended()) return
  signal(server.pid, 'SIGINT')
  const patience = new AbortController()
  const late = pause(30_000, undefined, { signal: patience.signal }).then(
    () => signal(server.pid, 'SIGQUIT'),
    () => undefined,
  )
  await server.gone
  patience.abort()
  await late
}

/** The same without waiting for events, for the moment of exit. */
export const stopServerNow = (server: Server): void => {
  if (server.ended()) return
  signal(server.pid, 'SIGINT')
  if (!waitUntilGone(server.pid, 20_000)) signal(server.pid, 'SIGQUIT')
}

/**
 * A parent that was killed leaves its server behind. It is stopped if it is truly one of this cluster;
 * a foreign process that has got the same number since is left alone, and only the stale file goes.
 */
export const stopOrphan = async (
  place: Place,
  answersFor: (port: number) => Promise<boolean>,
  log: Log,
): Promise<void> => {
  const [number, , , port] = pidFile(place.cluster)
  const pid = Number(number)
  if (!Number.isSafeInteger(pid) || pid <= 0 || startOf(pid) === undefined) return
  const ours = servesCluster(pid, place.cluster) ?? (await answersFor(Number(port)))
  if (!ours) {
    rmSync(join(place.cluster, 'postmaster.pid'), { force: true })
    return
  }
  log(`stopping the database server ${pid} that an earlier process left behind`)
  signal(pid, 'SIGINT')
  for (let waited = 0; startOf(pid) !== undefined; waited += 50) {
    if (waited === 30_000) signal(pid, 'SIGQUIT')
    await pause(50)
  }
}
