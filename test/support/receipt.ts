import { compactVerify, createLocalJWKSet } from 'jose'
import { sha256 } from '../../src/record/sha256.ts'
import type { Receipt } from '../../src/services/votes/receipt.ts'
import { parseEntry } from '../../workflows/format/entry.ts'
import { fromHex, headOf, leafOf, toHex } from '../../workflows/format/hash.ts'
import type { RecordExport } from '../../workflows/verify.ts'
import { opens } from './recorded-votes.ts'

type Jwks = Parameters<typeof createLocalJWKSet>[0]

const encoder = new TextEncoder()

/**
 * What is wrong with a receipt, worked out as its voter could with any library for JWS and SHA-256: its own bytes lead over
 * the later leaves to the signed head, and its salt opens the choice. Undefined where it holds.
 */
export const faultOf = async (receipt: Receipt, jwks: Jwks): Promise<string | undefined> => {
  try {
    const bytes = encoder.encode(receipt.entry)
    const leaves = [toHex(leafOf(sha256, bytes)), ...receipt.laterLeaves]
    const head = leaves.reduce((before, leaf) => headOf(sha256, before, fromHex(leaf)), fromHex(receipt.previousHead))
    const { payload, protectedHeader } = await compactVerify(receipt.signedHead, createLocalJWKSet(jwks))
    if (protectedHeader.typ !== 'yishi-head+jwt') return 'signed as something else'
    const signed = JSON.parse(new TextDecoder().decode(payload))
    if (signed.head !== toHex(head)) return 'leads to another head'
    const entry = parseEntry(bytes)
    const fits = signed.community === entry.community && signed.chain === entry.chain
    if (!fits || signed.seq !== entry.seq + receipt.laterLeaves.length) return 'signed for another place'
    const { choice, salt } = receipt
    if ((entry.kind !== 'vote.cast' && entry.kind !== 'ballot.taken') || entry.data.ballot !== receipt.ballot)
      return 'not a vote of this ballot'
    if (entry.seq !== receipt.seq || entry.recordedAt !== receipt.recordedAt) return 'not what the entry says'
    // Of a secret ballot it proves that the voter took part, and has nothing that would open a choice.
    if (entry.kind === 'ballot.taken') return choice ?? salt
    const opened = choice !== undefined && salt !== undefined && opens(entry.data.choice, salt, choice)
    return opened ? undefined : 'opens to another choice'
  } catch (error) {
    return error instanceof Error ? error.message : 'unreadable'
  }
}

/** Whether a record, as somebody was given it, has the vote of a receipt where the receipt says. */
export const isIn = (receipt: Receipt, { chains }: RecordExport): boolean =>
  chains.some(({ entries }) => entries[receipt.seq - 1]?.bytes === receipt.entry)
