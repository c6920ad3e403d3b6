import { sql } from 'drizzle-orm'
import type { Tx } from '../../../db/within.ts'
import { type Case, openFacts, standing } from '../../../workflows/case.ts'
import type { EntryKind } from '../../../workflows/format/catalogue.ts'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import { type Day, dayOf } from '../../../workflows/rules/days.ts'
import type { Stage, Title } from '../../../workflows/stages/stage.ts'
import { stageNamed } from '../../../workflows/stages/stage.ts'
import { proposalChain } from '../../record/chains.ts'
import { type Actor, act, type Engine, isOffice, type Rights } from '../act.ts'
import { loadCase } from '../cases.ts'
import type { Refusal } from '../refusal.ts'
import { movesOf, type NextView } from './proposals.ts'

/** A text on the record that a form may speak of, by its id. */
export interface Told {
  readonly id: string
  readonly text: string | null
}

/** A comment that hangs open, and what has become of it. */
export interface OpenComment extends Told {
  readonly objection: boolean
  readonly admitted: boolean
  readonly answered: boolean
  readonly upheld: boolean | null
  readonly escalated: boolean
}

/** All that the forms of a case are drawn from: where it stands, what is open, and what there is to be named in them. */
export interface CaseAtHand {
  readonly number: number
  readonly title: string | null
  readonly today: Day
  readonly sort: 'village' | 'city'
  readonly stage: Stage
  /** How it ended; null while it runs. */
  readonly ending: string | null
  readonly stages: readonly { readonly id: string; readonly title: Title }[]
  readonly moves: NextView['moves']
  readonly facts: readonly EntryKind[]
  readonly matter: string | null
  /** The meeting called for the stage that it is in. */
  readonly meeting: string | null
  readonly resolution: 'in-force' | 'suspended' | 'revoked' | null
  readonly draft: { readonly n: number; readonly text: string | null } | null
  readonly opinions: readonly { readonly discipline: string; readonly draft: number; readonly answer: string }[]
  readonly advice: readonly Told[]
  /** Orders of the office above that are not yet reported as obeyed. */
  readonly orders: readonly Told[]
  readonly posting: { readonly id: string; readonly lastDay: Day; readonly publication: boolean } | null
  readonly comments: readonly OpenComment[]
  readonly discussions: readonly { readonly id: string; readonly body: string; readonly heldOn: string }[]
  readonly candidates: readonly { readonly id: string; readonly name: string | null; readonly office: string }[]
  readonly others: readonly {
    readonly id: string
    readonly number: number
    readonly title: string | null
    readonly ended: boolean
  }[]
}

/** What forms about one case need to know, for whoever is signed in; what only the office writes down is told to the office alone. */
export const caseAtHand = (engine: Engine, actor: Actor, id: string): Promise<Result<CaseAtHand, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const { community } = actor
    const c = await loadCase(tx, community, id)
    const [row] = await tx.execute<{ number: number; title: string | null }>(sql`
      select p.number, d.text as title from proposal p left join disclosure d on (d.community, d.commitment) = (p.community, p.title)
      where p.community = ${community} and p.id = ${id}`)
    const stage = c && stageNamed(c.procedure, c.facts.stage)
    if (!c || !row || !stage) return refuse({ code: 'not_found', what: 'proposal' })
    const at = await engine.clock(tx, undefined)
    const { facts, procedure } = c
    const position = standing(c)
    const { posting } = facts
    const office = isOffice(rights)
    return ok({
      ...row,
      today: dayOf(at),
      sort: procedure.place.sort,
      stage,
      ending: 'end' in position ? position.end : null,
      stages: procedure.stages.map(({ id: one, title }) => ({ id: one, title })),
      moves: await movesOf(tx, community, id, c, at),
      facts: openFacts(c),
      matter: facts.matter ?? null,
      meeting: facts.meeting?.meeting ?? null,
      resolution: facts.resolution ?? null,
      draft: await draftIn(tx, community, id, c),
      opinions: [...facts.opinions].map(([discipline, opinion]) => ({ discipline, ...opinion })),
      advice: office ? await toldIn(tx, community, id, 'advice.noted', 'advice') : [],
      orders: office
        ? (await toldIn(tx, community, id, 'correction.ordered', 'order')).filter(
            ({ id: order }) => facts.orders.get(order) === false,
          )
        : [],
      posting: posting ? { id: posting.id, lastDay: posting.lastDay, publication: posting.draft === undefined } : null,
      comments: await commentsIn(tx, community, rights, c),
      discussions: [
        ...(await tx.execute<CaseAtHand['discussions'][number] & Record<string, unknown>>(sql`
          select id, body, held_on::text as "heldOn" from discussion where community = ${community} order by held_on desc limit 100`)),
      ],
      candidates: office ? await candidatesIn(tx, community, c) : [],
      others: [
        ...(await tx.execute<CaseAtHand['others'][number] & Record<string, unknown>>(sql`
          select p.id, p.number, d.text as title, (p.ending is not null) as ended from proposal p
          left join disclosure d on (d.community, d.commitment) = (p.community, p.title)
          where p.community = ${community} and p.id <> ${id} order by p.id desc limit 200`)),
      ],
    })
  })

