import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Answer, type Caller, callerOf } from '../../src/demo/client.ts'
import { attend, convene, must, type Scene } from '../../src/demo/stage.ts'
import { type Keys, readKeys } from '../../src/identity/keys.ts'
import type { Actor } from '../../src/services/act.ts'
import { openVoteBox, type VoteBox } from '../../src/services/votes/box.ts'
import { idOf } from './cases.ts'
import { type Child, endChild, startChild } from './child.ts'
import type { World } from './world.ts'

/** A question put to those in the hall, with those of the roll who did not come. */
export type Hall = {
  readonly proposal: string
  readonly meeting: string
  /** The ballot's path. */
  readonly ballot: string
  readonly present: readonly string[]
  readonly absent: readonly string[]
}

type Call = { readonly body: string; readonly convenedBy: string; readonly daysAhead: number }

/** Puts the question of a meeting; for the same question once more the reason is said. */
export const putsQuestion = async (
  scene: Scene,
  { proposal, meeting }: Pick<Hall, 'proposal' | 'meeting'>,
  again?: string,
): Promise<string> => {
  const body = { proposal: idOf(proposal), motion: 'agree', ...(again === undefined ? {} : { again }) }
  const { ballot } = await must((await scene.clerk()).post(`${meeting}/ballots`, body), 'open ballot')
  return `${scene.path}/ballots/${String(ballot)}`
}

/** A body meets, some of its members stay away, and the question is put. */
export const opensHall = async (scene: Scene, proposal: string, call: Call, away = 0): Promise<Hall> => {
  const seats = await scene.seats(call.body)
  const people = seats.map(({ person }) => person)
  const presider = seats.find(({ office }) => office === 'chair')?.person
  const meeting = await convene(scene, proposal, { ...call, ...(presider === undefined ? {} : { presider }) })
  const present = people.slice(0, people.length - away)
  await attend(scene, meeting, present)
  const ballot = await putsQuestion(scene, { proposal, meeting })
  return { proposal, meeting, ballot, present, absent: people.slice(present.length) }
}

/** Signs people in by slips, some at a time; answers each one's token, which every server of the installation takes. */
export const tokensOf = async (scene: Scene, people: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const tokens = new Map<string, string>()
  for (let from = 0; from < people.length; from += 50) {
    const slips = (await must(
      (await scene.clerk()).post(`${scene.path}/slips`, { people: people.slice(from, from + 50) }),
      'slips',
    )) as unknown as readonly { readonly person: string; readonly code: string }[]
    await Promise.all(
      slips.map(async ({ person, code }) => {
        const signedIn = callerOf(scene.url).post('/api/session', { community: scene.community, slip: code })
        tokens.set(person, String((await must(signedIn, 'sign in')).token))
      }),
    )
  }
  return tokens
}

/** Somebody at a server by the token that they hold. */
export const at = (url: string, tokens: ReadonlyMap<string, string>, person: string | undefined): Caller => {
  const token = person === undefined ? undefined : tokens.get(person)
  if (token === undefined) throw new Error('this person is not signed in')
  return callerOf(url, token)
}

const claims = z.object({ sub: z.uuid(), sid: z.uuid() })

/** Somebody below HTTP, as their token says. */
export const actorOf = ({ community }: Scene, tokens: ReadonlyMap<string, string>, person: string): Actor => {
  const [, body = ''] = (tokens.get(person) ?? '').split('.')
  const { sub, sid } = claims.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')))
  return { community, account: sub, session: sid }
}

/** The way of voting itself, below HTTP, in this process. */
export const voteBoxOf = async (world: World): Promise<VoteBox> =>
  openVoteBox({ sql: world.database.sql, keys: await keysOf(world), offset: world.offset })

/** The installation's keys. */
export const keysOf = ({ folder }: World): Promise<Keys> =>
  readKeys(JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8')))

/** A further server process of the same installation: same database, same keys, same clock. */
export const startAnother = async (world: World): Promise<Child & { readonly url: string }> => {
  const child = await startChild('serve.ts', [world.database.url, world.folder, String(world.offset())])
  return { ...child, url: child.said.url ?? '' }
}

/** Lends further server processes by their addresses. */
export const withOthers = async (
  world: World,
  many: number,
  use: (urls: readonly string[]) => Promise<void>,
): Promise<void> => {
  const others: Awaited<ReturnType<typeof startAnother>>[] = []
  try {
    for (let n = 0; n < many; n += 1) others.push(await startAnother(world))
    await use(others.map(({ url }) => url))
  } finally {
    await Promise.all(others.map(endChild))
  }
}

/** Status and code, as most refusals are looked at. */
export const told = ({ status, body }: Answer): readonly [number, unknown] => [status, body.code]

/** Looks at the tables of one community past the services. */
export const behind = async <T>(
  { database }: World,
  { community }: Scene,
  look: (sql: World['database']['ownerSql']) => Promise<T>,
): Promise<T> => {
  const sql = await database.ownerSql.reserve()
  try {
    await sql`select set_config('app.community', ${community}, false)`
    return await look(sql)
  } finally {
    sql.release()
  }
}
