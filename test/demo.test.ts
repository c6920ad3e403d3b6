import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sharedPlace } from '../db/embedded/binaries.ts'
import { withFolder } from './support/folder.ts'
import { verifiesOnPage } from './support/verifier-page.ts'

const demo = suite('the demo')

const root = fileURLToPath(new URL('..', import.meta.url))

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly complaints: string
  /** What the play's folder and its database left behind. */
  readonly left: readonly string[]
}

const plays = (temporary: string): readonly string[] =>
  readdirSync(temporary).filter((name) => name.startsWith('yishi-demo-'))

/** Where a folder's database lies when its own user could not reach the folder. */
const elsewhere = (folder: string): string =>
  join(sharedPlace, createHash('sha256').update(folder).digest('hex').slice(0, 16))

const demoArgs = ['--import', 'tsx', 'src/cli.ts', 'demo', '--exit']

/** Runs `yishi demo --exit` to its end, with a place of its own for temporary folders. */
const runDemo = (
  temporary: string,
  env: NodeJS.ProcessEnv = {},
  interruptAt?: string,
  records?: string,
): Promise<Ended> =>
  new Promise((done) => {
    const child = spawn(process.execPath, [...demoArgs, ...(records === undefined ? [] : ['--records', records])], {
      cwd: root,
      env: { ...process.env, TMPDIR: temporary, ...env },
    })
    let folders: readonly string[] = []
    let out = ''
    let complaints = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      if (out === '') folders = plays(temporary).map((name) => realpathSync(join(temporary, name)))
      const reached = interruptAt !== undefined && !out.includes(interruptAt)
      out += chunk
      if (reached && out.includes(interruptAt)) child.kill('SIGINT')
    })
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      complaints += chunk
    })
    child.once('close', (code) => {
      assert.is(folders.length, 1, 'the play has a folder')
      const left = [...folders, ...folders.map(elsewhere)].filter((path) => existsSync(path))
      done({ code, out, complaints, left: [...left, ...plays(temporary)] })
    })
  })

/** The verifier, copied to a folder with nothing but the two cases, agrees with them; and with neither once a vote is another. */
const verifiesAlone = async (records: string, folder: string): Promise<void> => {
  mkdirSync(folder)
  for (const file of readdirSync(records)) copyFileSync(join(records, file), join(folder, file))
  const verifies = async (...words: readonly string[]) => {
    const { code, out, complaints } = await runProgram(folder, ['verify.mjs', ...words])
    return { code, said: out + complaints }
  }
  for (const place of ['village', 'city']) {
    const code = readFileSync(join(folder, `${place}-code.txt`), 'utf8')
    const kept = ['--checkpoint', `${place}-checkpoint.txt`, '--code', code]
    for (const record of [`${place}.json`, `${place}.zip`, `${place}-anybody.zip`]) {
      const done = await verifies(record, ...kept)
      assert.is(done.code, 0, done.said)
      assert.match(done.said, '全部一致,事项已办结')
      assert.match(done.said, '与手中的存证校验码 2 个核对')
    }
    const [size = '', typed = ''] = code.split(':')
    const other = await verifies(
      `${place}.zip`,
      '--code',
      `${size}:${typed.replace(/^./, (c) => (c === '2' ? '3' : '2'))}`,
    )
    assert.is(other.code, 1, other.said)
    assert.match(other.said, '与存证校验码不符')
    // A comment, a name or a reason is in the committee's own archive alone; both are read from their first page on.
    const [own = {}, anybody = {}] = [`${place}.zip`, `${place}-anybody.zip`].map((file) =>
      unzipSync(readFileSync(join(folder, file))),
    )
    const leadsTo = (files: typeof own, page: string) =>
      [...strFromU8(files[page] ?? new Uint8Array()).matchAll(/href="([^"]+)"/g)].map(([, to = '']) =>
        posix.join(posix.dirname(page), to),
      )
    const [papers, entries, ...others] = leadsTo(own, 'index.html')
    assert.is(papers, 'papers/0001/00-index.html')
    assert.match(entries ?? '', /^read\/proposal~/)
    assert.ok(leadsTo(own, papers ?? '').includes('papers/0001/22-resolution.html'))
    for (const to of [...others, ...leadsTo(own, papers ?? ''), ...leadsTo(own, entries ?? '')])
      assert.ok(own[to], `${to} lies in the archive`)
    assert.match(strFromU8(own['index.html'] ?? new Uint8Array()), /2026年\d+月\d+日 .*代表会议/)
    assert.not.ok(Object.keys(anybody).some((name) => name.startsWith('papers/')))
    assert.ok(leadsTo(anybody, 'index.html').every((to) => anybody[to] !== undefined))
  }
  const record = readFileSync(join(folder, 'village.json'), 'utf8')
  const [commitment] = /(?<=\\"choice\\":\\")[0-9a-f]{64}/.exec(record) ?? []
  assert.ok(commitment)
  writeFileSync(join(folder, 'changed.json'), record.replace(commitment, 'ab'.repeat(32)))
  const changed = await verifies('changed.json', '--lang', 'en')
  assert.is(changed.code, 1, changed.said)
  assert.match(changed.said, /DISAGREES: proposal\/\S+ entry \d+: its hash does not fit/)
  assert.is((await verifies()).code, 2)
  const kid = /"kid":"([^"]+)"/.exec(record)?.[1] ?? ''
  for (const [why, ...words] of [
    ['is no receipt', 'receipt', 'village.json', 'village.json'],
    ['is to be SIZE:CODE', 'village.json', '--code', 'none'],
    ['is no checkpoint', 'village.json', '--checkpoint', 'village-code.txt'],
    ['is no public key', 'village.json', '--key', 'none'],
    ['is the name of a key', 'village.json', '--key', kid],
    ['--lang fr', 'village.json', '--lang', 'fr'],
    ['找不到文件', 'nowhere.json'],
    ['这是文件夹', '.'],
  ] as const) {
    const refused = await verifies(...words)
    assert.is(refused.code, 2, refused.said)
    assert.ok(refused.said.includes('不能核对') && refused.said.includes(why), refused.said)
  }
  const help = await verifies('--help')
  assert.is(help.code, 0, help.said)
  assert.match(help.said, '退出码')
}

