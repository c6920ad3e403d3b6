import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

const logN = 14
const r = 8
const p = 5
const bytes = 32

const derive = (password: string, salt: Uint8Array, n: number): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(password.normalize('NFKC'), salt, bytes, { N: 2 ** n, r, p, maxmem: 64 * 1024 * 1024 }, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  )

const phc = (salt: Uint8Array, hash: Uint8Array): string =>
  `$scrypt$ln=${logN},r=${r},p=${p}$${Buffer.from(salt).toString('base64url')}$${Buffer.from(hash).toString('base64url')}`

/** What is wrong with a password: 8 to 200 characters. */
export const passwordFaults = (password: string): readonly string[] => {
  const length = [...password.normalize('NFKC')].length
  return [...(length < 8 ? ['too_short'] : []), ...(length > 200 ? ['too_long'] : [])]
}

/** A PHC string of a fresh salt and scrypt N=2^14 r=8 p=5. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16)
  return phc(salt, await derive(password, salt, logN))
}

const stored = /^\$scrypt\$ln=14,r=8,p=5\$([\w-]{22})\$([\w-]{43})$/

/** Checks a password in constant time; an unknown account costs the same. */
export const verifyPassword = async (password: string, kept: string | undefined): Promise<boolean> => {
  const [, salt, hash] = stored.exec(kept ?? '') ?? []
  const derived = await derive(
    password.slice(0, 1000),
    Buffer.from(salt ?? 'AAAAAAAAAAAAAAAAAAAAAA', 'base64url'),
    logN,
  )
  if (salt === undefined || hash === undefined) return false
  return timingSafeEqual(derived, Buffer.from(hash, 'base64url'))
}
