import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { dayOf } from '../../workflows/rules/days.ts'
import { add, nextEntry, write } from '../record/chains.ts'
import { disclose, sealText } from '../record/texts.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import { isRefusal } from './advance.ts'
import { agendaOf, holdMeeting } from './meetings.ts'
import type { Refusal } from './refusal.ts'

export interface NoteSpeech {
  /** A member of the roll, or an observer by the id of the listing. */
  readonly speaker: string
  readonly proposal?: string | undefined
  readonly text: string
}

/** 发言记录: notes what a member or an observer said, of an item or of none. After the end too, until the minutes are approved. */
export const noteSpeech = (
  engine: Engine,
  actor: Actor,
  meeting: string,
  cmd: NoteSpeech,
): Promise<Result<{ readonly speech: string }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk')
    if (denied) return refuse(denied)
    const { community } = actor
    const { speaker, proposal } = cmd
    const held = await holdMeeting(tx, engine, community, meeting)
    if (isRefusal(held)) return refuse(held)
    const { chain } = held
    if (dayOf(chain.at) < held.on) return refuse({ code: 'meeting_not_begun' })
    const [said] = await tx.execute<{ member: boolean; observer: boolean; approved: string | null }>(sql`
      select exists (select 1 from roll_entry where community = ${community} and roll = ${held.roll} and person = ${speaker}) as member,
        exists (select 1 from observer where community = ${community} and meeting = ${meeting} and id = ${speaker}) as observer,
        (select to_char(approved_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from minutes
          where community = ${community} and meeting = ${meeting} and approved_at is not null) as approved`)
    if (!said || (!said.member && !said.observer)) return refuse({ code: 'not_found', what: 'speaker' })
    if (said.approved !== null) return refuse({ code: 'minutes_approved', at: said.approved })
    if (proposal !== undefined && !(await agendaOf(tx, community, meeting)).includes(proposal))
      return refuse({ code: 'not_found', what: 'agenda item' })

    const speech = uuidv7()
    const text = sealText(cmd.text)
    const item = proposal === undefined ? {} : { proposal }
    const data = { speech, speaker, ...item, text: text.commitment }
    add(chain, nextEntry(chain, { kind: 'speech.noted', actor: actor.account, data }))
    await disclose(tx, community, [text])
    await write(tx, engine.keys, chain)
    await tx.execute(sql`
      insert into speech (community, id, meeting, person, observer, proposal, text, noted_at)
      values (${community}, ${speech}, ${meeting}, ${said.member ? speaker : null}, ${said.member ? null : speaker},
        ${proposal ?? null}, ${text.commitment}, ${chain.at.toISOString()}::timestamptz)`)
    return ok({ speech })
  })