/** Runs a program in a folder, on nothing but Node. */
const runProgram = (folder: string, args: readonly string[]) =>
  new Promise<{ readonly code: number | null; readonly out: string; readonly complaints: string }>((done) => {
    execFile(process.execPath, [...args], { cwd: folder, env: {} }, (error, out, complaints) =>
      done({ code: error === null ? 0 : Number(error.code), out, complaints }),
    )
  })

demo('plays both procedures to their ends with the arithmetic of each vote, and leaves nothing behind', () =>
  withFolder(async (temporary) => {
    const records = join(temporary, 'records')
    const { code, out, complaints, left } = await runDemo(temporary, {}, undefined, records)
    assert.is(complaints, '')
    assert.is(code, 0, out)

    const lines = out.split('\n')
    const line = (...parts: readonly (string | RegExp)[]) => {
      const found = lines.find((one) =>
        parts.every((part) => (typeof part === 'string' ? one.includes(part) : part.test(one))),
      )
      assert.ok(found, `no line says ${parts.join(' and ')}:\n${out}`)
      return lines.indexOf(found)
    }

    // 三审一公决: each refusal names its reason, each vote its arithmetic.
    line('没有授权决定就受理', '村民代表会议须有授权决定备查', '第二十八条')
    line('跳过三审直接召集村民代表会议', '本步骤由党支部委员会议决')
    line('到会不够就表决', '到会 4/9 > 1/2 ✗ 需 5,还差 1')
    const failed = line('赞成 18/36 > 1/2 ✗ 需 19', '未通过')
    const passed = line('赞成 23/36 > 1/2 ✓ 需 19', '→ 通过')
    assert.ok(failed < passed, 'the party assembly was one short before it agreed')
    line('到会 24 人但妇女代表不够', '妇女代表', '7/12', '✗ 需 8', '还差 1', '山东省')
    const decided = line('到会 24/36 ≥ 2/3 ✓ 需 24', '赞成 15/24 > 1/2 ✓ 需 13', '→ 通过')
    line('赞成 15/29 代表 ≥ 1/2 ✓ 需 15')
    assert.ok(passed < decided)
    line('同一人再投一票', '一人一票')
    line('结束后再投', '表决已结束')
    line('公布期未满就结束', '还有 16 天')
    line('未登录查看档案', '请先登录')

    // 六步议事: one vote short of two thirds of all, changed, and passed.
    line('没有居民会议授权就受理', '居民代表会议须有授权决定备查')
    line('公示未满且异议未决就结束', '未答复 1 条', '未决定的异议 1 件')
    line('律师要求修改时通过审查', '法律审查意见:修改后通过')
    const short = line('赞成 39/60 ≥ 2/3 ✗ 需 40', '未通过')
    const enough = line('赞成 42/60 ≥ 2/3 ✓ 需 40', '→ 通过')
    assert.ok(short < enough)
    line('公约未备案', '已向街道备案', '第三十一条')

    assert.is(lines.filter((one) => one === '办结:{"end":"closed"}').length, 2, 'both cases came to their close')
    assert.is(lines.filter((one) => one.startsWith('全部一致')).length, 2, 'both records verify')
    const refusals = lines.filter((one) => one.startsWith('  ✗ '))
    assert.is(refusals.length, 12)
    for (const refusal of refusals) assert.match(refusal, /^ {2}✗ [^:]+:.+/, 'what was tried, and why it was refused')

    assert.equal(left, [])
    await verifiesAlone(records, join(temporary, 'elsewhere'))
    await verifiesOnPage(join(temporary, 'elsewhere'))
  }),
)

demo('takes its folder away too when it cannot start', () =>
  withFolder(async (temporary) => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    try {
      const { port } = taken.address() as AddressInfo
      const { code, complaints, left } = await runDemo(temporary, { PORT: String(port) })
      assert.is(code, 1)
      assert.match(complaints, 'EADDRINUSE')
      assert.equal(left, [])
    } finally {
      taken.close()
    }
  }),
)

demo('interrupted in the middle of a play it ends in order', () =>
  withFolder(async (temporary) => {
    const { code, out, complaints, left } = await runDemo(temporary, {}, '== 一审 党支部')
    assert.is(code, 130)
    assert.is(complaints, '')
    assert.ok(!out.includes('亭前社区'))
    assert.equal(left, [])
  }),
)

demo.run()
