import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import * as assert from 'uvu/assert'
import { sha256 } from '../../src/record/sha256.ts'
import { leafOf, toHex } from '../../workflows/format/hash.ts'
import { type ExportedChain, type RecordExport, recordExport } from '../../workflows/verify.ts'
import { withBrowser } from './browser.ts'

const seqOf = (jws: string): number =>
  (JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()) as { seq: number }).seq

/** The receipt that a voter of a public ballot was given, made again out of the record: it holds nothing that the record does not. */
const receiptIn = ({ chains, proposal, disclosures }: RecordExport) => {
  const chain = chains.find(({ name }) => name === `proposal/${proposal}`) as ExportedChain
  const entries = chain.entries.map(
    ({ bytes }) => JSON.parse(bytes) as { seq: number; kind: string; data: Record<string, string> },
  )
  const vote = entries.find(({ kind, data }) => kind === 'vote.cast' && disclosures[data.choice ?? ''])
  const shown = disclosures[vote?.data.choice ?? '']
  const signed = [...(chain.signedHeads ?? []), chain.signedHead].find((jws) => vote && seqOf(jws) >= vote.seq)
  if (!vote || !shown || !signed) throw new Error('nobody’s vote is shown')
  return {
    ballot: vote.data.ballot,
    seq: vote.seq,
    entry: chain.entries[vote.seq - 1]?.bytes,
    previousHead: chain.entries[vote.seq - 2]?.head,
    laterLeaves: chain.entries
      .slice(vote.seq, seqOf(signed))
      .map(({ bytes }) => toHex(leafOf(sha256, Buffer.from(bytes)))),
    signedHead: signed,
    choice: shown.text,
    salt: shown.salt,
  }
}

