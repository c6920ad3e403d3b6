import { randomBytes } from 'node:crypto'
import { setImmediate as turnOfTheLoop } from 'node:timers/promises'
import type { Sql } from 'postgres'
import { type VoteOption, voteOptions } from '../../workflows/format/catalogue.ts'
import { bytesOf, type Entry, recordFormat } from '../../workflows/format/entry.ts'
import { commitmentOf, fromHex, headOf, leafOf, toHex } from '../../workflows/format/hash.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import type { Keys } from '../identity/keys.ts'
import { signHead } from '../identity/record-key.ts'
import { proposalChain } from '../record/chains.ts'
import { sha256 } from '../record/sha256.ts'
import type { Actor } from './act.ts'
import { RecordDisagrees } from './cases.ts'
import type { Refusal } from './refusal.ts'

/** What a voter keeps: their own entry's bytes, the head before it, the leaves after it in its batch, and the signed head they lead to. */
export interface Receipt {
  readonly ballot: string
  readonly seq: number
  readonly recordedAt: string
  readonly entry: string
  readonly previousHead: string
  readonly laterLeaves: readonly string[]
  readonly signedHead: string
  /** Opens the commitment of the choice: shown to the voter only. */
  readonly choice: VoteOption
  readonly salt: string
}

interface Waiting {
  readonly actor: Actor
  readonly choice: VoteOption
  readonly answer: (result: Result<Receipt, Refusal>) => void
  readonly fail: (error: unknown) => void
}

/** Casts recorded votes. */
export interface VoteBox {
  /** Answers after commit: one voter, one vote, whatever comes at once. */
  cast(actor: Actor, cmd: { readonly ballot: string; readonly choice: string }): Promise<Result<Receipt, Refusal>>
}

const atMost = 500

/**
 * The batch: votes of one ballot that arrive together, or while the last write is under way, are written together, one write
 * in flight, no timer. Every request gets its own answer; an SQL error reruns the batch one by one.
 */
export const openVoteBox = (engine: {
  readonly sql: Sql
  readonly keys: Keys
  readonly offset: () => number
}): VoteBox => {
  const queues = new Map<string, Waiting[]>()
  const flush = async (community: string, ballot: string, queue: Waiting[], key: string): Promise<void> => {
    // What the process has already received is let in first, so that nobody's vote is written alone ahead of a crowd's.
    for (await turnOfTheLoop(); queue.length > 0; await turnOfTheLoop()) {
      const batch = queue.splice(0, atMost)
      try {
        await answerAll(engine, community, ballot, batch)
      } catch (error) {
        if (batch.length === 1) batch[0]?.fail(error)
        else for (const one of batch) await answerAll(engine, community, ballot, [one]).catch(one.fail)
      }
    }
    queues.delete(key)
  }
  return {
    cast: (actor, { ballot, choice }) => {
      if (!isOption(choice)) return Promise.resolve(refuse({ code: 'option_unknown', options: voteOptions }))
      return new Promise((answer, fail) => {
        const key = `${actor.community}/${ballot}`
        const waiting = { actor, choice, answer, fail }
        const queue = queues.get(key)
        if (queue) queue.push(waiting)
        else {
          const fresh = [waiting]
          queues.set(key, fresh)
          void flush(actor.community, ballot, fresh, key)
        }
      })
    },
  }
}

const isOption = (choice: string): choice is VoteOption => (voteOptions as readonly string[]).includes(choice)

interface Row {
  readonly n: number
  readonly account: string
  readonly session: string
  readonly key: string | null
  readonly request: string | null
  readonly choice: VoteOption
  readonly salt: string
  readonly commitment: string
}

/** What the database knows of a request: who it is of, whether its key was used, and whether its vote was written just now. */
interface Seen {
  readonly n: number
  readonly live: boolean
  readonly used: boolean
  readonly same: boolean
  readonly kept: KeptVote | null
  readonly may: string | null
  readonly listed: boolean
  readonly closed: string | null
  readonly written: boolean
}

/** What is kept of a vote under its idempotency key: enough to build the receipt again. */
interface KeptVote {
  readonly ballot: string
  readonly seq: number
  readonly lastSeq: number
  readonly choice: VoteOption
  readonly salt: string
}

