import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { connect, type Sql } from '../db/client.ts'
import { binariesFor, packagedBinaries } from '../db/embedded/binaries.ts'
import { startOf } from '../db/embedded/process.ts'
import { isRoot, serverUser } from '../db/embedded/user.ts'
import { type Embedded, startEmbedded } from '../db/embedded.ts'
import { DatabaseRefused } from '../db/refused.ts'
import { endChild, killChild, startChild } from './support/child.ts'
import { homeOfCluster, removeFolder, withFolder } from './support/folder.ts'

const embedded = suite('embedded database')

const silent = (): void => undefined

const asking = async <T>(url: string, ask: (sql: Sql) => Promise<T>): Promise<T> => {
  const { sql } = connect({ url, max: 1, log: silent })
  try {
    return await ask(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

const whileRunning = async <T>(folder: string, use: (server: Embedded) => Promise<T>): Promise<T> => {
  const server = await startEmbedded({ folder, log: silent })
  try {
    return await use(server)
  } finally {
    await server.stop()
  }
}

const plant = (url: string): Promise<unknown> =>
  asking(url, (sql) => sql.unsafe(`create table tree (name text); insert into tree values ('槐'), ('柳')`))

const trees = (url: string): Promise<readonly string[]> =>
  asking(url, async (sql) =>
    (await sql<{ name: string }[]>`select name from tree order by name`).map(({ name }) => name),
  )

const refusalOf = async (folder: string): Promise<DatabaseRefused> => {
  try {
    const server = await startEmbedded({ folder, log: silent })
    await server.stop()
  } catch (error) {
    assert.instance(error, DatabaseRefused)
    return error as DatabaseRefused
  }
  throw new Error('the folder was not refused')
}

const postmasterOf = (folder: string): number =>
  Number(readFileSync(join(homeOfCluster(folder), 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])

embedded('keeps its rows from one start to the next, and leaves no process and no lock behind', () =>
  withFolder(async (folder) => {
    const first = await whileRunning(folder, async ({ ownerUrl }) => {
      await plant(ownerUrl)
      return postmasterOf(folder)
    })
    assert.is(startOf(first), undefined)
    assert.equal(
      readdirSync(folder).filter((name) => name.endsWith('.lock')),
      [],
    )
    assert.equal(await whileRunning(folder, ({ ownerUrl }) => trees(ownerUrl)), ['柳', '槐'])
  }),
)

embedded('keeps its passwords from other users, and asks for them', () =>
  withFolder(async (folder) => {
    await whileRunning(folder, async ({ ownerUrl }) => {
      assert.is(statSync(join(folder, 'postgres.json')).mode & 0o777, 0o600)
      const wrong = new URL(ownerUrl)
      wrong.password = 'wrong'
      const code = await asking(wrong.href, (sql) => sql`select 1`).then(
        () => 'let in',
        (error: { readonly code?: string }) => error.code,
      )
      assert.is(code, '28P01')
    })
  }),
)

embedded('listens on this machine alone, writes through to the disk, and gives the server a login without power', () =>
  withFolder((folder) =>
    whileRunning(folder, async ({ ownerUrl, appUrl }) => {
      const [settings] = await asking(
        ownerUrl,
        (sql) => sql`
          select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
            current_setting('fsync') as fsync`,
      )
      const [login] = await asking(
        appUrl,
        (sql) => sql`
          select session_user::text as login, rolsuper as super, rolbypassrls as bypass,
            pg_has_role('yishi_app', 'member') as member
          from pg_roles where rolname = session_user`,
      )
      assert.equal(
        { ...settings, ...login },
        {
          addresses: '127.0.0.1',
          sockets: '',
          fsync: 'on',
          login: 'yishi_server',
          super: false,
          bypass: false,
          member: true,
        },
      )
    }),
  ),
)

embedded('refuses a second process and names the first', () =>
  withFolder(async (folder) => {
    const first = await startChild('hold-embedded.ts', [folder])
    try {
      const refusal = await refusalOf(folder)
      assert.is(refusal.code, 'folder_in_use')
      assert.is(refusal.facts.pid, first.process.pid)
      assert.match(refusal.message, String(first.process.pid))
    } finally {
      await killChild(first)
    }
    await whileRunning(folder, async () => undefined)
  }),
)

embedded('lets exactly one of two have a new folder when they come at once', () =>
  withFolder(async (folder) => {
    const both = await Promise.all([1, 2].map(() => startChild('hold-embedded.ts', [folder])))
    try {
      assert.equal(both.map(({ said }) => said.refused ?? 'started').sort(), ['folder_in_use', 'started'])
    } finally {
      await Promise.all(both.map(endChild))
    }
  }),
)

embedded('takes over from a process that was killed, with every row', () =>
  withFolder(async (folder) => {
    const child = await startChild('hold-embedded.ts', [folder])
    await plant(child.said.ownerUrl ?? '')
    const orphan = postmasterOf(folder)
    await killChild(child)
    assert.is.not(startOf(orphan), undefined, 'the server outlives its parent')
    await whileRunning(folder, async ({ ownerUrl }) => {
      assert.is(startOf(orphan), undefined)
      assert.equal(await trees(ownerUrl), ['柳', '槐'])
    })
  }),
)

embedded('comes back on its address when the server alone is killed', () =>
  withFolder((folder) =>
    whileRunning(folder, async ({ ownerUrl }) => {
      await plant(ownerUrl)
      const killed = postmasterOf(folder)
      process.kill(killed, 'SIGKILL')
      let seen: readonly string[] | undefined
      while (seen === undefined) seen = await trees(ownerUrl).catch(() => undefined)
      assert.equal(seen, ['柳', '槐'])
      assert.is.not(postmasterOf(folder), killed)
    }),
  ),
)

for (const signal of ['SIGTERM', 'SIGINT'] as const)
  embedded(`stops its server when the program is ended by ${signal}`, () =>
    withFolder(async (folder) => {
      const child = await startChild('hold-embedded.ts', [folder])
      const server = postmasterOf(folder)
      const exit = new Promise((done) => child.process.once('exit', (_, by) => done(by)))
      child.process.kill(signal)
      assert.is(await exit, signal)
      assert.is(startOf(server), undefined)
      assert.not.ok(existsSync(join(homeOfCluster(folder), 'cluster', 'postmaster.pid')))
    }),
  )

embedded('stops its server when the program comes to its end without stopping it', () =>
  withFolder(async (folder) => {
    const child = await startChild('hold-embedded.ts', [folder])
    const server = postmasterOf(folder)
    assert.is(await endChild(child), 0)
    assert.is(startOf(server), undefined)
    assert.not.ok(existsSync(join(homeOfCluster(folder), 'cluster', 'postmaster.pid')))
  }),
)

embedded('is not misled by another process that has got an old number', () =>
  withFolder(async (folder) => {
    await whileRunning(folder, ({ ownerUrl }) => plant(ownerUrl))
    const home = homeOfCluster(folder)
    const claimOfOld = join(home, `owner-${process.ppid}-longago.1-0a0b0c.lock`)
    writeFileSync(claimOfOld, '')
    writeFileSync(
      join(home, 'cluster', 'postmaster.pid'),
      `${process.ppid}\n${join(home, 'cluster')}\n1\n1\n\n\n\nready\n`,
    )
    assert.equal(await whileRunning(folder, ({ ownerUrl }) => trees(ownerUrl)), ['柳', '槐'])
    assert.not.ok(existsSync(claimOfOld))
    assert.is.not(startOf(process.ppid), undefined)
  }),
)

embedded('counts characters where the machine names no language', () =>
  withFolder(async (folder) => {
    const { LANG: _lang, LC_ALL: _all, LC_CTYPE: _ctype, LANGUAGE: _language, ...env } = process.env
    const child = await startChild('hold-embedded.ts', [folder], env)
    try {
      const [row] = await asking(
        child.said.ownerUrl ?? '',
        (sql) => sql`select length('村民') as length, current_setting('server_encoding') as encoding`,
      )
      assert.equal(row && { ...row }, { length: 2, encoding: 'UTF8' })
    } finally {
      await endChild(child)
    }
  }),
)

embedded('refuses a folder that another major version made', () =>
  withFolder(async (folder) => {
    await whileRunning(folder, async () => undefined)
    const versionFile = join(homeOfCluster(folder), 'cluster', 'PG_VERSION')
    const carried = readFileSync(versionFile, 'utf8').trim()
    writeFileSync(versionFile, '13\n')
    const refusal = await refusalOf(folder)
    assert.is(refusal.code, 'folder_of_another_version')
    assert.equal(refusal.facts, { folder, made: '13', carried })
  }),
)

embedded('never begins anew where a cluster has been', () =>
  withFolder(async (folder) => {
    await whileRunning(folder, async () => undefined)
    const secrets = join(folder, 'postgres.json')
    const kept = readFileSync(secrets)
    rmSync(secrets)
    assert.is((await refusalOf(folder)).code, 'secrets_missing')
    writeFileSync(secrets, kept)
    rmSync(join(homeOfCluster(folder), 'cluster'), { recursive: true })
    assert.is((await refusalOf(folder)).code, 'cluster_missing')
  }),
)

embedded('begins again after an initialisation that was cut off', () =>
  withFolder(async (folder) => {
    mkdirSync(join(folder, 'cluster.new'))
    writeFileSync(join(folder, 'cluster.new', 'PG_VERSION'), 'half')
    await whileRunning(folder, ({ ownerUrl }) => plant(ownerUrl))
    assert.equal(await whileRunning(folder, ({ ownerUrl }) => trees(ownerUrl)), ['柳', '槐'])
  }),
)

/** A folder below one that only its maker may enter, as in root's home. */
const withClosedFolder = async (use: (closed: string) => Promise<void>): Promise<void> => {
  const closed = mkdtempSync(join(tmpdir(), 'yishi-closed-'))
  chmodSync(closed, 0o700)
  try {
    await use(closed)
  } finally {
    removeFolder(join(closed, 'data'))
    rmSync(closed, { recursive: true, force: true })
  }
}

embedded('works below a folder that others may not enter: for root beside it, for an ordinary user in it', () =>
  withClosedFolder(async (closed) => {
    const folder = join(closed, 'data')
    await whileRunning(folder, async ({ ownerUrl }) => {
      await plant(ownerUrl)
      assert.is(statSync(join(homeOfCluster(folder), 'cluster')).uid === 0, false)
    })
    assert.is(homeOfCluster(folder) === folder, !isRoot())
    assert.equal(await whileRunning(folder, ({ ownerUrl }) => trees(ownerUrl)), ['柳', '槐'])
  }),
)

embedded('runs its programs from where they lie, or from a copy when its user cannot reach them', () =>
  withClosedFolder((closed) =>
    withFolder(async (open) => {
      const packaged = packagedBinaries()
      const hidden = { ...packaged, root: join(closed, 'native') }
      cpSync(packaged.root, hidden.root, { recursive: true, verbatimSymlinks: true })
      const user = isRoot() ? await serverUser() : undefined
      const { root } = binariesFor(hidden, user, join(open, 'place'))
      assert.is(root === hidden.root, user === undefined)
      const version = execFileSync(join(root, 'bin', 'postgres'), ['--version'], {
        ...user,
        cwd: open,
        encoding: 'utf8',
      })
      assert.match(version, `(PostgreSQL) ${packaged.major}.`)
    }),
  ),
)

embedded.run()
