import { createHash, randomBytes } from 'node:crypto'
import canonicalize from 'canonicalize'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { type Context, Hono } from 'hono'
import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { ballot, vote, voter } from '../../db/schema/meetings.ts'
import { account, session } from '../../db/schema/people.ts'
import { chain, entry, idempotency, signedHead } from '../../db/schema/record.ts'
import type { Db } from '../../db/within.ts'
import type { Keys } from '../../src/identity/keys.ts'

const body = z.strictObject({ choice: z.enum(['yes', 'no', 'abstain']) })
const path = z.object({ c: z.uuid(), b: z.uuid() })
const claims = z.object({ sub: z.uuid(), sid: z.uuid() })
const sha256 = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

type Baseline = { readonly db: Db; readonly keys: Keys; readonly issuer: string; readonly now: () => number }

/** Who asks, by their token. */
const bearerOf = async ({ keys, issuer, now }: Baseline, c: Context, community: string) => {
  const { payload } = await jwtVerify(
    (c.req.header('authorization') ?? '').slice('Bearer '.length),
    ({ kid }) => {
      const key = keys.tokens.byKid.get(kid ?? '')
      if (!key) throw new TypeError('unknown key')
      return key.jwk.public
    },
    { algorithms: ['EdDSA'], typ: 'yishi+jwt', issuer, audience: community, currentDate: new Date(now()) },
  )
  return claims.parse(payload)
}

/** A vote as one would first write it: a transaction a request, a query a question. Only measurements use it. */
export const baselineApp = (options: Baseline): Hono => {
  const { db, keys, now } = options
  const app = new Hono()
  app.post('/api/communities/:c/ballots/:b/votes', async (c) => {
    const { c: community, b } = path.parse(c.req.param())
    const { sub, sid } = await bearerOf(options, c, community)
    const { choice } = body.parse(await c.req.json())
    const key = c.req.header('idempotency-key') ?? ''
    const request = sha256(c.req.path, choice).toString('hex')

    const answer = await db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('app.community', ${community}, true)`)
      const at = new Date(now())
      const [who] = await tx
        .select({ person: account.person })
        .from(session)
        .innerJoin(account, and(eq(account.community, session.community), eq(account.id, session.account)))
        .where(
          and(
            eq(session.community, community),
            eq(session.id, sid),
            eq(session.account, sub),
            isNull(session.endedAt),
            gt(session.expiresAt, at),
            isNull(account.disabledAt),
          ),
        )
      if (!who?.person) return { status: 401, problem: 'session_ended' } as const
      const [before] = await tx
        .select()
        .from(idempotency)
        .where(and(eq(idempotency.community, community), eq(idempotency.actor, sub), eq(idempotency.key, key)))
      if (before) return { status: 409, problem: 'asked_before' } as const
      const [asked] = await tx
        .select()
        .from(ballot)
        .where(and(eq(ballot.community, community), eq(ballot.id, b)))
      if (!asked || asked.closedAt) return { status: 409, problem: 'ballot_closed' } as const
      const [present] = await tx
        .select()
        .from(voter)
        .where(and(eq(voter.community, community), eq(voter.ballot, b), eq(voter.person, who.person)))
      if (!present) return { status: 409, problem: 'not_on_roll' } as const

      const name = `proposal/${asked.proposal}`
      const [held] = await tx
        .select()
        .from(chain)
        .where(and(eq(chain.community, community), eq(chain.name, name)))
        .for('no key update')
      if (!held) throw new Error('no chain')
      const salt = randomBytes(16)
      const commitment = sha256(salt, choice).toString('hex')
      const written = await tx
        .insert(vote)
        .values({ community, ballot: b, person: who.person, choice, salt, commitment })
        .onConflictDoNothing()
        .returning()
      if (written.length === 0) return { status: 409, problem: 'voted_already' } as const

      const seq = held.seq + 1
      const recordedAt = new Date(Math.max(now(), held.lastAt?.getTime() ?? 0))
      const text = canonicalize({
        format: 1,
        community,
        chain: name,
        seq,
        kind: 'vote.cast',
        recordedAt: recordedAt.toISOString(),
        actor: sub,
        data: { ballot: b, voter: who.person, choice: commitment },
      })
      if (text === undefined) throw new Error('no entry')
      const head = sha256(held.head, sha256(text))
      await tx
        .insert(entry)
        .values({ community, chain: name, seq, kind: 'vote.cast', recordedAt, bytes: Buffer.from(text), head })
      await tx
        .update(chain)
        .set({ seq, head, lastAt: recordedAt })
        .where(and(eq(chain.community, community), eq(chain.name, name)))
      const { kid, jwk } = keys.record.current
      const jws = await new SignJWT({ community, chain: name, seq, head: head.toString('hex') })
        .setProtectedHeader({ alg: 'EdDSA', kid })
        .sign(jwk.private)
      await tx.insert(signedHead).values({ community, chain: name, seq, jws })
      const receipt = { seq, entry: text, previousHead: Buffer.from(held.head).toString('hex'), signedHead: jws }
      await tx
        .insert(idempotency)
        .values({ community, actor: sub, key, request, status: 201, answer: receipt, recordedAt })
      return { status: 201, receipt } as const
    })
    return 'receipt' in answer ? c.json(answer.receipt, 201) : c.json({ code: answer.problem }, answer.status)
  })
  return app
}
