import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContextOptions, Page, Route } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { must, passwordOf } from '../src/demo/stage.ts'
import { noticeCode } from '../src/documents/notice-code.ts'
import { atWork } from './support/at-work.ts'
import { withBrowser } from './support/browser.ts'
import { readCode } from './support/read-code.ts'
import { withSmallVillage } from './support/small-village.ts'

const browser = suite('the pages in a browser')
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds against the accessibility rules of level A and AA, WCAG 2.2 among them. */
const faultsOf = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const { violations } = await axe.run({ runOnly: { type: 'tag', values: tags } })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  })
}

/** A page of a browser of its own, with everything that it complained of: errors, lost requests, what the policy forbade. */
const opened = async (shared: Browser, options: BrowserContextOptions, complaints: string[]): Promise<Page> => {
  const page = await (await shared.newContext(options)).newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (line) => {
    // What a form is refused with is a page of its own.
    if (line.type() === 'error' && !line.text().includes('422')) complaints.push(line.text())
  })
  return page
}

/** The request reaches the server and is answered; the answer gets lost on its way. */
const reachesAndIsLost = async (route: Route, origin: string): Promise<void> => {
  const headers = { ...(await route.request().allHeaders()), origin }
  const answer = await route.fetch({ headers, maxRedirects: 0 })
  assert.match(answer.headers().location ?? `${answer.status()}`, /receipt$/)
  await route.abort('connectionreset')
}

const narrow = { viewport: { width: 360, height: 740 } } as const

