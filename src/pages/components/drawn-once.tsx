import { raw } from 'hono/html'
import type { JSX } from 'hono/jsx/jsx-runtime'

const mostDrawn = 1_000

/**
 * A component whose looks follow from its facts alone, drawn once for the same facts: a verdict's arithmetic stands on page after page.
 * The facts are plain values, told apart by what they say.
 */
export const drawnOnce = <Facts extends object>(draw: (facts: Facts) => JSX.Element) => {
  const drawn = new Map<string, ReturnType<typeof raw>>()
  return (facts: Facts) => {
    const key = JSON.stringify(facts)
    const before = drawn.get(key)
    if (before) return before
    if (drawn.size >= mostDrawn) drawn.clear()
    const now = raw(String(draw(facts)))
    drawn.set(key, now)
    return now
  }
}
