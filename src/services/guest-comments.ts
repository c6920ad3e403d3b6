import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type Tx, within } from '../../db/within.ts'
import type { DataOf } from '../../workflows/format/catalogue.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { type Day, dayOf } from '../../workflows/rules/days.ts'
import { followCode, followLookup } from '../identity/follow-code.ts'
import { senderOf } from '../identity/sender.ts'
import { citeFiles, filesIn } from '../record/files.ts'
import { disclose, type SealedText, sealText } from '../record/texts.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import { holdCase, isRefusal, say, settle } from './advance.ts'
import { keepComment } from './commands/comment.ts'
import { untilAllowed } from './commands/comment-limit.ts'
import { checkPhoto, type SentPhoto } from './comments.ts'
import { keepFile } from './files.ts'
import { nobody } from './look.ts'
import type { Refusal } from './refusal.ts'

/** From one network address within an hour; a whole village may stand behind one. */
const perHour = 20
/** So many may wait at once; beyond that somebody fills the desk. */
const waitAtMost = 200

export interface GuestComment {
  readonly community: string
  readonly posting: string
  readonly text: string
  readonly objection: boolean
  readonly photo?: SentPhoto | undefined
  /** What a retry is recognised by. */
  readonly key: string
  /** The other end of the connection; counted, never kept. */
  readonly network: string
}

/** A comment of somebody who is not signed in, where the community admits guests: held until the office decides on it. */
export const sendGuestComment = async (
  engine: Engine,
  said: GuestComment,
): Promise<Result<{ readonly code: string }, Refusal>> => {
  const { community, posting, key } = said
  const photo = said.photo && checkPhoto(said.photo)
  if (photo && !photo.ok) return photo
  const { files: store } = engine
  if (photo && !store) return refuse({ code: 'files_unavailable' })
  const code = followCode(engine.keys, community, key)
  return within(engine.db, community, async (tx) => {
    const [place] = await tx.execute<{ comments: string; proposal: string | null }>(sql`
      select c.comments, o.proposal from community c left join posting o on o.community = c.id and o.id = ${posting}
      where c.id = ${community}`)
    if (place?.comments !== 'guests') return refuse({ code: 'guests_not_admitted' })
    if (place.proposal === null) return refuse({ code: 'not_found', what: 'posting' })
    const held = await holdCase(tx, engine, community, place.proposal)
    if (isRefusal(held)) return refuse(held)
    const before = await sentBefore(tx, said, followLookup(engine.keys, code))
    if (before) return before === 'same' ? ok({ code }) : refuse(before)
    const { at } = held.chain
    const [text, alt] = [sealText(said.text), photo && sealText(photo.value.alt)]
    // Asked of the record, which takes it or not; it is written there once the office has decided.
    const asked = { comment: uuidv7(), posting, objection: said.objection, channel: 'guest' } as const
    const put = say(held, nobody, 'comment.received', { ...asked, text: text.commitment })
    if (isRefusal(put)) return refuse(put)
    const full = (await tooManyWait(tx, community)) ?? (await countSender(tx, engine, said, at))
    if (full) return refuse(full)
    const kept = photo && store ? await keepFile(tx, engine, store, { community, ...photo.value }) : undefined
    await disclose(
      tx,
      community,
      [text, alt].filter((one): one is SealedText => one !== undefined),
    )
    await tx.execute(sql`
      insert into guest_comment (community, id, posting, code, objection, text, photo, alt, received_at, received_on)
      values (${community}, ${asked.comment}, ${posting}, ${followLookup(engine.keys, code)}, ${said.objection}, ${text.commitment},
        ${kept?.sha256 ?? null}, ${alt?.commitment ?? null}, ${at.toISOString()}::timestamptz, ${dayOf(at)})`)
    return ok({ code })
  })
}

/** What was sent under the same key: the same again is one deed, another is refused. */
const sentBefore = async (
  tx: Tx,
  { community, posting, text, objection }: GuestComment,
  code: string,
): Promise<'same' | Refusal | undefined> => {
  const [row] = await tx.execute<{ same: boolean }>(sql`
    select (g.posting = ${posting} and g.objection = ${objection} and coalesce(d.text = ${text.normalize('NFC')}, true)) as same
    from guest_comment g left join disclosure d on (d.community, d.commitment) = (g.community, g.text)
    where g.community = ${community} and g.code = ${code}`)
  if (!row) return undefined
  return row.same ? 'same' : { code: 'idempotency_key_reused' }
}

const tooManyWait = async (tx: Tx, community: string): Promise<Refusal | undefined> => {
  const [row] = await tx.execute<{ waiting: number }>(sql`
    select count(*)::int as waiting from guest_comment g
    join posting o on (o.community, o.id) = (g.community, g.posting) and o.closed_at is null
    where g.community = ${community} and g.withdrawn_at is null and not exists (select 1 from comment c where (c.community, c.id) = (g.community, g.id))`)
  return row && row.waiting >= waitAtMost ? { code: 'guests_waiting', waiting: row.waiting } : undefined
}

