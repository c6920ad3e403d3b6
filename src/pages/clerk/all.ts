import type { Page } from '../page.ts'
import { adoptionsPage } from './adoptions.tsx'
import { commentsPage } from './comments.tsx'
import { deskPage } from './desk.tsx'
import { eventPage } from './event.tsx'
import { movesPage } from './moves.tsx'
import { newProposalPage } from './new-proposal.tsx'
import { rosterPage } from './roster.tsx'

/** The pages of the clerk's desk. */
export const clerkPages: readonly Page[] = [
  deskPage,
  movesPage,
  eventPage,
  commentsPage,
  newProposalPage,
  adoptionsPage,
  rosterPage,
]
