import { appendFileSync, cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql as q } from 'drizzle-orm'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { connect } from '../db/client.ts'
import { openDatabase } from '../db/connect.ts'
import { migrate } from '../db/migrate.ts'
import { migrationsOf } from '../db/migrations.ts'
import { DatabaseRefused } from '../db/refused.ts'
import { endChild, startChild } from './support/child.ts'
import { withFolder } from './support/folder.ts'
import { withBareDatabase, withDatabase } from './support/postgres.ts'

const connecting = suite('connecting')
const migrating = suite('migrating')

const log = (): void => undefined
const unused = 'never-made'
const appLogin = 'yishi_server'
const ours = fileURLToPath(new URL('../db/migrations', import.meta.url))

const refusal = async (work: () => Promise<unknown>): Promise<DatabaseRefused> => {
  try {
    await work()
  } catch (error) {
    assert.instance(error, DatabaseRefused)
    return error as DatabaseRefused
  }
  throw new Error('nothing was refused')
}

const opening = (url: string) => async (): Promise<void> => {
  const opened = await openDatabase({ url, folder: unused, log })
  await opened.close()
}

connecting('an outside database is opened as the login given', () =>
  withDatabase(async ({ url }) => {
    const opened = await openDatabase({ url, folder: unused, log, prepare: false, max: 2 })
    try {
      const [row] = await opened.sql`select session_user::text as login`
      assert.is(row?.login, appLogin)
      assert.is(opened.embedded, false)
      assert.is(opened.url, url)
    } finally {
      await opened.close()
    }
  }),
)

connecting('the embedded database is started, migrated, and opened as the server’s login', () =>
  withFolder(async (folder) => {
    for (const round of ['first', 'second']) {
      const opened = await openDatabase({ folder, log })
      try {
        const [row] =
          await opened.sql`select session_user::text as login, (select count(*) from migration) as migrations`
        assert.equal(row && { ...row }, { login: appLogin, migrations: migrationsOf().length }, round)
        assert.is(opened.embedded, true)
      } finally {
        await opened.close()
      }
    }
  }),
)

connecting('a superuser is refused, for whom row level security does not hold', () =>
  withDatabase(async ({ ownerUrl }) => {
    assert.is((await refusal(opening(ownerUrl))).code, 'login_too_powerful')
  }),
)

/** Makes a login for the length of a test; roles outlive the database they were made in. */
const withLogin = async (
  { ownerSql, url }: Parameters<Parameters<typeof withDatabase>[0]>[0],
  attributes: string,
  use: (loginUrl: string, login: string) => Promise<void>,
): Promise<void> => {
  const login = `login_${new URL(url).pathname.slice(1)}`
  await ownerSql.unsafe(`create role ${login} login password 'secret' ${attributes}`)
  try {
    const as = new URL(url)
    as.username = login
    as.password = 'secret'
    await use(as.href, login)
  } finally {
    await ownerSql.unsafe(`drop owned by ${login}; drop role ${login}`)
  }
}

connecting('a login that bypasses row level security is refused', () =>
  withDatabase((d) =>
    withLogin(d, 'bypassrls in role yishi_app', async (url) => {
      assert.is((await refusal(opening(url))).code, 'login_too_powerful')
    }),
  ),
)

connecting('a login that could put on a superuser’s role is refused', () =>
  withDatabase((d) =>
    withLogin(d, 'noinherit in role yishi_app, yishi_owner', async (url) => {
      assert.is((await refusal(opening(url))).code, 'login_too_powerful')
    }),
  ),
)

connecting('a login that owns a table is refused, with the table’s name', () =>
  withDatabase((d) =>
    withLogin(d, 'in role yishi_app', async (url, login) => {
      await opening(url)()
      await d.ownerSql.unsafe(`create table orchard (name text); alter table orchard owner to ${login}`)
      const refused = await refusal(opening(url))
      assert.is(refused.code, 'login_owns_tables')
      assert.equal(refused.facts, { login, owned: ['orchard'] })
    }),
  ),
)

connecting('a login outside the group is told to migrate', () =>
  withDatabase((d) =>
    withLogin(d, '', async (url) => {
      const refused = await refusal(opening(url))
      assert.is(refused.code, 'role_missing')
      assert.match(refused.message, 'npm run migrate')
    }),
  ),
)

connecting('a database that lacks migrations is refused, until its owner’s login is given too', () =>
  withBareDatabase(async ({ appUrl, ownerUrl }) => {
    const refused = await refusal(opening(appUrl))
    assert.is(refused.code, 'migrations_missing')
    assert.equal(refused.facts, { pending: migrationsOf().map(({ name }) => name) })
    assert.match(refused.message, 'npm run migrate')
    const opened = await openDatabase({ url: appUrl, ownerUrl, folder: unused, log })
    await opened.close()
    await opening(appUrl)()
  }),
)

connecting('both ways of asking read the same values', () =>
  withDatabase(async ({ sql, db }) => {
    const at = new Date('2026-03-01T04:05:06.789Z')
    const expected = {
      count: 9_007_199_254_740_991,
      beyond: 9_007_199_254_740_993n,
      day: '2026-03-01',
      at,
      json: { 票: 1 },
    }
    const bare = await sql`
      select 9007199254740991::int8 as count, 9007199254740993::int8 as beyond, ${'2026-03-01'}::date as day,
        ${at}::timestamptz as at, ${'{"票":1}'}::jsonb as json`
    const built = await db.execute(q`
      select 9007199254740991::int8 as count, 9007199254740993::int8 as beyond, ${'2026-03-01'}::date as day,
        ${at.toISOString()}::timestamptz as at, ${'{"票":1}'}::jsonb as json`)
    assert.equal({ ...bare[0] }, expected)
    assert.equal({ ...built[0] }, expected)
  }),
)

