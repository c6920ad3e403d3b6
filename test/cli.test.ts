import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { callerOf } from '../src/demo/client.ts'
import { must } from '../src/demo/stage.ts'
import { proposesRoad } from './support/cases.ts'
import { password } from './support/communities.ts'
import { makeFolder, removeFolder } from './support/folder.ts'
import { withVillage } from './support/world.ts'

const cli = suite('command line')

const inFolder = async (use: (folder: string) => Promise<void>): Promise<void> => {
  const folder = makeFolder()
  try {
    await use(folder)
  } finally {
    removeFolder(folder)
  }
}

/** Begins a command of the product, with nothing in its environment but what is given. */
const begin = (words: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...words], {
    env: { PATH: process.env.PATH, NO_COLOR: '1', ...env },
  })
  const heard = { out: '', complaints: '' }
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    heard.out += chunk
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    heard.complaints += chunk
  })
  const ended = once(child, 'close').then(([code]) => Number(code))
  return { child, heard, ended }
}

const run = async (words: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const { heard, ended } = begin(words, env)
  const code = await ended
  return { code, ...heard }
}

/** Starts the server in a folder, lends its address and setup token, and ends it as a service manager would. */
const started = async (
  folder: string,
  use: (url: string, setupToken: string) => Promise<void>,
  more: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number; readonly complaints: string }> => {
  const { child, heard, ended } = begin(['start'], { PORT: '0', DATA_FOLDER: folder, ...more })
  const saying = /议事 (http:\S+)\n.*setup token: (\S+)\n/
  while (!saying.test(heard.out)) {
    if (child.exitCode !== null) throw new Error(heard.complaints)
    await Promise.race([once(child.stdout, 'data'), ended])
  }
  const [, url = '', setupToken = ''] = saying.exec(heard.out) ?? []
  try {
    await use(url, setupToken)
  } finally {
    child.kill('SIGTERM')
  }
  return { code: await ended, complaints: heard.complaints }
}

cli('start keeps its data, its keys and its sessions over a restart', () =>
  inFolder(async (folder) => {
    const kept = { community: '', token: '' }
    const first = await started(join(folder, 'data'), async (url, setupToken) => {
      const administrator = { login: 'administrator', password }
      const founded = await must(
        callerOf(url).post('/api/communities', { setupToken, sort: 'village', name: '柳林村', administrator }),
        'found',
      )
      kept.community = String(founded.community)
      const session = await must(
        callerOf(url).post('/api/session', { community: kept.community, ...administrator }),
        'in',
      )
      kept.token = String(session.token)
    })
    assert.is(first.code, 0, first.complaints)
    const leftEmpty = { SETUP_TOKEN: '', METRICS_TOKEN: '', HOST: '', DATABASE_URL: '', KEYS: '' }
    const second = await started(
      join(folder, 'data'),
      async (url, setupToken) => {
        const { status } = await callerOf(url, kept.token).get(`/api/communities/${kept.community}/people`)
        assert.is(status, 200)
        assert.ok(setupToken.length > 20, 'a token left empty is made at random')
        const administrator = { login: 'administrator', password }
        const uninvited = { setupToken: '', sort: 'village', name: '无口令村', administrator }
        const { body } = await callerOf(url).post('/api/communities', uninvited)
        assert.is(body.code, 'setup_token_wrong')
        assert.is((await callerOf(url).get('/metrics')).status, 404)
      },
      leftEmpty,
    )
    assert.is(second.code, 0, second.complaints)
  }),
)

cli('migrate says what it needs; words that are no command, and none at all, are told the commands', async () => {
  const migrate = await run(['migrate'])
  assert.is(migrate.code, 1)
  assert.match(migrate.complaints, 'DATABASE_OWNER_URL')
  for (const words of [[], ['dance']]) {
    const { code, out, complaints } = await run(words)
    assert.is(code, 1, words.join())
    for (const command of ['start', 'demo', 'migrate', 'verify']) assert.match(out + complaints, command)
  }
})

//  variable, what it may not be
const noNumbers: readonly (readonly [string, string])[] = [
  ['PORT', 'http'],
  ['PORT', ''],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '80.5'],
  ['RATE_LIMIT_TOKEN', 'many'],
  ['RATE_LIMIT_ADDRESS', '0'],
  ['TRUSTED_PROXIES', 'caddy'],
]

cli('a setting that is no number of its kind is refused by its name, before anything is opened', () =>
  inFolder(async (folder) => {
    for (const [name, given] of noNumbers) {
      const { code, out, complaints } = await run(['start'], { DATA_FOLDER: folder, [name]: given })
      assert.equal([code, out], [1, ''], `${name}=${given}`)
      assert.match(complaints, new RegExp(`^${name} 不是.*${JSON.stringify(given)}\n$`))
    }
    assert.equal(readdirSync(folder), [])
  }),
)

cli('verify says in both languages what holds, names what does not, and knows what is no record', () =>
  inFolder((folder) =>
    withVillage(async (scene) => {
      const proposal = await proposesRoad(scene)
      const record = await must((await scene.clerk()).get(`${proposal}/export`), 'export')
      const file = join(folder, 'record.json')
      const verified = async (written: string, ...words: readonly string[]) => {
        writeFileSync(file, written)
        return run(['verify', file, ...words])
      }
      const whole = JSON.stringify(record)
      const good = await verified(whole)
      assert.is(good.code, 0, good.out + good.complaints)
      assert.match(good.out, '全部一致')
      assert.match((await verified(whole, '--lang', 'en')).out, /agree/i)

      const changed = await verified(whole.replace('proposal.opened', 'proposal.opEned'))
      assert.is(changed.code, 1)
      assert.match(changed.out, /proposal\//)
      for (const written of ['', '{', '[]', '{}', JSON.stringify({ ...record, chains: [1] })]) {
        const { code, complaints } = await verified(written)
        assert.is(code, 2, written)
        assert.match(complaints, '不是本系统导出的档案', written)
      }
      const missing = await run(['verify', join(folder, 'nothing.json')])
      assert.is(missing.code, 2)
      assert.match(missing.complaints, 'nothing.json')
    }),
  ),
)

cli.run()
