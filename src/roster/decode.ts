import { ok, type Result, refuse } from '../../workflows/result.ts'

/** Why the bytes of a file give no text; each says what the clerk does next. */
export type DecodeRefusal =
  | { readonly code: 'roster_too_large'; readonly limit: number; readonly zh: string; readonly en: string }
  | {
      readonly code: 'roster_is_xlsx' | 'roster_not_text' | 'roster_encoding_unknown'
      readonly zh: string
      readonly en: string
    }

const atMost = 5_000_000
const zip = [0x50, 0x4b, 0x03, 0x04] as const
const oldWorkbook = [0xd0, 0xcf, 0x11, 0xe0] as const
const utf16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
] as const

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, i) => bytes[i] === byte)

const textIn = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Reads a file as UTF-8 where it is that throughout, else as GB18030, as Chinese spreadsheets save CSV. */
export const decodeRoster = (
  bytes: Uint8Array,
): Result<{ encoding: 'UTF-8' | 'GB18030'; text: string }, DecodeRefusal> => {
  if (bytes.length > atMost)
    return refuse({
      code: 'roster_too_large',
      limit: atMost,
      zh: `花名册文件过大,上限 ${atMost / 1_000_000} MB`,
      en: `The roster file is too large; at most ${atMost / 1_000_000} MB`,
    })
  if (startsWith(bytes, zip) || startsWith(bytes, oldWorkbook))
    return refuse({
      code: 'roster_is_xlsx',
      zh: '这是 Excel 工作簿,请在表格软件中另存为"CSV UTF-8(逗号分隔)"再上传;身份证号一列须先设为文本',
      en: 'This is a workbook; save it as "CSV UTF-8 (comma delimited)", with the ID column set to text, and upload that',
    })
  if (utf16.some((mark) => startsWith(bytes, mark)) || bytes.includes(0))
    return refuse({
      code: 'roster_not_text',
      zh: '文件不是可读的文本(可能是 UTF-16 或其他格式),请另存为"CSV UTF-8(逗号分隔)"再上传',
      en: 'The file is not plain text (UTF-16 or another format); save it as "CSV UTF-8 (comma delimited)" and upload that',
    })
  const utf8 = textIn(bytes, 'utf-8')
  if (utf8 !== undefined) return ok({ encoding: 'UTF-8', text: utf8 })
  const gb18030 = textIn(bytes, 'gb18030')
  if (gb18030 !== undefined) return ok({ encoding: 'GB18030', text: gb18030 })
  return refuse({
    code: 'roster_encoding_unknown',
    zh: '认不出文件的文字编码(不是 UTF-8,也不是 GB18030),请另存为"CSV UTF-8(逗号分隔)"再上传',
    en: 'The encoding is neither UTF-8 nor GB18030; save the file as "CSV UTF-8 (comma delimited)" and upload that',
  })
}
