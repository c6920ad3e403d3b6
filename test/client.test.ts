import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { yishiClient } from '../src/client/index.ts'
import { presidersOf } from '../src/demo/stage.ts'
import { generated } from './client-types/generated.ts'
import { threeReviews } from './support/cases.ts'
import { foundVillage, type World, withServer } from './support/world.ts'

const client = suite('the typed client')
const run = promisify(execFile)

const schema = new URL('../src/client/schema.ts', import.meta.url)

client('its types are those of the API as it is now', async () => {
  assert.is(readFileSync(schema, 'utf8'), await generated(), 'run npm run client')
})

/** What a call must answer. */
const got = async <T>(call: Promise<{ readonly data?: T; readonly error?: { readonly en: string } }>): Promise<T> => {
  const { data, error } = await call
  if (data === undefined) throw new Error(error?.en ?? 'no answer')
  return data
}

const signsIn = async (
  url: string,
  community: string,
  credentials: { login: string; password: string } | { slip: string },
) => {
  const body = { community, ...credentials }
  const { token } = await got(yishiClient({ url }).POST('/api/session', { body }))
  return yishiClient({ url, token })
}

client('it drives three reviews from the topic to the published resolution, refusals typed like answers', () =>
  withServer(async (world) => {
    const scene = await foundVillage(world)
    const { url, community } = scene
    const login = { login: 'shiqiao-clerk', password: 'demo-shiqiao-clerk-2026' }
    const clerk = () => signsIn(url, community, login)
    const first = await clerk()
    const c = { path: { c: community } }
    const wrong = await first.POST('/api/communities/{c}/topics', { params: c, body: { channel: 'online', text: ' ' } })
    assert.is(wrong.error?.code, 'input_invalid')
    const { topic } = await got(
      first.POST('/api/communities/{c}/topics', { params: c, body: { channel: 'meeting', text: '修路' } }),
    )
    const { adoption } = await got(
      first.POST('/api/communities/{c}/adoptions', {
        params: c,
        body: { procedure: 'three-reviews@1', choices: threeReviews },
      }),
    )
    const { proposal } = await got(
      first.POST('/api/communities/{c}/proposals', { params: c, body: { adoption, title: '修路', topics: [topic] } }),
    )
    const p = { path: { c: community, p: proposal } }
    await got(
      first.POST('/api/communities/{c}/proposals/{p}/drafts', {
        params: p,
        body: { text: '方案', change: 'first', follows: [], leaves: [] },
      }),
    )
    const on = scene.clock.today()
    const matter = 'village-public-works'
    const early = await first.POST('/api/communities/{c}/proposals/{p}/events', {
      params: p,
      body: { type: 'intake.accepted', matter },
    })
    assert.is(early.error?.code, 'gate_closed')
    await got(
      first.POST('/api/communities/{c}/proposals/{p}/events', {
        params: p,
        body: {
          type: 'authorisation.filed',
          matter,
          by: 'village-assembly',
          to: 'village-representatives',
          decidedOn: on,
          postedOn: on,
          filedOn: on,
          until: '2026-12-31',
          text: '授权',
        },
      }),
    )
    await got(
      first.POST('/api/communities/{c}/proposals/{p}/events', { params: p, body: { type: 'intake.accepted', matter } }),
    )
    for (const [body, convenedBy, days] of [
      ['party-committee', 'party-committee', 1],
      ['two-committees', 'party-committee', 1],
      ['party-assembly', 'party-committee', 1],
      ['village-representatives', 'village-committee', 6],
    ] as const) {
      const desk = await clerk()
      const [presider = ''] = await presidersOf(scene, convenedBy)
      const at = scene.clock.ahead(days)
      const { meeting } = await got(
        desk.POST('/api/communities/{c}/meetings', {
          params: c,
          body: { body, at, convenedBy, presider, place: '村部', written: true, posted: true, agenda: [proposal] },
        }),
      )
      await scene.clock.goTo(at)
      const people = (await scene.seats(body)).map(({ person }) => person)
      const hall = await clerk()
      const m = { path: { c: community, m: meeting } }
      await got(hall.POST('/api/communities/{c}/meetings/{m}/attendance', { params: m, body: { people } }))
      const { ballot } = await got(
        hall.POST('/api/communities/{c}/meetings/{m}/ballots', { params: m, body: { proposal, motion: 'agree' } }),
      )
      const slips = await got(hall.POST('/api/communities/{c}/slips', { params: c, body: { people } }))
      const b = { path: { c: community, b: ballot } }
      await Promise.all(
        slips.map(async ({ code }) => {
          const voter = await signsIn(url, community, { slip: code })
          await got(voter.POST('/api/communities/{c}/ballots/{b}/votes', { params: b, body: { choice: 'yes' } }))
        }),
      )
      const closed = await got(hall.POST('/api/communities/{c}/ballots/{b}/close', { params: b }))
      assert.is(closed.carried, true)
    }
    const { data } = await (await clerk()).GET('/api/communities/{c}/proposals/{p}/next', { params: p })
    assert.ok(data?.moves.some(({ move }) => move === 'publication.opened'))
    const resolution = await got((await clerk()).GET('/api/communities/{c}/proposals/{p}/resolution', { params: p }))
    assert.is(resolution.proposal, proposal)
    await runsExample(world, community, login)
  }),
)

const runsExample = async (
  { url }: World,
  community: string,
  { login, password }: { login: string; password: string },
) => {
  const example = fileURLToPath(new URL('../src/client/example.ts', import.meta.url))
  const { stdout } = await run(process.execPath, ['--import', 'tsx', example, url, community, login, password])
  const [raised, next = ''] = stdout.split('\n')
  assert.is(raised, '议题 2')
  assert.match(next, '1 修路: ')
  assert.match(next, 'publication.opened')
}

client.run()