const hour = 3_600_000

/** Counts one more from a network address, or says from when on it may send again; addresses of days gone by are forgotten. */
const countSender = async (
  tx: Tx,
  { keys }: Pick<Engine, 'keys'>,
  { community, network }: GuestComment,
  now: Date,
): Promise<Refusal | undefined> => {
  const sender = senderOf(keys, dayOf(now), network)
  const [row] = await tx.execute<{ sent: number; since: number }>(sql`
    select sent, extract(epoch from since)::float8 * 1000 as since from guest_sender
    where community = ${community} and sender = ${sender} for no key update`)
  const running = row !== undefined && now.getTime() < row.since + hour
  if (running && row.sent >= perHour) return untilAllowed(new Date(row.since + hour), now)
  const at = now.toISOString()
  await tx.execute(sql`
    delete from guest_sender where community = ${community} and since < ${at}::timestamptz - interval '1 day'`)
  await tx.execute(sql`
    insert into guest_sender (community, sender, sent, since) values (${community}, ${sender}, 1, ${at}::timestamptz)
    on conflict (community, sender) do update set
      sent = ${running ? sql`guest_sender.sent + 1` : sql`1`}, since = ${running ? sql`guest_sender.since` : sql`excluded.since`}`)
  return undefined
}

type Held = {
  readonly proposal: string
  readonly posting: string
  readonly objection: boolean
  readonly text: string
  readonly photo: string | null
  readonly alt: string | null
  readonly receivedOn: Day
}

/** What has become of a guest's comment; the case is held. */
export const fateOf = async (
  tx: Tx,
  community: string,
  guest: string,
): Promise<'decided' | 'withdrawn' | undefined> => {
  const [row] = await tx.execute<{ decided: boolean; withdrawn: boolean }>(sql`
    select (c.id is not null) as decided, (g.withdrawn_at is not null) as withdrawn
    from guest_comment g left join comment c on (c.community, c.id) = (g.community, g.id)
    where g.community = ${community} and g.id = ${guest}`)
  return row?.decided ? 'decided' : row?.withdrawn ? 'withdrawn' : undefined
}

/** The published reason for which a comment is kept back. */
type Reason = DataOf<'comment.moderated'>['reason']

/**
 * The office decides on a guest's comment: it goes onto the record with the day on which it came, and where a reason is given, that it
 * is kept back goes there with it. An objection is kept back by the supervision committee alone.
 */
export const decideGuestComment = (
  engine: Engine,
  actor: Actor,
  guest: string,
  reason?: Reason,
): Promise<Result<{ readonly comment: string; readonly admitted: boolean }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk', 'supervisor')
    if (denied) return refuse(denied)
    const { community } = actor
    const [row] = await tx.execute<Held>(sql`
      select o.proposal, g.posting, g.objection, g.text, g.photo, g.alt, g.received_on::text as "receivedOn"
      from guest_comment g join posting o on (o.community, o.id) = (g.community, g.posting)
      where g.community = ${community} and g.id = ${guest}`)
    if (!row) return refuse({ code: 'not_found', what: 'comment' })
    if (reason && row.objection && !rights.roles.has('supervisor'))
      return refuse({ code: 'forbidden', needs: ['supervisor'] })
    const held = await holdCase(tx, engine, community, row.proposal)
    if (isRefusal(held)) return refuse(held)
    const fate = await fateOf(tx, community, guest)
    if (fate) return refuse({ code: `guest_comment_${fate}` })
    const { posting, objection, text, photo, alt, receivedOn } = row
    const data: DataOf<'comment.received'> = {
      comment: guest,
      posting,
      objection,
      channel: 'guest',
      text,
      ...(photo === null ? {} : { files: [photo] }),
      ...(alt === null ? {} : { alt }),
    }
    const put = say(held, rights, 'comment.received', data, { occurredOn: receivedOn })
    if (isRefusal(put)) return refuse(put)
    const kept = reason && say(held, rights, 'comment.moderated', { comment: guest, reason })
    if (kept && isRefusal(kept)) return refuse(kept)
    await settle(tx, engine, held)
    await keepComment({ data, occurredOn: receivedOn }, { tx, community, rights, held, today: dayOf(held.chain.at) })
    await citeFiles(tx, put.entry, filesIn(data))
    if (reason)
      await tx.execute(sql`
        update comment set admitted = false, kept_back = ${reason} where community = ${community} and id = ${guest}`)
    return ok({ comment: guest, admitted: reason === undefined })
  })
