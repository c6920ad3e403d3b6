import { randomUUID } from 'node:crypto'
import { inArray, sql } from 'drizzle-orm'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { readIn } from '../db/reading.ts'
import { community } from '../db/schema/people.ts'
import type { Tx } from '../db/within.ts'
import { type TestDatabase, withDatabase } from './support/postgres.ts'

const reading = suite('reading what holds while a community stands as it stands')

const founded = async ({ ownerSql }: TestDatabase, name: string): Promise<string> => {
  const id = randomUUID()
  await ownerSql`insert into community (id, name, sort, created_at) values (${id}, ${name}, 'village', now())`
  await ownerSql.begin(async (tx) => {
    await tx`select set_config('app.community', ${id}, true)`
    await tx`insert into chain (community, name, head) values (${id}, 'community', ${Buffer.alloc(32)})`
  })
  return id
}

const nameOf = async (tx: Tx, id: string): Promise<unknown> =>
  (await tx.execute(sql`select k.name from community k join chain c on c.community = k.id where k.id = ${id}`))[0]?.name

reading('is remembered for as long as nothing has changed, in one community, and by no other', () =>
  withDatabase(async (database) => {
    const { db, ownerSql } = database
    const [one, other] = [await founded(database, '小石村'), await founded(database, '大石村')]
    const named = (id: string, since: string, of = id) => readIn(db, id, since, (tx) => nameOf(tx, of))
    assert.is(await named(one, '1'), '小石村')
    await ownerSql`update community set name = '石桥村' where id = ${one}`
    assert.is(await named(one, '1'), '小石村')
    assert.is(await named(one, '2'), '石桥村')
    // What the one was told is not told in the other's name, and what is not the reader's own is told to nobody.
    assert.is(await named(other, '2'), '大石村')
    assert.is(await named(other, '2', one), undefined)
    assert.is(await named(one, '2'), '石桥村')
  }),
)

reading('keeps what is made of the answers, and forgets it with them and where nothing came of it', () =>
  withDatabase(async (database) => {
    const { db } = database
    const one = await founded(database, '小石村')
    let made = 0
    const makes = (since: string, fails = false) =>
      readIn(db, one, since, (tx, once) =>
        once('a name twice', async () => {
          made += 1
          if (fails) throw new Error('nothing came of it')
          const name = await nameOf(tx, one)
          return `${name}${name}`
        }),
      )
    assert.equal(await Promise.all([makes('1'), makes('1'), makes('1')]), [
      '小石村小石村',
      '小石村小石村',
      '小石村小石村',
    ])
    assert.is(made, 1)
    assert.is(await makes('2', true).catch((error: Error) => error.message), 'nothing came of it')
    assert.is(await makes('2'), '小石村小石村')
    assert.is(made, 3)
  }),
)

reading('tells questions apart, and writes them as drizzle does', () =>
  withDatabase(async (database) => {
    const { db } = database
    const [one, other] = [await founded(database, '小石村'), await founded(database, '大石村')]
    const asked = (query: ReturnType<typeof sql>) => readIn(db, one, '1', async (tx) => (await tx.execute(query))[0])
    const isNull = (value: string | null) => sql`select ${value}::text is null as said`
    assert.equal(await asked(isNull('')), { said: false })
    assert.equal(await asked(isNull(null)), { said: true })
    assert.equal(await asked(isNull('null')), { said: false })
    assert.equal(await asked(sql`select ${'a'}::text || ${sql`upper(${'b'}::text)`} as said${undefined}`), {
      said: 'aB',
    })
    assert.equal(await asked(sql`select ${sql.raw("'c'")} as said`), { said: 'c' })
    // More than texts and values.
    assert.equal(
      await asked(sql`select count(*)::int as said from ${community} where ${inArray(community.id, [one, other])}`),
      {
        said: 2,
      },
    )
  }),
)

reading('writes nothing, remembers no failure and keeps no connection', () =>
  withDatabase(async (database) => {
    const { db } = database
    const one = await founded(database, '小石村')
    const refusal = async (fn: (tx: Tx) => Promise<unknown>): Promise<string> => {
      try {
        return `done: ${await readIn(db, one, '1', fn)}`
      } catch (error) {
        return error instanceof Error ? error.message : String(error)
      }
    }
    const renames = (tx: Tx) => tx.execute(sql`update community set name = '别村' where id = ${one}`)
    assert.match(await refusal(renames), /read-only transaction/)
    const divides = (tx: Tx) => tx.execute(sql`select 1 / (select count(*)::int - 1 from community) as said`)
    // More often than there are connections, and together.
    const failed = await Promise.all(Array.from({ length: 30 }, () => refusal(divides)))
    assert.equal([...new Set(failed)], ['division by zero'])
    assert.equal(
      await Promise.all(Array.from({ length: 30 }, () => refusal(async () => Promise.reject(new Error('stopped'))))),
      Array.from({ length: 30 }, () => 'stopped'),
    )
    assert.match(await refusal(divides), /division by zero/)
    assert.is(await readIn(db, one, '1', (tx) => nameOf(tx, one)), '小石村')
  }),
)

reading.run()
