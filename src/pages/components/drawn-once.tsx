import { raw } from 'hono/html'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { lately } from '../lately.ts'

/**
 * A component whose looks follow from its facts alone, drawn once for the same facts: a verdict's arithmetic stands on page after page.
 * The facts are plain values, told apart by what they say.
 */
export const drawnOnce = <Facts extends object>(draw: (facts: Facts) => JSX.Element) => {
  const once = lately<ReturnType<typeof raw>>(1_000)
  return (facts: Facts) => once(JSON.stringify(facts), () => raw(String(draw(facts))))
}
