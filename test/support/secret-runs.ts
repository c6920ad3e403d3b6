import { randomUUID } from 'node:crypto'
import { openAccount } from '../../src/services/accounts.ts'
import type { Actor, Role } from '../../src/services/act.ts'
import { type ClosedBallot, closeBallot, openBallot } from '../../src/services/ballots.ts'
import type { Receipt } from '../../src/services/votes/receipt.ts'
import { inSomeOrder } from './chance.ts'
import { Committee } from './committee.ts'
import { type Village, value } from './engine.ts'

/** One secret ballot of a small hall, in which one voter chose otherwise than all the others. */
export type Run = {
  readonly proposal: string
  readonly ballot: string
  /** Who chose otherwise: what an adversary would like to know. */
  readonly odd: string
  readonly oneByOne: boolean
  /** The voters with their answers, in the order in which the answers came. */
  readonly answers: readonly { readonly person: string; readonly receipt: Receipt; readonly took: number }[]
  readonly closed: ClosedBallot
  /** What the owner of the tables found before the close, where votes came one by one, and after it: whose part lies beside the odd choice. */
  readonly tables: { readonly before: readonly string[]; readonly after: readonly string[] }
}

/** Halls of the party committee with many proposals each, all ready to be voted on. */
export type Halls = {
  readonly present: readonly string[]
  readonly halls: readonly { readonly meeting: string; readonly proposals: readonly string[] }[]
}

export const preparesHalls = async (village: Village, begins: Date, halls: number, each: number): Promise<Halls> => {
  const c = new Committee(village, begins)
  const adoption = await c.adopts('representatives')
  const members = (await village.membersOf('party-committee')).map(({ person }) => person)
  const present = members.slice(0, Math.floor(members.length / 2) + 1)
  const made: { meeting: string; proposals: readonly string[] }[] = []
  let day = c.today
  for (let n = 0; n < halls; n += 1) {
    const proposals: string[] = []
    for (let k = 0; k < each; k += 1) {
      const proposal = await c.opens(adoption, `第 ${n}-${k} 件`, [])
      await c.accepts(proposal)
      proposals.push(proposal)
    }
    const { meeting, on } = await c.calls('party-committee', proposals, 1)
    day = on
    made.push({ meeting, proposals })
  }
  c.goTo(day)
  for (const { meeting } of made) await c.signsIn(meeting, present)
  return { present, halls: made }
}

/** Votes so many times in secret, each time with another odd one out. */
export const runsOf = async (
  village: Village,
  { present, halls }: Halls,
  many: number,
  random: () => number,
): Promise<readonly Run[]> => {
  // Drawn beforehand, so that the seed says the same whichever hall is quicker.
  const drawn = Array.from({ length: many }, (_, n) => ({
    n,
    odd: present[Math.floor(random() * present.length)] ?? '',
    order: inSomeOrder(present, random),
    oneByOne: n % 4 === 0,
  }))
  const runs: Run[] = []
  await Promise.all(
    halls.map(async ({ meeting, proposals }, hall) => {
      for (const plan of drawn.filter(({ n }) => n % halls.length === hall)) {
        const proposal = proposals[Math.floor(plan.n / halls.length) % proposals.length] ?? ''
        runs[plan.n] = await runOnce(village, { meeting, proposal, ...plan })
      }
    }),
  )
  return runs
}

const runOnce = async (
  village: Village,
  plan: {
    readonly meeting: string
    readonly proposal: string
    readonly odd: string
    readonly order: readonly string[]
    readonly oneByOne: boolean
  },
): Promise<Run> => {
  const { engine, clerk, votes, actorOf } = village
  const { meeting, proposal, odd, order, oneByOne } = plan
  const cmd = { proposal, motion: 'agree', voting: 'secret', smallElectorate: true, again: '再议' } as const
  const { ballot } = await value(openBallot(engine, clerk, meeting, cmd))
  const answers: Run['answers'][number][] = []
  const casts = async (person: string) => {
    const began = performance.now()
    const choice = person === odd ? 'yes' : 'no'
    const receipt = await value(votes.cast(actorOf(person), { ballot, choice }))
    answers.push({ person, receipt, took: performance.now() - began })
  }
  if (oneByOne) for (const person of order) await casts(person)
  else await Promise.all(order.map(casts))
  const before = oneByOne ? await besideTheOdd(village, ballot) : []
  const closed = await value(closeBallot(engine, clerk, ballot))
  const after = await besideTheOdd(village, ballot)
  return { proposal, ballot, odd, oneByOne, answers, closed, tables: { before, after } }
}

/** Past the services: who took part in the very transaction that wrote the odd choice, and else who lies at its place. */
const besideTheOdd = ({ database, community }: Village, ballot: string): Promise<readonly string[]> =>
  database.ownerSql.begin(async (tx) => {
    await tx`select set_config('app.community', ${community}, true)`
    const rows = await tx<{ person: string }[]>`
      with parts as (select person, xmin::text as written, row_number() over (order by ctid) as place from participation where ballot = ${ballot}),
      choices as (select choice, xmin::text as written, row_number() over (order by ctid) as place from secret_choice where ballot = ${ballot})
      select p.person from parts p cross join choices c where c.choice = 'yes'
      order by (p.written = c.written) desc, (p.place = c.place) desc, p.place`
    return rows.map(({ person }) => person)
  })

/** Somebody with a role and no seat, in a session that stands. */
export const somebodyAs = async (village: Village, role: Role): Promise<Actor> => {
  const { engine, administrator, community, database } = village
  const more = role === 'expert' ? { discipline: 'law' } : {}
  const opened = await value(
    openAccount(engine, administrator, { login: `a-${role}`, password: 'a-long-enough-word-for-tests', role, ...more }),
  )
  const session = randomUUID()
  await database.ownerSql.begin(async (tx) => {
    await tx`select set_config('app.community', ${community}, true)`
    await tx`insert into session (community, id, account, started_at, expires_at)
      values (${community}, ${session}, ${opened.account}, now(), '2030-01-01T00:00:00Z')`
  })
  return { community, account: opened.account, session }
}
