import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/within.ts'
import type { OpenBallot } from '../../workflows/facts.ts'
import type { PaperOption, VoteDoor } from '../../workflows/format/catalogue.ts'
import { citeFiles, filesIn, filesKnown } from '../record/files.ts'
import { sealText } from '../record/texts.ts'
import type { Actor, Engine } from './act.ts'
import { type HeldCase, holdCase, isRefusal, type OnPaper, say } from './advance.ts'
import type { Refusal, RowFault } from './refusal.ts'

/** Who enters, for which community. */
export type By = Pick<Actor, 'community' | 'account'>

/** What one voter chose, as a list at the table has it. */
export interface ListedVote {
  readonly person: string
  readonly choice: PaperOption
}

/** A ballot that is open, with its case held. */
export interface HeldBallot {
  readonly held: HeldCase
  readonly open: OpenBallot
  readonly roll: string
}

/** Takes the chain of a ballot's proposal; refuses where there is no such ballot, or it has been closed. */
export const holdBallot = async (
  tx: Tx,
  engine: Engine,
  community: string,
  ballot: string,
): Promise<HeldBallot | Refusal> => {
  const [where] = await tx.execute<{ proposal: string }>(sql`
    select proposal from ballot where community = ${community} and id = ${ballot}`)
  if (!where) return { code: 'not_found', what: 'ballot' }
  const held = await holdCase(tx, engine, community, where.proposal)
  if (isRefusal(held)) return held
  const [row] = await tx.execute<{ roll: string; closedAt: string | null }>(sql`
    select roll, to_char(closed_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "closedAt"
    from ballot where community = ${community} and id = ${ballot}`)
  if (row && row.closedAt !== null) return { code: 'ballot_closed', closedAt: row.closedAt }
  const open = held.case.facts.ballot
  return row && open?.ballot === ballot ? { held, open, roll: row.roll } : { code: 'not_found', what: 'ballot' }
}

/** Refuses a door that a secret or a counted ballot does not have. */
export const unlessRecorded = ({ open }: HeldBallot): Refusal | undefined =>
  open.voting === undefined ? undefined : { code: 'other_way_of_voting', voting: open.voting }

/** Refuses what is cast at or after the end of the term. */
export const unlessInTerm = ({ held, open }: HeldBallot): Refusal | undefined =>
  open.until !== undefined && held.chain.at.toISOString() >= open.until
    ? { code: 'ballot_term_over', until: open.until }
    : undefined

/** Why somebody has no vote to enter in an open ballot. */
export const votersFault = async (
  tx: Tx,
  community: string,
  { open, roll }: HeldBallot,
  people: readonly string[],
): Promise<{ readonly row: number; readonly because: RowFault } | undefined> => {
  const rows = await tx.execute<{ person: string; listed: boolean; may: boolean }>(sql`
    select p.person, e.person is not null as listed, v.person is not null as may
    from (select value::uuid as person from jsonb_array_elements_text(${JSON.stringify(people)}::text::jsonb)) p
    left join roll_entry e on e.community = ${community} and e.roll = ${roll} and e.person = p.person
    left join voter v on v.community = ${community} and v.ballot = ${open.ballot} and v.person = p.person`)
  const known = new Map(rows.map((row) => [row.person, row]))
  const faultOf = (person: string, at: number): RowFault | undefined => {
    if (people.indexOf(person) < at) return 'named_twice'
    if (open.recused?.includes(person)) return 'recused'
    if (known.get(person)?.listed !== true) return 'not_on_roll'
    if (known.get(person)?.may !== true) return 'not_present_at_roll_call'
    return open.voters.has(person) ? 'voted_already' : undefined
  }
  for (const [at, person] of people.entries()) {
    const because = faultOf(person, at)
    if (because) return { row: at + 1, because }
  }
  return undefined
}

/** Refuses a whole list by the first of its rows that cannot stand. */
export const unfitRow = async (
  tx: Tx,
  community: string,
  ballot: HeldBallot,
  votes: readonly ListedVote[],
): Promise<Refusal | undefined> => {
  const people = votes.map(({ person }) => person)
  const fault = await votersFault(tx, community, ballot, people)
  return fault && { code: 'row_refused', ...fault, person: people[fault.row - 1] ?? '' }
}

/** A vote put into the record's words, to be kept once they are written. */
export interface SaidVote extends ListedVote {
  readonly door: VoteDoor
  readonly salt: string
  readonly commitment: string
}

/** Says each vote of a list on the held chain; nothing is written yet. */
export const sayVotes = (
  held: HeldCase,
  by: Pick<Actor, 'account'>,
  ballot: string,
  { votes, door }: { readonly votes: readonly ListedVote[]; readonly door: VoteDoor },
  paper: OnPaper = {},
): readonly SaidVote[] | Refusal => {
  const said: SaidVote[] = []
  for (const { person, choice } of votes) {
    const { commitment, salt } = sealText(choice)
    const put = say(held, by, 'vote.cast', { ballot, voter: person, choice: commitment, door }, paper)
    if (isRefusal(put)) return put
    said.push({ person, choice, door, commitment, salt: Buffer.from(salt).toString('hex') })
  }
  return said
}

/** Keeps votes that were said: one voter, one vote, by the key of the table. */
export const keepVotes = async (
  tx: Tx,
  community: string,
  ballot: string,
  votes: readonly SaidVote[],
): Promise<void> => {
  await tx.execute(sql`
    insert into vote (community, ballot, person, choice, salt, commitment, door)
    select ${community}::uuid, ${ballot}::uuid, person, choice, decode(salt, 'hex'), commitment, door
    from jsonb_to_recordset(${JSON.stringify(votes)}::text::jsonb)
      as r(person uuid, choice text, salt text, commitment text, door text)`)
}

/** Refuses a sheet that cites a file that nobody has uploaded. */
export const unlessFilesKnown = async (tx: Tx, community: string, data: unknown): Promise<Refusal | undefined> =>
  (await filesKnown(tx, community, filesIn(data))) ? undefined : { code: 'not_found', what: 'file' }

/** Notes the photos of a sheet as evidence under its entry. */
export const citeIn = (
  tx: Tx,
  entry: { readonly community: string; readonly chain: string; readonly seq: number; readonly data: unknown },
): Promise<void> => citeFiles(tx, entry, filesIn(entry.data))
