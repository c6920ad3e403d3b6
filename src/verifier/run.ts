import { open, readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { NotAsWritten } from '../../workflows/verify/as-written.ts'
import { inTurn } from '../../workflows/verify/cases.ts'
import { verifyReceipt } from '../../workflows/verify/receipt.ts'
import { ZipUnreadable } from '../../workflows/verify/zip.ts'
import { type Progress, type Tools, verifySource } from '../../workflows/verify.ts'
import { sayReceipt, sayReport } from '../documents/verify-report.ts'
import { ed25519 } from '../identity/record-key.ts'
import { sha256 } from '../record/sha256.ts'
import { keptFrom, receiptsIn, refuseNames, WrongUse, whyOf } from './asked.ts'
import { lyingAt } from './lying.ts'
import { openRecord } from './open-record.ts'
import { type Hired, hire } from './spread.ts'
import { usage } from './words.ts'

const tools: Tools = { sha256, ed25519 }

/** A smaller file is checked sooner than other threads have begun. */
const spreadFrom = 8_000_000
/** More would take more memory than is promised. */
const threadsAtMost = 2

/** How many threads a file is worth, unless whoever runs it says so. */
const threadsFor = (size: number, asked: string | undefined): number => {
  if (asked === undefined) return size < spreadFrom ? 1 : Math.min(availableParallelism(), threadsAtMost)
  if (!/^[1-9]\d?$/.test(asked)) throw new WrongUse(`--threads ${asked}`)
  // They are hired before it is known how many cases there are: no more than can work at once.
  return Math.min(Number(asked), Math.max(availableParallelism(), threadsAtMost))
}

const everySoOften = 50_000

const checked = async (args: readonly string[], program: URL | undefined): Promise<0 | 1 | 2> => {
  const several = { type: 'string', multiple: true, default: [] as string[] } as const
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      key: several,
      checkpoint: several,
      code: several,
      threads: { type: 'string' },
      lang: { type: 'string', default: 'zh' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.lang !== 'zh' && values.lang !== 'en') throw new WrongUse(`--lang ${values.lang}`)
  const { lang } = values
  if (values.help) {
    process.stdout.write(usage(lang))
    return 0
  }
  const [first, ...rest] = positionals
  const [receipt, file] = first === 'receipt' ? rest : [undefined, first]
  if (file === undefined || positionals.length !== (first === 'receipt' ? 3 : 1)) {
    process.stderr.write(usage(lang))
    return 2
  }
  const kept = await keptFrom(values)
  const handle = await open(file)
  let hired: Hired | undefined
  try {
    const { fd } = handle
    const { size } = await handle.stat()
    const threads = threadsFor(size, values.threads)
    if (program && threads > 1) hired = hire({ program, fd, size, threads }, inTurn)
    const source = await openRecord(lyingAt(fd, size)).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error) throw error
      const told = error instanceof ZipUnreadable || error instanceof NotAsWritten
      const why = told ? ` (${error.message})` : ''
      throw new WrongUse(`${file} 不是本系统导出的档案 / is no export of a record${why}`)
    })
    refuseNames(values.key, source)
    if (receipt !== undefined) {
      for (const read of receiptsIn(await readFile(receipt, 'utf8'), receipt)) {
        const report = await verifyReceipt(read, source, tools)
        process.stdout.write(sayReceipt(report, lang))
        if (!report.ok) return 1
      }
    }
    let told = 0
    const tell: Progress = ({ entries, chain }) => {
      if (entries - told < everySoOften) return
      told = entries
      process.stderr.write(lang === 'zh' ? `已核对 ${entries} 条,${chain}\n` : `${entries} entries checked, ${chain}\n`)
    }
    const report = await verifySource(source, tools, kept, tell, hired?.outcomes)
    process.stdout.write(sayReport(report, lang))
    return report.ok ? 0 : 1
  } finally {
    await hired?.dismiss()
    await handle.close()
  }
}

/** Runs the verifier as a program, in several threads where one is given that they can run; answers its exit code. */
export const runVerifier = async (args: readonly string[], program?: URL): Promise<number> => {
  try {
    return await checked(args, program)
  } catch (error) {
    process.stderr.write(`不能核对 / cannot be checked: ${whyOf(error)}\n`)
    return 2
  }
}
