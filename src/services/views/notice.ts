import { sql } from 'drizzle-orm'
import { type Db, within } from '../../../db/within.ts'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import type { Day } from '../../../workflows/rules/days.ts'
import type { Title } from '../../../workflows/stages/stage.ts'
import { noticeDigits } from '../../documents/notice-code.ts'
import type { Engine } from '../act.ts'
import { look, type Reader } from '../look.ts'
import type { Refusal } from '../refusal.ts'
import { shortOf } from './names-shown.ts'

type Row<T> = T & Record<string, unknown>

const nobody = '00000000-0000-0000-0000-000000000000'

/** Which proposal of which community a notice's code names; nothing where it names none. */
export const noticeNamed = async (
  db: Db,
  code: string,
): Promise<{ readonly community: string; readonly number: number } | undefined> => {
  const [, tail, number] = /^([0-9a-f]{8})-([1-9]\d{0,5})$/.exec(code.trim().toLowerCase()) ?? []
  if (tail === undefined || number === undefined) return undefined
  const found = await within(db, nobody, (tx) =>
    tx.execute<{ id: string }>(sql`select id from community where right(id::text, ${noticeDigits}) = ${tail} limit 2`),
  )
  const [only, ...others] = found
  return only === undefined || others.length > 0 ? undefined : { community: only.id, number: Number(number) }
}

/** What a notice says: the matter, what hangs of it or hung last, and its text. */
export interface NoticeView {
  readonly proposal: string
  readonly number: number
  readonly title: string | null
  readonly stage: Title
  readonly ending: string | null
  /** Absent where nothing was posted yet. */
  readonly posting: {
    readonly id: string
    readonly sort: 'posting' | 'publication'
    readonly from: Day
    readonly lastDay: Day
    readonly open: boolean
    readonly comments: number
    readonly text: string | null
    /** What the record had come to when it was hung, as it stands on the paper. */
    readonly code: string
  } | null
}

/** The notice of a proposal by its number: what hangs, else what hung last. */
export const notice = (engine: Engine, reader: Reader, number: number): Promise<Result<NoticeView, Refusal>> =>
  look(engine, reader, async (tx) => {
    const [row] = await tx.execute<Row<NoticeView>>(sql`
      select p.id as proposal, p.number, d.text as title, p.ending,
        (select s -> 'title' from jsonb_array_elements(a.expanded -> 'stages') s where s ->> 'id' = p.stage) as stage,
        (select jsonb_build_object('id', o.id, 'sort', o.sort, 'from', o.opened_on::text, 'lastDay', o.last_day::text,
            'open', o.closed_at is null, 'comments', (select count(*) from comment c where c.community = o.community and c.posting = o.id),
            'text', t.text, 'code', (select encode(e.head, 'hex') from entry e where e.community = o.community
              and e.chain = 'proposal/' || o.proposal and e.kind in ('posting.opened', 'publication.opened')
              and convert_from(e.bytes, 'UTF8')::jsonb -> 'data' ->> 'posting' = o.id::text))
          from posting o
          left join draft f on f.community = o.community and f.proposal = o.proposal and f.n = coalesce(o.draft, (
            select b.draft from ballot b where b.community = o.community and b.proposal = o.proposal and b.carried
            order by b.closed_at desc limit 1))
          left join disclosure t on (t.community, t.commitment) = (f.community, f.text)
          where (o.community, o.proposal) = (p.community, p.id) order by o.id desc limit 1) as posting
      from proposal p join adoption a on (a.community, a.id) = (p.community, p.adoption)
      left join disclosure d on (d.community, d.commitment) = (p.community, p.title)
      where p.community = ${reader.community} and p.number = ${number}`)
    if (!row) return refuse({ code: 'not_found', what: 'proposal' })
    const { posting } = row
    return ok({ ...row, posting: posting && { ...posting, code: shortOf(posting.code) } })
  })
