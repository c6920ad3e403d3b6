import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'

const font = new URL('../node_modules/@fontsource/noto-sans-sc/', import.meta.url)

/** Lends a page the font of a package, since a browser inside a package brings none for Chinese. */
export const serveFont = (page: Page): Promise<void> =>
  page.route('**/font/**', async (route) => {
    const name = route.request().url().split('/font/')[1] ?? ''
    await route.fulfill({ body: await readFile(new URL(name, font)) })
  })

/** Draws what is shown with that font. */
export const useFont = async (page: Page, url: string): Promise<void> => {
  for (const weight of ['400', '700'])
    await page.addStyleTag({
      content: (await readFile(new URL(`${weight}.css`, font), 'utf8')).replaceAll('url(./', `url(${url}/font/`),
    })
  await page.addStyleTag({ content: ':root { font-family: "Noto Sans SC" !important }' })
  await page.evaluate(() => document.fonts.ready)
}
