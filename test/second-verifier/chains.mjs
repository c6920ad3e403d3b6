/** What verification checks first: every chain by itself, and against the heads that were signed. */
import { readEntry } from './entries.mjs'
import { genesis, headAfter, leafOf, openHead } from './heads.mjs'

const placeFault = (entry, before, { community, name, seq }) => {
  if (entry.chain !== name || entry.seq !== seq || entry.community !== community) return 'out_of_place'
  return before !== undefined && entry.recordedAt < before.recordedAt ? 'time_runs_back' : undefined
}

const readEntries = ({ name, entries: exported }, community) => {
  const [entries, heads] = [[], []]
  let head = genesis
  let fault
  for (const [index, { bytes, head: claimed }] of exported.entries()) {
    const seq = index + 1
    head = headAfter(head, leafOf(bytes))
    heads.push(head.toString('hex'))
    const read = readEntry(bytes)
    const code =
      (heads[index] !== claimed && 'head_wrong') ||
      read.fault ||
      placeFault(read.entry, entries.at(-1), { community, name, seq })
    if (code) fault ??= { chain: name, seq, code }
    if (read.entry) entries.push(read.entry)
  }
  return { name, entries, heads, fault }
}

/** How far the chain is what was signed: up to `fitting`; `misfit` is where a signed head is another. */
const signaturesOf = ({ name, heads }, { signedHead, signedHeads = [] }, { community, keys }) => {
  let [fitting, misfit] = [0, undefined]
  for (const jws of [...signedHeads, signedHead]) {
    const signed = openHead(jws, keys)
    // What no key has signed, or for another chain, says nothing.
    if (signed?.community !== community || signed.chain !== name || signed.seq > heads.length) continue
    if (heads[signed.seq - 1] !== signed.head) misfit = Math.min(misfit ?? signed.seq, signed.seq)
    else if (misfit === undefined) fitting = Math.max(fitting, signed.seq)
  }
  const last = openHead(signedHead, keys)
  const isOfThisPlace = last?.community === community && last.chain === name && last.seq === heads.length
  return { fitting, misfit, isOfThisPlace }
}

/** An export's chains by name, each read as far as it can be, with its first fault. */
export const readChains = (record) => {
  const rank = ({ name }) => ['community', `proposal/${record.proposal}`, name].indexOf(name)
  const inOrder = [...record.chains].sort((a, b) => rank(a) - rank(b))
  return new Map(
    inOrder.map((exported) => {
      const chain = readEntries(exported, record.community)
      return [chain.name, { ...chain, ...signaturesOf(chain, exported, record) }]
    }),
  )
}

export const signatureFault = ({ name, heads, fitting, misfit, isOfThisPlace }) => {
  const at = (seq) => ({ chain: name, seq, code: 'signature_wrong' })
  if (!isOfThisPlace) return at(heads.length)
  return misfit === undefined ? undefined : at(fitting + 1)
}
