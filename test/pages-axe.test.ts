import type { BrowserContext, Page } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { faultsOfAccess } from './support/axe.ts'
import { withBrowser } from './support/browser.ts'
import { faultsOfKeyboard } from './support/keyboard.ts'
import { onAPort } from './support/on-a-port.ts'
import { type PageEntry, pageMatrix } from './support/page-matrix.ts'
import { mayLook, type PagesAtWork, type WhoWorks, withPagesAtWork } from './support/pages-at-work.ts'
import { faultsOfPrint } from './support/print-looks.ts'

const access = suite('access to every page')

type Reader = WhoWorks | 'nobody'
const readers: readonly Reader[] = ['clerk', 'administrator', 'representative', 'expert', 'nobody']

/** Who looks at a page here: whoever has most to do there. What visitors see of the rest, `pages-browser` looks at. */
const readersOf = (path: string, entry: PageEntry): readonly Reader[] => {
  if (entry.may !== 'anybody') return readers.filter((one) => mayLook(entry, one)).slice(0, 1)
  return [path === '/c/:c' || path.startsWith('/c/:c/sign-') || !path.startsWith('/c/') ? 'nobody' : 'representative']
}

const signsIn = async (context: BrowserContext, work: PagesAtWork, reader: Reader): Promise<void> => {
  await context.clearCookies()
  if (reader === 'nobody') return
  const value = await work.tokenOf(work.actors[reader])
  await context.addCookies([{ name: 'yishi-session', value, domain: '127.0.0.1', path: work.here }])
}

const [small, wide] = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
]
/** 1280 pixels at 400 %. */
const magnified = { width: 320, height: 256 }
/** What may differ in the dark, in large print or on a wide screen: the rest is the same document. */
const looks = ['color-contrast', 'link-in-text-block', 'target-size']

const runsOff = (tab: Page): Promise<number> =>
  tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** What is at fault in the page that a tab shows: small and wide, light and dark, usual and large, by keyboard, magnified. */
const faultsIn = async (tab: Page): Promise<readonly string[]> => {
  const faults: string[] = []
  const note = (how: string, found: readonly string[]) => void faults.push(...found.map((one) => `${how}: ${one}`))
  await tab.emulateMedia({ colorScheme: 'light' })
  await tab.setViewportSize(small)
  note('360', await faultsOfAccess(tab))
  note('keyboard', await faultsOfKeyboard(tab))
  note('360 light', await faultsOfPrint(tab))
  await tab.emulateMedia({ colorScheme: 'dark' })
  note('360 dark', await faultsOfPrint(tab))
  await tab.setViewportSize(wide)
  note('1280 dark', await faultsOfAccess(tab, looks))
  note('1280 dark', await faultsOfPrint(tab))
  await tab.emulateMedia({ colorScheme: 'light' })
  note('1280 light', await faultsOfPrint(tab))
  await tab.evaluate(() => document.documentElement.classList.add('large'))
  await tab.setViewportSize(magnified)
  const over = await runsOff(tab)
  if (over > 0) faults.push(`magnified: ${over} px run off`)
  return faults
}

access('is given to whoever sees badly, magnifies, reads large or in the dark, or has no mouse', () =>
  withPagesAtWork((work) =>
    onAPort(work.app, (url) =>
      withBrowser(async (browser) => {
        const faults: string[] = []
        const context = await browser.newContext({ bypassCSP: true })
        const tab = await context.newPage()
        for (const reader of readers) {
          await signsIn(context, work, reader)
          for (const [path, entry] of Object.entries(pageMatrix)) {
            if (entry.file || entry.absent || entry.leads || !readersOf(path, entry).includes(reader)) continue
            const other = path === '/c/:c/proposals/:p' || path === '/c/:c/proposals/:p/moves'
            for (const proposal of other ? [work.ids.proposal, work.ids.decided] : [work.ids.proposal]) {
              const answer = await tab.goto(`${url}${work.filled(path, { proposal })}`)
              if (answer?.status() !== 200) faults.push(`${path} by ${reader}: ${answer?.status()}`)
              else for (const fault of await faultsIn(tab)) faults.push(`${path} by ${reader}, ${fault}`)
            }
          }
        }
        assert.equal([...new Set(faults)], [])
      }),
    ),
  ),
)

access.run()
