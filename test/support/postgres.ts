import { randomBytes } from 'node:crypto'
import { connect, type Db, type Sql } from '../../db/client.ts'
import { startEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { makeFolder, removeFolder } from './folder.ts'

/** The two logins to the server that the tests run on; `TEST_POSTGRES` carries them as JSON from the runner to each file. */
export type TestServer = { readonly ownerUrl: string; readonly appUrl: string }

export type TestDatabase = {
  /** As the server's login: row level security holds. */
  readonly sql: Sql
  readonly db: Db
  /** As the owner of the tables: for preparing and looking behind the scenes. */
  readonly ownerSql: Sql
  readonly url: string
  readonly ownerUrl: string
}

/** The server of the tests outlives no machine that stops: what waits for its disk is left out. Every other lock, key and crash is as in earnest. */
export const hasty = { fsync: 'off', full_page_writes: 'off' } as const

const silent = (): void => undefined
const template = 'yishi_template'

/** For a test file run on its own; ends with the process, whichever way that ends. */
const startOwn = async (): Promise<TestServer> => {
  const folder = makeFolder()
  const server = await startEmbedded({ folder, log: silent, settings: hasty })
  process.once('beforeExit', () => server.stop())
  process.once('exit', () => removeFolder(folder))
  return server
}

let own: Promise<TestServer> | undefined

/** The server of this run. */
const testServer = (): Promise<TestServer> => {
  const given = process.env.TEST_POSTGRES
  if (given !== undefined) return Promise.resolve(JSON.parse(given) as TestServer)
  own ??= startOwn()
  return own
}

const at = (url: string, database: string): string => {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}

/** The template is made once a run: whoever comes first makes it, the others wait. One left half made is made again. */
const ensureTemplate = async (admin: Sql, ownerUrl: string): Promise<void> => {
  await admin`select pg_advisory_lock(hashtext(${template}))`
  try {
    const [there] = await admin<{ whole: boolean }[]>`
      select datistemplate as whole from pg_database where datname = ${template}`
    if (there?.whole) return
    if (there !== undefined) await admin`drop database ${admin(template)} with (force)`
    await admin`create database ${admin(template)}`
    await migrate({ ownerUrl: at(ownerUrl, template) })
    await admin`alter database ${admin(template)} with is_template true allow_connections false`
  } finally {
    await admin`select pg_advisory_unlock(hashtext(${template}))`
  }
}

const withAdmin = async <T>(ownerUrl: string, use: (admin: Sql) => Promise<T>): Promise<T> => {
  const { sql } = connect({ url: ownerUrl, max: 1, log: silent })
  try {
    return await use(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** Lends an empty database that has never been migrated, by the URLs of its two logins. */
export const withBareDatabase = async (use: (server: TestServer) => Promise<void>): Promise<void> => {
  const server = await testServer()
  const name = `bare_${randomBytes(6).toString('hex')}`
  await withAdmin(server.ownerUrl, (admin) => admin`create database ${admin(name)}`)
  try {
    await use({ ownerUrl: at(server.ownerUrl, name), appUrl: at(server.appUrl, name) })
  } finally {
    await withAdmin(server.ownerUrl, (admin) => admin`drop database ${admin(name)} with (force)`)
  }
}

let templateReady: Promise<void> | undefined

/** Lends a fresh, migrated database of its own, and drops it afterwards. */
export const withDatabase = async (use: (database: TestDatabase) => Promise<void>): Promise<void> => {
  const server = await testServer()
  templateReady ??= withAdmin(server.ownerUrl, (admin) => ensureTemplate(admin, server.ownerUrl))
  await templateReady
  const name = `test_${randomBytes(6).toString('hex')}`
  await withAdmin(server.ownerUrl, (admin) => admin`create database ${admin(name)} template ${admin(template)}`)
  const url = at(server.appUrl, name)
  const ownerUrl = at(server.ownerUrl, name)
  const app = connect({ url, log: silent })
  const owner = connect({ url: ownerUrl, max: 4, log: silent })
  try {
    await use({ sql: app.sql, db: app.db, ownerSql: owner.sql, url, ownerUrl })
  } finally {
    await Promise.all([app.sql.end({ timeout: 1 }), owner.sql.end({ timeout: 1 })])
    await withAdmin(server.ownerUrl, (admin) => admin`drop database ${admin(name)} with (force)`)
  }
}
