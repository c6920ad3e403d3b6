/**
 * A second verifier, written from workflows/format/README.md by somebody who had not seen the first. It checks chains, hashes,
 * signatures, citations, disclosures and tallies. Left out: the replay of the procedure (gates and verdicts), so a record that
 * breaks no hash and no count but a rule passes here. Usage: node second.mjs FILE.json; exit code 0 only if all agrees.
 */
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { ballotFault, disclosureFault, pollFault, signInFault } from './ballots.mjs'
import { rootOf } from './bytes.mjs'
import { readChains, signatureFault } from './chains.mjs'
import { citationFault } from './citations.mjs'
import { minutesFault } from './meetings.mjs'
import { attestationFault, keyFault } from './persons.mjs'
import { replayFault } from './replay.mjs'
import { checkpointFault, leafFault } from './tree.mjs'

export { canonical, commitmentOf } from './bytes.mjs'
export { readEntry } from './entries.mjs'
export { leafOf, openHead, receiptFault, thumbprintOf } from './heads.mjs'
export { kinds } from './kinds.mjs'
export { consistent, included, leafHash } from './merkle.mjs'
export { chained, rewritten } from './rewrite.mjs'
export { codeOf, keyIdOf, leafBytes, noteSignedBy, readNote, rootAt } from './tree.mjs'

const openingFault = (record, proposal) => {
  const name = `proposal/${record.proposal}`
  if (proposal?.entries[0]?.kind !== 'proposal.opened') return { chain: name, seq: 1, code: 'chain_missing' }
  const { adoptionHash } = proposal.entries[0].data
  return adoptionHash === rootOf(record.adoption) ? undefined : { chain: name, seq: 1, code: 'adoption_wrong' }
}

const chainFault = (record, chain) => chain.fault ?? leafFault(record, chain) ?? signatureFault(chain)

/** The first disagreement as `{ chain, seq, code }`, or undefined where all agrees. */
export const faultOf = (record) => {
  const chains = readChains(record)
  const all = [...chains.values()]
  const [community, proposal] = [chains.get('community'), chains.get(`proposal/${record.proposal}`)]
  const meetings = all.filter(({ name }) => name.startsWith('meeting/'))
  const checks = [
    () => checkpointFault(record, chains),
    ...all.map((chain) => () => chainFault(record, chain)),
    () => openingFault(record, proposal),
    () => replayFault(proposal),
    () => citationFault(chains, proposal),
    () => ballotFault(chains, proposal, record.disclosures),
    () => pollFault(chains, proposal),
    ...meetings.map((meeting) => () => signInFault(meeting)),
    ...meetings.map((meeting) => () => minutesFault(meeting)),
    ...all.map((chain) => () => attestationFault(chain, community)),
    () => keyFault(record.keys, community),
    () => disclosureFault(record.disclosures, proposal),
  ]
  for (const check of checks) {
    const found = check()
    if (found) return found
  }
  return undefined
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const fault = faultOf(JSON.parse(readFileSync(process.argv[2], 'utf8')))
  console.log(fault ? `${fault.chain}, entry ${fault.seq}: ${fault.code}` : 'all agrees')
  process.exitCode = fault ? 1 : 0
}
