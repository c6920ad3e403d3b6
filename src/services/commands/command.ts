import type { z } from 'zod'
import type { Tx } from '../../../db/within.ts'
import type { DataOf, KindOf } from '../../../workflows/format/catalogue.ts'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import { type Day, dayOf } from '../../../workflows/rules/days.ts'
import { citeFiles, filesIn, filesKnown } from '../../record/files.ts'
import type { SealedText } from '../../record/texts.ts'
import { type Actor, act, type Engine, needs, type Rights, type Role } from '../act.ts'
import { type HeldCase, holdCase, isRefusal, type OnPaper, say, settle } from '../advance.ts'
import { stateOf } from '../cases.ts'
import type { Refusal } from '../refusal.ts'

/** What a command may look at while it puts its input into the record's words. */
export interface Desk {
  readonly tx: Tx
  readonly community: string
  readonly rights: Rights
  readonly held: HeldCase
  readonly today: Day
}

/** An input in the record's words: its data, the texts sealed for it, the day it happened where that is attested. */
export interface Said<K extends KindOf<'proposal'>> {
  readonly data: DataOf<K>
  readonly texts?: readonly SealedText[]
  readonly occurredOn?: Day | undefined
}

/** Something that may be said of a proposal: by whom, with what input, and what it changes in the tables. */
export interface Command<K extends KindOf<'proposal'>, I extends z.ZodType = z.ZodType> {
  readonly kind: K
  /** The roles that may say it; `resident` is anybody of the community who is signed in. */
  readonly by: readonly (Role | 'resident')[]
  readonly input: I
  readonly put: (input: z.output<I>, desk: Desk) => Said<K> | Refusal | Promise<Said<K> | Refusal>
  /** Keeps the tables in step with what was said. */
  readonly project?: (said: Said<K>, desk: Desk) => Promise<void>
}

/** Gives a command back as it is, its parts typed by its kind and input. */
export const command = <K extends KindOf<'proposal'>, I extends z.ZodType>(c: Command<K, I>): Command<K, I> => c

/** What a command answers: the entry's place in the record, where the case stands now, and the signed head. */
export interface Done {
  readonly seq: number
  readonly kind: string
  readonly recordedAt: string
  readonly data: unknown
  readonly state: Readonly<Record<string, unknown>>
  readonly signedHead: string
}

/** One transaction: hold the chain, put the input into words, ask the gate, write. */
export const perform = <K extends KindOf<'proposal'>, I extends z.ZodType>(
  engine: Engine,
  actor: Actor,
  proposal: string,
  c: Command<K, I>,
  input: z.output<I>,
): Promise<Result<Done, Refusal>> =>
  act(engine, actor, (tx, rights) => performIn(tx, engine, { community: actor.community, rights }, proposal, c, input))

/** The same within a transaction under way; what happened on paper is judged by the day on which it happened. */
export const performIn = async <K extends KindOf<'proposal'>, I extends z.ZodType>(
  tx: Tx,
  engine: Engine,
  { community, rights }: { readonly community: string; readonly rights: Rights },
  proposal: string,
  c: Command<K, I>,
  input: z.output<I>,
  paper: OnPaper = {},
): Promise<Result<Done, Refusal>> => {
  const denied = mayNot(c, rights)
  if (denied) return refuse(denied)
  const held = await holdCase(tx, engine, community, proposal)
  if (isRefusal(held)) return refuse(held)
  const desk: Desk = { tx, community, rights, held, today: paper.occurredOn ?? dayOf(held.chain.at) }
  const said = await c.put(input, desk)
  if ('code' in said) return refuse(said)
  const files = filesIn(said.data)
  if (!(await filesKnown(tx, community, files))) return refuse({ code: 'not_found', what: 'file' })
  const put = say(held, rights, c.kind, said.data, { occurredOn: said.occurredOn, ...paper })
  if (isRefusal(put)) return refuse(put)
  const signedHead = (await settle(tx, engine, held, said.texts)) ?? ''
  await c.project?.(said, desk)
  const { entry } = put
  await citeFiles(tx, entry, files)
  return ok({
    seq: entry.seq,
    kind: c.kind,
    recordedAt: entry.recordedAt,
    data: entry.data,
    state: stateOf(held.case),
    signedHead,
  })
}

const mayNot = (c: Pick<Command<KindOf<'proposal'>>, 'by'>, rights: Rights): Refusal | undefined => {
  if (c.by.includes('resident') && rights.person !== undefined) return undefined
  const roles = c.by.filter((role): role is Role => role !== 'resident')
  return needs(rights, ...roles) ? { code: 'forbidden', needs: c.by } : undefined
}
