import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { startServer } from '../src/node.ts'
import { foundsToday, votesFirst } from './support/first-vote.ts'
import { withFolder } from './support/folder.ts'
import { poolerVersion, withPooler } from './support/pooler.ts'
import { withDatabase } from './support/postgres.ts'

const pooling = suite('pooling')

const log = (): void => undefined
const setupToken = 'only-while-communities-are-founded'
const version = poolerVersion()
if (version === undefined) console.log('pgbouncer is not installed here: nothing is asked through a pooler')

pooling('a village takes a proposal to its first vote through pgbouncer in transaction mode', () =>
  withDatabase(async ({ url: direct }) => {
    if (version === undefined) return
    await withPooler(direct, ({ url: databaseUrl, carried }) =>
      withFolder(async (folder) => {
        const settings = { host: '127.0.0.1', port: 0, issuer: 'yishi-test', setupToken, folder, log }
        const server = await startServer({ ...settings, databaseUrl, prepare: false })
        try {
          await votesFirst(await foundsToday(server.url, setupToken))
          const { mode, transactions } = await carried()
          assert.is(mode, 'transaction')
          assert.ok(transactions > 20)
        } finally {
          await server.close()
        }
      }),
    )
  }),
)

pooling.run()
