import { setTimeout as until } from 'node:timers/promises'
import type { Cast } from './way.ts'

/**
 * Casts at a steady pace, whether or not earlier votes have been answered; answers how long each took in milliseconds, from
 * the moment at which it was due, so that a server that stalls is not spared those who would have come meanwhile.
 */
export const atPace = async (casts: readonly Cast[], perSecond: number): Promise<readonly number[]> => {
  const began = performance.now()
  const underWay: Promise<number>[] = []
  for (const [n, cast] of casts.entries()) {
    const due = began + (n * 1000) / perSecond
    while (performance.now() < due) await until(Math.max(0, due - performance.now()))
    underWay.push(
      cast().then((acknowledged) => {
        if (!acknowledged) throw new Error('a vote was refused')
        return performance.now() - due
      }),
    )
  }
  return Promise.all(underWay)
}

/** The smallest of the numbers that 99 of 100 do not exceed. */
export const p99 = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.ceil(numbers.length * 0.99) - 1] ?? Number.NaN