const answerAll = async (
  { sql, keys, offset }: { readonly sql: Sql; readonly keys: Keys; readonly offset: () => number },
  community: string,
  ballot: string,
  batch: readonly Waiting[],
): Promise<void> => {
  const rows = batch.map(({ actor, choice }, n): Row => {
    const salt = randomBytes(16)
    return {
      n,
      account: actor.account,
      session: actor.session,
      key: actor.idempotency?.key ?? null,
      request: actor.idempotency?.request ?? null,
      choice,
      salt: salt.toString('hex'),
      commitment: commitmentOf(sha256, salt, choice),
    }
  })
  const answers = await sql.begin(async (tx) => {
    await tx`select set_config('app.community', ${community}, true)`
    const [place] = await tx<{ proposal: string }[]>`
      select proposal from ballot where community = ${community} and id = ${ballot}`
    if (!place) return rows.map((): Result<Receipt, Refusal> => refuse({ code: 'not_found', what: 'ballot' }))
    const chain = proposalChain(place.proposal)
    const [held] = await tx<{ seq: number; head: string; last: string }[]>`
      select seq, encode(head, 'hex') as head, floor(extract(epoch from last_at) * 1000)::bigint::text as last
      from chain where community = ${community} and name = ${chain} for no key update`
    if (!held) throw new RecordDisagrees(`proposal ${place.proposal} has no chain`)
    const [time] = await tx<{ ms: string }[]>`select floor(extract(epoch from clock_timestamp()) * 1000)::text as ms`
    const at = new Date(Math.max(Number(time?.ms) + offset(), Number(held.last))).toISOString()
    const asked = JSON.stringify(rows)

    // One statement: who asked before with this key, whose session stands, who may vote, who has; and the votes that are new.
    const seen = await tx<Seen[]>`
      with asked as (
        select * from jsonb_to_recordset(${asked}::text::jsonb)
          as r(n int, account uuid, session uuid, key text, request text, choice text, salt text, commitment text)
      ), judged as (
        select r.*, (s.id is not null) as live, (i.key is not null) as used, (i.request = r.request) as same, i.answer as kept,
          v.person as voter, b.closed_at,
          case when v.person is null then exists (select from roll_entry e
            where e.community = ${community} and e.roll = b.roll and e.person = a.person) end as listed
        from asked r
        join ballot b on b.community = ${community} and b.id = ${ballot}
        left join account a on a.community = ${community} and a.id = r.account and a.disabled_at is null
        left join session s on s.community = ${community} and s.id = r.session and s.account = a.id
          and s.ended_at is null and s.expires_at > ${at}::timestamptz
        left join idempotency i on i.community = ${community} and i.actor = r.account and i.key = r.key
        left join voter v on v.community = ${community} and v.ballot = b.id and v.person = a.person
      ), written as (
        insert into vote (community, ballot, person, choice, salt, commitment)
        select distinct on (voter) ${community}::uuid, ${ballot}::uuid, voter, choice, decode(salt, 'hex'), commitment
        from judged where live and not used and voter is not null and closed_at is null
        order by voter, n
        on conflict do nothing returning commitment
      )
      select j.n, j.live, j.used, coalesce(j.same, false) as same, j.kept, j.voter as may, coalesce(j.listed, true) as listed,
        to_char(j.closed_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as closed,
        (w.commitment is not null) as written
      from judged j left join written w on w.commitment = j.commitment order by j.n`

    let head = fromHex(held.head)
    let seq = held.seq
    const chained: {
      n: number
      seq: number
      bytes: Uint8Array
      leaf: Uint8Array
      previous: Uint8Array
      head: Uint8Array
    }[] = []
    for (const row of seen) {
      const mine = rows[row.n]
      if (!row.written || !mine || row.may === null) continue
      seq += 1
      const entry: Entry = {
        format: recordFormat,
        community,
        chain,
        seq,
        kind: 'vote.cast',
        recordedAt: at,
        actor: mine.account,
        data: { ballot, voter: row.may, choice: mine.commitment },
      }
      const bytes = bytesOf(entry)
      const leaf = leafOf(sha256, bytes)
      const previous = head
      head = headOf(sha256, previous, leaf)
      chained.push({ n: row.n, seq, bytes, leaf, previous, head })
    }

    let signedHead = ''
    if (chained.length > 0) {
      signedHead = await signHead(keys, { community, chain, seq, head: toHex(head), at })
      const entries = chained.map((one) => ({
        seq: one.seq,
        bytes: Buffer.from(one.bytes).toString('utf8'),
        head: toHex(one.head),
      }))
      const kept = chained.flatMap((one) => {
        const mine = rows[one.n]
        if (!mine || mine.key === null) return []
        const answer: KeptVote = { ballot, seq: one.seq, lastSeq: seq, choice: mine.choice, salt: mine.salt }
        return [{ actor: mine.account, key: mine.key, request: mine.request, answer }]
      })
      await tx`
        with e as (
          insert into entry (community, chain, seq, kind, recorded_at, bytes, head)
          select ${community}::uuid, ${chain}, seq, 'vote.cast', ${at}::timestamptz, convert_to(bytes, 'UTF8'), decode(head, 'hex')
          from jsonb_to_recordset(${JSON.stringify(entries)}::text::jsonb) as r(seq int, bytes text, head text)
        ), i as (
          insert into idempotency (community, actor, key, request, status, answer, recorded_at)
          select ${community}::uuid, actor, key, request, 201, answer, ${at}::timestamptz
          from jsonb_to_recordset(${JSON.stringify(kept)}::text::jsonb) as r(actor uuid, key text, request text, answer jsonb)
        ), s as (
          insert into signed_head (community, chain, seq, jws) values (${community}, ${chain}, ${seq}, ${signedHead})
        )
        update chain set seq = ${seq}, head = decode(${toHex(head)}, 'hex'), last_at = ${at}::timestamptz
        where community = ${community} and name = ${chain}`
    }

    const leaves = chained.map(({ leaf }) => toHex(leaf))
    const places = new Map(chained.map((one, index) => [one.n, { one, index }]))
    const receiptOf = ({ n, choice, salt }: Row): Receipt | undefined => {
      const place = places.get(n)
      return (
        place && {
          ballot,
          seq: place.one.seq,
          recordedAt: at,
          entry: Buffer.from(place.one.bytes).toString('utf8'),
          previousHead: toHex(place.one.previous),
          laterLeaves: leaves.slice(place.index + 1),
          signedHead,
          choice,
          salt,
        }
      )
    }
    /** The try of the same batch, now written, that this one repeats under its key. */
    const firstTry = ({ key, account }: Row): Row | undefined =>
      key === null ? undefined : rows.find((row) => row.key === key && row.account === account && places.has(row.n))
    const reused = refuse({ code: 'idempotency_key_reused' } as const)
    const answerTo = async (row: Seen, mine: Row): Promise<Result<Receipt, Refusal>> => {
      const receipt = receiptOf(mine)
      if (receipt) return ok(receipt)
      if (!row.live) return refuse({ code: 'session_ended' })
      if (row.used)
        return row.same && row.kept ? ok(await receiptAgain(tx as unknown as Sql, community, chain, row.kept)) : reused
      const first = firstTry(mine)
      const again = first?.request === mine.request ? first && receiptOf(first) : undefined
      if (first) return again ? ok(again) : reused
      if (row.closed !== null) return refuse({ code: 'ballot_closed', closedAt: row.closed })
      if (row.may === null) return refuse({ code: row.listed ? 'not_present_at_roll_call' : 'not_on_roll' })
      return refuse({ code: 'voted_already' })
    }
    const receipts: Result<Receipt, Refusal>[] = []
    for (const row of seen) {
      const mine = rows[row.n]
      if (mine) receipts.push(await answerTo(row, mine))
    }
    return receipts
  })
  for (const [n, waiting] of batch.entries()) {
    const answer = answers[n]
    if (answer) waiting.answer(answer)
    else waiting.fail(new Error('a vote in the batch got no answer'))
  }
}

