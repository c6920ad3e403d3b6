import type { Actor } from '../src/services/act.ts'
import { optionOf } from '../test/support/recorded-votes.ts'
import { behind, voteBoxOf } from '../test/support/voters.ts'
import { openCeiling } from './ceiling.ts'
import { type Assembly, withAssembly } from './hall.ts'
import { median, timed } from './in-flight.ts'

/** One run: everybody's vote in one ballot, by one way. */
export type Run = {
  readonly way: 'ceiling' | 'service'
  readonly votes: number
  readonly seconds: number
  readonly perSecond: number
}

export type Outcome = {
  readonly name: 'vote'
  /** Votes per second through the service, as a share of the ceiling's; both are medians. */
  readonly ratio: number
  readonly ceiling: number
  readonly service: number
  readonly runs: readonly Run[]
}

const atOnce = 64

/** Throws unless as many votes and entries are stored of a ballot as were acknowledged. */
const recount = async (
  { scene, world }: Assembly,
  ballot: string,
  proposal: string,
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

/** Everybody's vote in a ballot of its own, and none may be refused. */
const run = async (way: Run['way'], assembly: Assembly, castIn: Way): Promise<Run> => {
  const { ballot, proposal } = await assembly.putsNext()
  const casts = assembly.voters.map((actor, n) => castIn(actor, n, ballot, proposal))
  let acknowledged = 0
  const seconds = await timed(casts, atOnce, async (cast) => {
    if (await cast()) acknowledged += 1
  })
  await recount(assembly, ballot, proposal, acknowledged)
  if (acknowledged !== casts.length) throw new Error(`${casts.length - acknowledged} votes were refused`)
  return { way, votes: acknowledged, seconds, perSecond: acknowledged / seconds }
}

/** Makes one voter's vote ready outside the time taken; what it gives casts it. */
type Way = (actor: Actor, n: number, ballot: string, proposal: string) => () => Promise<boolean>

/** Measures both ways in turn, after one turn that is not counted. */
export const benchVote = async (
  { runs, votes }: { readonly runs: number; readonly votes: number },
  tell: (line: string) => void,
): Promise<Outcome> => {
  const measured: Run[] = []
  await withAssembly({ voters: votes, proposals: 2 * (runs + 1) }, tell, async (assembly) => {
    const { world, scene } = assembly
    const box = await voteBoxOf(world)
    const throughService: Way = (actor, n, ballot) => {
      const own: Actor = { ...actor, idempotency: { key: ballot, request: `${ballot} ${optionOf(n)}` } }
      return async () => (await box.cast(own, { ballot, choice: optionOf(n) })).ok
    }
    const ceiling = openCeiling(world.database.url, scene.community)
    try {
      for (let turn = 0; turn <= runs; turn += 1)
        for (const [way, castIn] of [
          ['ceiling', ceiling.castIn],
          ['service', throughService],
        ] as const) {
          const one = await run(way, assembly, castIn)
          tell(`${turn === 0 ? 'warm-up' : `run ${turn}`} ${way}: ${Math.round(one.perSecond)} votes a second`)
          if (turn > 0) measured.push(one)
        }
    } finally {
      await ceiling.end()
    }
  })
  const medianOf = (way: Run['way']) => median(measured.filter((one) => one.way === way).map((one) => one.perSecond))
  const [ceiling, service] = [medianOf('ceiling'), medianOf('service')]
  return { name: 'vote', ratio: service / ceiling, ceiling, service, runs: measured }
}
