import { loadavg } from 'node:os'
import { behind } from '../test/support/voters.ts'
import type { Assembly } from './hall.ts'
import { timed } from './in-flight.ts'
import type { Cast, Question, Way } from './way.ts'

export const atOnce = 64

/** One run: everybody's vote in one ballot, by one way. */
export type Run = {
  readonly way: Way['name']
  readonly votes: number
  readonly seconds: number
  readonly perSecond: number
  /** The machine's load average over the last minute. */
  readonly load: number
}

/** Throws unless as many votes and entries are stored of a ballot as were acknowledged. */
export const recount = async (
  { scene, world }: Assembly,
  { ballot, proposal }: Question,
  acknowledged: number,
): Promise<void> => {
  const [found] = await behind(
    world,
    scene,
    (sql) => sql<{ votes: number; entries: number }[]>`
      select (select count(*)::int from vote where ballot = ${ballot}) as votes,
        (select count(*)::int from entry where chain = ${`proposal/${proposal}`} and kind = 'vote.cast'
          and convert_from(bytes, 'UTF8')::jsonb -> 'data' ->> 'ballot' = ${ballot}) as entries`,
  )
  if (found?.votes !== acknowledged || found.entries !== acknowledged)
    throw new Error(`${acknowledged} votes acknowledged, stored ${JSON.stringify(found)}`)
}

/** Everybody's vote in a ballot of its own by one way, cast as `spend` does; none may be refused, and all must be stored. */
export const vote = async <T>(
  assembly: Assembly,
  { way, turn }: { readonly way: Way; readonly turn: number },
  spend: (casts: readonly Cast[]) => Promise<T>,
): Promise<T> => {
  const question = await assembly.putsNext()
  const casts = await way.ready(question, turn)
  let acknowledged = 0
  const counted = casts.map((cast) => async () => {
    const done = await cast()
    if (done) acknowledged += 1
    return done
  })
  const spent = await spend(counted)
  if (acknowledged !== casts.length) throw new Error(`${casts.length - acknowledged} votes were refused`)
  await recount(assembly, question, acknowledged)
  await way.check()
  return spent
}

/** As fast as it goes with so many in flight. */
export const race = (assembly: Assembly, way: Way, turn: number): Promise<Run> =>
  vote(assembly, { way, turn }, async (casts) => {
    const load = loadavg()[0] ?? Number.NaN
    const seconds = await timed(casts, atOnce, async (cast) => void (await cast()))
    return { way: way.name, votes: casts.length, seconds, perSecond: casts.length / seconds, load }
  })
