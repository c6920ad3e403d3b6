import { randomUUID } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { must } from '../src/demo/stage.ts'
import { authorises, proposesRoad } from './support/cases.ts'
import { type Bare, foundBare, told, wire } from './support/communities.ts'
import { withServer, withVillage } from './support/world.ts'

const api = suite('api')

type Operation = {
  readonly operationId: string
  readonly summary: string
  readonly security: readonly object[]
  readonly responses: Readonly<Record<string, { readonly content?: object }>>
}

api('the document describes every operation once, and those that need no sign-in are these', () =>
  withServer(async ({ url }) => {
    const { status, body } = await wire(url, '/openapi.json')
    assert.is(status, 200)
    assert.is(body.openapi, '3.1.0')
    const operations = Object.entries(body.paths as Record<string, Record<string, Operation>>).flatMap(
      ([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
    )
    assert.ok(operations.length > 40, `${operations.length} operations`)
    assert.is(new Set(operations.map(({ operationId }) => operationId)).size, operations.length)
    for (const { path, method, summary, responses } of operations) {
      assert.ok(summary.length > 5, path)
      for (const code of ['401', '403', '409', '422'])
        assert.equal(responses[code], { $ref: `#/components/responses/Problem${code}` }, `${method} ${path} ${code}`)
    }
    const open = operations.filter(({ security }) => security.length === 0)
    assert.equal(open.map(({ method, path }) => `${method} ${path}`).sort(), [
      'get /.well-known/jwks.json',
      'get /api/communities',
      'get /api/communities/{c}/checkpoint',
      'get /api/communities/{c}/checkpoints',
      'get /api/communities/{c}/checkpoints/{size}',
      'get /api/communities/{c}/checkpoints/{size}/consistency',
      'get /api/communities/{c}/checkpoints/{size}/inclusion',
      'get /api/communities/{c}/guest-comments/{code}',
      'get /api/communities/{c}/open-data',
      'get /api/procedures',
      'get /api/procedures/{id}',
      'get /healthz',
      'get /readyz',
      'post /api/communities',
      'post /api/communities/{c}/guest-comments/{code}/withdrawal',
      'post /api/communities/{c}/postings/{o}/guest-comments',
      'post /api/communities/{c}/receipts/check',
      'post /api/session',
    ])
    // What the document says is what the server does: without a token none of the others answers anything.
    for (const { method, path } of operations.filter(({ security }) => security.length > 0)) {
      const filled = path.replace(/\{[a-z]+\}/g, randomUUID())
      const answer = await wire(url, filled, {
        method: method.toUpperCase(),
        ...(method === 'get' ? {} : { headers: { 'content-type': 'application/json' }, body: '{}' }),
      })
      assert.ok([401, 415, 422].includes(answer.status), `${method} ${filled} ${answer.status}`)
      assert.match(answer.headers.get('content-type') ?? '', 'application/problem+json')
    }
  }),
)

api('the pages and the document come from this server alone, and answers are not kept on the way', () =>
  withServer(async ({ url }) => {
    const docs = await wire(url, '/docs')
    assert.is(docs.status, 200)
    const sources = [...docs.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => source ?? '')
    assert.ok(sources.length >= 3)
    for (const source of sources) {
      assert.match(source, /^\//)
      assert.is((await wire(url, source)).status, 200, source)
    }
    const answer = await wire(url, '/api/procedures')
    assert.is(answer.headers.get('cache-control'), 'no-store')
    assert.match(docs.headers.get('content-security-policy') ?? '', "default-src 'self'")
    assert.is(docs.headers.get('x-content-type-options'), 'nosniff')
    assert.equal((await wire(url, '/healthz')).status, 200)
    assert.equal((await wire(url, '/readyz')).status, 200)
  }),
)

const topicsOf = ({ path }: Bare): string => `${path}/topics`

api('what is malformed is refused with a code, its facts, and words in both languages', () =>
  withServer(async (world) => {
    const bare = await foundBare(world)
    const post = (body: RequestInit['body'], type = 'application/json') =>
      wire(world.url, topicsOf(bare), {
        method: 'POST',
        token: bare.token,
        headers: { 'content-type': type },
        ...(body === undefined ? {} : { body }),
      })
    const rows: readonly (readonly [RequestInit['body'], string | undefined, number, string])[] = [
      ['{"text":', undefined, 400, 'json_malformed'],
      ['', undefined, 400, 'json_malformed'],
      ['{}', undefined, 422, 'input_invalid'],
      ['[]', undefined, 422, 'input_invalid'],
      ['null', undefined, 422, 'input_invalid'],
      [JSON.stringify({ text: '   ' }), undefined, 422, 'input_invalid'],
      [JSON.stringify({ text: 'a\u0000b' }), undefined, 422, 'input_invalid'],
      [JSON.stringify({ text: '路'.repeat(20_001) }), undefined, 422, 'input_invalid'],
      [JSON.stringify({ text: '路', channel: 'pigeon' }), undefined, 422, 'input_invalid'],
      [JSON.stringify({ text: '路', more: 1 }), undefined, 422, 'input_invalid'],
      ['text=1', 'application/x-www-form-urlencoded', 415, 'content_type_wrong'],
      [JSON.stringify({ text: '路'.repeat(2_100_000) }), undefined, 413, 'body_too_large'],
    ]
    for (const [body, type, status, code] of rows) {
      const answer = await post(body, type)
      const about = `${String(body).slice(0, 40)}: ${answer.text.slice(0, 200)}`
      assert.equal([answer.status, answer.body.code], [status, code], about)
      assert.match(answer.headers.get('content-type') ?? '', 'application/problem+json')
      assert.match(String(answer.body.zh), /[\u4e00-\u9fff]/)
      assert.match(String(answer.body.en), /^[\x20-\x7e’“”–]+$/)
      assert.is(typeof answer.body.facts, 'object')
    }
    const wrong = await post(JSON.stringify({ text: '路', channel: 'pigeon' }))
    const { faults } = wrong.body.facts as { readonly faults: readonly { readonly at: string }[] }
    assert.equal(
      faults.map(({ at }) => at),
      ['channel'],
    )
    const nowhere = await wire(world.url, '/api/nowhere', { token: bare.token })
    assert.equal([nowhere.status, nowhere.body.code], [404, 'route_unknown'])
    const lost = await fetch(`${world.url}/nowhere`, { headers: { accept: 'text/html' } })
    assert.is(lost.status, 404)
    assert.match(await lost.text(), /<!DOCTYPE html>.*没有这个地址/s, 'a browser is shown a page')
    assert.equal(told(await bare.administrator.get(`${bare.path}/proposals/${randomUUID()}`)), [404, 'not_found'])
    assert.equal(world.logged, [], 'none of it is a failure of ours')
  }),
)

api('a write sent again with its key is answered as before and done once; another with that key is refused', () =>
  withServer(async (world) => {
    const bare = await foundBare(world)
    const { administrator, path } = bare
    const account = (login: string, key: string) =>
      administrator.post(`${path}/accounts`, { login, password: 'clerk-of-2026', role: 'clerk' }, key)
    const first = await account('clerk', 'one')
    assert.is(first.status, 201)
    assert.equal(await account('clerk', 'one'), first)
    assert.equal(told(await account('clerk', 'two')), [409, 'login_taken'])
    assert.equal(told(await account('another', 'one')), [422, 'idempotency_key_reused'])
    const atOnce = await Promise.all(Array.from({ length: 10 }, () => account('third', 'three')))
    for (const answer of atOnce) assert.equal(answer, atOnce[0])
    assert.is(atOnce[0]?.status, 201)
    assert.equal(told(await account('x'.repeat(10), 'k'.repeat(201))), [422, 'input_invalid'])
  }),
)

api('a long list comes in pages that leave nobody out and name nobody twice', () =>
  withVillage(async (scene) => {
    const clerk = await scene.clerk()
    const read = async (limit: number): Promise<readonly string[]> => {
      const ids: string[] = []
      for (let cursor = ''; ; ) {
        const { items, next } = (await must(clerk.get(`${scene.path}/people?limit=${limit}${cursor}`), 'page')) as {
          readonly items: readonly { readonly id: string }[]
          readonly next?: string
        }
        assert.ok(items.length <= limit)
        ids.push(...items.map(({ id }) => id))
        if (next === undefined) return ids
        cursor = `&cursor=${next}`
      }
    }
    const ids = await read(200)
    assert.ok(ids.length > 100)
    assert.is(new Set(ids).size, ids.length)
    assert.equal(await read(37), ids)
    for (const query of ['limit=0', 'limit=201', 'limit=ten', 'cursor=1'])
      assert.equal(told(await clerk.get(`${scene.path}/people?${query}`)), [422, 'input_invalid'], query)
  }),
)

api('what can be done next is told with what is still missing, and is what then happens', () =>
  withVillage(async (scene) => {
    const clerk = await scene.clerk()
    const proposal = await proposesRoad(scene)
    const next = async () =>
      (await must(clerk.get(`${proposal}/next`), 'next')) as unknown as {
        readonly moves: readonly {
          readonly move: string
          readonly open: boolean
          readonly grounds: readonly { readonly code: string; readonly met: boolean }[]
        }[]
      }
    const of = async (name: string) => (await next()).moves.find(({ move }) => move === name)
    for (const { move, open, grounds } of (await next()).moves) {
      const met = grounds.every((ground) => ground.met)
      assert.is(open, met, move)
    }
    const matter = 'village-public-works'
    const accept = async () => told(await clerk.post(`${proposal}/events`, { type: 'intake.accepted', matter }))
    assert.is((await of('intake.accepted'))?.open, false)
    assert.equal(await accept(), [409, 'gate_closed'])
    await authorises(scene, proposal, matter, { by: 'village-assembly', to: 'village-representatives' })
    assert.equal(await accept(), [201, null])
    assert.is(await of('intake.accepted'), undefined, 'what is done is not offered again')
    assert.ok((await next()).moves.some(({ move }) => move === 'meeting.convened'))
  }),
)

api.run()
