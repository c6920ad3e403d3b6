import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { wire } from './support/communities.ts'
import { events } from './support/event-matrix.ts'
import { askers } from './support/route-matrix.ts'
import { inBatches } from './support/routes-asked.ts'
import { foundTownship, prepareVillage } from './support/two-villages.ts'
import { withServer } from './support/world.ts'

const matrix = suite('every event by every role')

type Schema = { readonly oneOf?: readonly Schema[]; readonly properties?: Readonly<Record<string, Schema>> } & {
  readonly const?: string
  readonly enum?: readonly string[]
}

/** Every type of event that the server's own document admits. */
const toldBy = async (url: string): Promise<readonly string[]> => {
  const { body } = await wire(url, '/openapi.json')
  const { requestBody } = (
    body.paths as Readonly<Record<string, { readonly post: { readonly requestBody: unknown } }>>
  )['/api/communities/{c}/proposals/{p}/events']?.post ?? { requestBody: undefined }
  const { content } = requestBody as { readonly content: { readonly 'application/json': { readonly schema: Schema } } }
  return (content['application/json'].schema.oneOf ?? []).flatMap(({ properties }) => {
    const type = properties?.type
    return type?.const ?? type?.enum?.[0] ?? []
  })
}

matrix('is answered by this table: an event without an entry fails, and whoever is not named is refused', () =>
  withServer(async (world) => {
    const { ids, as } = await prepareVillage(world, 'shiqiao', await foundTownship(world))
    assert.equal([...(await toldBy(world.url))].sort(), Object.keys(events).sort())
    const path = `/api/communities/${ids.community}/proposals/${ids.proposal}/events`
    const faults: string[] = []
    const tries = Object.entries(events).flatMap(([type, entry]) => askers.map((asker) => ({ type, entry, asker })))
    await inBatches(tries, 16, async ({ type, entry, asker }) => {
      const { status, body } = await as[asker].post(path, { type, ...entry.input })
      const denied = status === 401 ? 'token_missing' : status === 403 ? String(body.code) : undefined
      const wanted = entry.may.includes(asker) ? undefined : asker === 'nobody' ? 'token_missing' : 'forbidden'
      if (denied !== wanted || body.code === 'input_invalid' || status >= 500)
        faults.push(`${type} by ${asker}: ${status} ${String(body.code)} ${JSON.stringify(body.facts)}`)
    })
    assert.equal(faults, [])
  }),
)

matrix('an office above speaks in its own name only', () =>
  withServer(async (world) => {
    const { ids, as } = await prepareVillage(world, 'shiqiao', await foundTownship(world))
    const path = `/api/communities/${ids.community}/proposals/${ids.proposal}/events`
    //  event, in whose name it may not speak
    const others = [
      ['resolution.suspended', 'village-committee'],
      ['resolution.resumed', 'village-assembly'],
      ['objection.decided', 'village-committee'],
      ['approval.given', 'county'],
    ] as const
    for (const [type, by] of others) {
      const { status, body } = await as.township.post(path, { type, ...events[type]?.input, by })
      assert.equal([status, body.code], [403, 'forbidden'], `${type} in the name of ${by}`)
    }
  }),
)

matrix.run()
