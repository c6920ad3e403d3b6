import { fromBase64, toBase64 } from './base64.ts'
import { canonicalBytes } from './canonical.ts'
import type { Sha256 } from './hash.ts'

/**
 * A checkpoint says where a community's tree stood, in the form of C2SP tlog-checkpoint: origin, size and root, a line each,
 * signed as a C2SP signed note by Ed25519 (signature type 0x01), the record key. Whoever has kept one can hold the record to it.
 */
export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
}

/** A public record key: its raw 32 bytes. */
export type PublicKey = Uint8Array

/** One line under a note: whose it is, which key, and the signature. */
export interface NoteSignature {
  readonly name: string
  readonly keyId: Uint8Array
  readonly signature: Uint8Array
}

export interface SignedCheckpoint extends Checkpoint {
  /** What was signed: the three lines, each with its line break. */
  readonly body: string
  readonly signatures: readonly NoteSignature[]
}

const encoder = new TextEncoder()
/** Says of a key that it is Ed25519 and signs notes as they are. */
const ed25519 = 1

/** Under which name a community's tree is signed; the installation is not part of it, the community's id is like no other. */
export const originOf = (community: string): string => `yishi/${community}`

/** The leaf that stands for a chain's head in the tree: canonical JSON. */
export const sealedHeadBytes = (sealed: {
  readonly chain: string
  readonly seq: number
  readonly head: string
}): Uint8Array => canonicalBytes({ chain: sealed.chain, head: sealed.head, seq: sealed.seq })

/** The first four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key): which key a signature asks for. */
export const keyIdOf = (sha256: Sha256, name: string, key: PublicKey): Uint8Array =>
  sha256(Uint8Array.of(...encoder.encode(`${name}\n`), ed25519, ...key)).slice(0, 4)

/** The lines that are signed. */
export const checkpointBody = ({ origin, size, root }: Checkpoint): string => `${origin}\n${size}\n${toBase64(root)}\n`

/** The whole note, as it leaves the system. */
export const checkpointNote = (body: string, signatures: readonly NoteSignature[]): string =>
  `${body}\n${signatures
    .map(({ name, keyId, signature }) => `— ${name} ${toBase64(Uint8Array.of(...keyId, ...signature))}\n`)
    .join('')}`

const sizeLine = /^(0|[1-9]\d{0,15})$/

/** Reads a note that somebody has kept: copied by hand, it may have lost its last line break or have those of another system. */
export const readKeptCheckpoint = (text: string): SignedCheckpoint | undefined =>
  readCheckpoint(`${text.replaceAll('\r\n', '\n').trim()}\n`)

/** Reads a note as the record has it, every line ended by LF, the last one too; undefined where it is none. */
export const readCheckpoint = (text: string): SignedCheckpoint | undefined => {
  const [head, below, more] = text.split('\n\n')
  if (head === undefined || below === undefined || more !== undefined || !below.endsWith('\n')) return undefined
  const [origin, size, root, extension] = head.split('\n')
  if (!origin || size === undefined || !sizeLine.test(size) || root === undefined || extension !== undefined)
    return undefined
  const hash = fromBase64(root)
  if (hash?.length !== 32) return undefined
  const signatures = below.slice(0, -1).split('\n').map(readSignature)
  const known = signatures.filter((one) => one !== undefined)
  if (known.length !== signatures.length) return undefined
  return { origin, size: Number(size), root: hash, body: `${head}\n`, signatures: known }
}

const readSignature = (line: string): NoteSignature | undefined => {
  const [, name, text] = /^— (\S+) (\S+)$/.exec(line) ?? []
  const bytes = text === undefined ? undefined : fromBase64(text)
  return name === undefined || bytes === undefined || bytes.length < 5
    ? undefined
    : { name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) }
}

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 24

/**
 * A checkpoint short enough for paper and the telephone: 120 bits of SHA-256 over its lines, in Crockford's letters. It
 * commits to origin, size and root; who reads it back may write O for 0, I or L for 1, and leave out the hyphens.
 */
export const codeOf = (sha256: Sha256, checkpoint: Checkpoint): string => {
  const [...bytes] = sha256(encoder.encode(checkpointBody(checkpoint))).slice(0, (codeLength * 5) / 8)
  let bits = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  const code: string[] = []
  for (let n = 0; n < codeLength; n += 1) {
    code.unshift(letters[Number(bits % 32n)] ?? '')
    bits /= 32n
  }
  return (code.join('').match(/.{4}/g) ?? []).join('-')
}

/** The code as it was meant; undefined where it is none. */
export const readCode = (typed: string): string | undefined => {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  const isCode = plain.length === codeLength && [...plain].every((letter) => letters.includes(letter))
  return isCode ? (plain.match(/.{4}/g) ?? []).join('-') : undefined
}

/** A code with its size, as it stands on paper: the size before it, or behind it in brackets as papers once had it. Undefined where it is none. */
export const readCodeWithSize = (text: string): { readonly size: number; readonly code: string } | undefined => {
  const plain = text.normalize('NFKC').trim()
  const [, first, then] = /^(\d{1,15})\s*:(.+)$/.exec(plain) ?? []
  const [, before, last] = /^(.+?)\s*\((\d{1,15})\)$/.exec(plain) ?? []
  const [size, typed] = first === undefined ? [last, before] : [first, then]
  const code = typed === undefined ? undefined : readCode(typed)
  return size === undefined || code === undefined ? undefined : { size: Number(size), code }
}
