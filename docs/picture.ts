/** `npm run picture`: plays the demo and takes the README's picture of the page at `/`, with a font that the package brings. */
import { fileURLToPath } from 'node:url'
import { playCity } from '../src/demo/city.ts'
import { playVillage } from '../src/demo/village.ts'
import { withBrowser } from '../test/support/browser.ts'
import { withServer } from '../test/support/world.ts'
import { serveFont, useFont } from './with-font.ts'

const silent = (): void => undefined

await withServer(async ({ url, clock, setupToken }) => {
  await playVillage(url, clock, setupToken, silent)
  await playCity(url, clock, setupToken, silent)
  await withBrowser(async (browser) => {
    const context = await browser.newContext({
      bypassCSP: true,
      viewport: { width: 900, height: 600 },
      deviceScaleFactor: 2,
    })
    const page = await context.newPage()
    await serveFont(page)
    await page.goto(url)
    await useFont(page, url)
    await page.screenshot({ path: fileURLToPath(new URL('overview.png', import.meta.url)), fullPage: true })
  })
})
