import { randomUUID } from 'node:crypto'
import { sql as q } from 'drizzle-orm'
import type { TransactionSql } from 'postgres'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { connect, type Sql } from '../db/client.ts'
import { type Db, type Tx, within } from '../db/within.ts'
import { oneOfEach } from './support/one-of-each.ts'
import { type TestDatabase, withDatabase } from './support/postgres.ts'

const tenancy = suite('tenancy')

type Two = TestDatabase & { readonly mine: string; readonly theirs: string }

/** Every table of communities, in an order in which rows can be written; the directory itself stands first. */
const [directory = '', ...names] = oneOfEach(randomUUID()).map(({ name }) => name)

/** Founds two communities, each with a row in every table. */
const withTwo = (use: (two: Two) => Promise<void>): Promise<void> =>
  withDatabase(async (database) => {
    const [mine, theirs] = [randomUUID(), randomUUID()]
    for (const community of [mine, theirs])
      await within(database.db, community, async (tx) => {
        for (const { insert } of oneOfEach(community)) await insert(tx)
      })
    await use({ ...database, mine, theirs })
  })

/** Whose rows a query without any condition meets, table by table; `undefined` stands for no setting at all. */
const seenBy = async (sql: Sql, setting: string | undefined): Promise<Readonly<Record<string, readonly string[]>>> =>
  sql.begin(async (tx) => {
    if (setting !== undefined) await tx`select set_config('app.community', ${setting}, true)`
    const seen: Record<string, readonly string[]> = {}
    for (const name of names) {
      const rows = await tx<{ community: string }[]>`select distinct community from ${tx(name)}`
      seen[name] = rows.map(({ community }) => community)
    }
    return seen
  })

const everywhere = (communities: readonly string[]) => Object.fromEntries(names.map((name) => [name, communities]))

/** What became of an attempt in one community: how many rows it met, or how it was refused. It is undone in any case. */
const attempt = async (
  sql: Sql,
  community: string,
  work: (tx: TransactionSql) => Promise<{ readonly count: number }>,
): Promise<string> => {
  const undone = new Error('undone')
  let met = 0
  try {
    await sql.begin(async (tx) => {
      await tx`select set_config('app.community', ${community}, true)`
      met = (await work(tx)).count
      throw undone
    })
  } catch (error) {
    if (error === undone) return `${met} rows`
    const text = String(error)
    const known = ['row-level security', 'permission denied', 'only added to', 'foreign key', 'duplicate key']
    return known.find((words) => text.includes(words)) ?? text
  }
  throw new Error('unreachable')
}

/** A fingerprint of every row of a community, taken above row level security. */
const printOf = async ({ ownerSql }: TestDatabase, community: string): Promise<readonly string[]> => {
  const prints: string[] = []
  for (const name of names) {
    const [row] = await ownerSql<{ print: string }[]>`
      select md5(string_agg(t::text, '')) as print from ${ownerSql(name)} t where community = ${community}`
    prints.push(`${name} ${row?.print}`)
  }
  return prints
}

/** The one row of a community in a table, as JSON. */
const rowOf = async ({ ownerSql }: TestDatabase, name: string, community: string): Promise<string> => {
  const column = name === directory ? 'id' : 'community'
  const [row] = await ownerSql<{ json: string }[]>`
    select row_to_json(t)::text as json from ${ownerSql(name)} t where ${ownerSql(column)} = ${community}`
  if (!row) throw new Error(`${name} has a row`)
  return row.json
}

const insertCopy = (tx: TransactionSql, name: string, json: string, change: object = {}) => tx`
  insert into ${tx(name)}
  select * from jsonb_populate_record(null::${tx(name)}, ${json}::text::jsonb || ${JSON.stringify(change)}::text::jsonb)`

