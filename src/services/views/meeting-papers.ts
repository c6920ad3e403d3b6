import { sql } from 'drizzle-orm'
import type { Tx } from '../../../db/within.ts'
import { dayOf } from '../../../workflows/rules/days.ts'
import type { MeetingPapers, PlaceTold, RollTold } from '../../documents/case-told.ts'
import { entriesOf, meetingChain } from '../../record/chains.ts'
import { isOffice, type Rights } from '../act.ts'
import { toldOf } from './minutes-told.ts'
import { masked, shortOf } from './names-shown.ts'

type Row<T> = T & Record<string, unknown>

/** Everything that the papers of a meeting tell; the roll is for the office, and names are masked for all others. */
export const meetingPapersOf = async (
  tx: Tx,
  community: string,
  rights: Rights,
  id: string,
  place: PlaceTold,
): Promise<MeetingPapers> => {
  const [called] = await entriesOf(tx, community, meetingChain(id))
  if (called?.kind !== 'meeting.called') throw new Error('a meeting’s chain begins with its call')
  const { sentOn, convenedBy, written, posted, emergency } = called.data
  const [kept] = await tx.execute<
    Row<{ head: string; emergency: string | null; text: string | null; n: number | null; approvedAt: string | null }>
  >(sql`
    select encode(c.head, 'hex') as head, e.text as emergency, d.text, m.n, m.approved_at::text as "approvedAt"
    from chain c left join disclosure e on e.community = c.community and e.commitment = ${emergency ?? null}
    left join lateral (select n, text, approved_at from minutes v where v.community = c.community and v.meeting = ${id} order by n desc limit 1) m on true
    left join disclosure d on d.community = c.community and d.commitment = m.text
    where c.community = ${community} and c.name = ${meetingChain(id)}`)
  const office = isOffice(rights)
  const told = await toldOf(tx, community, id)
  return {
    ...place,
    id,
    told: office ? told : { ...told, presider: { name: masked(told.presider.name ?? '') } },
    sentOn,
    convenedBy,
    emergency: emergency === undefined ? null : (kept?.emergency ?? '(内容已删除)'),
    written,
    posted,
    roll: office ? await rollOf(tx, community, id) : [],
    proxies: office ? await proxiesOf(tx, community, id) : [],
    minutes:
      kept?.n == null
        ? null
        : {
            text: kept.text ?? '(内容已删除)',
            approvedOn: kept.approvedAt === null ? null : dayOf(new Date(kept.approvedAt)),
          },
    rollCalls: office ? await rollCallsOf(tx, community, id) : new Map(),
    checkCode: shortOf(kept?.head ?? ''),
  }
}

const rollOf = async (tx: Tx, community: string, meeting: string): Promise<readonly RollTold[]> => [
  ...(await tx.execute<Row<RollTold>>(sql`
    select coalesce(d.text, '(姓名已删除)') as name, r.groups, a.door, (x.person is not null) as excused, coalesce((
      select jsonb_agg(jsonb_build_object('how', v.how, 'on', v.on_day) order by v.on_day, v.noted_at, v.how) from delivery v
      where v.community = r.community and v.meeting = l.meeting and v.person = r.person), '[]'::jsonb) as deliveries
    from roll l join roll_entry r on (r.community, r.roll) = (l.community, l.id)
    join person p on (p.community, p.id) = (r.community, r.person)
    left join disclosure d on (d.community, d.commitment) = (p.community, p.name)
    left join attendance a on (a.community, a.meeting, a.person) = (r.community, l.meeting, r.person)
    left join excuse x on (x.community, x.meeting, x.person) = (r.community, l.meeting, r.person)
    where l.community = ${community} and l.meeting = ${meeting} order by r.person`)),
]

const proxiesOf = async (tx: Tx, community: string, meeting: string): Promise<MeetingPapers['proxies']> => [
  ...(await tx.execute<Row<MeetingPapers['proxies'][number]>>(sql`
    select coalesce(a.text, '(姓名已删除)') as principal, coalesce(b.text, '(姓名已删除)') as proxy from proxy x
    join person p on (p.community, p.id) = (x.community, x.principal)
    join person q on (q.community, q.id) = (x.community, x.proxy)
    left join disclosure a on (a.community, a.commitment) = (p.community, p.name)
    left join disclosure b on (b.community, b.commitment) = (q.community, q.name)
    where x.community = ${community} and x.meeting = ${meeting} and x.withdrawn_at is null order by x.id`)),
]

/** How each voted in the closed recorded ballots whose adoption shows it to more than the counters. */
const rollCallsOf = async (tx: Tx, community: string, meeting: string): Promise<MeetingPapers['rollCalls']> => {
  const rows = await tx.execute<{ ballot: string; name: string; choice: 'yes' | 'no' | 'abstain' | 'spoiled' }>(sql`
    select b.id as ballot, coalesce(d.text, '(姓名已删除)') as name, coalesce(k.choice, v.choice) as choice
    from ballot b join vote v on (v.community, v.ballot) = (b.community, b.id)
    join person p on (p.community, p.id) = (v.community, v.person)
    left join disclosure d on (d.community, d.commitment) = (p.community, p.name)
    left join lateral (select choice from vote_correction k where (k.community, k.ballot, k.person) = (v.community, v.ballot, v.person)
      order by n desc limit 1) k on true
    where b.community = ${community} and b.meeting = ${meeting} and b.closed_at is not null
      and b.voting = 'recorded' and b.roll_call <> 'totals' order by b.id, v.person`)
  const calls = new Map<string, { name: string; choice: 'yes' | 'no' | 'abstain' | 'spoiled' }[]>()
  for (const { ballot, ...vote } of rows) calls.set(ballot, [...(calls.get(ballot) ?? []), vote])
  return calls
}

export const isMeeting = async (tx: Tx, community: string, id: string): Promise<boolean> =>
  (await tx.execute(sql`select 1 from meeting where community = ${community} and id = ${id}`)).length > 0
