import { keysOf } from '../test/support/voters.ts'
import { openCeiling } from './ceiling.ts'
import { atPace, p99 } from './half-load.ts'
import { withAssembly } from './hall.ts'
import { median } from './in-flight.ts'
import { votesByPgbench } from './pgbench.ts'
import { throughBaseline, throughService } from './requests.ts'
import { type Run, race, recount, vote } from './turn.ts'

export type Outcome = {
  readonly name: 'vote' | 'vote-cold' | 'vote-naive'
  /** Votes per second through the service as a share of the ceiling's, or of the baseline's for vote-naive; all are medians. */
  readonly ratio: number
  readonly ceiling: number
  readonly service: number
  readonly naive?: number
  /** Of votes that come at half the ceiling's pace, 99 of 100 were acknowledged within so many milliseconds. */
  readonly p99: { readonly service: number; readonly ceiling: number; readonly votesPerSecond: number }
  /** Votes per second by pgbench at 32 clients; null where it is not installed. */
  readonly pgbench: number | null
  readonly runs: readonly Run[]
}

export type Size = { readonly runs: number; readonly votes: number }

/** Measures the ways in turn, after one turn that is not counted; then at half load; then pgbench. */
export const benchVote = async (
  name: Outcome['name'],
  { runs, votes }: Size,
  tell: (line: string) => void,
): Promise<Outcome> => {
  const ways = name === 'vote-naive' ? 3 : 2
  const outcomes: Outcome[] = []
  await withAssembly({ voters: votes, proposals: ways * (runs + 1) + 3 }, tell, async (assembly) => {
    const keys = await keysOf(assembly.world)
    const ceiling = openCeiling(assembly)
    const service = throughService(assembly, name === 'vote-cold' ? { keys } : { keys, fetched: 'ballot' })
    const baseline = name === 'vote-naive' ? [throughBaseline(assembly, keys)] : []
    try {
      const measured: Run[] = []
      for (let turn = 0; turn <= runs; turn += 1)
        for (const way of [ceiling.way, service, ...baseline]) {
          const one = await race(assembly, way, turn)
          tell(
            `${turn === 0 ? 'warm-up' : `run ${turn}`} ${way.name}: ${Math.round(one.perSecond)} votes a second, load ${one.load.toFixed(1)}`,
          )
          if (turn > 0) measured.push(one)
        }
      const medianOf = (way: Run['way']) =>
        median(measured.filter((one) => one.way === way).map(({ perSecond }) => perSecond))
      const [most, ours, plain] = [medianOf('ceiling'), medianOf('service'), medianOf('naive')]
      const votesPerSecond = most / 2
      const slowest = async (way: typeof service) =>
        p99(await vote(assembly, { way, turn: runs + 1 }, (casts) => atPace(casts, votesPerSecond)))
      const half = { ceiling: await slowest(ceiling.way), service: await slowest(service), votesPerSecond }
      const question = await assembly.putsNext()
      const pgbench = await votesByPgbench(assembly, question, tell)
      if (pgbench) await recount(assembly, question, pgbench.votes)
      outcomes.push({
        name,
        ratio: ours / (name === 'vote-naive' ? plain : most),
        ceiling: most,
        service: ours,
        ...(name === 'vote-naive' ? { naive: plain } : {}),
        p99: half,
        pgbench: pgbench?.perSecond ?? null,
        runs: measured,
      })
    } finally {
      await ceiling.end()
    }
  })
  const [outcome] = outcomes
  if (!outcome) throw new Error('nothing was measured')
  return outcome
}
