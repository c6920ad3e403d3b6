import { readCode } from '../../workflows/format/checkpoint.ts'
import type { Ed25519 } from '../../workflows/format/signed-head.ts'
import { type Kept, verifySource } from '../../workflows/verify.ts'
import { sayReport } from '../documents/verify-report.ts'
import { keysIn } from './known-keys.ts'
import { openRecord } from './open-record.ts'
import { sha256 } from './sha256.ts'

/** The verifier as a page of one file: what is dropped on it is read where it lies, and nothing leaves the machine. */

const ed25519: Ed25519 = async (key, message, signature) => {
  const [raw, said, signed] = [key, message, signature].map((bytes) => new Uint8Array(bytes))
  if (!raw || !said || !signed) return false
  return crypto.subtle.verify(
    'Ed25519',
    await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']),
    signed,
    said,
  )
}

const at = (id: string): HTMLElement => document.getElementById(id) ?? document.body
const typed = (id: string): string => (at(id) as HTMLInputElement).value.trim()

/** A key, a checkpoint or a code, as somebody pasted it. */
const keptIn = (text: string): Kept | undefined => {
  if (text === '') return {}
  const [, size, code = ''] = /^(\d{1,15})\s*[::]\s*(.+)$/.exec(text) ?? []
  const plain = readCode(code)
  if (size !== undefined && plain !== undefined) return { codes: [{ size: Number(size), code: plain }] }
  const keys = keysIn(text)
  return keys ? { keys } : text.includes('\n') ? { checkpoints: [text] } : undefined
}

const check = async (file: File): Promise<void> => {
  const answer = at('answer')
  answer.textContent = `${file.name} …`
  const kept = keptIn(typed('kept'))
  if (!kept) {
    answer.textContent =
      '填写的不是公钥、存证校验码或“编号:校验码” / what was pasted is no key, checkpoint or SIZE:CODE'
    return
  }
  try {
    const slice = async (from: number, to: number) => new Uint8Array(await file.slice(from, to).arrayBuffer())
    const source = await openRecord({ size: file.size, slice })
    const report = await verifySource(source, { sha256, ed25519 }, kept, ({ entries, chain }) => {
      answer.textContent = `${entries} · ${chain}`
    })
    answer.dataset.ok = String(report.ok)
    answer.textContent = `${sayReport(report, 'zh')}\n${sayReport(report, 'en')}`
  } catch (error) {
    answer.dataset.ok = 'false'
    answer.textContent = `不能核对 / cannot be checked: ${error instanceof Error ? error.message : String(error)}`
  }
}

document.addEventListener('dragover', (event) => event.preventDefault())
document.addEventListener('drop', (event) => {
  event.preventDefault()
  const file = event.dataTransfer?.files[0]
  if (file) void check(file)
})
at('file').addEventListener('change', () => {
  const file = (at('file') as HTMLInputElement).files?.[0]
  if (file) void check(file)
})