tenancy('a transaction sees its own community in every table, and no other', () =>
  withTwo(async ({ sql, ownerSql, mine, theirs }) => {
    assert.is(names.length, 59)
    assert.equal(await seenBy(sql, mine), everywhere([mine]))
    assert.equal(await seenBy(sql, theirs), everywhere([theirs]))
    // Above row level security both are there: what is seen above is seen for a reason.
    const both = await seenBy(ownerSql, mine)
    assert.equal(
      Object.values(both).map((seen) => [...seen].sort()),
      names.map(() => [mine, theirs].sort()),
    )
    const listed = await sql<{ id: string }[]>`select id from community`
    assert.equal(listed.map(({ id }) => id).sort(), [mine, theirs].sort(), 'the directory is public')
  }),
)

tenancy('without a community nothing is seen, whichever way it is missing, and nothing is written', () =>
  withTwo(async (two) => {
    const { url, mine } = two
    const { sql } = connect({ url, max: 1, log: () => undefined })
    try {
      const [fresh] = await sql`select current_setting('app.community', true) as setting`
      assert.is(fresh?.setting, null)
      assert.equal(await seenBy(sql, undefined), everywhere([]), 'never set')
      assert.equal(await seenBy(sql, ''), everywhere([]), 'set to nothing')
      assert.equal(await seenBy(sql, randomUUID()), everywhere([]), 'set to a community that is not')
      await sql`select set_config('app.community', ${mine}, false)`
      assert.equal(await seenBy(sql, undefined), everywhere([mine]), 'set for the whole connection, as we never do')
      await sql`reset app.community`
      const [reset] = await sql`select current_setting('app.community', true) as setting`
      assert.is(reset?.setting, '')
      assert.equal(await seenBy(sql, undefined), everywhere([]), 'reset')
      for (const name of names) {
        const json = await rowOf(two, name, mine)
        assert.is(await attempt(sql, '', (tx) => insertCopy(tx, name, json)), 'row-level security', name)
      }
    } finally {
      await sql.end({ timeout: 1 })
    }
  }),
)

tenancy('a setting that is no community is an error, not everything', () =>
  withTwo(async ({ sql }) => {
    for (const setting of ['*', 'null', `' or true --`])
      try {
        await seenBy(sql, setting)
        assert.unreachable(`${setting} was let through`)
      } catch (error) {
        assert.match(String(error), 'invalid input syntax for type uuid')
      }
  }),
)

/** Tries in every table to write into the other community, and to take or change what is there. */
const breakIn = async (two: Two): Promise<Readonly<Record<string, Readonly<Record<string, string>>>>> => {
  const { sql, mine, theirs } = two
  const before = await printOf(two, theirs)
  const outcomes: Record<string, Record<string, string>> = {}
  for (const name of names) {
    const json = await rowOf(two, name, theirs)
    outcomes[name] = {
      insert: await attempt(sql, mine, (tx) => insertCopy(tx, name, json)),
      change: await attempt(
        sql,
        mine,
        (tx) => tx`update ${tx(name)} set community = ${mine} where community = ${theirs}`,
      ),
      give: await attempt(sql, mine, (tx) => tx`update ${tx(name)} set community = ${theirs}`),
      remove: await attempt(sql, mine, (tx) => tx`delete from ${tx(name)} where community = ${theirs}`),
    }
  }
  assert.equal(await printOf(two, theirs), before)
  return outcomes
}

tenancy('the servers can neither add to another community nor change or remove anything of it', () =>
  withTwo(async (two) => {
    const refused = { insert: 'row-level security', change: 'permission denied', give: 'permission denied' }
    const removable = ['secret_choice', 'idempotency', 'sign_in_attempt', 'guest_sender', 'roll_entry']
    const expected = names.map((name) => {
      const remove = removable.includes(name) ? '0 rows' : 'permission denied'
      return [name, { ...refused, remove }]
    })
    assert.equal(await breakIn(two), Object.fromEntries(expected))
    const json = await rowOf(two, directory, two.theirs)
    const founding = (change: object) => attempt(two.sql, two.mine, (tx) => insertCopy(tx, directory, json, change))
    assert.is(await founding({ id: randomUUID() }), 'row-level security', 'founded in another’s name')
  }),
)

