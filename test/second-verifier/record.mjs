/** One case's record, check after check, in the order that the format's text gives them. */
import { ballotFault, disclosureFault, pollFault, signInFault } from './ballots.mjs'
import { rootOf } from './bytes.mjs'
import { readChains, signatureFault } from './chains.mjs'
import { citationFault } from './citations.mjs'
import { seatedFault } from './claims.mjs'
import { lawHolds } from './law.mjs'
import { callFault, minutesFault } from './meetings.mjs'
import { attestationFault, keyFault } from './persons.mjs'
import { replayFault } from './replay.mjs'
import { checkpointFault, leafFault, trustedIn } from './tree.mjs'

const openingFault = (record, proposal, community) => {
  const name = `proposal/${record.proposal}`
  if (proposal?.entries[0]?.kind !== 'proposal.opened') return { chain: name, seq: 1, code: 'chain_missing' }
  const { recordedAt, data } = proposal.entries[0]
  const fits =
    data.adoptionHash === rootOf(record.adoption) &&
    (community?.entries ?? []).some(
      (one) =>
        one.kind === 'adoption.made' &&
        one.recordedAt <= recordedAt &&
        one.data.adoption === data.adoption &&
        one.data.hash === data.adoptionHash &&
        one.data.procedure === record.adoption.procedure,
    ) &&
    lawHolds(record.adoption, community)
  return fits ? undefined : { chain: name, seq: 1, code: 'adoption_wrong' }
}

/** A chain by itself, held to what was sealed and signed of it. */
export const chainFault = (record, chain) => chain.fault ?? leafFault(record, chain) ?? signatureFault(chain)

/** What is there twice. */
export const twiceFault = (names) => {
  const twice = names.find((name, at) => names.indexOf(name) < at)
  return twice === undefined ? undefined : { chain: twice, seq: 1, code: 'out_of_place' }
}

/** The first disagreement as `{ chain, seq, code }`, or undefined where all agrees. */
export const faultOf = (record) => {
  const twice = twiceFault(record.chains.map(({ name }) => name))
  if (twice) return twice
  const chains = readChains(record)
  const all = [...chains.values()]
  const [community, proposal] = [chains.get('community'), chains.get(`proposal/${record.proposal}`)]
  const meetings = all.filter(({ name }) => name.startsWith('meeting/'))
  const checks = [
    () => checkpointFault(record, chains),
    ...all.map((chain) => () => chainFault(record, chain)),
    ...meetings.map((meeting) => () => callFault(meeting)),
    () => openingFault(record, proposal, community),
    () => replayFault(proposal, community, record.adoption),
    () => citationFault(chains, proposal),
    () => ballotFault(chains, proposal, record),
    () => pollFault(chains, proposal),
    () => signInFault(chains, proposal, record.adoption),
    ...meetings.map((meeting) => () => minutesFault(meeting)),
    ...all.map((chain) => () => attestationFault(chain, community)),
    () => seatedFault(community, chains, false),
    () => keyFault(record.keys, community, trustedIn(record, community)),
    () => disclosureFault(record.disclosures, proposal, all),
  ]
  for (const check of checks) {
    const found = check()
    if (found) return found
  }
  return undefined
}
