import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.2, levels A and AA. */
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

type Found = {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}
type Axe = { readonly run: (options: object) => Promise<{ readonly violations: readonly Found[] }> }

/** What axe finds against WCAG 2.2 A and AA in what is shown, or by some rules only. */
export const faultsOfAccess = async (shown: Page, rules?: readonly string[]): Promise<readonly string[]> => {
  if (!(await shown.evaluate(() => 'axe' in globalThis))) await shown.addScriptTag({ content: source })
  const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: levels }
  return shown.evaluate(
    async (options) => {
      const { axe } = globalThis as unknown as { readonly axe: Axe }
      const { violations } = await axe.run(options)
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
    },
    { runOnly, resultTypes: ['violations'], elementRef: false },
  )
}
