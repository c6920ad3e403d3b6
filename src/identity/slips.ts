import { createHmac, randomInt } from 'node:crypto'
import { ok, type Result, refuse } from '../../workflows/result.ts'

/** Digits and letters, without 0 1 I L O U Z. Twenty-nine, a prime: so each wrong symbol and each swap of two changes the check symbol. */
export const slipAlphabet = '23456789ABCDEFGHJKMNPQRSTVWXY'
const alphabet = slipAlphabet
const size = 12

const checkSymbol = (body: string): string => {
  let sum = 0
  for (const [index, symbol] of [...body].entries())
    sum = (sum + (index + 1) * (alphabet.indexOf(symbol) + 1)) % alphabet.length
  return alphabet[sum] ?? ''
}

/** A one-time code to be printed: eleven random symbols and a check symbol, in groups of four. */
export const newSlip = (key: Uint8Array): { readonly code: string; readonly hash: string } => {
  const body = Array.from({ length: size - 1 }, () => alphabet[randomInt(alphabet.length)] ?? '').join('')
  const whole = body + checkSymbol(body)
  return { code: whole.match(/.{4}/g)?.join('-') ?? whole, hash: keyed(whole, key) }
}

/** Codes as people type them: case, spaces, dashes and full width are forgiven, and U for V and Z for 2. */
export const normaliseSlip = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}−_]/gu, '')
    .replaceAll('U', 'V')
    .replaceAll('Z', '2')

/** What a code is found by: an HMAC, so that the database alone gives no code away. A typo is told from a wrong code. */
export const slipLookup = (text: string, key: Uint8Array): Result<string, { readonly code: 'slip_mistyped' }> => {
  const code = normaliseSlip(text)
  const wellFormed = code.length === size && [...code].every((symbol) => alphabet.includes(symbol))
  return wellFormed && checkSymbol(code.slice(0, -1)) === code.at(-1)
    ? ok(keyed(code, key))
    : refuse({ code: 'slip_mistyped' })
}

const keyed = (code: string, key: Uint8Array): string => createHmac('sha256', key).update(`slip ${code}`).digest('hex')
