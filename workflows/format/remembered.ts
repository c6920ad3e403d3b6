/**
 * Remembers what was found out about an object, on the object itself: what is kept by a weak map outlives many collections of
 * what nobody needs any more.
 */
export const remembering = <T>(name: string) => {
  const place = Symbol(name)
  interface Known {
    [place]?: T
  }
  return {
    of: (one: object): T | undefined => (one as Known)[place],
    keep: (one: object, found: T): T => {
      if (Object.isExtensible(one)) (one as Known)[place] = found
      return found
    },
  }
}
