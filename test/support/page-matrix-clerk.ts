import { eventForms } from '../../src/pages/clerk/events/all.ts'
import { procedures } from '../../workflows/registry.ts'
import type { PageEntry } from './page-matrix.ts'
import { askers } from './route-matrix.ts'

const signedIn = askers.filter((asker) => asker !== 'nobody')
const clerkOrAdministrator = ['clerk', 'administrator'] as const
const office = ['clerk', 'supervisor', 'administrator'] as const

/** The pages of the clerk's desk. */
export const clerkMatrix: Readonly<Record<string, PageEntry>> = {
  '/c/:c/desk': { may: office },
  '/c/:c/proposals/:p/moves': { may: ['clerk', 'supervisor', 'township'], resource: 'proposal' },
  // Asked of a withdrawal, which is for the proposer and the clerk.
  '/c/:c/proposals/:p/moves/:event': {
    may: ['resident', 'representative', 'clerk'],
    resource: 'proposal',
    forms: eventForms.map(({ name }) => name),
  },
  '/c/:c/new-proposal': { may: ['clerk'], forms: ['open'] },
  '/c/:c/adoptions': { may: clerkOrAdministrator, forms: [...procedures.keys()] },
  '/c/:c/topics': { may: signedIn },
  '/c/:c/topics.csv': { may: ['clerk', 'supervisor', 'township'], file: true },
  '/c/:c/raise': { may: ['resident', 'representative', 'clerk'], forms: ['raise'] },
  '/c/:c/topics/:t': {
    may: signedIn,
    resource: 'topic',
    forms: ['sort', 'answer', 'merge', 'unmerge', 'split', 'join'],
  },
  '/c/:c/topics/:t/withdrawal': { may: ['resident', 'representative'], resource: 'topic', forms: ['withdraw'] },
  '/c/:c/demands': { may: signedIn, forms: ['open'] },
  '/c/:c/demands/:d': { may: signedIn, resource: 'demand', forms: ['sign', 'paper'] },
  '/c/:c/demands/:d/withdrawal': { may: ['resident', 'representative'], resource: 'demand', forms: ['withdraw'] },
  '/c/:c/people': { may: office },
  '/c/:c/new-person': { may: clerkOrAdministrator, forms: ['join'] },
  '/c/:c/people/:id': { may: office, resource: 'person' },
  '/c/:c/people/:id/correction': { may: clerkOrAdministrator, resource: 'person', forms: ['correct'] },
  '/c/:c/people/:id/move': { may: clerkOrAdministrator, resource: 'person', forms: ['move'] },
  '/c/:c/people/:id/leaving': { may: clerkOrAdministrator, resource: 'person', forms: ['leave'] },
  '/c/:c/bodies': { may: office },
  '/c/:c/bodies/:kind': { may: office, forms: ['fill', 'end'] },
  '/c/:c/absences': { may: office },
  '/c/:c/reviews': { may: ['expert', 'clerk', 'supervisor'] },
  '/c/:c/roster': { may: clerkOrAdministrator, forms: ['preview', 'import'] },
  '/c/:c/proposals/:p/comments': {
    may: ['clerk', 'supervisor', 'township'],
    resource: 'proposal',
    forms: ['admit', 'keep-back'],
  },
}
