import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/within.ts'
import type { OpenBallot } from '../../workflows/facts.ts'
import type { DataOf } from '../../workflows/format/catalogue.ts'
import type { Attested } from '../../workflows/format/entry.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { fewVotes } from '../../workflows/secrecy.ts'
import { papersTaken, tallyGrounds } from '../../workflows/stages/voting.ts'
import { citeFiles, filesKnown } from '../record/files.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import { closed, type HeldCase, holdCase, isRefusal, say, settle } from './advance.ts'
import type { Refusal } from './refusal.ts'

type By = Pick<Actor, 'community' | 'account'>

/** Takes the case of a secret ballot that is open. */
const holdSecretBallot = async (
  tx: Tx,
  engine: Engine,
  community: string,
  ballot: string,
): Promise<{ readonly held: HeldCase; readonly open: OpenBallot; readonly apart: readonly string[] } | Refusal> => {
  const [row] = await tx.execute<{ proposal: string; voting: string; apart: string[] | null }>(sql`
    select proposal, voting, apart from ballot where community = ${community} and id = ${ballot}`)
  if (!row) return { code: 'not_found', what: 'ballot' }
  if (row.voting !== 'secret') return { code: 'ballot_not_secret' }
  const held = await holdCase(tx, engine, community, row.proposal)
  if (isRefusal(held)) return held
  const open = held.case.facts.ballot
  if (open?.ballot === ballot) return { held, open, apart: row.apart ?? [] }
  const [shut] = await tx.execute<{ closedAt: string }>(sql`
    select to_char(closed_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "closedAt"
    from ballot where community = ${community} and id = ${ballot}`)
  return { code: 'ballot_closed', closedAt: shut?.closedAt ?? '' }
}

export interface IssuedPapers {
  readonly ballot: string
  /** How many have taken a paper by now. */
  readonly issued: number
}

/** 领票: hands papers to voters in the hall. Whoever took one votes at the box and by no other door. */
export const issuePapers = (
  engine: Engine,
  actor: Actor,
  ballot: string,
  { people }: { readonly people: readonly string[] },
): Promise<Result<IssuedPapers, Refusal>> =>
  act(engine, actor, async (tx, rights): Promise<Result<IssuedPapers, Refusal>> => {
    const denied = needs(rights, 'clerk')
    if (denied) return refuse(denied)
    const { community } = actor
    const secret = await holdSecretBallot(tx, engine, community, ballot)
    if (isRefusal(secret)) return refuse(secret)
    const { held, open } = secret
    const stranger = await whyNoVoter(tx, community, ballot, people)
    if (stranger) return refuse(stranger)
    if (open.tallied) return refuse({ code: 'papers_tallied' })
    if (new Set(people).size !== people.length || people.some((person) => open.voters.has(person)))
      return refuse({ code: 'voted_already' })
    for (const voter of [...people].sort()) {
      const put = say(held, actor, 'ballot.taken', { ballot, voter, door: 'paper' })
      if (isRefusal(put)) return refuse(put)
    }
    await settle(tx, engine, held)
    await tx.execute(sql`
      insert into participation (community, ballot, person, door)
      select ${community}::uuid, ${ballot}::uuid, value::uuid, 'paper'
      from jsonb_array_elements_text(${JSON.stringify(people)}::text::jsonb)`)
    return ok({ ballot, issued: papersTaken(open) })
  })

/** Why somebody of these may not vote in a ballot, if so. */
const whyNoVoter = async (
  tx: Tx,
  community: string,
  ballot: string,
  people: readonly string[],
): Promise<Refusal | undefined> => {
  const rows = await tx.execute<{ listed: boolean; voter: boolean }>(sql`
    select exists (select from roll_entry r where r.community = b.community and r.roll = b.roll and r.person = asked.person) as listed,
      exists (select from voter v where v.community = b.community and v.ballot = b.id and v.person = asked.person) as voter
    from ballot b cross join (select value::uuid as person from jsonb_array_elements_text(${JSON.stringify(people)}::text::jsonb)) asked
    where b.community = ${community} and b.id = ${ballot}`)
  if (rows.some(({ listed }) => !listed)) return { code: 'not_on_roll' }
  return rows.some(({ voter }) => !voter) ? { code: 'not_present_at_roll_call' } : undefined
}

/** The papers of a secret ballot as two tellers counted them. */
export type PaperTally = DataOf<'papers.tallied'> & {
  /** Says that it is put on record although so few voted by one door that their part of the count may tell how. */
  readonly smallElectorate?: boolean | undefined
}

export interface EnteredTally {
  readonly ballot: string
  readonly issued: number
  readonly returned: number
}

/** 计票: enters what the papers say. From then on nobody takes part any more. */
export const enterTally = async (
  tx: Tx,
  engine: Engine,
  { community, account }: By,
  { smallElectorate, ...tally }: PaperTally,
  attested: Attested,
): Promise<Result<EnteredTally, Refusal>> => {
  const { ballot, issued, returned, tellers, files = [] } = tally
  const secret = await holdSecretBallot(tx, engine, community, ballot)
  if (isRefusal(secret)) return refuse(secret)
  const { held, open, apart } = secret
  if (!(await filesKnown(tx, community, files))) return refuse({ code: 'not_found', what: 'file' })
  if (!(await peopleKnown(tx, community, tellers))) return refuse({ code: 'not_found', what: 'person' })
  const papers = papersTaken(open)
  const phones = open.voters.size - papers
  if (smallElectorate !== true && (fewVotes(papers) || (papers > 0 && fewVotes(phones))))
    return refuse({ code: 'secret_small_electorate', voters: Math.min(papers, phones || papers), groups: {} })
  if (!(await groupsFit(tx, community, tally, apart))) return refuse({ code: 'groups_to_count', groups: apart })
  const grounds = tallyGrounds(open, tally)
  if (grounds.some(({ met }) => !met)) return refuse(closed(held, 'ballot.closed', grounds))
  const put = say(held, { account }, 'papers.tallied', tally, { attested })
  if (isRefusal(put)) return refuse(put)
  await settle(tx, engine, held)
  await citeFiles(tx, put.entry, files)
  await tx.execute(sql`update ballot set tallied = true where community = ${community} and id = ${ballot}`)
  return ok({ ballot, issued, returned })
}

const peopleKnown = async (tx: Tx, community: string, people: readonly string[]): Promise<boolean> => {
  const rows = await tx.execute<{ id: string }>(sql`
    select id from person where community = ${community}
      and id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(people)}::text::jsonb))`)
  return rows.length === new Set(people).size
}

/** Just the groups that the rule asks are counted, each within the whole and within the papers that it took. */
const groupsFit = async (
  tx: Tx,
  community: string,
  { ballot, people, groups }: DataOf<'papers.tallied'>,
  apart: readonly string[],
): Promise<boolean> => {
  if (JSON.stringify(Object.keys(groups).sort()) !== JSON.stringify([...apart].sort())) return false
  const rows = await tx.execute<{ groups: string[] }>(sql`
    select r.groups from participation p join ballot b on (b.community, b.id) = (p.community, p.ballot)
    join roll_entry r on (r.community, r.roll, r.person) = (b.community, b.roll, p.person)
    where p.community = ${community} and p.ballot = ${ballot} and p.door = 'paper'`)
  return Object.entries(groups).every(([group, { yes, no, abstain, spoiled }]) => {
    const taken = rows.filter((row) => row.groups.includes(group)).length
    const within = yes <= people.yes && no <= people.no && abstain <= people.abstain && spoiled <= people.spoiled
    return within && yes + no + abstain + spoiled <= taken
  })
}
