import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { newKeys } from '../src/identity/keys.ts'
import { wire } from './support/communities.ts'
import { foundsToday, votesFirst } from './support/first-vote.ts'
import { withDatabase } from './support/postgres.ts'
import { withWorker } from './support/worker.ts'

const workers = suite('workers')

const setupToken = 'only-while-communities-are-founded'

workers('a village is founded, imports its roster, and takes a proposal to its first vote', () =>
  withDatabase(async ({ url: databaseUrl }) => {
    const secrets = { KEYS: JSON.stringify(await newKeys()), SETUP_TOKEN: setupToken }
    await withWorker({ databaseUrl, secrets }, async (url) => {
      assert.is((await wire(url, '/readyz')).status, 200)
      const scene = await foundsToday(url, setupToken)
      await votesFirst(scene)
    })
  }),
)

workers.run()
