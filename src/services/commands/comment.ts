import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import type { DataOf } from '../../../workflows/format/catalogue.ts'
import type { Day } from '../../../workflows/rules/days.ts'
import type { FileType } from '../../documents/upload.ts'
import { type SealedText, sealText } from '../../record/texts.ts'
import type { Refusal } from '../refusal.ts'
import { command, type Desk, type Said } from './command.ts'
import { commentsTooOften } from './comment-limit.ts'
import { day, files, id, notYet, text } from './inputs.ts'

const input = z.strictObject({
  posting: id,
  text,
  objection: z.boolean().default(false),
  channel: z.enum(['online', 'paper', 'doorstep', 'telephone']).default('online'),
  author: id.optional(),
  receivedOn: day.optional(),
  files: files.refine((cited) => cited === undefined || cited.length === 1, 'one photo'),
  alt: text.optional(),
})
type Input = z.output<typeof input>

/** A photo is a picture on file, and somebody says what it shows. */
const photoFault = async (
  { tx, community }: Desk,
  { files: [photo] = [], alt }: Input,
): Promise<Refusal | undefined> => {
  if (photo === undefined) return alt === undefined ? undefined : { code: 'not_found', what: 'file' }
  if (alt === undefined) return { code: 'photo_undescribed' }
  const [file] = await tx.execute<{ type: FileType }>(sql`
    select type from file where community = ${community} and sha256 = ${photo}`)
  if (!file) return { code: 'not_found', what: 'file' }
  return file.type === 'application/pdf' ? { code: 'photo_type_wrong' } : undefined
}

/** Who said it and when: oneself now, or somebody else as the clerk enters it. */
const received = async (said: Input, desk: Desk): Promise<{ readonly author: string | undefined } | Refusal> => {
  const { tx, community, rights, today } = desk
  const behalf = said.channel !== 'online' || said.author !== undefined || said.receivedOn !== undefined
  if (behalf && !rights.roles.has('clerk')) return { code: 'forbidden', needs: ['clerk'] }
  const author = behalf ? said.author : rights.person
  const receivedOn = said.receivedOn ?? today
  const future = notYet(today, receivedOn)
  if (future) return future
  const [hung] = await tx.execute<{ from: Day }>(sql`
    select opened_on::text as "from" from posting where community = ${community} and id = ${said.posting}`)
  if (hung && receivedOn < hung.from) return { code: 'day_too_early', day: receivedOn, earliest: hung.from }
  if (author !== undefined && behalf) {
    const [known] = await tx.execute(sql`select 1 from person where community = ${community} and id = ${author}`)
    if (!known) return { code: 'not_found', what: 'person' }
  }
  return (behalf ? undefined : await commentsTooOften(desk, rights.person, desk.held.chain.at)) ?? { author }
}

const put = async (said: Input, desk: Desk): Promise<Said<'comment.received'> | Refusal> => {
  const by = await received(said, desk)
  if ('code' in by) return by
  const fault = await photoFault(desk, said)
  if (fault) return fault
  const { author } = by
  const sealed = sealText(said.text)
  const alt = said.alt === undefined ? undefined : sealText(said.alt)
  return {
    data: {
      comment: uuidv7(),
      posting: said.posting,
      objection: said.objection,
      ...(author === undefined ? {} : { author }),
      channel: said.channel,
      text: sealed.commitment,
      ...(said.files ? { files: [...said.files] } : {}),
      ...(alt ? { alt: alt.commitment } : {}),
    },
    texts: [sealed, alt].filter((one): one is SealedText => one !== undefined),
    occurredOn: said.receivedOn,
  }
}

/** Keeps the comments in step with what was received. */
export const keepComment = async (
  { data, occurredOn }: Pick<Said<'comment.received'>, 'data' | 'occurredOn'>,
  { tx, community, held, today }: Desk,
): Promise<void> => {
  const timely = held.case.facts.comments.get(data.comment)?.timely ?? false
  await tx.execute(sql`
    insert into comment (community, id, posting, author, channel, objection, text, received_at, received_on, timely, photo, alt)
    values (${community}, ${data.comment}, ${data.posting}, ${data.author ?? null}, ${data.channel}, ${data.objection},
      ${data.text}, ${held.chain.at.toISOString()}::timestamptz, ${occurredOn ?? today}, ${timely},
      ${photoOf(data)}, ${data.alt ?? null})`)
}

const photoOf = ({ files: [photo] = [] }: DataOf<'comment.received'>): string | null => photo ?? null

/** A resident comments under their own name; a clerk enters what came on paper, by telephone or at the door. */
export const comment = command({
  kind: 'comment.received',
  by: ['resident', 'clerk'],
  input,
  // Whoever is not of the office sends a photo itself: by its hash alone it could be another's that was kept back.
  put: async (said, desk) =>
    said.files !== undefined && !desk.rights.roles.has('clerk')
      ? { code: 'forbidden', needs: ['clerk'] }
      : put(said, desk),
  project: keepComment,
})

/** The same with a photo that has just come with it. */
export const commentWithPhoto = command({ ...comment, put })
