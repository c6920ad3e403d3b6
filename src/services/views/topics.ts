import { sql } from 'drizzle-orm'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import { type Day, dayOf } from '../../../workflows/rules/days.ts'
import { type Channel, channelNames, type TopicClass, topicClasses } from '../../../workflows/topics.ts'
import { csvOf } from '../../documents/csv.ts'
import { type Actor, act, type Engine, isOffice, needs, type Rights } from '../act.ts'
import type { Refusal } from '../refusal.ts'
import { type Page, type Paging, pageOf } from './page.ts'

export const topicStates = ['open', 'in-proposal', 'answered', 'refused', 'merged', 'split', 'withdrawn'] as const
/** Where a topic stands; a merged one shares the fate of the one it was merged into. */
export type TopicState = (typeof topicStates)[number]

export interface TopicView {
  readonly id: string
  readonly number: number
  readonly channel: Channel
  readonly class: TopicClass | null
  /** Null where it was erased, where an informant raised it and the reader is not of the office, or where it was taken back by another. */
  readonly text: string | null
  /** Masked except for the office. */
  readonly proposer: string | null
  readonly supporters: number
  readonly raisedOn: string
  readonly raisedAt: string
  readonly state: TopicState
  readonly mergedInto: string | null
  readonly splitFrom: string | null
  /** What became of it, or of the topic that it was merged into. */
  readonly fate: 'open' | 'in-proposal' | 'answered' | 'refused' | 'split' | 'withdrawn'
  readonly proposal: string | null
  readonly answer: string | null
  /** True where the reader raised or joined it. */
  readonly mine: boolean
  /** True where the reader raised it. */
  readonly own: boolean
}

export interface TopicFilter {
  readonly class?: TopicClass | undefined
  readonly channel?: Channel | undefined
  readonly state?: TopicState | undefined
  /** A text to look for, at least two characters. */
  readonly q?: string | undefined
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  readonly mine?: boolean | undefined
  readonly unclassified?: boolean | undefined
}

type Row = TopicView & Record<string, unknown>

/** Topics as whoever asks may see them, newest first. */
const lines = (community: string, rights: Rights, only: TopicFilter & { readonly id?: string }, paging: Paging) => {
  const office = isOffice(rights)
  const me = rights.person ?? null
  const like = only.q === undefined ? null : `%${only.q.replace(/[\\%_]/g, (found) => `\\${found}`)}%`
  return sql`
    select * from (
      select t.id, t.number, t.channel, t.class, t.raised_on::text as "raisedOn",
        case when t.proposer = ${me}::uuid or (t.withdrawn_at is null and (t.channel <> 'informant' or ${office})) then d.text end as text,
        coalesce(t.proposer = ${me}::uuid, false) as own,
        case when ${office} then n.text else left(n.text, 1) || '**' end as proposer,
        (select count(*)::int from topic_supporter s where (s.community, s.topic) = (t.community, t.id)) as supporters,
        to_char(t.raised_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "raisedAt",
        case when t.withdrawn_at is not null then 'withdrawn' when t.merged_into is not null then 'merged' when t.split then 'split' when t.proposal is not null then 'in-proposal'
          else coalesce(t.outcome, 'open') end as state,
        t.merged_into as "mergedInto", t.split_from as "splitFrom",
        case when t.withdrawn_at is not null then 'withdrawn' when f.split then 'split' when f.proposal is not null then 'in-proposal' else coalesce(f.outcome, 'open') end as fate,
        f.proposal, a.text as answer,
        coalesce(t.proposer = ${me}::uuid, false) or exists (
          select 1 from topic_supporter s where (s.community, s.topic) = (t.community, t.id) and s.person = ${me}::uuid) as mine
      from topic t
      left join lateral (
        with recursive up as (
          select x.merged_into, x.proposal, x.outcome, x.answer, x.split from topic x where (x.community, x.id) = (t.community, t.id)
          union all
          select y.merged_into, y.proposal, y.outcome, y.answer, y.split
          from up join topic y on y.community = t.community and y.id = up.merged_into)
        select proposal, outcome, answer, split from up where merged_into is null) f on true
      left join disclosure d on (d.community, d.commitment) = (t.community, t.text)
      left join disclosure a on (a.community, a.commitment) = (t.community, f.answer)
      left join person p on (p.community, p.id) = (t.community, t.proposer)
      left join disclosure n on (n.community, n.commitment) = (p.community, p.name)
      where t.community = ${community}
        and (${only.id ?? null}::uuid is null or t.id = ${only.id ?? null}::uuid)
        and (${paging.cursor ?? null}::uuid is null or t.id < ${paging.cursor ?? null}::uuid)
        and (${only.class ?? null}::text is null or t.class = ${only.class ?? null})
        and (${only.channel ?? null}::text is null or t.channel = ${only.channel ?? null})
        and (${only.from ?? null}::date is null or t.raised_on >= ${only.from ?? null}::date)
        and (${only.to ?? null}::date is null or t.raised_on <= ${only.to ?? null}::date)
        and (not ${only.unclassified ?? false} or t.class is null)
    ) line
    where (${only.state ?? null}::text is null or state = ${only.state ?? null})
      and (${like}::text is null or text ilike ${like})
      and (not ${only.mine ?? false} or mine)
    order by id desc limit ${paging.limit + 1}`
}

