import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { z } from 'zod'
import {
  backupFormat,
  communityLine,
  type End,
  endLine,
  fileLine,
  type Line,
  type Manifest,
  manifestLine,
  type Row,
  tableLine,
} from './lines.ts'
import { BackupRefused } from './refused.ts'

/** Far above what a row or a file comes to; whatever is longer is no line of ours. */
const longest = 64 * 1024 * 1024
const newline = 10

const changed = (): BackupRefused =>
  new BackupRefused('changed', 'The backup has been changed since it was written: its hash does not fit.')
const cutShort = (): BackupRefused =>
  new BackupRefused('cut_short', 'The backup is cut short: its end is missing. Copy it again, or take an older one.')

/** A backup that is being read: its manifest, its lines, and after the last of them its end. */
export interface OpenedBackup {
  readonly manifest: Manifest
  readonly lines: () => AsyncGenerator<Line>
  /** Known once all lines are read; what was read may be kept only then. */
  readonly end: () => End
  /** For who stops reading before the end. */
  readonly close: () => Promise<void>
}

/** Opens a backup and reads its first line. Refuses what is none, and a format that this release does not know. */
export const openBackup = async (file: string): Promise<OpenedBackup> => {
  const texts = textsOf(file)
  const hash = createHash('sha256')
  let end: End | undefined

  const first = await texts.next().catch((error: unknown) => {
    if (error instanceof BackupRefused && error.code === 'changed') throw notABackup(file)
    throw error
  })
  if (first.done) throw notABackup(file)
  const manifest = manifestLine.safeParse(jsonOf(first.value))
  if (!manifest.success || manifest.data.format !== backupFormat) throw notABackup(file)
  hash.update(first.value).update('\n')

  async function* lines(): AsyncGenerator<Line> {
    for await (const text of texts) {
      if (end !== undefined) throw changed()
      if (text.startsWith('{"end":')) {
        end = read(endLine, text)
        if (hash.digest('hex') !== end.sha256) throw changed()
      } else {
        hash.update(text).update('\n')
        yield lineOf(text)
      }
    }
    if (end === undefined) throw cutShort()
  }

  return {
    manifest: manifest.data,
    lines,
    end: () => {
      if (end === undefined) throw cutShort()
      return end
    },
    close: async () => void (await texts.return(undefined)),
  }
}

const notABackup = (file: string): BackupRefused =>
  new BackupRefused(
    'not_a_backup',
    `${file} is no backup of this program, or of a release that this one does not know.`,
    {
      file,
    },
  )

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const read = <T>(shape: z.ZodType<T>, text: string): T => {
  const parsed = shape.safeParse(jsonOf(text))
  if (!parsed.success) throw changed()
  return parsed.data
}

const lineOf = (text: string): Line => {
  if (text.startsWith('[')) return { is: 'row', row: rowOf(text), text }
  if (text.startsWith('{"table":')) return { is: 'table', ...read(tableLine, text) }
  if (text.startsWith('{"file":')) return { is: 'file', ...read(fileLine, text) }
  return { is: 'community', ...read(communityLine, text) }
}

const rowOf = (text: string): Row => {
  const row: unknown = jsonOf(text)
  if (!Array.isArray(row)) throw changed()
  return row.map((value: unknown) => {
    if (value !== null && typeof value !== 'string') throw changed()
    return value
  })
}

const isCode = (error: unknown, codes: readonly string[]): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && codes.includes(String(error.code))

/** The lines as they were written, unpacked as they are asked for. */
async function* textsOf(file: string): AsyncGenerator<string, undefined> {
  const unpacked = pipeline(createReadStream(file), createGunzip({ chunkSize: 256 * 1024 }), () => undefined)
  let begun: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      let from = 0
      for (let to = chunk.indexOf(newline); to >= 0; to = chunk.indexOf(newline, from)) {
        yield Buffer.concat([...begun, chunk.subarray(from, to)]).toString('utf8')
        begun = []
        length = 0
        from = to + 1
      }
      begun.push(chunk.subarray(from))
      length += chunk.length - from
      if (length > longest) throw changed()
    }
  } catch (error) {
    if (isCode(error, ['Z_BUF_ERROR'])) throw cutShort()
    if (isCode(error, ['Z_DATA_ERROR', 'Z_NEED_DICT'])) throw changed()
    throw error
  }
  if (length > 0) throw cutShort()
  return undefined
}
