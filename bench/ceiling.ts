import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import type { Actor } from '../src/services/act.ts'
import { optionOf } from '../test/support/recorded-votes.ts'
import { bytesOf } from '../workflows/format/entry.ts'
import { ceilingStatement } from './ceiling-statement.ts'
import type { Assembly } from './hall.ts'
import type { Question, Way } from './way.ts'

/** An entry of the size that the service would write of this vote. */
export const entryOf = (
  { community, account }: Actor,
  { ballot, proposal }: Question,
  choice = randomBytes(32).toString('hex'),
): Buffer =>
  Buffer.from(
    bytesOf({
      format: 1,
      community,
      chain: `proposal/${proposal}`,
      seq: 1_000,
      kind: 'vote.cast',
      recordedAt: '2026-03-02T01:00:00.000Z',
      actor: account,
      data: { ballot, voter: account, choice },
    }),
  )

/** What is kept under a vote's key, of the size of the service's. */
export const answerOf = ({ ballot }: Question, n: number): string =>
  JSON.stringify({ ballot, seq: n, lastSeq: n, choice: optionOf(n), salt: randomBytes(16).toString('hex') })

/** The ceiling: one prepared statement a vote, each vote a transaction of its own. */
export const openCeiling = ({ world, voters, scene: { community } }: Assembly) => {
  // Ten connections, as the server has; with 2 and with 64 the ceiling is lower. The community is set once a session.
  const sql = postgres(world.database.url, { max: 10, connection: { 'app.community': community, TimeZone: 'UTC' } })
  const places = new Map<string, number>()
  const text = ceilingStatement((name) => {
    const place = places.get(name) ?? places.size + 1
    places.set(name, place)
    return `$${place}`
  })
  const way: Way = {
    name: 'ceiling',
    ready: async (question) =>
      voters.map((actor, n) => {
        const commitment = randomBytes(32).toString('hex')
        const given: Readonly<Record<string, string | Buffer>> = {
          community,
          account: actor.account,
          session: actor.session,
          ballot: question.ballot,
          chain: `proposal/${question.proposal}`,
          choice: optionOf(n),
          salt: randomBytes(16),
          commitment,
          head: randomBytes(32),
          bytes: entryOf(actor, question, commitment),
          answer: answerOf(question, n),
        }
        const values = [...places.keys()].map((name) => given[name] ?? '')
        return async () => (await sql.unsafe(text, values, { prepare: true })).length === 1
      }),
    check: async () => undefined,
  }
  return { way, end: () => sql.end({ timeout: 5 }) }
}
