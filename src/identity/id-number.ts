import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { Keys } from './keys.ts'

export interface SealedIdNumber {
  /** HMAC-SHA256 in hex, keyed, for finding the same number again in the same community. */
  readonly hash: string
  /** iv ‖ tag ‖ AES-256-GCM. */
  readonly sealed: Uint8Array
  readonly lastFour: string
}

/** Keeps an ID number so that only this installation, for this community, can read it again. */
export const sealIdNumber = (
  idNumber: string,
  { secrets }: Pick<Keys, 'secrets'>,
  community: string,
): SealedIdNumber => {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', secrets.idEncrypt, iv).setAAD(Buffer.from(community))
  const text = Buffer.concat([cipher.update(idNumber, 'utf8'), cipher.final()])
  return {
    hash: createHmac('sha256', secrets.idHash).update(`${community} ${idNumber}`).digest('hex'),
    sealed: Buffer.concat([iv, cipher.getAuthTag(), text]),
    lastFour: idNumber.slice(-4),
  }
}

/** Reads a sealed ID number; throws where it was sealed for another community or changed. */
export const openIdNumber = (sealed: Uint8Array, { secrets }: Pick<Keys, 'secrets'>, community: string): string => {
  const decipher = createDecipheriv('aes-256-gcm', secrets.idEncrypt, sealed.subarray(0, 12)).setAAD(
    Buffer.from(community),
  )
  decipher.setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8')
}
