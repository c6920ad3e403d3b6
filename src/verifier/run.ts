import { readSync } from 'node:fs'
import { type FileHandle, open, readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { inflateRawSync } from 'node:zlib'
import { receiptsFile, verifyReceipt } from '../../workflows/verify/receipt.ts'
import type { Lying } from '../../workflows/verify/zip.ts'
import { type Kept, type Tools, verifySource } from '../../workflows/verify.ts'
import type { Lang } from '../../workflows/wording.ts'
import { sayReceipt, sayReport } from '../documents/verify-report.ts'
import { ed25519 } from '../identity/record-key.ts'
import { sha256 } from '../record/sha256.ts'
import { codeIn } from './kept.ts'
import { keysIn } from './known-keys.ts'
import { openRecord } from './open-record.ts'
import { usage } from './words.ts'

const tools: Tools = { sha256, ed25519 }

class WrongUse extends Error {}

const lyingIn = async (handle: FileHandle): Promise<Lying> => {
  const { size } = await handle.stat()
  return {
    size,
    slice: async (from, to) => {
      const bytes = new Uint8Array(to - from)
      return bytes.subarray(0, readSync(handle.fd, bytes, 0, to - from, from))
    },
    inflated: (packed, size) => {
      try {
        return inflateRawSync(packed, { chunkSize: Math.max(size, 64), maxOutputLength: Math.max(size, 1) })
      } catch {
        return undefined
      }
    },
  }
}

interface Asked {
  readonly key: readonly string[]
  readonly checkpoint: readonly string[]
  readonly code: readonly string[]
}

/** What whoever runs it has kept from elsewhere. */
const keptIn = async ({ key, checkpoint, code }: Asked): Promise<Kept> => {
  const keys: Uint8Array[] = []
  for (const one of key) {
    const found = keysIn(one) ?? keysIn(await readFile(one, 'utf8').catch(() => ''))
    if (!found) throw new WrongUse(one)
    keys.push(...found)
  }
  const checkpoints = await Promise.all(checkpoint.map((file) => readFile(file, 'utf8')))
  const codes = code.map((one) => {
    const found = codeIn(one)
    if (!found) throw new WrongUse(one)
    return found
  })
  return { keys, checkpoints, codes }
}

const everySoOften = 50_000

const checked = async (args: readonly string[]): Promise<0 | 1 | 2> => {
  const several = { type: 'string', multiple: true, default: [] as string[] } as const
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { key: several, checkpoint: several, code: several, lang: { type: 'string', default: 'zh' } },
  })
  const lang: Lang = values.lang === 'en' ? 'en' : 'zh'
  const [first, ...rest] = positionals
  const [receipt, file] = first === 'receipt' ? rest : [undefined, first]
  if (file === undefined || positionals.length !== (first === 'receipt' ? 3 : 1)) {
    process.stderr.write(usage(lang))
    return 2
  }
  const kept = await keptIn(values)
  const handle = await open(file)
  try {
    const source = await openRecord(await lyingIn(handle)).catch(() => {
      throw new WrongUse(`${file} 不是本系统导出的档案 / is no export of a record`)
    })
    if (receipt !== undefined) {
      for (const read of receiptsFile.parse(JSON.parse(await readFile(receipt, 'utf8')))) {
        const report = await verifyReceipt(read, source, tools)
        process.stdout.write(sayReceipt(report, lang))
        if (!report.ok) return 1
      }
    }
    let told = 0
    const report = await verifySource(source, tools, kept, ({ entries, chain }) => {
      if (entries - told < everySoOften) return
      told = entries
      process.stderr.write(lang === 'zh' ? `已核对 ${entries} 条,${chain}\n` : `${entries} entries checked, ${chain}\n`)
    })
    process.stdout.write(sayReport(report, lang))
    return report.ok ? 0 : 1
  } finally {
    await handle.close()
  }
}

/** Runs the verifier as a program; answers its exit code. */
export const runVerifier = async (args: readonly string[]): Promise<number> => {
  try {
    return await checked(args)
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error)
    process.stderr.write(`不能核对 / cannot be checked: ${why}\n`)
    return 2
  }
}