browser(
  'show a notice, a vote and a receipt to everybody: with and without script, lost connections, any size, by keyboard',
  () =>
    withSmallVillage(async (small) => {
      const { url, community } = small
      const { decided, open, meeting, ballot } = await atWork(small)
      const here = `${url}/c/${community}`
      const voters = (await small.seats('village-representatives')).map(({ person }) => person)
      const [first = '', second = ''] = voters
      const complaints: string[] = []

      await withBrowser(async (shared) => {
        const phone = await opened(shared, narrow, complaints)
        const asked = new Set<string>()
        phone.on('request', (request) => asked.add(new URL(request.url()).origin))
        let bytes = 0
        const weigh = await phone.context().newCDPSession(phone)
        await weigh.send('Network.enable')
        weigh.on('Network.loadingFinished', ({ encodedDataLength }) => {
          bytes += encodedDataLength
        })
        await phone.goto(`${here}/proposals/${decided}`)
        assert.ok(bytes > 0 && bytes <= 60_000, `a first visit weighs ${bytes} bytes`)

        // A resident scans the notice, signs in with a slip and says something.
        await phone.goto(`${url}/n/${noticeCode(community, 1)}`)
        assert.match(await phone.innerText('main'), '结果在这里公布')
        await phone.fill('#slip-slip', await small.slip(small.id('王三')))
        await phone.click('form:has(#slip-slip) button')
        await phone.fill('#comment-text', '路灯什么时候装?')
        // The session ends while it is typed: the words go through the sign-in.
        await phone.context().clearCookies({ name: 'yishi-session' })
        await phone.click('form:has(#comment-text) button')
        await phone.fill('#again-slip-slip', await small.slip(small.id('王三')))
        await phone.click('form:has(#again-slip-slip) button')
        await phone.waitForSelector('#comment-text')
        assert.match(await phone.innerText('main'), '刚才的内容还没有提交')
        assert.is(await phone.inputValue('#comment-text'), '路灯什么时候装?')
        complaints.length = 0
        await phone.click('form:has(#comment-text) button')
        await phone.waitForURL(/done=comment/)
        assert.match(await phone.innerText('main'), '您的意见已收到')
        assert.match(await phone.innerText('#yours'), '路灯什么时候装?')
        assert.match(await phone.innerText('#onward'), '等候答复')
        assert.equal([...asked], [url], 'no request to another host')
        await phone.click('.sign-out button')
        await phone.waitForURL(here)

        // What the paper on the wall leads to is what is read out of its picture, and says the same check code.
        const desk = await opened(shared, { viewport: { width: 800, height: 1100 }, deviceScaleFactor: 2 }, complaints)
        await desk.goto(`${here}/sign-in`)
        await desk.fill('[name=login]', 'xiaoshi-clerk')
        await desk.fill('[name=password]', passwordOf('xiaoshi-clerk'))
        await desk.click('form:has([name=login]) button')
        await desk.waitForURL(here)
        for (const [paper, leads] of [
          ['publication', `${url}/n/${noticeCode(community, 1)}`],
          ['resolution', `${here}/proposals/${decided}#record`],
          ['minutes', `${here}/meetings/`],
        ] as const) {
          await desk.goto(`${here}/proposals/${decided}/papers/${paper}`)
          const address = await readCode(desk)
          const code = /[0-9a-f]{4}(-[0-9a-f]{4}){3}/.exec(await desk.innerText('figcaption'))?.[0] ?? 'none'
          assert.ok(address?.startsWith(leads), `${paper} leads to ${address}`)
          assert.is((await desk.goto(address ?? ''))?.status(), 200)
          assert.ok((await desk.innerText('main')).includes(code), `${paper} and ${desk.url()} agree on ${code}`)
        }

        // A representative votes; the answer is lost after the server has written it, and the script asks again.
        await phone.goto(`${here}/sign-in?back=/c/${community}/mine`)
        await phone.fill('#slip-slip', await small.slip(first))
        await phone.click('form:has(#slip-slip) button')
        await phone.click(`a[href$="/ballots/${ballot}"]`)
        await phone.click('a.option.yes')
        assert.match(await phone.innerText('.chosen'), '赞成')
        let tries = 0
        await phone.route('**/vote?*', async (route) => {
          if (route.request().method() !== 'POST') return route.continue()
          tries += 1
          if (tries > 1) return route.continue()
          return reachesAndIsLost(route, url)
        })
        complaints.length = 0
        await phone.dblclick('form[data-patient] button')
        await phone.waitForURL(/receipt$/)
        assert.is(tries, 2, 'sent again under its key')
        assert.match(await phone.innerText('main'), '您投的是：赞成')
        const seen = await must((await small.clerk()).get(`${small.path}/ballots/${ballot}`), 'ballot')
        assert.is(seen.votes, 1, 'one vote')
        await phone.unroute('**/vote?*')
        complaints.length = 0

        // Another has a browser without script and taps twice: the first answer is thrown away, the vote stands.
        const plain = await opened(shared, { ...narrow, javaScriptEnabled: false }, complaints)
        await plain.goto(`${here}/sign-in?back=/c/${community}/ballots/${ballot}`)
        await plain.fill('#slip-slip', await small.slip(second))
        await plain.click('form:has(#slip-slip) button')
        assert.is.not(await plain.innerText('.who'), await phone.innerText('.who'))
        await plain.click('a.option.no')
        await plain.dblclick('form[data-patient] button')
        await plain.waitForURL(/receipt$/)
        assert.match(await plain.innerText('main'), '您投的是：反对')
        await plain.goto(`${here}/ballots/${ballot}/vote?choice=yes`)
        assert.match(await plain.innerText('main'), '您已经投票')
        assert.is((await must((await small.clerk()).get(`${small.path}/ballots/${ballot}`), 'ballot')).votes, 2)
        complaints.length = 0

        // By keyboard: the first stop of every page is the large print, and it works.
        await phone.goto(here)
        await phone.keyboard.press('Tab')
        assert.is(await phone.evaluate(() => document.activeElement?.textContent), '大字版')
        await phone.keyboard.press('Enter')
        await phone.waitForSelector('html.large')
        await phone.goto(`${url}/reading?print=usual&back=/c/${community}`)

        const everyPage = [
          url,
          here,
          `${here}/proposals`,
          `${here}/proposals?q=${encodeURIComponent('没有这样的事')}`,
          `${here}/sign-in`,
          `${here}/sign-out`,
          `${here}/proposals/${decided}`,
          `${here}/proposals/${open}`,
          `${here}/meetings`,
          `${here}/meetings/${meeting}`,
          `${here}/mine`,
          `${here}/n/1`,
          `${here}/ballots/${ballot}`,
          `${here}/ballots/${ballot}/vote?choice=yes`,
          `${here}/ballots/${ballot}/receipt`,
          `${here}/nowhere-to-be-found`,
        ]
        const faults: string[] = []
        const looks = async (
          width: number,
          print: 'large' | 'usual',
          colorScheme: 'dark' | 'light',
          lang: 'zh' | 'en',
        ) => {
          await phone.setViewportSize({ width, height: 740 })
          await phone.emulateMedia({ colorScheme })
          await phone.goto(`${url}/reading?print=${print}&lang=${lang}&back=/`)
          for (const address of everyPage) {
            await phone.goto(address)
            const said = `${address.slice(url.length)} at ${width} ${print} ${colorScheme} ${lang}`
            faults.push(...(await faultsOf(phone)).map((fault) => `${said}: ${fault}`))
            const wide = await phone.evaluate(() => document.documentElement.scrollWidth)
            if (wide > width) faults.push(`${said}: runs ${wide - width} off the screen`)
          }
        }
        await looks(360, 'usual', 'light', 'zh')
        await looks(1280, 'large', 'dark', 'zh')
        await looks(320, 'large', 'light', 'en')
        assert.equal(faults, [])
        assert.equal(
          complaints.filter((line) => !line.includes('404')),
          [],
        )
      })
    }),
)

browser.run()
