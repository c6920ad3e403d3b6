import spectralCore from '@stoplight/spectral-core'
import owasp from '@stoplight/spectral-owasp-ruleset'
import rulesets from '@stoplight/spectral-rulesets'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { callerOf } from '../src/demo/client.ts'
import { startServer } from '../src/node.ts'
import { told, wire } from './support/communities.ts'
import { makeFolder, removeFolder } from './support/folder.ts'
import { withDatabase } from './support/postgres.ts'
import { withServer } from './support/world.ts'

const openapi = suite('the API’s document')

type Ruleset = Parameters<InstanceType<typeof spectralCore.Spectral>['setRuleset']>[0]

/** What a rule finds that is right as it is. */
const meant: readonly (readonly [code: string, path: string, why: string])[] = [
  ['owasp:api2:2023-write-restricted', 'paths./api/session.post', 'who signs in has no token yet'],
  ['owasp:api2:2023-write-restricted', 'paths./api/communities.post', 'the setup token is in the body'],
  ['owasp:api2:2023-write-restricted', 'paths./api/communities/{c}/receipts/check.post', 'it writes nothing'],
  [
    'owasp:api2:2023-write-restricted',
    'paths./api/communities/{c}/postings/{o}/guest-comments.post',
    'a guest has none',
  ],
  [
    'owasp:api2:2023-write-restricted',
    'paths./api/communities/{c}/guest-comments/{code}/withdrawal.post',
    'a guest has a code instead',
  ],
]

openapi('passes Spectral with its own rules and those of OWASP without an error', () =>
  withServer(async ({ url }) => {
    const { text } = await wire(url, '/openapi.json')
    const linter = new spectralCore.Spectral()
    // The package is CommonJS: what it exports as default stands one step deeper here.
    const security = ('default' in owasp ? owasp.default : owasp) as Ruleset
    linter.setRuleset({
      extends: [
        [rulesets.oas, 'all'],
        [security, 'all'],
      ],
      // No other origin may read an answer, which is said by leaving the header out.
      rules: { 'owasp:api8:2023-define-cors-origin': 'off' },
    } as Ruleset)
    const findings = await linter.run(JSON.parse(text))
    const errors = findings
      .filter(({ severity }) => severity === 0)
      .map(({ code, path, message }) => ({ code: String(code), at: path.join('.'), message }))
      .filter(({ code, at }) => !meant.some(([rule, path]) => rule === code && at.startsWith(path)))
    assert.equal(errors.slice(0, 10), [])
    assert.ok(findings.length > 0, 'the rules were read: warnings remain')
  }),
)

openapi('says how often may be asked, and means it: by token, and by address where there is none', () =>
  withDatabase(async (database) => {
    const folder = makeFolder()
    const server = await startServer({
      host: '127.0.0.1',
      port: 0,
      folder,
      issuer: 'yishi-test',
      databaseUrl: database.url,
      rateLimits: { token: 3, address: 5 },
      log: () => undefined,
    })
    try {
      const { url } = server
      const asked = async (token?: string) =>
        wire(url, '/api/session', {
          ...(token === undefined ? {} : { token }),
          headers: { 'x-forwarded-for': `10.0.0.${Math.floor(performance.now()) % 250}` },
        })
      const first = await asked('one')
      assert.equal(
        ['ratelimit-limit', 'ratelimit-remaining'].map((name) => first.headers.get(name)),
        ['3', '2'],
      )
      const statuses = [await asked('one'), await asked('one'), await asked('one')].map(({ status }) => status)
      assert.equal(statuses, [401, 401, 429])
      const refused = await asked('one')
      assert.is(refused.body.code, 'too_many_requests')
      assert.ok(Number(refused.headers.get('retry-after')) <= 60)
      assert.is((await asked('two')).status, 401, 'another’s token is another count')
      for (let n = 0; n < 5; n += 1) assert.is((await asked()).status, 401)
      assert.is((await asked()).status, 429, 'a claimed address does not help')
      assert.equal(told(await callerOf(url, 'three').get('/api/session')), [401, 'token_invalid'])
    } finally {
      await server.close()
      removeFolder(folder)
    }
  }),
)

openapi('behind a proxy counts whom the proxy saw, whatever else is claimed', () =>
  withDatabase(async ({ url: databaseUrl }) => {
    const folder = makeFolder()
    const limits = { rateLimits: { token: 3, address: 2 }, proxies: 1 }
    const still = { issuer: 'yishi-test', log: () => undefined }
    const server = await startServer({ host: '127.0.0.1', port: 0, folder, databaseUrl, ...limits, ...still })
    try {
      const statusFrom = async (seen?: string) => {
        const headers = seen === undefined ? {} : { 'x-forwarded-for': seen }
        return (await wire(server.url, '/api/session', { headers })).status
      }
      assert.equal([await statusFrom('10.0.0.1'), await statusFrom('10.0.0.9, 10.0.0.1')], [401, 401])
      assert.is(await statusFrom('10.0.0.7,10.0.0.8, 10.0.0.1'), 429, 'a claimed address does not help')
      assert.is(await statusFrom('10.0.0.1, 10.0.0.2'), 401, 'somebody else')
      assert.equal([await statusFrom(), await statusFrom(''), await statusFrom()], [401, 401, 429], 'past the proxy')
    } finally {
      await server.close()
      removeFolder(folder)
    }
  }),
)

openapi.run()
