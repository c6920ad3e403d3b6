import { readFile } from 'node:fs/promises'
import { readCodeWithSize, readKeptCheckpoint } from '../../workflows/format/checkpoint.ts'
import { type Receipt, readReceipts } from '../../workflows/verify/receipt.ts'
import type { Kept, RecordSource } from '../../workflows/verify.ts'
import { keysIn } from './known-keys.ts'

/** What whoever runs the verifier gave it that it cannot use. */
export class WrongUse extends Error {}

interface Asked {
  readonly key: readonly string[]
  readonly checkpoint: readonly string[]
  readonly code: readonly string[]
}

/** What whoever runs it has kept from elsewhere. */
export const keptFrom = async ({ key, checkpoint, code }: Asked): Promise<Kept> => {
  const keys: Uint8Array[] = []
  for (const one of key) {
    const found = keysIn(one) ?? keysIn(await readFile(one, 'utf8').catch(() => ''))
    if (!found) throw new WrongUse(`${one} 不是公钥 / is no public key`)
    keys.push(...found)
  }
  const checkpoints = await Promise.all(
    checkpoint.map(async (file) => {
      const note = await readFile(file, 'utf8')
      if (!readKeptCheckpoint(note)) throw new WrongUse(`${file} 不是存证校验码文件 / is no checkpoint`)
      return note
    }),
  )
  const codes = code.map((one) => {
    const found = readCodeWithSize(one)
    if (!found) throw new WrongUse(`${one} 应写作 编号:校验码 / is to be SIZE:CODE`)
    return found
  })
  return { keys, checkpoints, codes }
}

/** The name of a record key is as long as the key: taken for it, it would make every record look forged. */
export const refuseNames = (keys: readonly string[], source: RecordSource): void => {
  const names = new Set(source.keys.keys.map((key) => (key as { readonly kid?: unknown }).kid))
  for (const one of keys)
    if (names.has(one.trim()))
      throw new WrongUse(`${one} 是公钥的编号(kid),不是公钥(x) / is the name of a key (kid), not the key (x)`)
}

/** A receipt, or the receipts of a file. */
export const receiptsIn = (text: string, file: string): readonly Receipt[] => {
  const receipts = readReceipts(text)
  if (!receipts) throw new WrongUse(`${file} 不是回执,或同一项出现两次 / is no receipt, or says something twice`)
  return receipts
}

const causes: Readonly<Record<string, string>> = {
  ENOENT: '找不到文件 / no such file',
  EACCES: '没有读取权限 / not allowed to read it',
  EISDIR: '这是文件夹,不是文件 / a folder and no file',
}

/** Why something could not be checked, in one line. */
export const whyOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  const { code, path } = error as NodeJS.ErrnoException
  const cause = code === undefined ? undefined : causes[code]
  return cause === undefined ? (error.message.split('\n')[0] ?? '') : `${cause}${path === undefined ? '' : `: ${path}`}`
}
