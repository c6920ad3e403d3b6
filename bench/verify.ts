import { execFile } from 'node:child_process'
import { hash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { verifierProgram } from '../src/verifier/build.ts'
import type { RecordExport } from '../workflows/verify.ts'
import { playedCase, writesArchive } from './archive.ts'
import { median } from './in-flight.ts'

export interface Verified {
  readonly name: 'verify'
  /** By the clock, median to median: verifying, from the program's start to its end, to hashing each entry once. */
  readonly ratio: number
  /** The same by processor time, of all threads together. */
  readonly processorRatio: number
  readonly entries: number
  readonly seconds: number
  readonly processorSeconds: number
  /** One `crypto.hash` an entry over the same bytes in one thread, answered as bytes, which can be hashed on; the ratios are to this. */
  readonly hashSeconds: number
  readonly hashProcessorSeconds: number
  /** The same answered as text, by the clock: Node makes no buffer for it. */
  readonly hashTextSeconds: number
  /** The most that the whole process held in any run, all threads together. */
  readonly peakMegabytes: number
  readonly runs: readonly Run[]
}

/** A turn: the archive verified, and then its entries hashed. */
interface Run {
  readonly verified: Taken & { readonly peakMegabytes: number }
  readonly hashed: Taken
  readonly hashedAsText: Taken
  /** How many waited for the processor on average, as the verifier began and when it had ended. */
  readonly load: readonly [number, number]
}

interface Taken {
  readonly seconds: number
  readonly processorSeconds: number
}

/** What one hash an entry takes over bytes like these, answered as bytes or as text. */
const hashing = (record: RecordExport, entries: number, as: 'buffer' | 'hex' = 'buffer'): Taken => {
  const bytes = record.chains.flatMap((chain) => chain.entries.map((entry) => Buffer.from(entry.bytes)))
  const [from, used] = [performance.now(), process.cpuUsage()]
  for (let n = 0; n < entries; n += 1) hash('sha256', bytes[n % bytes.length] ?? bytes[0] ?? Buffer.alloc(0), as)
  const { user, system } = process.cpuUsage(used)
  return { seconds: (performance.now() - from) / 1000, processorSeconds: (user + system) / 1_000_000 }
}

const tellsUse = `data:text/javascript,process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write('used '+u.maxRSS+' '+(u.userCPUTime+u.systemCPUTime)+'\\n')})`

/** Verifies an archive by the verifier's own program, in a process of its own. */
const verifying = async (folder: string): Promise<Run['verified']> => {
  const args = ['--import', tellsUse, 'verify.mjs', 'archive.zip', '--lang', 'en']
  const from = performance.now()
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: folder, maxBuffer: 1 << 26 })
  const seconds = (performance.now() - from) / 1000
  if (!stdout.includes('all agrees')) throw new Error(stdout)
  const [, peak, used] = /used (\d+) (\d+)/.exec(stderr) ?? []
  return { seconds, processorSeconds: Number(used) / 1_000_000, peakMegabytes: Math.round(Number(peak) / 1024) }
}

const loadNow = (): number => loadavg()[0] ?? 0

/** Verifies an archive of many entries and hashes them in turn, so many times; the first hashing, which warms up, is not counted. */
export const benchVerify = async (
  { atLeast, runs: times }: { readonly atLeast: number; readonly runs: number },
  tell: (line: string) => void,
): Promise<Verified> => {
  const folder = await mkdtemp(join(tmpdir(), 'yishi-bench-'))
  try {
    tell('playing a case …')
    const { record, keys } = await playedCase()
    await writeFile(join(folder, 'verify.mjs'), await verifierProgram())
    tell('writing the archive …')
    const entries = await writesArchive(join(folder, 'archive.zip'), record, keys, atLeast)
    hashing(record, Math.min(entries, 100_000))
    const runs: Run[] = []
    for (let n = 1; n <= times; n += 1) {
      tell(`verifying ${entries} entries, ${n} of ${times} …`)
      const busy = loadNow()
      const verified = await verifying(folder)
      const load = [busy, loadNow()] as const
      runs.push({ verified, hashed: hashing(record, entries), hashedAsText: hashing(record, entries, 'hex'), load })
    }
    const of = (take: (run: Run) => number): number => median(runs.map(take))
    const [seconds, hashSeconds] = [of(({ verified }) => verified.seconds), of(({ hashed }) => hashed.seconds)]
    const processorSeconds = of(({ verified }) => verified.processorSeconds)
    const hashProcessorSeconds = of(({ hashed }) => hashed.processorSeconds)
    return {
      name: 'verify',
      ratio: seconds / hashSeconds,
      processorRatio: processorSeconds / hashProcessorSeconds,
      entries,
      seconds,
      processorSeconds,
      hashSeconds,
      hashProcessorSeconds,
      hashTextSeconds: of(({ hashedAsText }) => hashedAsText.seconds),
      peakMegabytes: Math.max(...runs.map(({ verified }) => verified.peakMegabytes)),
      runs,
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