const draftIn = async (tx: Tx, community: string, proposal: string, { facts }: Case): Promise<CaseAtHand['draft']> => {
  if (!facts.draft) return null
  const { n } = facts.draft
  const [row] = await tx.execute<{ text: string | null }>(sql`
    select d.text from draft f left join disclosure d on (d.community, d.commitment) = (f.community, f.text)
    where f.community = ${community} and f.proposal = ${proposal} and f.n = ${n}`)
  return { n, text: row?.text ?? null }
}

/** The texts said of a case in entries of one kind, by the id under which each is named later. */
const toldIn = async (
  tx: Tx,
  community: string,
  proposal: string,
  kind: EntryKind,
  name: string,
): Promise<readonly Told[]> => [
  ...(await tx.execute<Told & Record<string, unknown>>(sql`
    select said ->> ${name} as id, d.text
    from (select community, seq, convert_from(bytes, 'UTF8')::jsonb -> 'data' as said from entry
      where community = ${community} and chain = ${proposalChain(proposal)} and kind = ${kind}) e
    left join disclosure d on (d.community, d.commitment) = (e.community, said ->> 'text') order by seq`)),
]

const commentsIn = async (
  tx: Tx,
  community: string,
  rights: Rights,
  { facts }: Case,
): Promise<readonly OpenComment[]> => {
  if (!facts.posting) return []
  return [
    ...(await tx.execute<OpenComment & Record<string, unknown>>(sql`
      select c.id, case when c.admitted or ${isOffice(rights)} then d.text end as text, c.objection, c.admitted,
        (c.answer is not null) as answered, c.upheld, (c.escalated is not null) as escalated
      from comment c left join disclosure d on (d.community, d.commitment) = (c.community, c.text)
      where c.community = ${community} and c.posting = ${facts.posting.id} and c.withdrawn_at is null order by c.id limit 1000`)),
  ]
}

const candidatesIn = async (tx: Tx, community: string, { facts }: Case): Promise<CaseAtHand['candidates']> => {
  const named = [...(facts.election?.offices ?? [])].flatMap(([office, { candidates }]) =>
    candidates.map((id) => ({ id, office })),
  )
  if (named.length === 0) return []
  const names = await tx.execute<{ id: string; name: string | null }>(sql`
    select p.id, d.text as name from person p left join disclosure d on (d.community, d.commitment) = (p.community, p.name)
    where p.community = ${community}
      and p.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(named.map(({ id }) => id))}::text::jsonb))`)
  const nameOf = new Map(names.map(({ id, name }) => [id, name]))
  return named.map((one) => ({ ...one, name: nameOf.get(one.id) ?? null }))
}
