import { type Case, follow, openCase } from '../../workflows/case.ts'
import { canonicalBytes, canonicalText } from '../../workflows/format/canonical.ts'
import type { Entry } from '../../workflows/format/entry.ts'
import { commitmentOf, toHex } from '../../workflows/format/hash.ts'
import type { ExpandedProcedure } from '../../workflows/stages/stage.ts'
import { sha256 } from '../record/sha256.ts'
import { storedOf } from '../services/cases.ts'
import { agreeOnBallots, notePut, type Puts } from './agree-ballots.ts'
import { agreeOnPolls, notePoll, type Polls } from './agree-polls.ts'
import { agreeOnBoxes, type Boxes, noteBox } from './agree-secret.ts'
import { disagree } from './disagreement.ts'
import { rowsOf } from './rows.ts'
import type { Asked } from './tables.ts'

interface ProposalRow {
  readonly expanded: ExpandedProcedure
  readonly stored: unknown
}

/** A vote as an entry has it: cast, or the n-th time corrected. */
interface Said {
  readonly seq: number
  readonly kind: string
  readonly commitment: string
  readonly door: string
  readonly castBy: string | null
}

interface VoteRow {
  readonly ballot: string
  readonly person: string
  readonly n: number
  readonly choice: string
  readonly salt: Uint8Array
  readonly commitment: string
  readonly door: string
  readonly castBy: string | null
}

/** Replays a case from its entries, and holds what is stored of it against what they come to. Answers how many votes it has. */
export const agreeOnCase = async (
  tx: Asked,
  community: string,
  chain: string,
  entries: AsyncGenerator<Entry>,
): Promise<number> => {
  const proposal = chain.slice('proposal/'.length)
  const [row] = await tx.unsafe<ProposalRow[]>(
    `select a.expanded, jsonb_build_object('matter', p.matter, 'stage', p.stage, 'step', p.step, 'missed', p.missed,
        'ending', p.ending, 'state', p.state) as stored
      from proposal p join adoption a on (a.community, a.id) = (p.community, p.adoption)
      where p.community = current_community() and p.id = $1::text::uuid`,
    [proposal],
  )
  if (!row) return disagree(community, { chain, seq: 1 }, 'row_missing')
  const hash = toHex(sha256(canonicalBytes(row.expanded)))
  const c = openCase(hash, row.expanded)
  const drafts = new Map<number, { seq: number; text: string; change: string }>()
  const votes = new Map<string, Said>()
  const boxes: Boxes = new Map()
  const puts: Puts = new Map()
  const polls: Polls = new Map()
  let seq = 0
  for await (const entry of entries) {
    seq = entry.seq
    const place = { chain, seq, kind: entry.kind }
    if (entry.kind === 'proposal.opened' && entry.data.adoptionHash !== hash)
      disagree(community, place, 'adoption_wrong')
    notePoll(polls, entry, c)
    if (follow(c, entry)) disagree(community, place, 'refused_on_replay')
    if (entry.kind === 'draft.written') {
      const { n, text, change } = entry.data
      drafts.set(n, { seq, text, change })
    }
    if (entry.kind === 'draft.corrected') {
      const { n, text } = entry.data
      drafts.set(n, { seq, text, change: drafts.get(n)?.change ?? '' })
    }
    noteBox(boxes, entry)
    notePut(puts, entry)
    for (const [key, said] of saidIn(entry, votes)) votes.set(key, { seq, kind: entry.kind, ...said })
  }
  if (canonicalText(row.stored) !== canonicalText(storedOf(c))) disagree(community, { chain, seq }, 'state_wrong')
  await agreeOnDrafts(tx, community, chain, proposal, drafts)
  await agreeOnPosting(tx, community, { chain, seq }, proposal, c)
  await agreeOnBallots(tx, community, { chain, seq }, proposal, c, puts)
  await agreeOnPolls(tx, community, { chain, seq }, proposal, polls)
  await agreeOnVotes(tx, community, chain, proposal, votes)
  await agreeOnBoxes(tx, community, chain, proposal, boxes)
  return votes.size + [...boxes.values()].reduce((sum, { taken }) => sum + taken.size, 0)
}

const keyOf = (ballot: string, person: string, n: number): string => `${ballot} ${person} ${n}`

