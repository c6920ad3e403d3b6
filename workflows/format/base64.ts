export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const noLetter = 64
const worthOf = (alphabet: string): Uint8Array =>
  Uint8Array.from({ length: 128 }, (_, code) => {
    const digit = alphabet.indexOf(String.fromCharCode(code))
    return digit < 0 ? noLetter : digit
  })
const [plain, ofAddresses] = [worthOf(`${letters}+/`), worthOf(`${letters}-_`)]

/** The bytes that unpadded letters stand for; undefined where they are not how those bytes are written. */
const decoded = (text: string, worth: Uint8Array): Uint8Array | undefined => {
  if (text.length % 4 === 1) return undefined
  const bytes = new Uint8Array((text.length * 3) >> 2)
  let [bits, held, at] = [0, 0, 0]
  for (let n = 0; n < text.length; n += 1) {
    const digit = worth[text.charCodeAt(n)] ?? noLetter
    if (digit === noLetter) return undefined
    bits = ((bits << 6) | digit) & 0xffff
    held += 6
    if (held < 8) continue
    held -= 8
    bytes[at] = bits >> held
    at += 1
  }
  return (bits & ((1 << held) - 1)) === 0 ? bytes : undefined
}

/** Undefined where the text is not how these bytes are written. */
export const fromBase64 = (text: string): Uint8Array | undefined => {
  const bare = text.replace(/={1,2}$/, '')
  return text.length % 4 === 0 && text.length - bare.length === (4 - (bare.length % 4)) % 4
    ? decoded(bare, plain)
    : undefined
}

/** The same in the letters of web addresses, without padding. */
export const toBase64url = (bytes: Uint8Array): string =>
  toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

export const fromBase64url = (text: string): Uint8Array | undefined => decoded(text, ofAddresses)
