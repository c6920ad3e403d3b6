import { execFile } from 'node:child_process'
import { hash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { verifierProgram } from '../src/verifier/build.ts'
import type { RecordExport } from '../workflows/verify.ts'
import { playedCase, writesArchive } from './archive.ts'

export interface Verified {
  readonly name: 'verify'
  /** By the clock: verifying, from the program's start to its end, to hashing each entry once. */
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
  /** Of the whole process, all threads together. */
  readonly peakMegabytes: number
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

/** Verifies an archive of many entries by the verifier's own program, in a process of its own. */
export const benchVerify = async (atLeast: number, tell: (line: string) => void): Promise<Verified> => {
  const folder = await mkdtemp(join(tmpdir(), 'yishi-bench-'))
  try {
    tell('playing a case …')
    const { record, keys } = await playedCase()
    await writeFile(join(folder, 'verify.mjs'), await verifierProgram())
    tell('writing the archive …')
    const entries = await writesArchive(join(folder, 'archive.zip'), record, keys, atLeast)
    hashing(record, Math.min(entries, 100_000))
    const before = hashing(record, entries)
    const { seconds: hashTextSeconds } = hashing(record, entries, 'hex')
    tell(`verifying ${entries} entries …`)
    const args = ['--import', tellsUse, 'verify.mjs', 'archive.zip', '--lang', 'en']
    const [from, busy] = [performance.now(), loadavg()[0] ?? 0]
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: folder, maxBuffer: 1 << 26 })
    const [seconds, load] = [(performance.now() - from) / 1000, [busy, loadavg()[0] ?? 0] as const]
    if (!stdout.includes('all agrees')) throw new Error(stdout)
    const [, peak, used] = /used (\d+) (\d+)/.exec(stderr) ?? []
    const processorSeconds = Number(used) / 1_000_000
    const after = hashing(record, entries)
    // The quicker of both: what slowed the other is not the hash.
    const hashed = after.seconds < before.seconds ? after : before
    return {
      name: 'verify',
      ratio: seconds / hashed.seconds,
      processorRatio: processorSeconds / hashed.processorSeconds,
      entries,
      seconds,
      processorSeconds,
      hashSeconds: hashed.seconds,
      hashProcessorSeconds: hashed.processorSeconds,
      hashTextSeconds,
      peakMegabytes: Math.round(Number(peak) / 1024),
      load,
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
