import { sql } from 'drizzle-orm'
import type { Tx } from '../../../db/within.ts'
import type { Case } from '../../../workflows/case.ts'
import type { Entry } from '../../../workflows/format/entry.ts'
import { parseEntry } from '../../../workflows/format/entry.ts'
import { lawOn } from '../../../workflows/stages/law-on.ts'
import { type ExpandedProcedure, stageNamed } from '../../../workflows/stages/stage.ts'
import type { AdoptedTold, CaseTold, PlaceTold, TopicTold } from '../../documents/case-told.ts'
import { proposalChain } from '../../record/chains.ts'
import { isOffice, type Rights } from '../act.ts'
import { loadCase } from '../cases.ts'
import { printedCheckpoint } from './checkpoints.ts'
import { meetingPapersOf } from './meeting-papers.ts'
import { masked, shortOf } from './names-shown.ts'

type Row<T> = T & Record<string, unknown>

/** The name and sort of the community, for the head of a paper. */
export const placeOf = async (tx: Tx, community: string, site: string): Promise<PlaceTold> => {
  const [row] = await tx.execute<Row<Pick<PlaceTold, 'sort'> & { name: string }>>(
    sql`select name, sort from community where id = ${community}`,
  )
  if (!row) throw new Error('whoever acts is of a community')
  const checkpoint = await printedCheckpoint(tx, community)
  return { communityId: community, community: row.name, sort: row.sort, site, checkpoint }
}

/** Everything that the papers of a case tell; undefined where there is no such case. */
export const caseTold = async (
  tx: Tx,
  community: string,
  rights: Rights,
  id: string,
  site: string,
): Promise<CaseTold | undefined> => {
  const [row] = await tx.execute<
    Row<{
      number: number
      title: string | null
      matter: string | null
      ending: string | null
      expanded: ExpandedProcedure
    }>
  >(sql`
    select p.number, d.text as title, p.matter, p.ending, a.expanded
    from proposal p join adoption a on (a.community, a.id) = (p.community, p.adoption)
    left join disclosure d on (d.community, d.commitment) = (p.community, p.title)
    where p.community = ${community} and p.id = ${id}`)
  if (!row) return undefined
  const office = isOffice(rights)
  const place = await placeOf(tx, community, site)
  const c = await loadCase(tx, community, id)
  if (!c) return undefined
  const { entries, heads } = await ownEntries(tx, community, id)
  const said = JSON.stringify(entries)
  const texts = await textsOf(tx, community, said)
  const names = await namesIn(tx, community, said)
  const meetings = await tx.execute<{ id: string }>(sql`
    select distinct meeting as id from agenda where community = ${community} and proposal = ${id} order by meeting`)
  const papers = []
  for (const { id: meeting } of meetings) papers.push(await meetingPapersOf(tx, community, rights, meeting, place))
  return {
    ...place,
    id,
    number: row.number,
    title: row.title ?? '(标题已删除)',
    procedure: row.expanded,
    matter: row.matter,
    ending: row.ending,
    office,
    topics: await topicsOf(tx, community, id),
    entries,
    meetings: papers,
    ...decidedBy(c, entries),
    text: (commitment) => texts.get(commitment) ?? '(内容已删除)',
    name: (person) => {
      const name = person === undefined ? undefined : names.get(person)
      if (name === undefined) return person === undefined ? '' : '(姓名已删除)'
      return office ? name : masked(name)
    },
    checkCode: (seq) => shortOf(heads.get(seq) ?? ''),
  }
}

/** The chain of a case without its single votes and visits, of which papers tell only the sums. */
const ownEntries = async (tx: Tx, community: string, id: string) => {
  const rows = await tx.execute<{ seq: number; text: string; head: string }>(sql`
    select seq, convert_from(bytes, 'UTF8') as text, encode(head, 'hex') as head from entry
    where community = ${community} and chain = ${proposalChain(id)}
      and kind not in ('vote.cast', 'vote.changed', 'ballot.taken', 'visit.made', 'papers.issued') order by seq`)
  return {
    entries: rows.map(({ text }): Entry => parseEntry(new TextEncoder().encode(text))),
    heads: new Map(rows.map(({ seq, head }) => [seq, head])),
  }
}

const found = (text: string, what: RegExp): string => JSON.stringify([...new Set(text.match(what) ?? [])])

const textsOf = async (tx: Tx, community: string, said: string): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx.execute<{ commitment: string; text: string }>(sql`
    select commitment, text from disclosure
    where community = ${community} and erased_at is null
      and commitment in (select jsonb_array_elements_text(${found(said, /(?<=")[0-9a-f]{64}(?=")/g)}::text::jsonb))`)
  return new Map(rows.map(({ commitment, text }) => [commitment, text]))
}

const namesIn = async (tx: Tx, community: string, said: string): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx.execute<{ id: string; name: string }>(sql`
    select p.id, d.text as name from person p join disclosure d on (d.community, d.commitment) = (p.community, p.name)
    where p.community = ${community} and d.text is not null
      and p.id in (select value::uuid from jsonb_array_elements_text(${found(said, /(?<=")[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=")/g)}::text::jsonb))`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The topics of a case, and those merged into them. */
const topicsOf = async (tx: Tx, community: string, id: string): Promise<readonly TopicTold[]> => [
  ...(await tx.execute<Row<TopicTold>>(sql`
    with recursive own as (
      select t.* from topic t where t.community = ${community} and t.proposal = ${id}
      union select t.* from own join topic t on t.community = own.community and t.merged_into = own.id)
    select t.number, t.raised_on::text as "raisedOn", t.channel, t.class, d.text, n.text as proposer, i.number as "mergedInto",
      (select count(*)::int from topic_supporter s where (s.community, s.topic) = (t.community, t.id)) as supporters
    from own t left join disclosure d on (d.community, d.commitment) = (t.community, t.text)
    left join person p on (p.community, p.id) = (t.community, t.proposer)
    left join disclosure n on (n.community, n.commitment) = (p.community, p.name)
    left join topic i on (i.community, i.id) = (t.community, t.merged_into)
    order by t.number`)),
]

/** What a case has decided so far: a draft adopted, or offices filled. */
const decidedBy = (c: Case, entries: readonly Entry[]): Pick<CaseTold, 'adopted' | 'elected'> => ({
  adopted: adoptedBy(c, entries),
  elected: [...(c.facts.election?.offices ?? [])].map(([office, { elected, seatsLeft }]) => ({
    office,
    people: elected,
    seatsLeft,
  })),
})

const adoptedBy = ({ facts, procedure }: Case, entries: readonly Entry[]): AdoptedTold | null => {
  const { adopted } = facts
  const known = adopted && facts.ballots.get(adopted.ballot)
  if (!adopted || !known?.closed) return null
  const { on } = known.closed
  const stage = stageNamed(procedure, known.stage)
  const closed = entries.find((entry) => entry.kind === 'ballot.closed' && entry.data.ballot === adopted.ballot)
  return {
    ...adopted,
    stage: known.stage,
    on,
    seq: closed?.seq ?? 0,
    standing: facts.resolution ?? 'in-force',
    law: stage?.kind === 'decision' ? [...lawOn(stage, on, facts.matter), ...stage.own] : [],
  }
}
