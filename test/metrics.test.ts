import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { startServer } from '../src/node.ts'
import { wire } from './support/communities.ts'
import { makeFolder, removeFolder } from './support/folder.ts'
import { withDatabase } from './support/postgres.ts'
import { withServer } from './support/world.ts'

const metrics = suite('metrics')

metrics('are read with their token, count by route and status, and name no id', () =>
  withDatabase(async (database) => {
    const folder = makeFolder()
    const server = await startServer({
      host: '127.0.0.1',
      port: 0,
      folder,
      issuer: 'yishi-test',
      databaseUrl: database.url,
      metricsToken: 'for-the-collector',
      log: () => undefined,
    })
    try {
      const { url } = server
      const community = '01890a5d-ac96-774b-bcce-b302099a8057'
      for (let n = 0; n < 3; n += 1) await wire(url, `/api/communities/${community}/topics`)
      await wire(url, '/healthz')
      assert.is((await wire(url, '/metrics')).status, 401)
      assert.is((await wire(url, '/metrics', { token: 'guessed' })).status, 401)
      const { text, headers } = await wire(url, '/metrics', { token: 'for-the-collector' })
      assert.match(headers.get('content-type') ?? '', 'text/plain')
      const count = (labels: string) =>
        Number(
          text
            .split('\n')
            .find((line) => line.startsWith(`yishi_request_duration_seconds_count{${labels}}`))
            ?.split(' ')[1],
        )
      assert.is(count('method="GET",route="/api/communities/:c/topics",status="401"'), 3)
      assert.is(count('method="GET",route="/healthz",status="200"'), 1)
      assert.not.match(text, community)
    } finally {
      await server.close()
      removeFolder(folder)
    }
  }),
)

metrics('are not there where nobody set a token', () =>
  withServer(async ({ url }) => {
    assert.is((await wire(url, '/metrics', { token: '' })).status, 404)
  }),
)

metrics.run()