tenancy('nor could they if every right were granted to them: the policies alone hold', () =>
  withTwo(async (two) => {
    await two.ownerSql`grant all on all tables in schema public to yishi_app`
    const held = { insert: 'row-level security', change: '0 rows', give: 'row-level security', remove: '0 rows' }
    const still = { ...held, change: 'only added to', give: 'only added to', remove: 'only added to' }
    const record = ['entry', 'signed_head', 'seal', 'checkpoint', 'vote', 'vote_correction']
    assert.equal(
      await breakIn(two),
      Object.fromEntries(names.map((name) => [name, record.includes(name) ? still : held])),
    )
    for (const change of ['update', 'delete']) {
      const work = (tx: TransactionSql) =>
        change === 'update'
          ? tx`update community set name = 'x' where id = ${two.theirs}`
          : tx`delete from community where id = ${two.theirs}`
      assert.is(await attempt(two.sql, two.mine, work), '0 rows', `${change} community`)
    }
  }),
)

const countOf = async (tx: Tx | Db): Promise<unknown> => {
  const rows = await tx.execute(q`select community from person`)
  return rows.map((row) => row.community)
}

tenancy('the community of one transaction is gone in the next on the same connection', () =>
  withTwo(async ({ url, mine, theirs }) => {
    const { sql, db } = connect({ url, max: 1, log: () => undefined })
    const pid = async () => (await sql`select pg_backend_pid() as pid`)[0]?.pid
    try {
      const first = await pid()
      assert.equal(await within(db, mine, countOf), [mine])
      assert.equal(await countOf(db), [], 'after a commit')
      assert.equal(await db.transaction(countOf), [], 'in a transaction without a community')
      assert.equal(await within(db, theirs, countOf), [theirs])

      const failed = await within(db, mine, async (tx) => {
        assert.equal(await countOf(tx), [mine])
        await tx.execute(q`select 1 / 0`)
      }).catch(() => 'failed')
      assert.is(failed, 'failed')
      assert.equal(await countOf(db), [], 'after a rollback')
      assert.equal(await within(db, theirs, countOf), [theirs])
      assert.is(await pid(), first, 'it was one connection all the time')
    } finally {
      await sql.end({ timeout: 1 })
    }
  }),
)

tenancy('transactions of two communities at once do not mix', () =>
  withTwo(async ({ url, mine, theirs }) => {
    const { sql, db } = connect({ url, max: 3, log: () => undefined })
    try {
      const turns = Array.from({ length: 40 }, (_, n) => (n % 3 === 0 ? theirs : mine))
      const seen = await Promise.all(turns.map((community) => within(db, community, countOf)))
      assert.equal(
        seen,
        turns.map((community) => [community]),
      )
    } finally {
      await sql.end({ timeout: 1 })
    }
  }),
)

/** Tables whose rows refer to nothing but their community: a copy of theirs is simply a row of one's own. */
const rootless: readonly string[] = [
  'disclosure',
  'household',
  'body',
  'sign_in_attempt',
  'guest_sender',
  'oversight_grant',
  'unit',
  'tree',
  'adoption',
  'chain',
  'idempotency',
  'outbox',
  'change_count',
]

tenancy('no row can refer to a row of another community, whoever writes it', () =>
  withTwo(async (two) => {
    const third = randomUUID()
    const json = await rowOf(two, directory, two.theirs)
    await two.ownerSql.begin((tx) => insertCopy(tx, directory, json, { id: third }))
    for (const name of names) {
      const theirRow = await rowOf(two, name, two.theirs)
      for (const [who, sql] of [
        ['the servers', two.sql],
        ['the owner', two.ownerSql],
      ] as const)
        assert.is(
          await attempt(sql, third, (tx) => insertCopy(tx, name, theirRow, { community: third })),
          rootless.includes(name) ? '1 rows' : 'foreign key',
          `${name} by ${who}`,
        )
    }
  }),
)

tenancy.run()
