import { sql } from 'drizzle-orm'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import type { PlainBlock } from '../../documents/blocks.ts'
import { minutesBlocks, minutesText } from '../../documents/minutes.ts'
import { type Actor, act, type Engine, isOffice } from '../act.ts'
import type { Refusal } from '../refusal.ts'
import { type PrintedCheckpoint, printedCheckpoint } from './checkpoints.ts'
import { toldOf } from './minutes-told.ts'

export interface MinutesVersion {
  readonly n: number
  readonly text: string | null
  /** What an approval of this version names. */
  readonly commitment: string
  readonly writtenBy: string
  readonly writtenAt: string
}

export interface MinutesView {
  readonly meeting: string
  /** As the record drafts them; nothing once they are approved. */
  readonly draft: { readonly blocks: readonly PlainBlock[]; readonly text: string } | null
  /** The recorder's newest version. */
  readonly written: MinutesVersion | null
  readonly approvedAt: string | null
  /** The newest checkpoint, to be printed on them; null before the first. */
  readonly checkpoint: PrintedCheckpoint | null
}

/** 会议记录: for the office and the presider; once approved, for everybody on the roll too. */
export const minutes = (engine: Engine, actor: Actor, id: string): Promise<Result<MinutesView, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const { community } = actor
    const [row] = await tx.execute<{ presider: string; member: boolean }>(sql`
      select m.presider, exists (
        select 1 from roll l join roll_entry r on (r.community, r.roll) = (l.community, l.id)
        where l.community = m.community and l.meeting = m.id and r.person = ${rights.person ?? null}::uuid) as member
      from meeting m where m.community = ${community} and m.id = ${id}`)
    if (!row) return refuse({ code: 'not_found', what: 'meeting' })
    const [newest] = await tx.execute<MinutesVersion & { approvedAt: string | null } & Record<string, unknown>>(sql`
      select m.n, d.text, m.text as commitment, m.written_by as "writtenBy",
        to_char(m.written_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "writtenAt",
        to_char(m.approved_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "approvedAt"
      from minutes m left join disclosure d on (d.community, d.commitment) = (m.community, m.text)
      where m.community = ${community} and m.meeting = ${id} order by m.n desc limit 1`)
    const { approvedAt = null, ...written } = newest ?? {}
    const reads = isOffice(rights) || rights.person === row.presider || (approvedAt !== null && row.member)
    if (!reads) return refuse({ code: 'forbidden', needs: ['clerk', 'supervisor', 'township', 'presider'] })
    const blocks = approvedAt === null ? minutesBlocks(await toldOf(tx, community, id)) : []
    return ok({
      meeting: id,
      draft: approvedAt === null ? { blocks, text: minutesText(blocks) } : null,
      written: newest ? (written as MinutesVersion) : null,
      approvedAt,
      checkpoint: await printedCheckpoint(tx, community),
    })
  })
