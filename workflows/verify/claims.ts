import type { Case } from '../case.ts'
import { apart } from '../format/apart.ts'
import { type DataOf, isMove } from '../format/catalogue.ts'
import { dayOfEntry, dayRecorded, type Entry, type EntryOf } from '../format/entry.ts'
import type { BodyKind } from '../law/provision.ts'
import { mayRevoke } from '../law/revocation.ts'
import type { Day } from '../rules/days.ts'
import { disagree, disagreeAt } from './disagreement.ts'
import { same } from './roll.ts'

type Revocation = Pick<DataOf<'resolution.revoked'>, 'by' | 'proposal' | 'ballot' | 'decidedOn'>

/** What an entry says of another case, and on which day it was recorded. */
type Claim = {
  readonly seq: number
  readonly on: Day
} & (
  | { readonly kind: 'proposal.opened'; readonly of: string }
  | { readonly kind: 'proposal.merged' | 'proposal.absorbed'; readonly of: string }
  | { readonly kind: 'resolution.revoked'; readonly of: string; readonly said: Revocation }
)

/** What a case says of others, and what others can say of it. */
export interface Claims {
  readonly proposal: string
  readonly says: Claim[]
  /** Each adoption of a draft by the deciding body: by which ballot, and on which days it closed and was recorded. */
  readonly adopted: (Revocation & { readonly on: Day })[]
  /** Whom its polls have elected, to which office, and on which day that was recorded. */
  readonly elected: { readonly person: string; readonly office: string; readonly on: Day }[]
  /** The day on which its end was recorded, if it has ended. */
  ended?: Day
}

export const noClaims = (proposal: string): Claims => ({ proposal, says: [], adopted: [], elected: [] })

type Telling =
  | EntryOf<'proposal.opened'>
  | EntryOf<'proposal.merged'>
  | EntryOf<'proposal.absorbed'>
  | EntryOf<'resolution.revoked'>

/** Notes what an entry says of another case. */
export const noteClaim = ({ says }: Claims, entry: Telling): void => {
  const at = { seq: entry.seq, on: dayRecorded(entry) }
  switch (entry.kind) {
    case 'proposal.opened':
      if (entry.data.continues !== undefined) says.push({ ...at, kind: entry.kind, of: apart(entry.data.continues) })
      break
    case 'proposal.merged':
      says.push({ ...at, kind: entry.kind, of: apart(entry.data.into) })
      break
    case 'proposal.absorbed':
      says.push({ ...at, kind: entry.kind, of: apart(entry.data.from) })
      break
    case 'resolution.revoked': {
      const { reason: _, ...said } = entry.data
      says.push({ ...at, kind: entry.kind, of: apart(said.proposal), said })
    }
  }
}

/** Notes that a ballot which has just closed adopted the draft. */
export const noteAdopted = ({ proposal, adopted }: Claims, entry: EntryOf<'ballot.closed'>, c: Case): void => {
  const { ballot } = entry.data
  const stage = c.procedure.stages.find(({ id }) => id === c.facts.ballots.get(ballot)?.stage)
  if (c.facts.adopted?.ballot !== ballot || stage?.kind !== 'decision') return
  adopted.push({
    by: stage.body,
    proposal,
    ballot: apart(ballot),
    decidedOn: dayOfEntry(entry),
    on: dayRecorded(entry),
  })
}

/** Notes whom a poll that has just closed has elected. */
export const noteElected = ({ elected }: Claims, entry: EntryOf<'poll.closed'>, { facts }: Case): void => {
  const known = new Set(elected.map(({ person }) => person))
  for (const [office, { elected: all }] of facts.election?.offices ?? [])
    for (const person of all)
      if (!known.has(person)) elected.push({ person: apart(person), office, on: dayRecorded(entry) })
}

/** Notes that a case has ended: by its last move, after which there was none. */
export const noteEnd = (claims: Claims, entries: readonly Entry[]): void => {
  const last = entries.findLast(({ kind }) => isMove(kind))
  if (last) claims.ended = dayRecorded(last)
}

/** A resolution is revoked by a body that stands above the one that decides the case. */
export const checkRevoker = (entry: EntryOf<'resolution.revoked'>, c: Case): void => {
  const over = c.procedure.stages.find((stage) => stage.kind === 'decision' && stage.final)
  const body: BodyKind | undefined = over?.kind === 'decision' ? over.body : undefined
  if (body !== undefined && !mayRevoke(entry.data.by, body))
    disagreeAt(entry, 'refused_on_replay', { claimed: entry.data.by, found: { over: body } })
}

/**
 * What cases say of one another, where all are there: of two that were merged both say so, what is taken up again had ended, and
 * who revokes a resolution has adopted one. By days: two cases are not locked at one instant.
 */
export const checkClaims = (all: readonly Claims[]): void => {
  const cases = new Map(all.map((one) => [one.proposal, one]))
  for (const { proposal, says } of all)
    for (const claim of says) {
      const found = denied(claim, proposal, cases.get(claim.of))
      const { seq, kind, of: claimed } = claim
      if (found) disagree({ chain: `proposal/${proposal}`, seq, kind, what: 'claim_denied', claimed, found })
    }
}

/** The committees that are elected in a case; who is elected sits in other bodies too, with other offices. */
const committees: readonly BodyKind[] = ['village-committee', 'residents-committee']

/** Seats that were filled by an election are of those whom its case has elected; where that case is here. */
export const checkSeated = (community: readonly Entry[], all: readonly Claims[], whole: boolean): void => {
  const cases = new Map(all.map((one) => [one.proposal, one]))
  for (const entry of community) {
    if (entry.kind !== 'seats.filled' || entry.data.proposal === undefined) continue
    const { proposal, body, seats } = entry.data
    const of = cases.get(proposal)
    if (!of && !whole) continue
    const on = dayRecorded(entry)
    const stranger = seats.find(
      ({ person, office }) =>
        !of?.elected.some(
          (one) => one.person === person && one.on <= on && (one.office === office || !committees.includes(body)),
        ),
    )
    if (stranger) disagreeAt(entry, 'claim_denied', { claimed: proposal, found: of ? stranger.person : 'no such case' })
  }
}

const other = { 'proposal.merged': 'proposal.absorbed', 'proposal.absorbed': 'proposal.merged' } as const

/** What another case says against a claim. */
const denied = (claim: Claim, proposal: string, of: Claims | undefined): string | undefined => {
  if (!of || claim.of === proposal) return 'no such case'
  switch (claim.kind) {
    case 'proposal.opened':
      return of.ended !== undefined && of.ended <= claim.on ? undefined : 'it had not ended'
    case 'proposal.merged':
    case 'proposal.absorbed': {
      const answers = of.says.filter((one) => one.kind === other[claim.kind] && one.of === proposal)
      return answers.length === 1 ? undefined : `${other[claim.kind]} is not there`
    }
    case 'resolution.revoked': {
      const adopts = of.adopted.some(({ on, ...one }) => on <= claim.on && same(one, claim.said))
      return adopts ? undefined : 'it has adopted nothing by this ballot'
    }
  }
}