/** The register of topics, newest first, as far as a filter asks. */
export const topics = (
  engine: Engine,
  actor: Actor,
  { cursor, limit, ...only }: Paging & TopicFilter,
): Promise<Result<Page<TopicView>, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const rows = await tx.execute<Row>(lines(actor.community, rights, only, { cursor, limit }))
    return ok(pageOf<TopicView>([...rows], limit, ({ id }) => id))
  })

export interface OneTopic extends TopicView {
  /** The topics merged into it, and the parts it was split into. */
  readonly merged: readonly string[]
  readonly parts: readonly string[]
  /** True where the reader may still take it back. */
  readonly withdrawable: boolean
}

export const topic = (engine: Engine, actor: Actor, id: string): Promise<Result<OneTopic, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const [line] = await tx.execute<Row>(lines(actor.community, rights, { id }, { limit: 1 }))
    if (!line) return refuse({ code: 'not_found', what: 'topic' })
    const around = await tx.execute<{ id: string; part: boolean }>(sql`
      select id, (split_from = ${id}) is true as part from topic
      where community = ${actor.community} and (merged_into = ${id} or split_from = ${id}) order by number`)
    const of = (part: boolean) => around.filter((one) => one.part === part).map((one) => one.id)
    const [merged, parts] = [of(false), of(true)]
    const untouched = line.class === null && line.splitFrom === null && line.supporters === 0 && merged.length === 0
    return ok({ ...line, merged, parts, withdrawable: line.own && line.state === 'open' && untouched })
  })

export interface SimilarTopic {
  readonly id: string
  readonly number: number
  readonly text: string
  readonly state: 'open' | 'settled'
  /** Hundredths: 100 is the same text. */
  readonly likeness: number
}

const likeEnough = 0.2
const shown = 20

/** Topics of the last year that say much the same, nearest first: for the office, which may merge them. */
export const similarTopics = (
  engine: Engine,
  actor: Actor,
  id: string,
): Promise<Result<{ readonly items: readonly SimilarTopic[] }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk', 'supervisor')
    if (denied) return refuse(denied)
    const { community } = actor
    const [known] = await tx.execute<{ text: string | null }>(sql`
      select d.text from topic t left join disclosure d on (d.community, d.commitment) = (t.community, t.text)
      where t.community = ${community} and t.id = ${id}`)
    if (!known) return refuse({ code: 'not_found', what: 'topic' })
    const since = dayOf(new Date((await engine.clock(tx, undefined)).getTime() - 366 * 86_400_000))
    const items = await tx.execute<SimilarTopic & Record<string, unknown>>(sql`
      select id, number, text, case when settled then 'settled' else 'open' end as state, round(likeness * 100)::int as likeness
      from (
        select t.id, t.number, d.text, (t.proposal is not null or t.answer is not null or t.split) as settled,
          similarity(shingles(d.text), shingles(${known.text ?? ''})) as likeness
        from topic t join disclosure d on (d.community, d.commitment) = (t.community, t.text)
        where t.community = ${community} and t.id <> ${id} and t.merged_into is null and t.withdrawn_at is null and d.text is not null and t.raised_on >= ${since}
      ) near
      where likeness >= ${likeEnough} order by likeness desc, number limit ${shown}`)
    return ok({ items: [...items] })
  })

const headings = ['编号', '提出日期', '渠道', '类别', '内容', '提议人', '附议人数', '状态', '办理结果', '答复']
const states: Readonly<Record<TopicState, string>> = {
  open: '待办',
  'in-proposal': '已立案',
  answered: '已答复',
  refused: '不予采纳',
  merged: '已合并',
  split: '已拆分',
  withdrawn: '本人撤回',
}
const everything = 100_000

/** 议题征集登记表: the register as a file that opens in a spreadsheet, oldest first; nothing in it is taken for a formula. */
export const topicRegister = (engine: Engine, actor: Actor, only: TopicFilter): Promise<Result<string, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk', 'supervisor', 'township')
    if (denied) return refuse(denied)
    const rows = await tx.execute<Row>(lines(actor.community, rights, only, { limit: everything }))
    const table = [...rows]
      .reverse()
      .map((row) => [
        row.number,
        row.raisedOn,
        channelNames[row.channel].zh,
        row.class === null ? '' : topicClasses[row.class].zh,
        row.text ?? '',
        row.proposer ?? '',
        row.supporters,
        states[row.state],
        states[row.fate],
        row.answer ?? '',
      ])
    return ok(csvOf([headings, ...table]))
  })
