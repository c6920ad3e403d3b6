import { sql } from 'drizzle-orm'
import type { Tx } from '../../../db/within.ts'
import { stageOf } from '../../../workflows/case.ts'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import { type Day, dayOf } from '../../../workflows/rules/days.ts'
import { lawOn } from '../../../workflows/stages/law-on.ts'
import { type Actor, act, type Engine, needs } from '../act.ts'
import { loadCase } from '../cases.ts'
import type { Refusal } from '../refusal.ts'

/** A draft before the experts: what each discipline has said of it, and the law by which it will be decided. */
export interface ReviewView {
  readonly proposal: string
  readonly number: number
  readonly title: string | null
  readonly matter: string | null
  readonly draft: { readonly n: number; readonly text: string | null }
  readonly disciplines: readonly {
    readonly discipline: string
    /** Null until an opinion on this very draft is there. */
    readonly answer: 'pass' | 'changes' | 'unlawful' | null
    /** True where the reader may give it. */
    readonly mine: boolean
  }[]
  readonly law: readonly { readonly cite: string; readonly text: string }[]
}

interface Row {
  readonly [column: string]: unknown
  readonly proposal: string
  readonly number: number
  readonly title: string | null
}

/** The reviews that wait for experts, the oldest case first. */
export const reviews = (
  engine: Engine,
  actor: Actor,
): Promise<Result<{ readonly items: readonly ReviewView[] }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'expert', 'clerk', 'supervisor')
    if (denied) return refuse(denied)
    const today = dayOf(await engine.clock(tx, undefined))
    const running = await tx.execute<Row>(sql`
      select p.id as proposal, p.number, d.text as title
      from proposal p join adoption a on (a.community, a.id) = (p.community, p.adoption)
      left join disclosure d on (d.community, d.commitment) = (p.community, p.title)
      where p.community = ${actor.community} and p.ending is null and exists (
        select from jsonb_array_elements(a.expanded -> 'stages') s where s ->> 'id' = p.stage and s ->> 'kind' = 'review')
      order by p.id limit 100`)
    const items: ReviewView[] = []
    for (const row of running) {
      const review = await reviewOf(tx, actor.community, row, { today, mine: rights.disciplines })
      if (review) items.push(review)
    }
    return ok({ items })
  })

const reviewOf = async (
  tx: Tx,
  community: string,
  row: Row,
  { today, mine }: { readonly today: Day; readonly mine: ReadonlySet<string> },
): Promise<ReviewView | undefined> => {
  const c = await loadCase(tx, community, row.proposal)
  const stage = c && stageOf(c)
  const draft = c?.facts.draft
  if (!c || stage?.kind !== 'review' || !draft) return undefined
  const { matter, opinions } = c.facts
  const [written] = await tx.execute<{ text: string | null }>(sql`
    select d.text from draft f left join disclosure d on (d.community, d.commitment) = (f.community, f.text)
    where f.community = ${community} and f.proposal = ${row.proposal} and f.n = ${draft.n}`)
  const deciding = c.procedure.stages.find((one) => one.kind === 'decision' && one.final)
  const law = deciding?.kind === 'decision' ? [...lawOn(deciding, today, matter), ...deciding.own] : []
  return {
    ...row,
    matter: matter ?? null,
    draft: { n: draft.n, text: written?.text ?? null },
    disciplines: stage.disciplines.map((discipline) => {
      const said = opinions.get(discipline)
      return { discipline, answer: said?.draft === draft.n ? said.answer : null, mine: mine.has(discipline) }
    }),
    law: law.map(({ cite, text }) => ({ cite, text })),
  }
}
