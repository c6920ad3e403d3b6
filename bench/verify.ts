import { execFile } from 'node:child_process'
import { hash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { verifierProgram } from '../src/verifier/build.ts'
import type { RecordExport } from '../workflows/verify.ts'
import { playedCase, writesArchive } from './archive.ts'

export interface Verified {
  readonly name: 'verify'
  readonly ratio: number
  readonly entries: number
  /** Seconds of the processor: the machine may be busy with other things. */
  readonly seconds: number
  /** One `crypto.hash` an entry over the same bytes, answered as bytes, which can be hashed on; `ratio` is to this. */
  readonly hashSeconds: number
  /** The same answered as text: Node makes no buffer for it. */
  readonly hashTextSeconds: number
  readonly peakMegabytes: number
}

/** What one hash an entry costs over bytes like these, answered as bytes or as text. */
const hashing = (record: RecordExport, entries: number, as: 'buffer' | 'hex' = 'buffer'): number => {
  const bytes = record.chains.flatMap((chain) => chain.entries.map((entry) => Buffer.from(entry.bytes)))
  const from = process.cpuUsage()
  for (let n = 0; n < entries; n += 1) hash('sha256', bytes[n % bytes.length] ?? bytes[0] ?? Buffer.alloc(0), as)
  return secondsOf(process.cpuUsage(from))
}

const secondsOf = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1_000_000

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
    const hashSeconds = hashing(record, entries)
    const hashTextSeconds = hashing(record, entries, 'hex')
    tell(`verifying ${entries} entries …`)
    const args = ['--import', tellsUse, 'verify.mjs', 'archive.zip', '--lang', 'en']
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: folder, maxBuffer: 1 << 26 })
    if (!stdout.includes('all agrees')) throw new Error(stdout)
    const [, peak, used] = /used (\d+) (\d+)/.exec(stderr) ?? []
    const [peakMegabytes, seconds] = [Math.round(Number(peak) / 1024), Number(used) / 1_000_000]
    return {
      name: 'verify',
      ratio: seconds / hashSeconds,
      entries,
      seconds,
      hashSeconds,
      hashTextSeconds,
      peakMegabytes,
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
