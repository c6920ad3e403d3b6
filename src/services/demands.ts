import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../db/within.ts'
import { demandsOn } from '../../workflows/law/all.ts'
import type { BodyKind, DemandGroup } from '../../workflows/law/provision.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { type Day, dayOf } from '../../workflows/rules/days.ts'
import { add, communityChain, hold, nextEntry, write } from '../record/chains.ts'
import { disclose, sealText } from '../record/texts.ts'
import { type Actor, act, type Engine } from './act.ts'
import type { Refusal } from './refusal.ts'

/** Signatures that count, of how many who might sign. */
export interface Signatures {
  readonly body: BodyKind
  readonly of: DemandGroup
  readonly have: number
  readonly base: number
}

/**
 * Who might sign on a day: adults who live there, households with such an adult, the elected representatives of the place, or
 * its owners, each one head however many units are theirs.
 */
const signersOn = (of: DemandGroup, day: Day) => {
  const runs = sql`s.starts_on <= ${day} and (s.ends_on is null or s.ends_on > ${day})`
  switch (of) {
    case 'owners':
      return { key: sql`s.owner`, signer: sql`s.owner`, from: sql`tenure s where ${runs}` }
    case 'representatives':
      return {
        key: sql`s.person`,
        signer: sql`s.person`,
        from: sql`seat s where s.body in ('village-representatives', 'residents-representatives')
        and 'representatives' = any(s.groups) and s.voting and s.in_base and ${runs}`,
      }
    case 'adults':
    case 'households':
      return {
        key: of === 'households' ? sql`s.household` : sql`s.person`,
        signer: sql`s.person`,
        from: sql`residence s join person p on (p.community, p.id) = (s.community, s.person)
        where ${runs} and p.birth + interval '18 years' <= ${day}`,
      }
  }
}

/** Counts a demand's signatures by the roll of a day: whoever has died, moved or lost the seat counts no more. */
export const signaturesOf = async (
  tx: Tx,
  community: string,
  demand: string,
  day: Day,
): Promise<Signatures | Refusal> => {
  const [row] = await tx.execute<{ body: BodyKind; of: DemandGroup }>(sql`
    select body, signers as of from demand where community = ${community} and id = ${demand}`)
  if (!row) return { code: 'not_found', what: 'demand' }
  const { key, signer, from } = signersOn(row.of, day)
  const [counted] = await tx.execute<{ have: number; base: number }>(sql`
    select count(distinct ${key})::int as base,
      (count(distinct ${key}) filter (where exists (
        select 1 from demand_signature d where d.community = ${community} and d.demand = ${demand} and d.person = ${signer}
          and d.withdrawn_at is null)))::int as have
    from ${from} and s.community = ${community}`)
  return { ...row, have: counted?.have ?? 0, base: counted?.base ?? 0 }
}

/** The meeting that answers a demand; one that was postponed or lacked its quorum leaves it to be called again. */
export const answerTo = async (tx: Tx, community: string, demand: string): Promise<string | undefined> => {
  const [meeting] = await tx.execute<{ id: string }>(sql`
    select id from meeting where community = ${community} and demand = ${demand}
      and (outcome is null or outcome = 'held') limit 1`)
  return meeting?.id
}

/** How many signatures oblige the committee, by the law of the day. */
const needOf = ({ body, of, base }: Signatures, day: Day) => {
  const asked = demandsOn(body, day).find((demand) => demand.of === of)
  if (!asked) return undefined
  const [num, den] = asked.atLeast
  return { need: Math.max(1, Math.ceil((base * num) / den)), cite: asked.cite }
}

export interface DemandView extends Signatures {
  readonly id: string
  readonly text: string | null
  readonly openedAt: string
  readonly need: number
  readonly met: boolean
  readonly cite: string
  /** The meeting called upon it, unless it was put off or lacked its quorum. */
  readonly meeting: string | null
}

/** 联名提议: opens a demand that a body be called; whoever opens it as a resident has signed it. */
export const openDemand = (
  engine: Engine,
  actor: Actor,
  cmd: { readonly body: BodyKind; readonly of: DemandGroup; readonly text: string },
): Promise<Result<DemandView, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    if (!rights.roles.has('clerk') && rights.person === undefined)
      return refuse({ code: 'forbidden', needs: ['resident', 'clerk'] })
    const { community } = actor
    const chain = await hold(tx, engine.clock, community, communityChain)
    const body = await tx.execute(sql`select 1 from body where community = ${community} and kind = ${cmd.body}`)
    if (!chain || body.length === 0) return refuse({ code: 'not_found', what: 'body' })
    const day = dayOf(chain.at)
    if (!demandsOn(cmd.body, day).some((demand) => demand.of === cmd.of))
      return refuse({ code: 'demand_not_admitted', body: cmd.body, of: cmd.of })
    const demand = uuidv7()
    const text = sealText(cmd.text)
    const data = { demand, body: cmd.body, of: cmd.of, text: text.commitment }
    add(chain, nextEntry(chain, { kind: 'demand.opened', actor: actor.account, data }))
    const signer = rights.person
    if (signer !== undefined)
      add(chain, nextEntry(chain, { kind: 'demand.signed', actor: actor.account, data: { demand, people: [signer] } }))
    await disclose(tx, community, [text])
    await write(tx, engine.keys, chain)
    const at = chain.at.toISOString()
    await tx.execute(sql`
      insert into demand (community, id, body, signers, text, opened_at)
      values (${community}, ${demand}, ${cmd.body}, ${cmd.of}, ${text.commitment}, ${at}::timestamptz)`)
    if (signer !== undefined)
      await tx.execute(sql`
        insert into demand_signature (community, demand, person, signed_at)
        values (${community}, ${demand}, ${signer}, ${at}::timestamptz)`)
    const [view] = await demandsIn(tx, community, day, demand)
    return view ? ok(view) : refuse({ code: 'not_found', what: 'demand' })
  })

