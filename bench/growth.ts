import { loadavg } from 'node:os'
import { keysOf } from '../test/support/voters.ts'
import { fillBallot } from './fill.ts'
import { type Assembly, withAssembly } from './hall.ts'
import { median, timed } from './in-flight.ts'
import { throughService } from './requests.ts'
import { atOnce, recount } from './turn.ts'
import type { Cast, Question } from './way.ts'

type Run = {
  /** How many votes the ballot had when the run began. */
  readonly from: number
  readonly votes: number
  /** What one vote took, in milliseconds, with so many in flight. */
  readonly each: number
  readonly load: number
}

export type Growth = {
  readonly name: 'vote-growth'
  /** What a vote costs in the full ballot as a share of what it costs in the one begun; both are medians. */
  readonly ratio: number
  readonly few: number
  readonly many: number
  readonly runs: readonly Run[]
}

/** How many votes a run takes. */
const batch = 320

/** A ballot of a database of its own, with votes that it already has; `next` casts some more. */
const filled = async (assembly: Assembly, votes: number) => {
  const question: Question = await assembly.putsNext()
  await fillBallot(assembly, question, votes)
  // Not the ballot's page: it counts all its votes, and a vote does not.
  const way = throughService(assembly, { keys: await keysOf(assembly.world), fetched: 'session' })
  const casts = [...(await way.ready(question, 0))]
  let cast = votes
  const next = async (): Promise<Run> => {
    const some: readonly Cast[] = casts.splice(0, batch)
    const [from, load] = [cast, loadavg()[0] ?? Number.NaN]
    const seconds = await timed(some, atOnce, async (one) => {
      if (await one()) cast += 1
    })
    if (cast !== from + some.length) throw new Error(`${from + some.length - cast} votes were refused`)
    return { from, votes: some.length, each: (seconds * 1000) / some.length, load }
  }
  const check = async (): Promise<void> => {
    await way.check()
    await recount(assembly, question, cast)
  }
  return { next, check }
}

/** Votes in turn in a ballot that has a thousand and in one that has a million, after one turn that is not counted. */
export const benchGrowth = async (
  { runs, many }: { readonly runs: number; readonly many: number },
  tell: (line: string) => void,
): Promise<Growth> => {
  const measured: { readonly few: Run; readonly many: Run }[] = []
  const size = { voters: batch * (runs + 1), proposals: 1 }
  await withAssembly(size, tell, (small) =>
    withAssembly(size, tell, async (large) => {
      const begun = await filled(small, 1000)
      const full = await filled(large, many)
      tell(`${many} votes are there`)
      for (let turn = 0; turn <= runs; turn += 1) {
        const pair = { few: await begun.next(), many: await full.next() }
        tell(
          `vote ${pair.few.from}: ${pair.few.each.toFixed(3)} ms, vote ${pair.many.from}: ${pair.many.each.toFixed(3)} ms`,
        )
        if (turn > 0) measured.push(pair)
      }
      await begun.check()
      await full.check()
    }),
  )
  const [few, most] = [median(measured.map((one) => one.few.each)), median(measured.map((one) => one.many.each))]
  return {
    name: 'vote-growth',
    ratio: most / few,
    few,
    many: most,
    runs: measured.flatMap((one) => [one.few, one.many]),
  }
}
