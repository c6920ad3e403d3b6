import type { Page } from 'playwright-core'

/** What the page notes of each element that the focus comes to. */
interface Noting {
  reached: { readonly turn: string; readonly shows: boolean }[]
}

/**
 * Goes through a page with the Tab key alone and says what it misses: a link, button or field that is never reached or out
 * of turn, or one that does not show that it is reached.
 */
export const faultsOfKeyboard = async (shown: Page): Promise<readonly string[]> => {
  const { wanted, presses } = await shown.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')]
    const reachable = all.filter((one) => {
      if (one.matches('[type=hidden], :disabled') || !one.checkVisibility()) return false
      // Of a group of radio buttons Tab reaches one: the arrows lead on.
      if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true
      const group = all.filter(
        (other) => other instanceof HTMLInputElement && other.name === one.name && other.form === one.form,
      )
      return one === (group.find((other) => (other as HTMLInputElement).checked) ?? group[0])
    })
    for (const [n, one] of reachable.entries()) one.dataset.turn = String(n)
    ;(document.activeElement as HTMLElement | null)?.blur()
    const noted = globalThis as unknown as Noting
    noted.reached = []
    document.addEventListener('focusin', ({ target }) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(target as HTMLElement)
      const shows = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0
      const { turn } = (target as HTMLElement).dataset
      if (turn !== undefined && noted.reached.at(-1)?.turn !== turn) noted.reached.push({ turn, shows })
    })
    // A day has fields of its own within it, and what scrolls sideways is reached too, to be scrolled.
    const within = { date: 3, time: 3, 'datetime-local': 6 }
    const more = reachable.map((one) => within[(one as HTMLInputElement).type as keyof typeof within] ?? 0)
    const scrolling = [...document.querySelectorAll('main *')].filter((one) => one.scrollWidth > one.clientWidth)
    return {
      wanted: reachable.map((one) => one.outerHTML.slice(0, 120)),
      presses: more.reduce((sum, each) => sum + each, reachable.length + scrolling.length + 2),
    }
  })
  for (let n = 0; n < presses; n += 1) await shown.keyboard.press('Tab')
  const reached = await shown.evaluate(() => {
    ;(document.activeElement as HTMLElement | null)?.blur()
    return (globalThis as unknown as Noting).reached
  })
  return wanted.flatMap((told, n) => {
    const { turn, shows } = reached[n] ?? {}
    if (turn !== String(n)) return [`Tab leads to ${turn ?? 'nothing'}, not to ${n}, ${told}`]
    return shows ? [] : [`no focus is shown: ${told}`]
  })
}
