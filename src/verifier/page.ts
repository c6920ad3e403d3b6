import './without-eval.ts'
import type { Ed25519 } from '../../workflows/format/signed-head.ts'
import { type Receipt, type ReceiptReport, verifyReceipt } from '../../workflows/verify/receipt.ts'
import { verifySource } from '../../workflows/verify.ts'
import type { Lang } from '../../workflows/wording.ts'
import { sayReceipt, sayReport } from '../documents/verify-report.ts'
import { givenIn } from './given.ts'
import { keptIn } from './kept.ts'
import { openRecord } from './open-record.ts'
import { words } from './page-words.ts'
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
const tools = { sha256, ed25519 }

const at = (id: string): HTMLElement => document.getElementById(id) ?? document.body
const kept = at('kept') as HTMLTextAreaElement
const chosen = at('file') as HTMLInputElement

type Said = (lang: Lang) => string

/** Says something in both languages, and whether it is good. */
const say = (said: Said, ok?: boolean): void => {
  at('answer').dataset.ok = String(ok ?? '')
  at('zh').textContent = said('zh')
  at('en').textContent = said('en')
}

/** What is at hand, and which check is the newest: an older one that ends later says nothing any more. */
const hand: { record?: File; receipts: readonly Receipt[]; check: number } = { receipts: [], check: 0 }

const opened = (file: File) =>
  openRecord({
    size: file.size,
    slice: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
  })

const wrongWith = (error: unknown): Said => {
  const why = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return error instanceof DOMException && error.name === 'NotSupportedError'
    ? (lang) => words.tooOld[lang]
    : (lang) => `${words.unreadable[lang]} ${why}`
}

/** Checks what is at hand. */
const check = async (): Promise<void> => {
  hand.check += 1
  const mine = hand.check
  const { record, receipts } = hand
  const known = keptIn(kept.value)
  if (!known) return say((lang) => words.kept[lang], false)
  if (!record) return say((lang) => (receipts.length > 0 ? words.recordWanted[lang] : ''))
  say((lang) => `${words.going[lang]} ${record.name} …`)
  try {
    const found: ReceiptReport[] = []
    for (const receipt of receipts) found.push(await verifyReceipt(receipt, await opened(record), tools))
    const report = await verifySource(await opened(record), tools, known, ({ entries, chain }) => {
      if (mine === hand.check) at('progress').textContent = `${entries} · ${chain}`
    })
    if (mine !== hand.check) return
    const ok = report.ok && found.every((one) => one.ok)
    say((lang) => `${found.map((one) => `${sayReceipt(one, lang)}\n`).join('')}${sayReport(report, lang)}`, ok)
  } catch (error) {
    if (mine === hand.check) say(wrongWith(error), false)
  } finally {
    if (mine === hand.check) at('progress').textContent = ''
  }
}

/** Takes files in whichever order they come: a record and a receipt are kept at hand, a key or a checkpoint is written down. */
const take = async (files: Iterable<File>): Promise<void> => {
  for (const file of files) {
    const given = await givenIn(file)
    if (given.sort === 'unknown') return say((lang) => `${words.unknown[lang]} ${file.name}`, false)
    if (given.sort === 'record') hand.record = file
    if (given.sort === 'receipts') hand.receipts = given.receipts
    if (given.sort === 'kept') kept.value = `${kept.value}\n${given.text}`.trim()
  }
  await check()
}

document.addEventListener('dragover', (event) => event.preventDefault())
document.addEventListener('drop', (event) => {
  event.preventDefault()
  void take([...(event.dataTransfer?.files ?? [])])
})
chosen.addEventListener('change', () => void take([...(chosen.files ?? [])]))
kept.addEventListener('change', () => void check())
