import type { Entry } from '../../workflows/format/entry.ts'
import { listRoot, type Members, proxiesIn, rollOf } from '../../workflows/verify.ts'
import { sha256 } from '../record/sha256.ts'
import { disagree } from './disagreement.ts'
import type { Asked } from './tables.ts'

interface RollRow {
  readonly root: string
  readonly members: Members
  readonly proxies: readonly { readonly principal: string; readonly proxy: string }[]
}

/** Holds a meeting's stored roll against the one that its entries call and amend, and the proxies against those given there. */
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
          from proxy x where (x.community, x.meeting) = (r.community, r.meeting) and x.withdrawn_at is null) as proxies
      from roll r where r.community = current_community() and r.meeting = $1::text::uuid`,
    [chain.slice('meeting/'.length)],
  )
  if (!roll) return disagree(community, place, 'row_missing')
  const root = listRoot(sha256, rollOf(said))
  if (roll.root !== root || listRoot(sha256, roll.members) !== root) disagree(community, place, 'roll_wrong')
  const pairs = (given: RollRow['proxies']) => given.map(({ principal, proxy }) => `${principal} ${proxy}`).sort()
  if (pairs(roll.proxies).join() !== pairs(proxiesIn(said)).join()) disagree(community, place, 'proxies_wrong')
}
