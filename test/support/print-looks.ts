import type { Page } from 'playwright-core'

/**
 * What reads badly in the usual and in large print at this width and in these colours: text that stands out too little from
 * what is behind it (WCAG 1.4.3), and what runs off the screen. Both prints are asked at once, without a picture of either.
 */
export const faultsOfPrint = async (shown: Page): Promise<readonly string[]> => {
  // What runs these files names every function by a helper that a page does not have.
  await shown.evaluate('globalThis.__name ??= (named) => named')
  return shown.evaluate(() => {
    const numbersOf = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number)
    const isSeenThrough = (color: string) => (numbersOf(color)[3] ?? 1) === 0
    const light = (color: string): number => {
      const [r = 0, g = 0, b = 0] = numbersOf(color).map((part) => {
        const share = part / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const ratio = (one: string, other: string): number => {
      const [brighter = 0, darker = 0] = [light(one), light(other)].sort((a, b) => b - a)
      return (brighter + 0.05) / (darker + 0.05)
    }
    const behind = (one: Element): string => {
      const { backgroundColor } = getComputedStyle(one)
      if (!isSeenThrough(backgroundColor)) return backgroundColor
      return one.parentElement ? behind(one.parentElement) : 'rgb(255, 255, 255)'
    }
    const says = (one: Element) =>
      one.matches('input, select, textarea') ||
      [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() !== '')
    const faint = (how: string): readonly string[] => {
      const looks = new Map<string, string>()
      for (const one of document.body.querySelectorAll('*')) {
        if (!says(one) || one.matches(':disabled') || !one.checkVisibility()) continue
        const { color, fill, fontSize, fontWeight } = getComputedStyle(one)
        const ink = one instanceof SVGElement ? fill : color
        const size = Number.parseFloat(fontSize)
        const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700)
        const look = `${ink} on ${behind(one)}`
        if (!looks.has(look) && ratio(ink, behind(one)) < (isLarge ? 3 : 4.5))
          looks.set(look, `${how}: ${look}: ${one.outerHTML.slice(0, 120)}`)
      }
      const { scrollWidth, clientWidth } = document.documentElement
      return [
        ...looks.values(),
        ...(scrollWidth > clientWidth ? [`${how}: ${scrollWidth - clientWidth} px run off`] : []),
      ]
    }
    const { classList } = document.documentElement
    const usual = faint('usual')
    classList.add('large')
    const large = faint('large')
    classList.remove('large')
    return [...usual, ...large]
  })
}
