import type { BrowserContext, Page } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Actor } from '../src/services/act.ts'
import { withBrowser } from './support/browser.ts'
import { type Answering, onAPort } from './support/on-a-port.ts'
import { type PagesAtWork, withPagesAtWork } from './support/pages-at-work.ts'

const wire = suite('pages over the wire')

/** Makes a browser somebody's, or nobody's. */
const turnsTo = async (context: BrowserContext, work: PagesAtWork, who?: Actor): Promise<void> => {
  await context.clearCookies()
  if (!who) return
  const value = await work.tokenOf(who)
  await context.addCookies([{ name: 'yishi-session', value, domain: '127.0.0.1', path: work.here }])
}

/** Bytes by path, as they came the first time: later visits have the stylesheet and the script already. */
const firstBytes = new Map<string, number>()

/** What one visit takes: bytes as they come, the script's among them, whatever the console complains of, and other hosts. */
const visits = async (tab: Page, url: string, path: string) => {
  const complaints: string[] = []
  const sizes: Promise<readonly [string, number]>[] = []
  tab.on('console', (said) => void (said.type() === 'error' && complaints.push(said.text())))
  tab.on('pageerror', (error) => complaints.push(error.message))
  tab.on('request', (request) => void (/^(data:|http:\/\/127\.)/.test(request.url()) || complaints.push(request.url())))
  tab.on('requestfinished', (request) => {
    const measured = request.sizes().then((each) => each.responseBodySize + each.responseHeadersSize)
    sizes.push(measured.then((bytes) => [new URL(request.url()).pathname, bytes] as const))
  })
  const answer = await tab.goto(`${url}${path}`, { waitUntil: 'networkidle' })
  for (const [name, bytes] of await Promise.all(sizes)) firstBytes.set(name, Math.max(bytes, firstBytes.get(name) ?? 0))
  const bytesOf = (name: string): number => firstBytes.get(name) ?? Number.NaN
  return {
    complaints,
    policy: (await answer?.allHeaders())?.['content-security-policy'] ?? '',
    whole: bytesOf(path.replace(/\?.*/, '')) + bytesOf('/style.css') + bytesOf('/script.js'),
    script: bytesOf('/script.js'),
  }
}

const weighs = (context: BrowserContext, work: PagesAtWork) => async (url: string) => {
  const { decided, meeting, ballot } = work.ids
  const { representative, clerk } = work.actors
  const visited: readonly (readonly [string, Actor?])[] = [
    [work.here],
    [`${work.here}/proposals/${decided}`],
    [`${work.here}/meetings/${meeting}`],
    [`${work.here}/ballots/${ballot}/vote?choice=yes`, representative],
    [`${work.here}/desk`, clerk],
    [`${work.here}/proposals/${decided}/moves`, clerk],
  ]
  for (const [path, who] of visited) {
    await turnsTo(context, work, who)
    const { complaints, policy, whole, script } = await visits(await context.newPage(), url, path)
    assert.equal(complaints, [], path)
    assert.ok(whole <= 60_000, `a first visit to ${path} takes ${whole} bytes`)
    assert.ok(script <= 6_000, `the script takes ${script} bytes`)
    assert.not.match(policy, /unsafe|\*/)
    for (const rule of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
      assert.match(policy, rule)
  }
}

/** How often the connection is still to be cut under a vote, and where each vote that was sent led. */
interface Cut {
  left: number
  readonly led: (string | null)[]
}

/** Cuts the connection once the server has written a vote. */
const cutting = ({ app }: PagesAtWork, cut: Cut): Answering => ({
  fetch: async (request, env) => {
    const answer = await app.fetch(request, env)
    if (request.method !== 'POST') return answer
    cut.led.push(answer.headers.get('location'))
    if (cut.left > 0) env.incoming.socket.destroy()
    cut.left -= 1
    return answer
  },
})

const votes =
  (context: BrowserContext, plainly: BrowserContext, work: PagesAtWork, cut: Cut) => async (url: string) => {
    const { actorOf, membersOf } = work.village
    const [first = '', second = ''] = (await membersOf('party-committee')).map(({ person }) => person)
    const ballot = `${work.here}/ballots/${work.ids.ballot}`
    const turnout = async () => (await work.as.clerk?.looks(ballot))?.text ?? ''
    const presses = async (person: string, where: BrowserContext): Promise<Page> => {
      await turnsTo(where, work, actorOf(person))
      const tab = await where.newPage()
      await tab.goto(`${url}${ballot}/vote?choice=no`)
      // Twice: a browser itself sends once more what got lost on a connection that it had kept.
      cut.left = 2
      await tab.click('form[data-patient] button', { noWaitAfter: true })
      return tab
    }
    const phone = await presses(first, context)
    await phone.waitForURL(/\/receipt$/)
    assert.ok(cut.led.length >= 3, 'it was cut, and sent again')
    assert.match(await phone.innerText('main'), '您投的是：反对')
    assert.match(await turnout(), '已投 1 票')

    const plain = await presses(second, plainly)
    const lost = await plain.waitForURL(/\/receipt$/).then(() => 'answered', String)
    assert.match(lost, /ERR_(EMPTY_RESPONSE|CONNECTION)/, 'without script the browser says so, and one looks again')
    // In another tab: the lost one may still be on its way to the browser's own page for that.
    const anew = await plainly.newPage()
    await anew.goto(`${url}${ballot}/vote?choice=no`)
    assert.match(await anew.innerText('main'), '您已经投票')
    await anew.click('main a:has-text("回执")')
    await anew.waitForURL(/\/receipt$/)
    assert.match(await anew.innerText('main'), '您投的是：反对')
    assert.match(await turnout(), '已投 2 票')
    assert.equal([...new Set(cut.led)], [`${ballot}/receipt`])
  }

wire(
  'weigh little, ask no other host, keep to their policy, and lose or double no vote when the connection is cut',
  () =>
    withPagesAtWork((work) =>
      withBrowser(async (browser) => {
        const cut: Cut = { left: 0, led: [] }
        // The browser inside a package lends its scripts the cookies of its first context alone.
        const context = await browser.newContext()
        const plainly = await browser.newContext({ javaScriptEnabled: false })
        await onAPort(work.app, weighs(context, work))
        await onAPort(cutting(work, cut), votes(context, plainly, work, cut))
      }),
    ),
)

wire.run()