/** The archive with one choice of a voter turned in its chain, as a text editor and a ZIP program can. */
const turned = (zip: Uint8Array): readonly [file: Uint8Array, seq: number] => {
  const files = unzipSync(zip)
  const [name, bytes] = Object.entries(files).find(([path]) => path.startsWith('chains/proposal~')) ?? ['', zip]
  const lines = strFromU8(bytes).split('\n')
  const at = lines.findLastIndex((line) => line.includes('"kind":"vote.cast"'))
  lines[at] = (lines[at] ?? '').replace(/"choice":"../, '"choice":"00')
  return [zipSync({ ...files, [name]: strToU8(lines.join('\n')) }), at + 1]
}

/** Drops files onto the page. */
const drops = (page: Page, ...paths: readonly string[]): Promise<void> =>
  page.evaluate(
    (files) => {
      const dataTransfer = new DataTransfer()
      for (const { name, bytes } of files) dataTransfer.items.add(new File([Uint8Array.from(bytes)], name))
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    },
    paths.map((path) => ({ name: basename(path), bytes: [...readFileSync(path)] })),
  )

/**
 * `verify.html` out of a folder of records, in a real browser that has no network: it finds what `verify.mjs` finds, says it in
 * both languages, and asks nobody for anything.
 */
export const verifiesOnPage = (folder: string): Promise<void> =>
  withBrowser(async (browser) => {
    const path = (name: string) => join(folder, name)
    const record = recordExport.parse(JSON.parse(readFileSync(path('village.json'), 'utf8')))
    const receipt = receiptIn(record)
    const [tampered, seq] = turned(readFileSync(path('village.zip')))
    for (const [name, content] of [
      ['tampered.zip', tampered],
      ['cut.zip', readFileSync(path('village.zip')).subarray(0, -100)],
      ['receipt.json', JSON.stringify({ receipts: [receipt] })],
      ['forged.json', JSON.stringify({ ...receipt, choice: receipt.choice === 'yes' ? 'no' : 'yes' })],
      ['letter.txt', '各位村民:'],
    ] as const)
      writeFileSync(path(name), content)

    const heard: string[] = []
    const listening = createServer((socket) => {
      heard.push('somebody called')
      socket.destroy()
    }).listen(0, '127.0.0.1')
    await once(listening, 'listening')
    const page = await (await browser.newContext()).newPage()
    const asked: string[] = []
    const complaints: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (line) => complaints.push(line.text()))
    const address = pathToFileURL(path('verify.html')).href
    try {
      await page.goto(address)
      /** Does something, and reads what the page says once it has an answer of that kind. */
      const after = async (doing: () => Promise<unknown>, ok: 'true' | 'false' | '') => {
        await page.evaluate(() => document.getElementById('answer')?.removeAttribute('data-ok'))
        await doing()
        // While it is under way the answer says so; it ends with an answer, or with a question.
        await page.waitForFunction(() => {
          const answer = document.getElementById('answer')
          return answer?.dataset.ok !== undefined && !/正在核对/.test(answer.textContent ?? '')
        })
        assert.is(await page.getAttribute('#answer', 'data-ok'), ok, await page.innerText('#answer'))
        return { zh: await page.innerText('#zh'), en: await page.innerText('#en') }
      }
      const chooses = (...names: readonly string[]) => page.setInputFiles('#file', names.map(path))
      const pastes = async (text: string) => {
        await page.fill('#kept', text)
        await page.locator('#kept').blur()
      }

      // A receipt alone asks for its record; with it, and with the whole archive, both hold.
      assert.match((await after(() => chooses('receipt.json'), '')).zh, '请再选择档案文件')
      const whole = await after(() => chooses('village.zip'), 'true')
      assert.match(whole.zh, `回执有效:proposal/${record.proposal} 第 ${receipt.seq} 条就是这一票`)
      assert.match(whole.zh, /全部一致/)
      assert.match(whole.zh, '没有另外提供公钥或存证校验码')
      assert.match(whole.en, /the receipt holds[\s\S]*all agrees/)

      // What was kept comes as a file, dropped, and as text: a checkpoint, a code, keys; each must be one.
      const checkpoint = await after(() => drops(page, path('village-checkpoint.txt')), 'true')
      assert.match(checkpoint.zh, '与手中的存证校验码 1 个核对')
      const code = readFileSync(path('village-code.txt'), 'utf8')
      const note = readFileSync(path('village-checkpoint.txt'), 'utf8')
      const keys = JSON.stringify(record.keys, null, 1)
      assert.match((await after(() => pastes(`${note}${code}\n${keys}`), 'false')).zh, '填写的不是公钥')
      assert.match((await after(() => pastes(`${note}${code}`), 'true')).zh, '存证校验码 2 个核对')
      assert.not.match((await after(() => pastes(keys), 'true')).zh, '没有另外提供公钥')
      const other = code.replace(/:./, (start) => (start === ':2' ? ':3' : ':2'))
      assert.match((await after(() => pastes(other), 'false')).en, /DISAGREES: .*does not fit the checkpoint/)
      assert.match((await after(() => pastes('某人的公钥'), 'false')).en, 'no key, checkpoint or SIZE:CODE')
      await after(() => pastes(''), 'true')

      // Another choice in the archive or on the receipt is named by its entry; what is no record is said to be none.
      const changed = await after(() => drops(page, path('tampered.zip')), 'false')
      assert.match(changed.zh, `不一致:proposal/${record.proposal} 第 ${seq} 条`)
      assert.match(changed.en, `DISAGREES: proposal/${record.proposal} entry ${seq}`)
      const forged = await after(() => chooses('village.json', 'forged.json'), 'false')
      assert.match(forged.zh, `第 ${receipt.seq} 条,回执本身不成立`)
      assert.match((await after(() => chooses('cut.zip'), 'false')).zh, '档案文件不完整或已损坏')
      assert.match((await after(() => drops(page, path('letter.txt')), 'false')).zh, '存证校验码: letter.txt')

      assert.equal(asked, [address], 'no request but for the page itself')
      assert.equal(complaints, [], 'nothing that its policy forbids was tried')
      // And were it tried, the policy would forbid it.
      const { port } = listening.address() as AddressInfo
      const tries = await page.evaluate(async (url) => {
        const image = new Image()
        const script = document.createElement('script')
        script.textContent = 'document.title = "ran"'
        document.body.append(script)
        return Promise.all([
          fetch(url).then(
            () => 'went out',
            () => 'forbidden',
          ),
          new Promise((done) => {
            image.addEventListener('load', () => done('went out'))
            image.addEventListener('error', () => done('forbidden'))
            image.src = url
          }),
          document.title,
        ])
      }, `http://127.0.0.1:${port}/`)
      assert.equal(tries, ['forbidden', 'forbidden', '档案核对 · Verify a record'])
      assert.equal(heard, [])
    } finally {
      listening.close()
    }
  })
