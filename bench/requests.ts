import { z } from 'zod'
import { createApp } from '../src/app.ts'
import type { Keys } from '../src/identity/keys.ts'
import { issueToken } from '../src/identity/tokens.ts'
import { optionOf } from '../test/support/recorded-votes.ts'
import { baselineApp } from './baseline/app.ts'
import type { Assembly } from './hall.ts'
import { timed } from './in-flight.ts'
import type { Way } from './way.ts'

const issuer = 'yishi-bench'
const halfADay = 12 * 3600
const receipt = z.looseObject({ seq: z.int(), entry: z.string(), signedHead: z.string() })

type Server = { readonly fetch: (request: Request) => Response | Promise<Response> }

/** Tokens for all voters, each for a session of its own; of another second each turn, so that none was seen before. */
const tokensFor = ({ voters, world }: Assembly, keys: Keys, turn: number): Promise<readonly string[]> => {
  const now = new Date(Date.now() + world.offset() - turn * 1000)
  return Promise.all(voters.map((voter) => issueToken(keys, { ...voter, now, ttlSeconds: halfADay, issuer })))
}

/** Throws unless each acknowledged vote got a receipt of its own. */
const checkReceipts = async (answers: readonly Response[]): Promise<void> => {
  const receipts = await Promise.all(answers.map(async (one) => receipt.parse(await one.json())))
  const places = new Set(receipts.map(({ seq }) => seq))
  if (places.size !== answers.length)
    throw new Error(`${answers.length} answers, but ${places.size} places in the chain`)
}

type Asking = {
  readonly keys: Keys
  /** The page that every voter fetches before the vote; without one their token comes for the first time. */
  readonly fetched?: 'ballot' | 'session'
}

/** Whole requests handed to a server in this process; what a client would spend on asking and reading stays outside the time. */
const throughRequests = (
  assembly: Assembly,
  { name, server, keys, fetched }: Asking & { readonly name: Way['name']; readonly server: Server },
): Way => {
  let answers: Response[] = []
  return {
    name,
    ready: async ({ ballot }, turn) => {
      const page = `${assembly.world.url}/api/communities/${assembly.scene.community}/ballots/${ballot}`
      const first = fetched === 'session' ? `${assembly.world.url}/api/session` : page
      const tokens = await tokensFor(assembly, keys, turn)
      if (fetched)
        await timed(tokens, 64, async (token) => {
          const shown = await server.fetch(new Request(first, { headers: { authorization: `Bearer ${token}` } }))
          if (shown.status !== 200) throw new Error(`the page fetched before answered ${shown.status}`)
        })
      answers = []
      return tokens.map((token, n) => {
        const body = JSON.stringify({ choice: optionOf(n) })
        const request = new Request(`${page}/votes`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
            'content-length': String(body.length),
            'idempotency-key': ballot,
          },
          body,
        })
        return async () => {
          const answer = await server.fetch(request)
          if (answer.status !== 201) return false
          answers.push(answer)
          return true
        }
      })
    },
    check: () => checkReceipts(answers),
  }
}

/** The server's own app. */
export const throughService = (assembly: Assembly, asking: Asking): Way => {
  const { keys } = asking
  const { world } = assembly
  const { sql, db } = world.database
  const log = (message: string, facts: unknown): void => {
    process.stderr.write(`${message} ${JSON.stringify(facts)}\n`)
  }
  const server = createApp({ sql, db, keys, offset: world.offset, now: () => Date.now(), issuer, log })
  return throughRequests(assembly, { ...asking, name: 'service', server })
}

/** The same request, written plainly. */
export const throughBaseline = (assembly: Assembly, keys: Keys): Way => {
  const { world } = assembly
  const server = baselineApp({ db: world.database.db, keys, issuer, now: () => Date.now() + world.offset() })
  return throughRequests(assembly, { name: 'naive', server, keys })
}