connecting('lists of texts come back as they went, whatever is in them', () =>
  withDatabase(async ({ sql, db }) => {
    const texts = ['妇女代表', 'two words', ' ', '', ',', '{}', '"', '\\', '\\"', 'null', 'NULL', 'a\nb', '{"a","b"}']
    for (const list of [[], ['one'], texts]) {
      const [row] = await sql`select ${list}::text[] as list, cardinality(${list}::text[]) as length`
      assert.equal(row && { ...row }, { list, length: list.length })
    }
    const [built] = await db.execute(q`select array['一', 'a"b', '', '{,}'] as list`)
    assert.equal(built?.list, ['一', 'a"b', '', '{,}'])
  }),
)

connecting('each test has a database of its own', () =>
  withDatabase((one) =>
    withDatabase(async (two) => {
      await one.ownerSql`create table orchard ()`
      const [row] = await two.ownerSql`select to_regclass('orchard') as there`
      assert.is(row?.there, null)
    }),
  ),
)

migrating('two processes at once apply each file once', () =>
  withBareDatabase(async ({ ownerUrl, appUrl }) => {
    const both = await Promise.all([1, 2].map(() => startChild('migrate-once.ts', [ownerUrl, appLogin])))
    await Promise.all(both.map(endChild))
    const names = migrationsOf().map(({ name }) => name)
    assert.equal(both.flatMap(({ said }) => Object.values(said)).sort(), [...names])
    await opening(appUrl)()
  }),
)

/** Lends a copy of our migrations with one more, to be changed by a test. */
const withMigrations = (use: (folder: string) => Promise<void>): Promise<void> =>
  withFolder(async (folder) => {
    cpSync(ours, folder, { recursive: true })
    writeFileSync(join(folder, '9000_orchard.sql'), 'create table orchard (name text);\n')
    await use(folder)
  })

migrating('what is applied is not applied again, and the next release adds its own', () =>
  withBareDatabase(({ ownerUrl }) =>
    withMigrations(async (folder) => {
      const names = migrationsOf().map(({ name }) => name)
      assert.equal(await migrate({ ownerUrl, appLogin }), names)
      assert.equal(await migrate({ ownerUrl, appLogin, folder }), ['9000_orchard.sql'])
      assert.equal(await migrate({ ownerUrl, appLogin, folder }), [])
    }),
  ),
)

migrating('a file changed after it was applied is refused', () =>
  withBareDatabase(({ ownerUrl }) =>
    withMigrations(async (folder) => {
      await migrate({ ownerUrl, folder })
      appendFileSync(join(folder, '9000_orchard.sql'), '-- another thought\n')
      const refused = await refusal(() => migrate({ ownerUrl, folder }))
      assert.is(refused.code, 'migration_changed')
      assert.is(refused.facts.name, '9000_orchard.sql')
    }),
  ),
)

migrating('line ends of another system are no change', () =>
  withBareDatabase(({ ownerUrl }) =>
    withMigrations(async (folder) => {
      await migrate({ ownerUrl, folder })
      writeFileSync(join(folder, '9000_orchard.sql'), 'create table orchard (name text);\r\n')
      assert.equal(await migrate({ ownerUrl, folder }), [])
    }),
  ),
)

migrating('a database of a newer release is refused by an older one, also when it is only opened', () =>
  withBareDatabase(({ ownerUrl, appUrl }) =>
    withMigrations(async (folder) => {
      await migrate({ ownerUrl, folder })
      assert.is((await refusal(() => migrate({ ownerUrl }))).code, 'migration_unknown')
      assert.is((await refusal(opening(appUrl))).code, 'migration_unknown')
    }),
  ),
)

migrating('a file put in before one that is applied is refused', () =>
  withBareDatabase(({ ownerUrl }) =>
    withMigrations(async (folder) => {
      await migrate({ ownerUrl, folder })
      writeFileSync(join(folder, '8999_late.sql'), 'select 1;\n')
      const refused = await refusal(() => migrate({ ownerUrl, folder }))
      assert.is(refused.code, 'migration_misnumbered')
      assert.is(refused.facts.name, '8999_late.sql')
      rmSync(join(folder, '8999_late.sql'))
      writeFileSync(join(folder, '9000_twin.sql'), 'select 1;\n')
      assert.is((await refusal(() => migrate({ ownerUrl, folder }))).code, 'migration_misnumbered')
    }),
  ),
)

migrating('a file that fails leaves nothing behind, and those before it stay', () =>
  withBareDatabase(({ ownerUrl }) =>
    withMigrations(async (folder) => {
      writeFileSync(join(folder, '9001_wrong.sql'), 'create table half (n int); select no_such_function();')
      const failed = await migrate({ ownerUrl, folder }).then(
        () => false,
        () => true,
      )
      assert.is(failed, true)
      const { sql } = connect({ url: ownerUrl, max: 1, log })
      const [row] = await sql`
        select to_regclass('half') is null as clean, to_regclass('orchard') is not null as kept,
          (select max(name) from migration) as last`
      await sql.end()
      assert.equal(row && { ...row }, { clean: true, kept: true, last: '9000_orchard.sql' })
    }),
  ),
)

connecting.run()
migrating.run()
