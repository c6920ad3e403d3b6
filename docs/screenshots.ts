/** `npm run screenshots -- FOLDER`: plays a village to the middle of its work and takes pictures of its chief pages. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { atWork } from '../test/support/at-work.ts'
import { withBrowser } from '../test/support/browser.ts'
import { withSmallVillage } from '../test/support/small-village.ts'
import { serveFont, useFont } from './with-font.ts'

const folder = process.argv[2] ?? 'docs/pictures'
const widths = [360, 1280] as const
mkdirSync(folder, { recursive: true })

await withSmallVillage(async (small) => {
  const { url } = small
  const { decided, meeting, ballot } = await atWork(small)
  const [voter] = await small.seats('village-representatives')
  const here = `/c/${small.community}`
  const slip = await small.slip(voter?.person ?? '')
  //  name, path, signed in
  const wanted: readonly (readonly [string, string, boolean])[] = [
    ['overview', '/', false],
    ['home', here, false],
    ['proposals', `${here}/proposals`, false],
    ['sign-in', `${here}/sign-in`, false],
    ['notice', `${here}/n/1`, false],
    ['proposal', `${here}/proposals/${decided}`, true],
    ['meeting', `${here}/meetings/${meeting}`, true],
    ['mine', `${here}/mine`, true],
    ['ballot', `${here}/ballots/${ballot}`, true],
    ['vote', `${here}/ballots/${ballot}/vote?choice=yes`, true],
  ]
  await withBrowser(async (browser) => {
    const context = await browser.newContext({ bypassCSP: true, deviceScaleFactor: 1 })
    const page = await context.newPage()
    await serveFont(page)
    const takes = async (name: string, path: string) => {
      await page.goto(`${url}${path}`)
      for (const width of widths) {
        await page.setViewportSize({ width, height: 740 })
        await useFont(page, url)
        await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true })
      }
    }
    for (const [name, path, signedIn] of wanted) if (!signedIn) await takes(name, path)
    await page.goto(`${url}${here}/sign-in`)
    await page.fill('#slip-slip', slip)
    await page.click('form:has(#slip-slip) button')
    await page.waitForURL(`${url}${here}`)
    for (const [name, path, signedIn] of wanted) if (signedIn) await takes(name, path)
    await page.click('form[data-patient] button')
    await page.waitForURL(/receipt/)
    await takes('receipt', `${here}/ballots/${ballot}/receipt`)
    await page.goto(`${url}/reading?print=large&back=${here}/proposals/${decided}`)
    await takes('proposal-large', `${here}/proposals/${decided}`)
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto(`${url}/reading?print=usual&back=${here}`)
    await takes('home-dark', here)
  })
})
