/** `npm run screenshots -- FOLDER`: plays a village to the middle of its work and takes pictures of its chief pages. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { passwordOf } from '../src/demo/stage.ts'
import { atWork, type Work } from '../test/support/at-work.ts'
import { withBrowser } from '../test/support/browser.ts'
import { type Small, withSmallVillage } from '../test/support/small-village.ts'
import { serveFont, useFont } from './with-font.ts'

const folder = process.argv[2] ?? 'docs/pictures'
mkdirSync(folder, { recursive: true })

type Takes = (name: string, path: string) => Promise<void>
type Wanted = Readonly<Record<string, string>>

/** A tab with the font, and what takes a page's picture in it at every width. */
const camera = async (browser: Browser, url: string, widths: readonly number[]): Promise<readonly [Page, Takes]> => {
  const context = await browser.newContext({ bypassCSP: true, deviceScaleFactor: 1 })
  const tab = await context.newPage()
  await serveFont(tab)
  return [
    tab,
    async (name, path) => {
      await tab.goto(`${url}${path}`)
      await useFont(tab, url)
      for (const width of widths) {
        await tab.setViewportSize({ width, height: 740 })
        await tab.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true })
      }
    },
  ]
}

const signsIn = async (tab: Page, address: string, fields: Readonly<Record<string, string>>): Promise<void> => {
  await tab.goto(`${address}/sign-in`)
  for (const [name, value] of Object.entries(fields)) await tab.fill(`[name=${name}]`, value)
  await tab.click(`form:has([name=${Object.keys(fields)[0]}]) button`)
  await tab.waitForURL(address)
}

const forAnybody = (here: string): Wanted => ({
  overview: '/',
  setup: '/setup',
  home: here,
  proposals: `${here}/proposals`,
  'sign-in': `${here}/sign-in`,
  notice: `${here}/n/1`,
})

const forRepresentatives = (here: string, { decided, meeting, ballot }: Work): Wanted => ({
  proposal: `${here}/proposals/${decided}`,
  meeting: `${here}/meetings/${meeting}`,
  mine: `${here}/mine`,
  ballot: `${here}/ballots/${ballot}`,
  vote: `${here}/ballots/${ballot}/vote?choice=yes`,
})

const forClerks = (here: string, { decided, open, meeting, ballot }: Work): Wanted => ({
  desk: `${here}/desk`,
  moves: `${here}/proposals/${decided}/moves`,
  blocked: `${here}/proposals/${open}/moves`,
  answering: `${here}/proposals/${decided}/comments`,
  'meeting-desk': `${here}/meetings/${meeting}/desk`,
  'ballot-desk': `${here}/ballots/${ballot}/desk`,
  hall: `${here}/meetings/${meeting}/hall`,
  roster: `${here}/roster`,
  people: `${here}/people`,
  call: `${here}/meetings/call`,
  papers: `${here}/proposals/${decided}/papers`,
  slips: `${here}/slips`,
})

/** What the phone in a hall shows: read, vote, keep the receipt. */
const phone = async (browser: Browser, { url, slip, seats, community }: Small, work: Work) => {
  const here = `/c/${community}`
  const [tab, takes] = await camera(browser, url, [360, 1280])
  for (const [name, path] of Object.entries(forAnybody(here))) await takes(name, path)
  const [voter] = await seats('village-representatives')
  await signsIn(tab, `${url}${here}`, { slip: await slip(voter?.person ?? '') })
  for (const [name, path] of Object.entries(forRepresentatives(here, work))) await takes(name, path)
  await tab.click('form[data-patient] button')
  await tab.waitForURL(/receipt/)
  await takes('receipt', `${here}/ballots/${work.ballot}/receipt`)
}

/** The office's pages, as the clerk sees them. */
const office = async (browser: Browser, { url, community }: Small, work: Work) => {
  const here = `/c/${community}`
  const [tab, takes] = await camera(browser, url, [360, 1280])
  const login = 'xiaoshi-clerk'
  await signsIn(tab, `${url}${here}`, { login, password: passwordOf(login) })
  for (const [name, path] of Object.entries(forClerks(here, work))) await takes(name, path)
}

/** The same pages to those who read otherwise: large, in the dark, in English. */
const otherwise = async (browser: Browser, small: Small, work: Work) => {
  const { url, community } = small
  const here = `/c/${community}`
  const [tab, takes] = await camera(browser, url, [360])
  const login = 'xiaoshi-clerk'
  const [, voter] = await small.seats('village-representatives')
  await signsIn(tab, `${url}${here}`, { slip: await small.slip(voter?.person ?? '') })
  const { home, notice } = forAnybody(here)
  const { proposal, ballot, vote, mine } = forRepresentatives(here, work)
  const { desk, 'meeting-desk': table } = forClerks(here, work)
  const shown = { home, notice, proposal, ballot, vote, mine }
  const takesAll = async (how: string, pages: Readonly<Record<string, string | undefined>>) => {
    for (const [name, path = here] of Object.entries(pages)) await takes(`${name}-${how}`, path)
  }
  const reads = (lang: 'zh' | 'en', print: 'usual' | 'large', colorScheme: 'light' | 'dark') =>
    tab.emulateMedia({ colorScheme }).then(() => tab.goto(`${url}/reading?lang=${lang}&print=${print}&back=${here}`))
  await reads('zh', 'large', 'light')
  await takesAll('large', shown)
  await reads('zh', 'usual', 'dark')
  await takesAll('dark', shown)
  await reads('en', 'usual', 'light')
  await takesAll('english', shown)
  await tab.click('.sign-out button')
  await signsIn(tab, `${url}${here}`, { login, password: passwordOf(login) })
  await takesAll('english', { desk, 'meeting-desk': table })
  await reads('zh', 'large', 'dark')
  await takesAll('large-dark', { desk, 'meeting-desk': table })
}

await withSmallVillage(async (small) => {
  const work = await atWork(small)
  await withBrowser(async (browser) => {
    await phone(browser, small, work)
    await office(browser, small, work)
    await otherwise(browser, small, work)
  })
})