type Told = Pick<Said, 'commitment' | 'door' | 'castBy'>

/** The votes that an entry tells of: the one cast, with its door and who cast it, or those corrected, each counted on from the last time. */
const saidIn = (entry: Entry, known: ReadonlyMap<string, Said>): readonly (readonly [string, Told])[] => {
  if (entry.kind === 'vote.cast') {
    const { ballot, voter, choice: commitment, door = 'phone', castBy = null } = entry.data
    return [[keyOf(ballot, voter, 0), { commitment, door, castBy }]]
  }
  if (entry.kind !== 'ballot.corrected' && entry.kind !== 'vote.changed') return []
  const { ballot } = entry.data
  const votes = 'votes' in entry.data ? entry.data.votes : [entry.data]
  return votes.map(({ voter, choice: commitment }) => {
    let n = 1
    while (known.has(keyOf(ballot, voter, n))) n += 1
    const { door = 'phone', castBy = null } = known.get(keyOf(ballot, voter, 0)) ?? {}
    return [keyOf(ballot, voter, n), { commitment, door, castBy }]
  })
}

const agreeOnDrafts = async (
  tx: Asked,
  community: string,
  chain: string,
  proposal: string,
  drafts: ReadonlyMap<number, { readonly seq: number; readonly text: string; readonly change: string }>,
): Promise<void> => {
  const rows = await tx.unsafe<{ n: number; text: string; change: string }[]>(
    'select n, text, change from draft where community = current_community() and proposal = $1::text::uuid order by n',
    [proposal],
  )
  for (const [n, { seq, text, change }] of drafts) {
    const stored = rows.find((row) => row.n === n)
    if (stored?.text !== text || stored.change !== change) disagree(community, { chain, seq }, 'draft_wrong')
  }
  if (rows.length !== drafts.size) disagree(community, { table: 'draft', row: proposal }, 'draft_wrong')
}

const agreeOnPosting = async (
  tx: Asked,
  community: string,
  place: { readonly chain: string; readonly seq: number },
  proposal: string,
  { facts, snapshot }: Case,
): Promise<void> => {
  const [open] = await tx.unsafe<{ id: string; last: string }[]>(
    `select id, last_day::text as last from posting
      where community = current_community() and proposal = $1::text::uuid and closed_at is null`,
    [proposal],
  )
  const posting = snapshot.status === 'active' ? facts.posting : undefined
  if (open?.id !== posting?.id || open?.last !== posting?.lastDay) disagree(community, place, 'posting_wrong')
}

/** Each stored vote is the one that its entry commits to, and none is missing. */
const agreeOnVotes = async (
  tx: Asked,
  community: string,
  chain: string,
  proposal: string,
  votes: ReadonlyMap<string, Said>,
): Promise<void> => {
  let found = 0
  const seen = new Set<string>()
  const query = `
    select v.ballot, v.person, v.n, v.choice, v.salt, v.commitment, o.door, o.cast_by as "castBy"
    from (select community, ballot, person, 0 as n, choice, salt, commitment from vote
      union all select community, ballot, person, n, choice, salt, commitment from vote_correction) v
    join vote o on (o.community, o.ballot, o.person) = (v.community, v.ballot, v.person)
    join ballot b on (b.community, b.id) = (v.community, v.ballot)
    where v.community = current_community() and b.proposal = '${proposal}'`
  for await (const rows of rowsOf<VoteRow>(tx, query))
    for (const { ballot, person, n, choice, salt, commitment, door, castBy } of rows) {
      const key = keyOf(ballot, person, n)
      const said = votes.get(key)
      if (!said) return disagree(community, { table: 'vote', row: `${ballot} ${person}` }, 'vote_wrong')
      const opened = commitmentOf(sha256, new Uint8Array(salt), choice)
      const other = commitment !== said.commitment || door !== said.door || castBy !== said.castBy
      if (other || opened !== commitment) disagree(community, { chain, seq: said.seq, kind: said.kind }, 'vote_wrong')
      seen.add(key)
      found += 1
    }
  if (found === votes.size) return
  for (const [key, { seq, kind }] of votes) if (!seen.has(key)) disagree(community, { chain, seq, kind }, 'vote_wrong')
}
