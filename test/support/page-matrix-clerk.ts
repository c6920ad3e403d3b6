import { eventForms } from '../../src/pages/clerk/events/all.ts'
import { procedures } from '../../workflows/registry.ts'
import type { PageEntry } from './page-matrix.ts'

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
  '/c/:c/adoptions': { may: ['clerk', 'administrator'], forms: [...procedures.keys()] },
  '/c/:c/roster': { may: ['clerk', 'administrator'], forms: ['preview', 'import'] },
  '/c/:c/proposals/:p/comments': { may: ['clerk', 'supervisor', 'township'], resource: 'proposal' },
}
