/** So many of the lists that were read last are known again: the roll of one meeting is mostly that of another. */
const known = 8
/** Shorter lists are sooner read again. */
const knownFrom = 200

interface Listed<T> {
  readonly text: string
  readonly items: readonly T[]
}

/** Lists as they were read lately, with their texts. */
export const listsLately = <T>() => {
  const lists: Listed<T>[] = []
  let next = 0
  return {
    /** The list whose text stands at a place of another. */
    at: (text: string, place: number): Listed<T> | undefined => {
      for (const one of lists) if (text.startsWith(one.text, place)) return one
      return undefined
    },
    keep: (one: Listed<T>): void => {
      if (one.text.length < knownFrom) return
      lists[next] = one
      next = (next + 1) % known
    },
  }
}
