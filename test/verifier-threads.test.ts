import { readFileSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { writesArchive } from '../bench/archive.ts'
import { ed25519 } from '../src/identity/record-key.ts'
import { sha256 } from '../src/record/sha256.ts'
import { exportRecord } from '../src/services/exports.ts'
import { verifierProgram } from '../src/verifier/build.ts'
import { lyingAt } from '../src/verifier/lying.ts'
import { openRecord } from '../src/verifier/open-record.ts'
import { runVerifier } from '../src/verifier/run.ts'
import { hire } from '../src/verifier/spread.ts'
import { inTurn } from '../workflows/verify/cases.ts'
import { type Report, verifySource } from '../workflows/verify.ts'
import { Committee } from './support/committee.ts'
import { value, withVillageServices } from './support/engine.ts'
import { withFolder } from './support/folder.ts'

const threads = suite('the verifier in several threads')

const begins = new Date('2026-01-05T09:00:00+08:00')

type Files = Readonly<Record<string, string>>
type Place = {
  readonly folder: string
  readonly program: URL
  readonly files: Files
  readonly cases: readonly string[]
}

/** An archive of a dozen cases that a body has reviewed, and the verifier's program beside it. */
const withArchive = (use: (place: Place) => Promise<void>): Promise<void> =>
  withFolder((folder) =>
    withVillageServices(begins, async (village) => {
      const committee = new Committee(village, begins)
      const proposal = await committee.opens(await committee.adopts('representatives'), '修路', [])
      await committee.accepts(proposal)
      await committee.reviews('party-committee', [proposal])
      const record = await value(exportRecord(village.engine, village.clerk, proposal))
      const file = join(folder, 'whole.zip')
      const entries = record.chains.reduce((sum, chain) => sum + chain.entries.length, 0)
      await writesArchive(file, record, village.engine.keys, entries * 12)
      writeFileSync(join(folder, 'verify.mjs'), await verifierProgram())
      const files = Object.fromEntries(
        Object.entries(unzipSync(readFileSync(file))).map(([name, bytes]) => [name, strFromU8(bytes)]),
      )
      const { cases } = JSON.parse(files['record.json'] ?? '') as { cases: { proposal: string }[] }
      const program = pathToFileURL(join(folder, 'verify.mjs'))
      await use({ folder, program, files, cases: cases.map((one) => one.proposal) })
    }),
  )

/** What a record comes to: in one thread where no program is named, else in two. */
const reportOn = async (file: string, program?: URL): Promise<Report & { readonly progress: readonly number[] }> => {
  const handle = await open(file)
  const [{ fd }, { size }] = [handle, await handle.stat()]
  const hired = program && hire({ program, fd, size, threads: 2 }, inTurn)
  try {
    const progress: number[] = []
    const tell = (done: { readonly entries: number }) => progress.push(done.entries)
    return {
      ...(await verifySource(await openRecord(lyingAt(fd, size)), { sha256, ed25519 }, {}, tell, hired?.outcomes)),
      progress,
    }
  } finally {
    await hired?.dismiss()
    await handle.close()
  }
}

/** The same verdict, numbers, order and progress, in one thread and in two. */
const agreed = async (file: string, program: URL): Promise<Report> => {
  const [alone, spread] = [await reportOn(file), await reportOn(file, program)]
  assert.is(JSON.stringify(spread), JSON.stringify(alone))
  return alone
}

const fails = async (file: string, program: URL, why: RegExp): Promise<void> => {
  try {
    await reportOn(file, program)
    assert.unreachable('it has come to a report')
  } catch (error) {
    assert.instance(error, Error)
    assert.match((error as Error).message, why)
  }
}

threads(
  'an archive comes to the same report in one thread and in several: whole, or changed in a chain that another thread reads; a thread that fails is a failure',
  () =>
    withArchive(async ({ folder, program, files, cases }) => {
      const whole = join(folder, 'whole.zip')
      const report = await agreed(whole, program)
      assert.equal([report.ok, report.cases, report.cases >= 12], [true, cases.length, true])

      const named = (start: string, n: number) => {
        const [name] = Object.keys(files).filter((one) => one === `${start}~${cases[n]}.txt`)
        if (name === undefined) throw new Error(`no ${start} of case ${n}`)
        return name
      }
      const written = (name: string, ...changes: readonly (readonly [string, (text: string) => string])[]) => {
        const changed = { ...files }
        for (const [one, change] of changes) changed[one] = change(files[one] ?? '')
        const file = join(folder, name)
        const packed = Object.entries(changed).map(([path, text]) => [path, strToU8(text)] as const)
        writeFileSync(file, zipSync(Object.fromEntries(packed)))
        return file
      }
      const actor = (text: string) => text.replace(/(?<="actor":")./, (c) => (c === '0' ? '1' : '0'))
      // Shares of different threads: whichever is found first, the one that stands first is named.
      const [early, late] = [6, 11]
      const twice = written(
        'twice.zip',
        [named('chains/proposal', late), actor],
        [named('chains/proposal', early), actor],
      )
      const { ok, disagreement, cases: before } = await agreed(twice, program)
      assert.equal([ok, disagreement?.chain, disagreement?.what], [false, `proposal/${cases[early]}`, 'head_wrong'])
      assert.is(before, early)
      const shown = `shown/proposal~${cases[early]}.jsonl`
      const text = written('text.zip', [shown, (all) => all.replace(/"text":"/, '"text":"又')])
      assert.equal((await agreed(text, program)).disagreement?.what, 'disclosure_wrong')
      const unreadable = written('unreadable.zip', [shown, (all) => `${all}{\n`])
      for (const each of [undefined, program])
        try {
          await reportOn(unreadable, each)
          assert.unreachable('it was read')
        } catch (error) {
          assert.match(String(error), 'JSON')
        }

      assert.is(await runVerifier([whole, '--threads', '2'], program), 0)
      assert.is(await runVerifier([twice, '--threads', '2'], program), 1)
      for (const wrong of ['0', 'all', '-1', '100'])
        assert.is(await runVerifier([whole, `--threads=${wrong}`], program), 2, wrong)

      const failing = {
        'at-once.mjs': ['process.exit(0)', /ended before its work was done/],
        'asked.mjs': [
          "import { parentPort } from 'node:worker_threads'\nparentPort.once('message', () => process.exit(0))",
          /ended before its work was done/,
        ],
        'throws.mjs': ["throw new Error('no more memory')", /failed: no more memory/],
        'silent.mjs': [
          `import { parentPort } from 'node:worker_threads'\nparentPort.on('message', () => parentPort.postMessage('{"outcomes":[]}'))`,
          /left cases out/,
        ],
      } as const
      for (const [name, [code, why]] of Object.entries(failing)) {
        const file = join(folder, name)
        writeFileSync(file, code)
        await fails(whole, pathToFileURL(file), why)
        assert.is(await runVerifier([whole, '--threads', '2'], pathToFileURL(file)), 2, name)
      }
    }),
)

threads.run()