/** Signs a demand: oneself, or by the clerk those who signed on paper. Nobody signs twice. */
export const signDemand = (
  engine: Engine,
  actor: Actor,
  demand: string,
  cmd: { readonly people?: readonly string[] | undefined },
): Promise<Result<DemandView & { readonly signed: readonly string[] }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const onPaper = cmd.people !== undefined
    if (onPaper ? !rights.roles.has('clerk') : rights.person === undefined)
      return refuse({ code: 'forbidden', needs: [onPaper ? 'clerk' : 'resident'] })
    const { community } = actor
    const chain = await hold(tx, engine.clock, community, communityChain)
    const known = await tx.execute(sql`select 1 from demand where community = ${community} and id = ${demand}`)
    if (!chain || known.length === 0) return refuse({ code: 'not_found', what: 'demand' })
    const answer = await answerTo(tx, community, demand)
    if (answer !== undefined) return refuse({ code: 'demand_answered', meeting: answer })
    const people = [...new Set(cmd.people ?? (rights.person === undefined ? [] : [rights.person]))]
    const rows = await tx.execute<{ person: string; signed: boolean; withdrawn: boolean }>(sql`
      select p.id as person, (d.person is not null and d.withdrawn_at is null) as signed, (d.withdrawn_at is not null) as withdrawn
      from person p left join demand_signature d on (d.community, d.person) = (p.community, p.id) and d.demand = ${demand}
      where p.community = ${community} and p.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(people)}::text::jsonb))
      order by p.id`)
    if (rows.length !== people.length) return refuse({ code: 'not_found', what: 'person' })
    // Whoever has taken a signature back gives it anew in person: an older paper does not.
    const back = onPaper ? rows.find(({ withdrawn }) => withdrawn) : undefined
    if (back) return refuse({ code: 'signature_withdrawn', person: back.person })
    const signed = rows.flatMap((row) => (row.signed ? [] : [row.person]))
    if (signed.length > 0) {
      add(chain, nextEntry(chain, { kind: 'demand.signed', actor: actor.account, data: { demand, people: signed } }))
      await write(tx, engine.keys, chain)
      await tx.execute(sql`
        insert into demand_signature (community, demand, person, signed_at)
        select ${community}::uuid, ${demand}::uuid, value::uuid, ${chain.at.toISOString()}::timestamptz
        from jsonb_array_elements_text(${JSON.stringify(signed)}::text::jsonb)
        on conflict on constraint "one person signs a demand once"
        do update set signed_at = excluded.signed_at, withdrawn_at = null`)
    }
    const [view] = await demandsIn(tx, community, dayOf(chain.at), demand)
    return view ? ok({ ...view, signed }) : refuse({ code: 'not_found', what: 'demand' })
  })

/** Demands with their signatures counted by the roll of a day, newest first. */
export const demandsIn = async (tx: Tx, community: string, day: Day, only?: string): Promise<readonly DemandView[]> => {
  const rows = await tx.execute<{ id: string; text: string | null; openedAt: string; meeting: string | null }>(sql`
    select d.id, t.text, m.id as meeting, to_char(d.opened_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "openedAt"
    from demand d left join disclosure t on (t.community, t.commitment) = (d.community, d.text)
    left join meeting m on (m.community, m.demand) = (d.community, d.id) and (m.outcome is null or m.outcome = 'held')
    where d.community = ${community} and (${only ?? null}::uuid is null or d.id = ${only ?? null}::uuid)
    order by d.id desc limit 200`)
  const views: DemandView[] = []
  for (const row of rows) {
    const signatures = await signaturesOf(tx, community, row.id, day)
    if ('code' in signatures) continue
    const asked = needOf(signatures, day)
    const need = asked?.need ?? 0
    views.push({
      ...row,
      ...signatures,
      need,
      met: asked !== undefined && signatures.have >= need,
      cite: asked?.cite ?? '',
    })
  }
  return views
}

/** Every demand with how many have signed and how many must; who signed is the office's to see. */
export const demands = (
  engine: Engine,
  actor: Actor,
): Promise<Result<{ readonly items: readonly DemandView[] }, Refusal>> =>
  act(engine, actor, async (tx) => {
    const day = dayOf(await engine.clock(tx, undefined))
    return ok({ items: await demandsIn(tx, actor.community, day) })
  })
