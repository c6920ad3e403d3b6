import { type SQL, sql } from 'drizzle-orm'
import { ok, type Result } from '../../../workflows/result.ts'
import { type Engine, isOffice } from '../act.ts'
import { look, type Reader } from '../look.ts'
import type { Refusal } from '../refusal.ts'
import { type Page, type Paging, pageOf } from './page.ts'

export interface CommentView {
  readonly id: string
  readonly author: string | null
  /** The way it came: of a guest nobody knows the name. */
  readonly channel: 'online' | 'paper' | 'doorstep' | 'telephone' | 'guest'
  readonly objection: boolean
  /** Null where it was erased or withdrawn, or where it is kept back and the reader is not of the office. */
  readonly text: string | null
  readonly receivedOn: string
  readonly timely: boolean
  readonly admitted: boolean
  /** The published reason for which it is kept back. */
  readonly keptBack: string | null
  /** True once whoever made it has taken it back: its text is shown to nobody. */
  readonly withdrawn: boolean
  /** The photo that came with it, by its hash, and what it shows; null without one, and where the text is kept from the reader. */
  readonly photo: string | null
  readonly alt: string | null
  /** The office above to which the objection was taken. */
  readonly escalated: string | null
  readonly answer: string | null
  readonly upheld: boolean | null
  readonly reason: string | null
}

/** Comes before every id. */
const firstOfAll = '00000000-0000-0000-0000-000000000000'

/** Comments on a posting, oldest first; the author's name is masked except for the back office. */
export const comments = (
  engine: Engine,
  reader: Reader,
  posting: string,
  { cursor, limit }: Paging,
): Promise<Result<Page<CommentView>, Refusal>> =>
  look(engine, reader, async (tx, rights) => {
    const office = isOffice(rights)
    const shown = sql`(c.admitted or (${office} and c.withdrawn_at is null))`
    // Each text is looked up for the comments of the page alone, however many there are.
    const text = (of: SQL): SQL =>
      sql`(select text from disclosure d where d.community = c.community and d.commitment = ${of})`
    const author = sql`(select d.text from person p join disclosure d on (d.community, d.commitment) = (p.community, p.name)
      where p.community = c.community and p.id = c.author)`
    const rows = await tx.execute<CommentView & Record<string, unknown>>(sql`
      select c.id, case when ${office} then ${author} else left(${author}, 1) || '**' end as author, c.channel, c.objection,
        case when ${shown} then ${text(sql`c.text`)} end as text, c.received_on::text as "receivedOn", c.admitted,
        case when ${shown} then c.photo end as photo, case when ${shown} then ${text(sql`c.alt`)} end as alt,
        c.kept_back as "keptBack", (c.withdrawn_at is not null) as withdrawn, c.escalated, c.timely, c.answer, c.upheld,
        ${text(sql`c.reason`)} as reason
      from comment c where c.community = ${reader.community} and c.posting = ${posting} and c.id > ${cursor ?? firstOfAll}
      order by c.id limit ${limit + 1}`)
    return ok(pageOf(rows, limit, ({ id }) => id))
  })
