import { sql } from 'drizzle-orm'
import { type Db, type Tx, within } from '../../db/within.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import type { Keys } from '../identity/keys.ts'
import type { Clock } from '../record/clock.ts'
import type { FileStore } from '../record/files.ts'
import type { Refusal } from './refusal.ts'

/** What services stand on. */
export interface Engine {
  readonly db: Db
  readonly clock: Clock
  readonly keys: Keys
  /** Where photos and documents are kept; without it none is taken. */
  readonly files?: FileStore
  /** Tests only: log2 of the work that a password is hashed with; as usual where nothing is said. */
  readonly passwordWork?: number
  /** Where the installation is found from outside, as printed codes say it; otherwise as whoever asks has reached it. */
  readonly address?: string
}

export type Role = 'administrator' | 'clerk' | 'supervisor' | 'expert' | 'township'

/** Who asks, as the token says, and the key under which a retry is recognised. */
export interface Actor {
  readonly community: string
  readonly account: string
  readonly session: string
  readonly idempotency?: { readonly key: string; readonly request: string }
}

/** What the database says, now, of who asks. */
export interface Rights {
  readonly account: string
  readonly person: string | undefined
  readonly roles: ReadonlySet<Role>
  /** An expert's disciplines. */
  readonly disciplines: ReadonlySet<string>
}

const uniqueViolation = '23505'

/**
 * One transaction in the actor's community: session and rights are read first, a retry with the same key gets the first
 * answer, and the answer is kept with the effect. A refusal must be returned before anything is written.
 */
export const act = async <T>(
  { db, clock }: Pick<Engine, 'db' | 'clock'>,
  actor: Actor,
  fn: (tx: Tx, rights: Rights) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> => {
  const once = () =>
    within(db, actor.community, async (tx): Promise<Result<T, Refusal>> => {
      const now = await clock(tx, undefined)
      const rights = await rightsOf(tx, actor, now)
      if (!rights) return refuse({ code: 'session_ended' })
      const before = await answeredBefore<T>(tx, actor)
      if (before) return before
      const result = await fn(tx, rights)
      // What refuses it may be its own other try, that was under way at the first look.
      if (!result.ok) return (await answeredBefore<T>(tx, actor)) ?? result
      if (actor.idempotency) await keepAnswer(tx, actor, result.value, now)
      return result
    })
  try {
    return await once()
  } catch (error) {
    // Two requests with one key at once: the second finds the first one's answer when it looks again.
    if (actor.idempotency && isKeyTaken(error)) return once()
    throw error
  }
}

const isKeyTaken = (error: unknown): boolean => {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  return (
    typeof cause === 'object' &&
    cause !== null &&
    'code' in cause &&
    cause.code === uniqueViolation &&
    'table_name' in cause &&
    cause.table_name === 'idempotency'
  )
}

const rightsOf = async (tx: Tx, actor: Actor, now: Date): Promise<Rights | undefined> => {
  const rows = await tx.execute<{ person: string | null; role: Role | null; discipline: string | null }>(sql`
    select a.person, r.role, r.discipline
    from session s join account a on (a.community, a.id) = (s.community, s.account)
    left join role r on (r.community, r.account) = (a.community, a.id) and r.ended_at is null
    where s.community = ${actor.community} and s.id = ${actor.session} and s.account = ${actor.account}
      and s.ended_at is null and s.expires_at > ${now.toISOString()}::timestamptz and a.disabled_at is null`)
  const [first] = rows
  if (!first) return undefined
  return {
    account: actor.account,
    person: first.person ?? undefined,
    roles: new Set(rows.flatMap(({ role }) => (role ? [role] : []))),
    disciplines: new Set(rows.flatMap(({ discipline }) => (discipline ? [discipline] : []))),
  }
}

const answeredBefore = async <T>(tx: Tx, actor: Actor): Promise<Result<T, Refusal> | undefined> => {
  if (!actor.idempotency) return undefined
  const { key, request } = actor.idempotency
  const [row] = await tx.execute<{ request: string; answer: T }>(sql`
    select request, answer from idempotency
    where community = ${actor.community} and actor = ${actor.account} and key = ${key}`)
  if (!row) return undefined
  return row.request === request ? ok(row.answer) : refuse({ code: 'idempotency_key_reused' })
}

const keepAnswer = async (tx: Tx, actor: Actor, answer: unknown, now: Date): Promise<void> => {
  if (!actor.idempotency) return
  const { key, request } = actor.idempotency
  await tx.execute(sql`
    insert into idempotency (community, actor, key, request, status, answer, recorded_at)
    values (${actor.community}, ${actor.account}, ${key}, ${request}, 200, ${JSON.stringify(answer ?? null)}::text::jsonb, ${now.toISOString()}::timestamptz)`)
}

/** Longer than anybody waits before sending again what got no answer: a telephone may lie switched off for weeks. */
const keptDays = 30

/** Deletes answers that nobody will ask for again; of a vote they hold the choice. */
export const forgetAnswers = async (tx: Tx, community: string, now: Date): Promise<void> => {
  await tx.execute(sql`
    delete from idempotency where community = ${community}
      and recorded_at < ${now.toISOString()}::timestamptz - make_interval(days => ${keptDays})`)
}

/** Refuses unless the actor has one of the roles. */
export const needs = (rights: Rights, ...roles: readonly Role[]): Refusal | undefined =>
  roles.some((role) => rights.roles.has(role)) ? undefined : { code: 'forbidden', needs: roles }

/** Whoever works for the community or oversees it: sees names and texts that others see masked. */
export const isOffice = ({ roles }: Pick<Rights, 'roles'>): boolean =>
  roles.has('clerk') || roles.has('supervisor') || roles.has('township')
