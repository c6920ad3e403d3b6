/** Numbers between 0 and 1 that are the same for the same seed. */
export const seededBy = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A list in an order that its seed says. */
export const inSomeOrder = <T>(list: readonly T[], random: () => number): readonly T[] =>
  list
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)

/** The exact binomial test, one-sided: how likely so many hits or more are where each of the tries hits by chance. */
export const byChance = (hits: number, tries: number, chance: number): number => {
  let [logOfTerm, sum] = [tries * Math.log(1 - chance), 0]
  for (let k = 0; k <= tries; k += 1) {
    if (k >= hits) sum += Math.exp(logOfTerm)
    logOfTerm += Math.log((tries - k) / (k + 1)) + Math.log(chance / (1 - chance))
  }
  return Math.min(1, sum)
}
