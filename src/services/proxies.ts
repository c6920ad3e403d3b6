import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../db/within.ts'
import { proxyRule } from '../../workflows/law/in-force.ts'
import type { Provision, ProxyRule } from '../../workflows/law/provision.ts'
import { type Entrusted, proxyFault } from '../../workflows/law/proxies.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { type Day, dayOf } from '../../workflows/rules/days.ts'
import { lawOn } from '../../workflows/stages/law-on.ts'
import { candidatesOf } from '../../workflows/stages/polling.ts'
import { add, nextEntry, write } from '../record/chains.ts'
import { citeFiles, filesKnown } from '../record/files.ts'
import { disclose, sealText } from '../record/texts.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import { isRefusal } from './advance.ts'
import { loadCase } from './cases.ts'
import { type HeldMeeting, holdMeeting } from './meetings.ts'
import type { Refusal } from './refusal.ts'

/** 委托: a vote entrusted to another in writing, for one meeting with all its ballots. */
export interface GiveProxy extends Entrusted {
  /** What the written proxy says, and where it is kept. */
  readonly document: string
  readonly files?: readonly string[] | undefined
}

export interface GivenProxy extends Entrusted {
  readonly id: string
  readonly meeting: string
}

/** Enters a written proxy, where the law of every item on the agenda admits it. */
export const giveProxy = (
  engine: Engine,
  actor: Actor,
  meeting: string,
  { principal, proxy, document, files = [] }: GiveProxy,
): Promise<Result<GivenProxy, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk')
    if (denied) return refuse(denied)
    const { community } = actor
    const held = await holdMeeting(tx, engine, community, meeting)
    if (isRefusal(held)) return refuse(held)
    if (held.outcome !== undefined) return refuse({ code: 'meeting_ended', outcome: held.outcome })
    const { chain } = held
    const fault = await unfitProxy(tx, community, held, { principal, proxy }, dayOf(chain.at))
    if (fault) return refuse(fault)
    if (!(await filesKnown(tx, community, files))) return refuse({ code: 'not_found', what: 'file' })

    const id = uuidv7()
    const text = sealText(document)
    const cited = files.length === 0 ? {} : { files: [...files] }
    const data = { principal, proxy, document: text.commitment, ...cited }
    const entry = nextEntry(chain, { kind: 'proxy.given', actor: actor.account, data })
    add(chain, entry)
    await disclose(tx, community, [text])
    await write(tx, engine.keys, chain)
    await citeFiles(tx, entry, files)
    await tx.execute(sql`
      insert into proxy (community, id, meeting, principal, proxy, document, given_at)
      values (${community}, ${id}, ${meeting}, ${principal}, ${proxy}, ${text.commitment}, ${chain.at.toISOString()}::timestamptz)`)
    return ok({ id, meeting, principal, proxy })
  })

interface Known {
  readonly listed: boolean
  readonly leftOn: Day | null
  readonly adultOn: Day
  readonly household: string | null
}

/** Why the law, the roll or the roster does not admit a proxy. */
const unfitProxy = async (
  tx: Tx,
  community: string,
  held: HeldMeeting,
  { principal, proxy }: Entrusted,
  today: Day,
): Promise<Refusal | undefined> => {
  const people = await knownOf(tx, community, held.roll, [principal, proxy], today)
  const [giver, taker] = [people.get(principal), people.get(proxy)]
  if (!giver || !taker) return { code: 'not_found', what: 'person' }
  const given = await tx.execute<Entrusted & Record<string, unknown>>(sql`
    select principal, proxy from proxy
    where community = ${community} and meeting = ${held.meeting} and withdrawn_at is null`)
  const sameHousehold = giver.household !== null && giver.household === taker.household
  const items = await itemsOf(tx, community, held)
  for (const { rule, law, candidates } of items) {
    const fault = proxyFault(rule, { principal, proxy, given, candidates, sameHousehold })
    const cite = rule?.cite ?? law.map((provision) => provision.cite).join(';')
    if (fault) return { code: fault, cite, ...(rule?.max === undefined ? {} : { max: rule.max }) }
  }
  if (!giver.listed) return { code: 'not_on_roll' }
  if (!taker.listed && items.some(({ rule }) => rule?.entitled)) return { code: 'not_on_roll' }
  if (taker.leftOn !== null && taker.leftOn <= today) return { code: 'person_left_already', on: taker.leftOn }
  return taker.adultOn > today ? { code: 'not_of_age', person: proxy, on: taker.adultOn } : undefined
}

const knownOf = async (
  tx: Tx,
  community: string,
  roll: string,
  people: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, Known>> => {
  const rows = await tx.execute<Known & { id: string } & Record<string, unknown>>(sql`
    select p.id, p.left_on::text as "leftOn", (p.birth + interval '18 years')::date::text as "adultOn",
      exists (select from roll_entry e where e.community = p.community and e.roll = ${roll} and e.person = p.id) as listed, (
        select d.household from residence d where d.community = p.community and d.person = p.id
          and d.starts_on <= ${today} and (d.ends_on is null or d.ends_on > ${today})) as household
    from person p where p.community = ${community}
      and p.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(people)}::text::jsonb))`)
  return new Map(rows.map((row) => [row.id, row]))
}

interface AgendaLaw {
  readonly law: readonly Provision[]
  readonly rule: ProxyRule | undefined
  readonly candidates: readonly string[]
}

/** What the law of the meeting day says of proxies, item by item, and who stands as a candidate there. */
const itemsOf = async (tx: Tx, community: string, { meeting, on }: HeldMeeting): Promise<readonly AgendaLaw[]> => {
  const agenda = await tx.execute<{ proposal: string; stage: string }>(sql`
    select proposal, stage from agenda where community = ${community} and meeting = ${meeting} order by place`)
  const items: AgendaLaw[] = []
  for (const { proposal, stage: id } of agenda) {
    const c = await loadCase(tx, community, proposal)
    const stage = c?.procedure.stages.find((one) => one.id === id)
    if (!c || (stage?.kind !== 'decision' && stage?.kind !== 'election')) continue
    const { matter, election } = c.facts
    const law = lawOn(stage, on, matter)
    items.push({ law, rule: proxyRule(law), candidates: election ? candidatesOf(election) : [] })
  }
  return items
}
