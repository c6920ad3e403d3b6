import { randomUUID } from 'node:crypto'
import { type KeysFile, newKeys, readKeys } from '../../src/identity/keys.ts'
import { databaseClock } from '../../src/record/clock.ts'
import { openAccount } from '../../src/services/accounts.ts'
import type { Actor, Engine } from '../../src/services/act.ts'
import { foundCommunity } from '../../src/services/communities.ts'
import { importRoster } from '../../src/services/roster.ts'
import { openVoteBox, type VoteBox } from '../../src/services/votes/box.ts'
import type { Result } from '../../workflows/result.ts'
import { dayOf } from '../../workflows/rules/days.ts'
import { type TestDatabase, withDatabase } from './postgres.ts'
import { fixture } from './world.ts'

/** 石桥村 below HTTP: the services themselves, with everybody's session standing. */
export type Village = {
  readonly database: TestDatabase
  readonly engine: Engine
  readonly votes: VoteBox
  readonly community: string
  /** The keys as a file would hold them, for a turn of keys. */
  readonly keysFile: KeysFile
  readonly clerk: Actor
  readonly supervisor: Actor
  readonly administrator: Actor
  /** A person's own actor. */
  readonly actorOf: (person: string) => Actor
  /** Who sits in a body with a vote on a day, today if none is said, in the order of their ids, with the groups of the roll. */
  readonly membersOf: (
    body: string,
    on?: string,
  ) => Promise<readonly { readonly person: string; readonly groups: readonly string[] }[]>
  /** Puts the clock to an instant, forward or back. */
  readonly setClock: (instant: Date) => void
  /** Milliseconds that the clock is ahead. */
  readonly offset: () => number
}

/** The value of what must succeed. */
export const value = async <T, R>(result: Promise<Result<T, R>>): Promise<T> => {
  const found = await result
  if (!found.ok) throw new Error(`refused: ${JSON.stringify(found.refusal)}`)
  return found.value
}

const farAhead = '2030-01-01T00:00:00Z'
const password = 'a-long-enough-word-for-tests'

/** A place to be founded, with its roster. */
export type Founding = {
  readonly sort: 'village' | 'city'
  readonly name: string
  readonly jurisdiction?: string
  readonly roster: Uint8Array
}
const shiqiao = (): Founding => ({
  sort: 'village',
  name: '石桥村',
  jurisdiction: 'CN-37',
  roster: fixture('roster-village.csv'),
})

/** A session of an account that does not end. */
export const standingSession = async (
  { ownerSql }: TestDatabase,
  community: string,
  account: string,
): Promise<Actor> => {
  const session = randomUUID()
  await ownerSql.begin(async (tx) => {
    await tx`select set_config('app.community', ${community}, true)`
    await tx`insert into session (community, id, account, started_at, expires_at)
      values (${community}, ${session}, ${account}, now(), ${farAhead})`
  })
  return { community, account, session }
}

/** Lends the village, or another place, on a database of its own. */
export const withVillageServices = (
  begins: Date,
  use: (village: Village) => Promise<void>,
  { roster, ...place } = shiqiao(),
): Promise<void> =>
  withDatabase(async (database) => {
    const { db, sql, ownerSql } = database
    let ahead = begins.getTime() - Date.now()
    const offset = () => ahead
    const keysFile = await newKeys()
    const keys = await readKeys(keysFile)
    const engine: Engine = { db, keys, clock: databaseClock(offset), passwordWork: 4 }
    const { community, account } = await value(
      foundCommunity(
        engine,
        { given: 'setup', wanted: 'setup' },
        {
          ...place,
          administrator: { login: 'admin', password },
        },
      ),
    )
    const sessionOf = (one: string): Promise<Actor> => standingSession(database, community, one)
    const administrator = await sessionOf(account)
    const opened = await value(openAccount(engine, administrator, { login: 'clerk', password, role: 'clerk' }))
    const clerk = await sessionOf(opened.account)
    const { account: overseer } = await value(
      openAccount(engine, administrator, { login: 'supervisor', password, role: 'supervisor' }),
    )
    const supervisor = await sessionOf(overseer)
    await value(importRoster(engine, clerk, roster, { leaveFaulty: false }))

    const actors = new Map<string, Actor>()
    await ownerSql.begin(async (tx) => {
      await tx`select set_config('app.community', ${community}, true)`
      const people = await tx<{ id: string }[]>`select id from person where community = ${community}`
      const rows = people.map(({ id }) => ({ person: id, account: randomUUID(), session: randomUUID() }))
      const json = JSON.stringify(rows)
      await tx`
        insert into account (community, id, person, created_at)
        select ${community}::uuid, account, person, now()
        from jsonb_to_recordset(${json}::text::jsonb) as r(person uuid, account uuid)`
      await tx`
        insert into session (community, id, account, started_at, expires_at)
        select ${community}::uuid, session, account, now(), ${farAhead}
        from jsonb_to_recordset(${json}::text::jsonb) as r(account uuid, session uuid)`
      for (const row of rows) actors.set(row.person, { community, account: row.account, session: row.session })
    })

    const membersOf: Village['membersOf'] = (body, on = dayOf(new Date(Date.now() + ahead))) =>
      ownerSql.begin(async (tx) => {
        await tx`select set_config('app.community', ${community}, true)`
        return await tx<{ person: string; groups: string[] }[]>`
          select person, groups from seat
          where community = ${community} and body = ${body} and voting and in_base
            and starts_on <= ${on} and (ends_on is null or ends_on > ${on}) order by person`
      })
    await use({
      database,
      engine,
      votes: openVoteBox({ sql, keys, offset }),
      offset,
      community,
      keysFile,
      clerk,
      supervisor,
      administrator,
      actorOf: (person) => {
        const actor = actors.get(person)
        if (!actor) throw new Error('nobody on the roster')
        return actor
      },
      membersOf,
      setClock: (instant) => {
        ahead = instant.getTime() - Date.now()
      },
    })
  })
