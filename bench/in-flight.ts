/** Does the same for each of a list, so many at once; answers how long it took, in seconds. */
export const timed = async <T>(list: readonly T[], atOnce: number, fn: (one: T) => Promise<void>): Promise<number> => {
  const waiting = list.values()
  const began = process.hrtime.bigint()
  const going = async (): Promise<void> => {
    for (const one of waiting) await fn(one)
  }
  await Promise.all(Array.from({ length: atOnce }, going))
  return Number(process.hrtime.bigint() - began) / 1e9
}

export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]]
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2
}
