import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** log2 of scrypt's N. */
const usualWork = 14
const r = 8
const p = 5
const bytes = 32

const derive = (password: string, salt: Uint8Array, work: number): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(password.normalize('NFKC'), salt, bytes, { N: 2 ** work, r, p, maxmem: 64 * 1024 * 1024 }, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  )

const phc = (work: number, salt: Uint8Array, hash: Uint8Array): string =>
  `$scrypt$ln=${work},r=${r},p=${p}$${Buffer.from(salt).toString('base64url')}$${Buffer.from(hash).toString('base64url')}`

/** What is wrong with a password: 8 to 200 characters. */
export const passwordFaults = (password: string): readonly string[] => {
  const length = [...password.normalize('NFKC')].length
  return [...(length < 8 ? ['too_short'] : []), ...(length > 200 ? ['too_long'] : [])]
}

/** A PHC string of a fresh salt and scrypt N=2^14 r=8 p=5; less work only where tests ask for it. */
export const hashPassword = async (password: string, work: number = usualWork): Promise<string> => {
  const salt = randomBytes(16)
  return phc(work, salt, await derive(password, salt, work))
}

const stored = /^\$scrypt\$ln=([1-9]|1[0-4]),r=8,p=5\$([\w-]{22})\$([\w-]{43})$/

/** Checks a password in constant time; an unknown account costs the same. */
export const verifyPassword = async (password: string, kept: string | undefined): Promise<boolean> => {
  const [, work = usualWork, salt, hash] = stored.exec(kept ?? '') ?? []
  const derived = await derive(
    password.slice(0, 1000),
    Buffer.from(salt ?? 'AAAAAAAAAAAAAAAAAAAAAA', 'base64url'),
    Number(work),
  )
  if (salt === undefined || hash === undefined) return false
  return timingSafeEqual(derived, Buffer.from(hash, 'base64url'))
}
