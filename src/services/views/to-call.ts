import { sql } from 'drizzle-orm'
import type { Tx } from '../../../db/within.ts'
import { presidersOf } from '../../../workflows/law/all.ts'
import type { BodyKind, Mode } from '../../../workflows/law/provision.ts'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import { type Day, dayOf } from '../../../workflows/rules/days.ts'
import { lawOn } from '../../../workflows/stages/law-on.ts'
import type { ExpandedProcedure, Title } from '../../../workflows/stages/stage.ts'
import { type Actor, act, type Engine, needs } from '../act.ts'
import { demandsIn } from '../demands.ts'
import type { Refusal } from '../refusal.ts'

/** A proposal that waits for a body to be called for it. */
export interface WaitingItem {
  readonly proposal: string
  readonly number: number
  readonly title: string | null
  readonly stage: Title
  readonly body: BodyKind
  /** In person or by household, where the procedure has chosen. */
  readonly mode: Mode | null
  /** Whose task it is to call the body, and how many days before. */
  readonly convenes: readonly BodyKind[]
  readonly daysBefore: number
}

export interface PossiblePresider {
  readonly person: string
  readonly name: string | null
  readonly body: BodyKind
}

/** What a clerk needs before the eyes to call a meeting of one body. */
export interface ToCallView {
  /** Every item that waits, whichever body it waits for. */
  readonly items: readonly WaitingItem[]
  readonly presiders: readonly PossiblePresider[]
  /** Who sits in the body today. */
  readonly seated: readonly PossiblePresider[]
  readonly demands: readonly {
    readonly id: string
    readonly text: string | null
    readonly have: number
    readonly need: number
    readonly met: boolean
  }[]
}

/** The steps of a decision or an election in which its body may be called. */
const waitingSteps = ['calling', 'undecided', 'invalid', 'unfilled']

const waitingIn = async (tx: Tx, community: string, today: Day): Promise<readonly WaitingItem[]> => {
  const rows = await tx.execute<{
    proposal: string
    number: number
    title: string | null
    stage: string
    step: string
    matter: string | null
    expanded: ExpandedProcedure
  }>(sql`
    select p.id as proposal, p.number, d.text as title, p.stage, p.step, p.matter, a.expanded
    from proposal p join adoption a on (a.community, a.id) = (p.community, p.adoption)
    left join disclosure d on (d.community, d.commitment) = (p.community, p.title)
    where p.community = ${community} and p.ending is null order by p.number`)
  return rows.flatMap(({ expanded, stage: id, step, matter, ...row }): WaitingItem[] => {
    const stage = expanded.stages.find((one) => one.id === id)
    if (!waitingSteps.includes(step) || (stage?.kind !== 'decision' && stage?.kind !== 'election')) return []
    const law = lawOn(stage, today, matter ?? undefined)
    return [
      {
        ...row,
        stage: stage.title,
        body: stage.body,
        mode: stage.mode ?? null,
        convenes: [...new Set(law.flatMap(({ convenes }) => convenes ?? []))],
        daysBefore: Math.max(0, ...law.map(({ convocation }) => convocation?.daysBefore ?? 0)),
      },
    ]
  })
}

/** The members of some bodies, each once. */
const seatedIn = async (
  tx: Tx,
  community: string,
  kinds: readonly BodyKind[],
  today: Day,
): Promise<readonly PossiblePresider[]> => {
  const bodies = JSON.stringify(kinds)
  const rows = await tx.execute<PossiblePresider & Record<string, unknown>>(sql`
    select distinct on (s.person) s.person, d.text as name, s.body from seat s
    join person p on (p.community, p.id) = (s.community, s.person)
    left join disclosure d on (d.community, d.commitment) = (p.community, p.name)
    where s.community = ${community} and s.voting and s.starts_on <= ${today} and (s.ends_on is null or s.ends_on > ${today})
      and s.body in (select value from jsonb_array_elements_text(${bodies}::text::jsonb))
    order by s.person, s.body`)
  return [...rows]
}

/** What waits for a meeting, and for the body chosen who may preside and whose demand it may answer. */
export const toCall = (
  engine: Engine,
  actor: Actor,
  body: BodyKind | undefined,
): Promise<Result<ToCallView, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk')
    if (denied) return refuse(denied)
    const { community } = actor
    const today = dayOf(await engine.clock(tx, undefined))
    const items = await waitingIn(tx, community, today)
    if (body === undefined) return ok({ items, presiders: [], seated: [], demands: [] })
    const open = (await demandsIn(tx, community, today)).filter((one) => one.body === body && one.meeting === null)
    // Where the law names nobody who presides, whoever sits in the body may.
    const presiding = presidersOf(body, today)
    const seated = await seatedIn(tx, community, [body], today)
    return ok({
      items,
      presiders: presiding.length === 0 ? seated : await seatedIn(tx, community, presiding, today),
      seated,
      demands: open.map(({ id, text, have, need, met }) => ({ id, text, have, need, met })),
    })
  })
