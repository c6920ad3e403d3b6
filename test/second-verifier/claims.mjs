/** What cases of one archive say of one another. Whether a ballot carried is left out, as all verdicts are. */
import { dayAt, dayOf } from './entries.mjs'

const saysBack = (other, kind, field, proposal) =>
  other.entries.filter((entry) => entry.kind === kind && entry.data[field] === proposal).length === 1

const bodyOf = (entries, chains, ballot) => {
  const opened = entries.find(({ kind, data }) => kind === 'ballot.opened' && data.ballot === ballot)
  return chains.get(`meeting/${opened?.data.meeting}`)?.entries[0].data.body
}

/** Of each kind that names another case: which, and whether that one bears it out. */
const claims = {
  'proposal.opened': {
    of: ({ continues }) => continues,
    holds: ({ recordedAt }, other, { moves }) => {
      const last = other.entries.findLast(({ kind }) => moves.has(kind))
      return last !== undefined && dayAt(last.recordedAt) <= dayAt(recordedAt)
    },
  },
  'proposal.merged': {
    of: ({ into }) => into,
    holds: (_, other, { proposal }) => saysBack(other, 'proposal.absorbed', 'from', proposal),
  },
  'proposal.absorbed': {
    of: ({ from }) => from,
    holds: (_, other, { proposal }) => saysBack(other, 'proposal.merged', 'into', proposal),
  },
  'resolution.revoked': {
    of: ({ proposal }) => proposal,
    holds: ({ data, recordedAt }, other, { chains }) =>
      other.entries.some(
        (entry) =>
          entry.kind === 'ballot.closed' &&
          entry.data.ballot === data.ballot &&
          dayOf(entry) === data.decidedOn &&
          dayAt(entry.recordedAt) <= dayAt(recordedAt),
      ) && bodyOf(other.entries, chains, data.ballot) === data.by,
  },
}

/** The first entry that says of another case what that one does not. */
export const claimFault = (cases, chains, moves) => {
  for (const { proposal } of cases) {
    const { name, entries } = chains.get(`proposal/${proposal}`)
    for (const entry of entries) {
      const of = claims[entry.kind]?.of(entry.data)
      if (of === undefined) continue
      const other = of === proposal ? undefined : chains.get(`proposal/${of}`)
      if (!other || !claims[entry.kind].holds(entry, other, { proposal, chains, moves }))
        return { chain: name, seq: entry.seq, code: 'claim_denied' }
    }
  }
  return undefined
}

/** Seats that an election is said to have filled are of its candidates, once a poll of it had closed; whom it elected is left out, as all verdicts are. */
export const seatedFault = (community, chains, isWhole) => {
  for (const { kind, seq, data, recordedAt } of community?.entries ?? []) {
    if (kind !== 'seats.filled' || data.proposal === undefined) continue
    const of = chains.get(`proposal/${data.proposal}`)
    if (!of && !isWhole) continue
    const entries = (of?.entries ?? []).filter((entry) => dayAt(entry.recordedAt) <= dayAt(recordedAt))
    const candidates = entries
      .filter((entry) => entry.kind === 'poll.opened')
      .flatMap(({ data: { offices } }) => Object.values(offices).flatMap((office) => office.candidates))
    const closed = entries.some((entry) => entry.kind === 'poll.closed')
    if (!closed || !data.seats.every(({ person }) => candidates.includes(person)))
      return { chain: community.name, seq, code: 'claim_denied' }
  }
  return undefined
}
