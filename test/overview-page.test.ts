import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { must, openCase, vote } from '../src/demo/stage.ts'
import { faultsOfAccess } from './support/axe.ts'
import { withBrowser } from './support/browser.ts'
import { acceptsRoad, meets, sixStep } from './support/cases.ts'
import { foundCity, foundVillage, withServer } from './support/world.ts'

const page = suite('the page at /')
page('lists proposals with stages and verdicts, in a browser, without a fault of access', () =>
  withServer(async (world) =>
    withBrowser(async (browser) => {
      const context = await browser.newContext({ bypassCSP: true, viewport: { width: 360, height: 740 } })
      const shown = await context.newPage()
      const problems: string[] = []
      shown.on('pageerror', (error) => problems.push(error.message))
      shown.on('requestfailed', (request) => problems.push(request.url()))

      await shown.goto(world.url)
      assert.match(await shown.innerText('main'), '还没有建立社区')
      assert.equal(await faultsOfAccess(shown), [])

      const village = await foundVillage(world)
      const proposal = await acceptsRoad(village)
      const { meeting, people } = await meets(village, proposal, {
        body: 'party-committee',
        convenedBy: 'party-committee',
        daysAhead: 2,
      })
      await vote(village, proposal, meeting, { yes: people.slice(0, 2), no: people.slice(2) })
      const city = await foundCity(world)
      await openCase(city, {
        procedure: 'six-step@1',
        choices: sixStep,
        title: '<script>alert(1)</script>养犬',
        topics: [],
      })
      await must((await city.clerk()).get(`${city.path}/proposals`), 'proposals')

      await shown.reload()
      const text = await shown.innerText('main')
      for (const words of ['石桥村', '1. 修路', '三审一公决 · 正在：党支部审议', '最近一次表决（党支部审议）：未通过'])
        assert.match(text, words)
      assert.match(text, '赞成 2/5 > 1/2 ✗ 需 3', 'the verdict with its arithmetic')
      assert.match(text, '1. <script>alert(1)</script>养犬', 'a title is text')
      assert.match(text, '还没有表决')
      assert.equal(await faultsOfAccess(shown), [])
      const width = await shown.evaluate(() => document.documentElement.scrollWidth)
      assert.ok(width <= 360, `nothing runs off a small phone: ${width}`)
      assert.equal(problems, [])
    }),
  ),
)

page.run()
