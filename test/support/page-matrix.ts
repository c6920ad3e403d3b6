import { clerkMatrix } from './page-matrix-clerk.ts'
import { meetingMatrix } from './page-matrix-meetings.ts'
import { officeMatrix } from './page-matrix-office.ts'
import type { Asker } from './route-matrix.ts'

/** One page: who may see it, which id in its address another's or a missing one takes the place of, and its forms. */
export type PageEntry = {
  readonly may: readonly Asker[] | 'anybody'
  readonly resource?:
    | 'proposal'
    | 'meeting'
    | 'ballot'
    | 'posting'
    | 'attestation'
    | 'topic'
    | 'person'
    | 'demand'
    | 'comment'
    | 'guest'
  /** Nothing of its kind is there in the village that is asked: it answers so to whoever may see it. */
  readonly absent?: true
  readonly forms?: readonly string[]
  /** What stands behind its address. */
  readonly query?: string
  /** True for an address that only leads on. */
  readonly leads?: true
  /** What it answers is kept as a file, not shown. */
  readonly file?: true
}

const anybody = 'anybody' as const
const onRoster = ['resident', 'representative'] as const

/** What stands where somebody may comment. */
const say = ['slip', 'comment', 'guest', 'follow'] as const

/** Every page, by the path that the server knows. */
export const pageMatrix: Readonly<Record<string, PageEntry>> = {
  '/': { may: anybody },
  '/c/:c': { may: anybody },
  '/c/:c/sign-in': { may: anybody, forms: ['slip', 'password'] },
  '/c/:c/sign-out': { may: anybody, forms: ['sign-out'] },
  '/c/:c/proposals': { may: anybody },
  '/c/:c/proposals/:p': { may: anybody, resource: 'proposal', forms: say },
  '/c/:c/proposals/:p/record.json': { may: anybody, resource: 'proposal', file: true },
  '/c/:c/proposals/:p/papers': { may: anybody, resource: 'proposal' },
  // The convocation, which hangs on the wall.
  '/c/:c/proposals/:p/papers/:paper': { may: anybody, resource: 'proposal', file: true },
  '/c/:c/proposals/:p/dossier.zip': { may: ['clerk', 'supervisor', 'township'], resource: 'proposal', file: true },
  '/c/:c/open-data.zip': { may: anybody, file: true },
  ...clerkMatrix,
  ...meetingMatrix,
  ...officeMatrix,
  '/c/:c/meetings': { may: anybody },
  '/c/:c/meetings/:m': { may: anybody, resource: 'meeting', forms: ['sign-in'] },
  '/c/:c/meetings/:m/papers': { may: anybody, resource: 'meeting' },
  '/c/:c/meetings/:m/papers/:paper': { may: anybody, resource: 'meeting', file: true },
  '/c/:c/mine': { may: onRoster },
  '/c/:c/ballots/:b': { may: anybody, resource: 'ballot' },
  '/c/:c/ballots/:b/vote': { may: onRoster, resource: 'ballot', forms: ['vote'], query: '?choice=yes' },
  '/c/:c/ballots/:b/receipt': { may: onRoster, resource: 'ballot' },
  '/c/:c/checkpoints': { may: anybody, query: '?code=1:ABCD' },
  '/c/:c/receipts': { may: anybody, forms: ['check'] },
  // The app that is asked has none to hand out; a running server has.
  '/verify.html': { may: anybody, absent: true, file: true },
  '/verify.mjs': { may: anybody, absent: true, file: true },
  '/n/:code': { may: anybody, leads: true },
  '/c/:c/n/:n': { may: anybody, forms: say },
  '/c/:c/comments': { may: onRoster },
  '/c/:c/comments/:o': { may: onRoster, resource: 'comment' },
  // No photo came with it; a test of its own sends one.
  '/c/:c/comments/:o/photo': { may: anybody, resource: 'comment', absent: true, file: true },
  '/c/:c/comments/:o/withdrawal': { may: onRoster, resource: 'comment', forms: ['withdraw'] },
  '/c/:c/guests/:code': { may: anybody, resource: 'guest' },
  '/c/:c/guests/:code/withdrawal': { may: anybody, resource: 'guest', forms: ['withdraw'] },
  '/c/:c/ballots/:b/receipt.json': { may: onRoster, resource: 'ballot', file: true },
}

/** The pages' routes, and what serves them, as the server lists its own. */
export const pageRoutes: readonly string[] = [
  'get /style.css',
  'get /script.js',
  'get /reading',
  'get /c/{c}/meetings/{m}/stream',
  'all /c/*',
  ...Object.entries(pageMatrix).flatMap(([path, { forms }]) => {
    const told = path.replace(/:(\w+)/g, '{$1}')
    return forms ? [`get ${told}`, `post ${told}`] : [`get ${told}`]
  }),
]
