/** `npm run picture`: plays the demo and takes the README's picture of the page at `/`, with a font that the package brings. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { playCity } from '../src/demo/city.ts'
import { playVillage } from '../src/demo/village.ts'
import { withBrowser } from '../test/support/browser.ts'
import { withServer } from '../test/support/world.ts'

const font = new URL('../node_modules/@fontsource/noto-sans-sc/', import.meta.url)
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
    await page.route('**/font/**', async (route) => {
      const name = route.request().url().split('/font/')[1] ?? ''
      await route.fulfill({ body: await readFile(new URL(name, font)) })
    })
    await page.goto(url)
    for (const weight of ['400', '700'])
      await page.addStyleTag({
        content: (await readFile(new URL(`${weight}.css`, font), 'utf8')).replaceAll('url(./', `url(${url}/font/`),
      })
    await page.addStyleTag({ content: ':root { font-family: "Noto Sans SC" }' })
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: fileURLToPath(new URL('overview.png', import.meta.url)), fullPage: true })
  })
})
