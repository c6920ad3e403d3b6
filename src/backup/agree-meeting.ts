import type { Entry } from '../../workflows/format/entry.ts'
import { listRoot, type Members, minutesFault, proxiesIn, rollOf } from '../../workflows/verify.ts'
import { sha256 } from '../record/sha256.ts'
import { disagree } from './disagreement.ts'
import type { Asked } from './tables.ts'

interface RollRow {
  readonly root: string
  readonly members: Members
  readonly proxies: readonly { readonly principal: string; readonly proxy: string }[]
  readonly recusals: readonly string[]
}

/** Holds a meeting's stored roll against the one that its entries call and amend, and the proxies and recusals against those told there. */
export const agreeOnMeeting = async (
  tx: Asked,
  community: string,
  chain: string,
  entries: AsyncGenerator<Entry>,
): Promise<void> => {
  const said: Entry[] = []
  for await (const entry of entries) said.push(entry)
  const place = { chain, seq: said.length }
  const [roll] = await tx.unsafe<RollRow[]>(
    `select r.root, (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('person', e.person, 'groups', e.groups,
          'household', e.household, 'area', e.area, 'represented', e.represented)) order by e.person), '[]')
        from roll_entry e where (e.community, e.roll) = (r.community, r.id)) as members,
        (select coalesce(jsonb_agg(jsonb_build_object('principal', x.principal, 'proxy', x.proxy)), '[]')
          from proxy x where (x.community, x.meeting) = (r.community, r.meeting) and x.withdrawn_at is null) as proxies,
        (select coalesce(jsonb_agg(x.person || ' ' || x.proposal || ' ' || x.reason), '[]')
          from recusal x where (x.community, x.meeting) = (r.community, r.meeting)) as recusals
      from roll r where r.community = current_community() and r.meeting = $1::text::uuid`,
    [chain.slice('meeting/'.length)],
  )
  if (!roll) return disagree(community, place, 'row_missing')
  const root = listRoot(sha256, rollOf(said))
  if (roll.root !== root || listRoot(sha256, roll.members) !== root) disagree(community, place, 'roll_wrong')
  const pairs = (given: RollRow['proxies']) => given.map(({ principal, proxy }) => `${principal} ${proxy}`).sort()
  if (pairs(roll.proxies).join() !== pairs(proxiesIn(said)).join()) disagree(community, place, 'proxies_wrong')
  const recused = said.flatMap(({ kind, data }) =>
    kind === 'member.recused' ? [`${data.person} ${data.proposal} ${data.reason}`] : [],
  )
  if ([...roll.recusals].sort().join() !== recused.sort().join()) disagree(community, place, 'recusals_wrong')
  const fault = minutesFault(said)
  if (fault) disagree(community, { chain, seq: fault.entry.seq, kind: fault.entry.kind }, 'minutes_wrong')
  await agreeOnVoters(tx, community, place, said)
}

/** Whoever may vote in a ballot was called present at its roll call. */
const agreeOnVoters = async (
  tx: Asked,
  community: string,
  place: { readonly chain: string; readonly seq: number },
  said: readonly Entry[],
): Promise<void> => {
  const voters = await tx.unsafe<{ ballot: string; person: string }[]>(
    `select v.ballot, v.person from voter v join ballot b on (b.community, b.id) = (v.community, v.ballot)
      where v.community = current_community() and b.meeting = $1::text::uuid and not b.circulated`,
    [place.chain.slice('meeting/'.length)],
  )
  const called = new Map(
    said.flatMap(({ kind, data }) => (kind === 'roll.called' ? [[data.for, new Set(data.present)] as const] : [])),
  )
  for (const { ballot, person } of voters)
    if (!called.get(ballot)?.has(person)) disagree(community, place, 'voters_wrong')
}
