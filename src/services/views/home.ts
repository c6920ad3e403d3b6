import { sql } from 'drizzle-orm'
import { ok, type Result } from '../../../workflows/result.ts'
import { type Day, dayOf } from '../../../workflows/rules/days.ts'
import type { GateGround } from '../../../workflows/stages/gate.ts'
import type { ExpandedProcedure, Title } from '../../../workflows/stages/stage.ts'
import type { Engine } from '../act.ts'
import { look, type Reader } from '../look.ts'
import type { Refusal } from '../refusal.ts'

interface OfProposal {
  readonly proposal: string
  readonly number: number
  readonly title: string | null
}

/** What a community's first page says: what hangs, what is to be voted on, what was decided. */
export interface HomeView {
  readonly postings: readonly (OfProposal & {
    readonly posting: string
    readonly sort: 'posting' | 'publication'
    readonly lastDay: Day
    readonly comments: number
  })[]
  readonly meetings: readonly {
    readonly meeting: string
    readonly body: string
    readonly at: string
    readonly place: string | null
    readonly items: readonly OfProposal[]
  }[]
  /** What was carried out and is rated now. */
  readonly rated: readonly OfProposal[]
  readonly decided: readonly (OfProposal & {
    readonly stage: Title
    readonly on: Day
    readonly carried: boolean
    readonly grounds: readonly GateGround[]
  })[]
}

type Row<T> = T & Record<string, unknown>

/** So many of each at most; of what was voted on, the newest verdict of each proposal. */
const most = 10

export const home = (engine: Engine, reader: Reader): Promise<Result<HomeView, Refusal>> =>
  look(engine, reader, async (tx) => {
    const { community } = reader
    const today = dayOf(await engine.clock(tx, undefined))
    const postings = await tx.execute<Row<HomeView['postings'][number]>>(sql`
      select o.id as posting, o.sort, o.last_day::text as "lastDay", p.id as proposal, p.number, d.text as title,
        (select count(*)::int from comment c where c.community = o.community and c.posting = o.id) as comments
      from posting o join proposal p on (p.community, p.id) = (o.community, o.proposal)
      left join disclosure d on (d.community, d.commitment) = (p.community, p.title)
      where o.community = ${community} and o.closed_at is null order by o.last_day desc, o.id limit ${most}`)
    const meetings = await tx.execute<Row<HomeView['meetings'][number]>>(sql`
      select m.id as meeting, m.body, to_char(m.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, l.text as place,
        (select jsonb_agg(jsonb_build_object('proposal', p.id, 'number', p.number, 'title', d.text) order by a.place)
          from agenda a join proposal p on (p.community, p.id) = (a.community, a.proposal)
          left join disclosure d on (d.community, d.commitment) = (p.community, p.title)
          where (a.community, a.meeting) = (m.community, m.id)) as items
      from meeting m left join disclosure l on (l.community, l.commitment) = (m.community, m.place)
      where m.community = ${community} and m.outcome is null and m.on_day >= ${today} order by m.at, m.id limit ${most}`)
    const rated = await tx.execute<Row<OfProposal>>(sql`
      select p.id as proposal, p.number, d.text as title
      from proposal p join adoption a on (a.community, a.id) = (p.community, p.adoption)
      left join disclosure d on (d.community, d.commitment) = (p.community, p.title)
      where p.community = ${community} and p.ending is null and exists (
        select 1 from jsonb_array_elements(a.expanded -> 'stages') s where s ->> 'id' = p.stage and s ->> 'kind' = 'evaluation')
      order by p.id desc limit ${most}`)
    const decided = await tx.execute<
      Row<
        OfProposal & {
          stage: string
          on: Day
          carried: boolean
          grounds: GateGround[] | null
          expanded: ExpandedProcedure
        }
      >
    >(sql`
      select p.id as proposal, p.number, d.text as title, b.stage, b.carried, b.tally -> 'grounds' as grounds, a.expanded,
        to_char(b.closed_at at time zone 'asia/shanghai', 'YYYY-MM-DD') as on
      from (select distinct on (proposal) * from ballot
        where community = ${community} and closed_at is not null and carried is not null order by proposal, closed_at desc, id desc) b
      join proposal p on (p.community, p.id) = (b.community, b.proposal)
      join adoption a on (a.community, a.id) = (p.community, p.adoption)
      left join disclosure d on (d.community, d.commitment) = (p.community, p.title)
      order by b.closed_at desc, b.id desc limit ${most}`)
    return ok({
      postings: [...postings],
      rated: [...rated],
      meetings: meetings.map(({ items, ...meeting }) => ({ ...meeting, items: items ?? [] })),
      decided: decided.map(({ expanded, stage, grounds, ...line }) => ({
        ...line,
        grounds: grounds ?? [],
        stage: expanded.stages.find(({ id }) => id === stage)?.title ?? { zh: stage, en: stage },
      })),
    })
  })
