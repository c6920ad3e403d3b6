import { on } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { type Before, casesOf, chainsOf, type Outcome } from '../../workflows/verify/cases.ts'
import type { Tools } from '../../workflows/verify/chains.ts'
import { lyingAt } from './lying.ts'
import { openRecord } from './open-record.ts'

/** What a thread is given to begin with: the file, as its owner has opened it. */
export interface Given {
  readonly fd: number
  readonly size: number
  readonly atHandAtMost: number
}

/** What it is told first, before it is asked anything: what was sealed of each chain. */
export type Heads = Before['heads']

/** Cases that a thread is asked to check: from one number to before another. */
export interface Share {
  readonly from: number
  readonly to: number
}

/** What it answers: their outcomes, up to the first that disagrees; or why it could not go on after those. */
export interface Answer {
  readonly outcomes: readonly Outcome[]
  readonly broken?: string
}

/** Checks cases for another thread of this program, as many as it asks, until it is sent away. */
export const checksForAnother = async (tools: Tools): Promise<void> => {
  if (!parentPort) throw new Error('not a thread')
  const { fd, size, atHandAtMost } = workerData as Given
  const source = await openRecord(lyingAt(fd, size))
  const said = on(parentPort, 'message')
  const { value } = await said.next()
  const [heads] = value as readonly [Heads]
  const community = source.chains.includes('community')
    ? await chainsOf({ source, heads, tools }, () => undefined)('community')
    : []
  const check = casesOf({ source, heads, community, tools }, atHandAtMost)
  // As JSON: what is found says the same wherever it is told.
  for await (const [share] of said) parentPort.postMessage(JSON.stringify(await answerOf(check, share as Share)))
}

/** Checks a share of the cases. */
export const answerOf = async (check: ReturnType<typeof casesOf>, { from, to }: Share): Promise<Answer> => {
  const outcomes: Outcome[] = []
  try {
    for await (const outcome of check(from, to)) outcomes.push(outcome)
    return { outcomes }
  } catch (error) {
    return { outcomes, broken: error instanceof Error ? error.message : String(error) }
  }
}
