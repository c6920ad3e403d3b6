import { sql } from 'drizzle-orm'
import type { CommentMode } from '../../../workflows/format/catalogue.ts'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import { type Day, dayOf } from '../../../workflows/rules/days.ts'
import type { Engine, Role } from '../act.ts'
import { isVisitor, look, type Reader } from '../look.ts'
import type { Refusal } from '../refusal.ts'

/** A community as the head of each of its pages names it, the day it is there, and who reads. */
export interface PlaceView {
  readonly community: string
  readonly name: string
  readonly sort: 'village' | 'city' | 'township'
  readonly today: Day
  /** Who may comment over the pages. */
  readonly comments: CommentMode
  /** Absent where nobody is signed in. */
  readonly me?: {
    readonly account: string
    readonly person?: string
    readonly name: string | null
    readonly roles: readonly Role[]
  }
}

/** Where somebody is, and who they are there. */
export const place = (engine: Engine, reader: Reader): Promise<Result<PlaceView, Refusal>> =>
  look(engine, reader, async (tx, { account, person, roles }) => {
    const [row] = await tx.execute<Pick<PlaceView, 'name' | 'sort' | 'comments'> & { person: string | null }>(sql`
      select c.name, c.sort, c.comments, d.text as person from community c
      left join person p on (p.community, p.id) = (c.id, ${person ?? null}::uuid)
      left join disclosure d on (d.community, d.commitment) = (p.community, p.name)
      where c.id = ${reader.community}`)
    if (!row) return refuse({ code: 'not_found', what: 'community' })
    const today = dayOf(await engine.clock(tx, undefined))
    const me = { account, ...(person === undefined ? {} : { person }), name: row.person, roles: [...roles] }
    const { name, sort, comments } = row
    return ok({ community: reader.community, name, sort, comments, today, ...(isVisitor(reader) ? {} : { me }) })
  })
