import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { withFolder } from './folder.ts'
import { withProgram } from './program.ts'

/** The pooler's version, where one is installed. */
export const poolerVersion = (): string | undefined =>
  /\d+\.\d+\.\d+/.exec(spawnSync('pgbouncer', ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[0]

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port is free')
  return address.port
}

/** It refuses to run as root; nobody will do. */
const runner = userInfo().uid === 0 ? { uid: 65_534, gid: 65_534 } : {}

export type Pooler = {
  /** The database's address, by way of the pooler. */
  readonly url: string
  /** How the pooler pools, and how many transactions it has carried. */
  readonly carried: () => Promise<{ readonly mode: string; readonly transactions: number }>
}

/** Asks the pooler about itself. */
const carriedBy = async (url: URL): Promise<{ readonly mode: string; readonly transactions: number }> => {
  const console = new URL(url)
  console.pathname = '/pgbouncer'
  const sql = postgres(console.href, { max: 1, fetch_types: false })
  try {
    const name = url.pathname.slice(1)
    const databases = await sql.unsafe<{ database: string; pool_mode: string }[]>('show pools')
    const stats = await sql.unsafe<{ database: string; total_xact_count: string }[]>('show stats')
    return {
      mode: databases.find(({ database }) => database === name)?.pool_mode ?? '',
      transactions: Number(stats.find(({ database }) => database === name)?.total_xact_count ?? 0),
    }
  } finally {
    await sql.end()
  }
}

/** Lends a database behind a pooler in transaction mode: a client has a connection for a transaction at a time, and not the same. */
export const withPooler = (databaseUrl: string, use: (pooler: Pooler) => Promise<void>): Promise<void> =>
  withFolder(async (folder) => {
    const { hostname, port, pathname, username, password } = new URL(databaseUrl)
    const own = await freePort()
    const user = decodeURIComponent(username)
    const secret = decodeURIComponent(password)
    const name = pathname.slice(1)
    const settings = join(folder, 'pgbouncer.ini')
    const users = join(folder, 'users.txt')
    const keep = (path: string, text: string): void => {
      writeFileSync(path, text, { mode: 0o600 })
      if (runner.uid !== undefined) chownSync(path, runner.uid, runner.gid)
    }
    keep(users, `"${user}" "${secret}"\n`)
    keep(
      settings,
      `[databases]
${name} = host=${hostname} port=${port} dbname=${name} user=${user} password=${secret}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${own}
unix_socket_dir =
auth_type = plain
auth_file = ${users}
stats_users = ${user}
pool_mode = transaction
default_pool_size = 3
`,
    )
    await withProgram('pgbouncer', [settings], runner, async (said) => {
      await said(/process up/)
      const url = new URL(databaseUrl)
      url.port = String(own)
      await use({ url: url.href, carried: () => carriedBy(url) })
    })
  })
