import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Answer } from '../src/demo/client.ts'
import { pageRoutes } from './support/page-matrix.ts'
import { type Asker, askers, beside, operations } from './support/route-matrix.ts'
import { filled, inBatches, mayAsk, sent, served } from './support/routes-asked.ts'
import { foundTownship, type Prepared, prepareVillage } from './support/two-villages.ts'
import { withServer } from './support/world.ts'

const matrix = suite('every route by every role')

const missing = '01890a5d-ac96-774b-bcce-b302099a8058'

/** Denied for want of a token or of a role; what is refused for another reason has been asked by somebody who may. */
const isDenied = ({ status, body }: Answer): boolean => status === 401 || (status === 403 && body.code === 'forbidden')

/** What an answer tells, but for the ids that were asked for. */
const withoutIds = ({ status, body }: Answer, ids: readonly string[]): string =>
  ids.reduce((text, id) => text.replaceAll(id, 'ID'), `${status} ${JSON.stringify(body)}`)

matrix('is answered by this table: deny by default, foreign and missing alike, a token only in its own community', () =>
  withServer(async (world) => {
    const township = await foundTownship(world)
    const theirs = await prepareVillage(world, 'liulin', township)
    const ours = await prepareVillage(world, 'shiqiao', township)
    const all = await served(world.url)
    assert.equal([...all].sort(), Object.keys(operations).sort(), 'a route without an entry fails')
    const known = [...Object.keys(operations), ...beside, ...pageRoutes]
    assert.equal([...world.routes].sort(), known.sort(), 'a route that the document does not tell fails too')

    const faults: string[] = []
    const ask = async (prepared: Prepared, asker: Asker, operation: string, path: string) =>
      sent(prepared.as[asker], operation, path, ours.ids)
    const tries = all.flatMap((operation) => askers.map((asker) => [operation, asker] as const))
    await inBatches(tries, 16, async ([operation, asker]) => {
      const entry = operations[operation]
      if (!entry) return
      if (entry.notMade && mayAsk(entry, asker)) return
      const answer = await ask(ours, asker, operation, filled(operation, ours.ids))
      if (answer.status >= 500) faults.push(`${operation} by ${asker}: ${answer.status}`)
      if (mayAsk(entry, asker) === isDenied(answer))
        faults.push(`${operation} by ${asker}: ${answer.status} ${String(answer.body.code)} ${String(answer.body.en)}`)
    })
    assert.equal(faults, [])

    await inBatches(tries, 16, async ([operation, asker]) => {
      const entry = operations[operation]
      if (!entry || entry.may === 'anybody' || !operation.includes('{c}')) return
      // The other village's own path, with a token of ours: nobody is let in, whoever they are at home.
      const abroad = await ask(ours, asker, operation, filled(operation, theirs.ids))
      if (abroad.status !== 401) faults.push(`${operation} abroad by ${asker}: ${abroad.status}`)
      if (entry.resource === undefined) return
      const foreign = await ask(
        ours,
        asker,
        operation,
        filled(operation, ours.ids, { [entry.resource]: theirs.ids[entry.resource] }),
      )
      const nowhere = entry.resource === 'file' ? 'ab'.repeat(32) : missing
      const unknown = await ask(ours, asker, operation, filled(operation, ours.ids, { [entry.resource]: nowhere }))
      const told = [foreign, unknown].map((answer) =>
        withoutIds(answer, [theirs.ids[entry.resource ?? 'person'], nowhere]),
      )
      const emptyList = operation.endsWith('/comments') || operation.endsWith('/chains/{k}')
      if (told[0] !== told[1]) faults.push(`${operation} by ${asker}: ${told.join(' / ')}`)
      if (foreign.status < 400 && !(emptyList && JSON.stringify(foreign.body) === '{"items":[]}'))
        faults.push(`${operation} by ${asker}: a foreign resource answers ${foreign.status}`)
    })
    assert.equal(faults, [])
  }),
)

matrix.run()
