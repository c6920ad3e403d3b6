/** Remembers what was made for so many keys at most: what stands on page after page is not made anew for each. What it makes follows from the key alone. */
export const lately = <Made>(most: number): ((key: string, make: () => Made) => Made) => {
  const made = new Map<string, Made>()
  return (key, make) => {
    const before = made.get(key)
    if (before !== undefined) return before
    if (made.size >= most) made.clear()
    const now = make()
    made.set(key, now)
    return now
  }
}