/** Builds a receipt anew from the record, for a retry. */
const receiptAgain = async (sql: Sql, community: string, chain: string, kept: KeptVote): Promise<Receipt> => {
  const rows = await sql<{ seq: number; text: string; head: string; jws: string | null; at: string }[]>`
    select e.seq, convert_from(e.bytes, 'UTF8') as text, encode(e.head, 'hex') as head, s.jws, to_char(e.recorded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from entry e left join signed_head s on (s.community, s.chain, s.seq) = (e.community, e.chain, e.seq)
    where e.community = ${community} and e.chain = ${chain} and e.seq between ${kept.seq - 1} and ${kept.lastSeq} order by e.seq`
  const own = rows.find(({ seq }) => seq === kept.seq)
  const before = rows.find(({ seq }) => seq === kept.seq - 1)
  const last = rows.at(-1)
  if (!own || !before || !last?.jws) throw new RecordDisagrees(`vote ${kept.seq} of ${chain} is not in the record`)
  const encoder = new TextEncoder()
  return {
    ballot: kept.ballot,
    seq: kept.seq,
    recordedAt: own.at,
    entry: own.text,
    previousHead: before.head,
    laterLeaves: rows
      .filter(({ seq }) => seq > kept.seq)
      .map(({ text }) => toHex(leafOf(sha256, encoder.encode(text)))),
    signedHead: last.jws,
    choice: kept.choice,
    salt: kept.salt,
  }
}
