import type { Page } from '../page.ts'
import { absencesPage } from './absences.tsx'
import { adoptionsPage } from './adoptions.tsx'
import { bodiesPage } from './bodies.tsx'
import { bodyPage } from './body.tsx'
import { commentsPage } from './comments.tsx'
import { correctionPage } from './correction.tsx'
import { deskPage } from './desk.tsx'
import { eventPage } from './event.tsx'
import { leavingPage } from './leaving.tsx'
import { movePage } from './move.tsx'
import { movesPage } from './moves.tsx'
import { newPersonPage } from './new-person.tsx'
import { newProposalPage } from './new-proposal.tsx'
import { peoplePage } from './people.tsx'
import { personPage } from './person.tsx'
import { raisePage } from './raise.tsx'
import { reviewsPage } from './reviews.tsx'
import { rosterPage } from './roster.tsx'
import { topicPage } from './topic.tsx'
import { topicWithdrawalPage } from './topic-withdrawal.tsx'
import { topicsPage } from './topics.tsx'
import { topicsFile } from './topics-file.ts'

/** The pages of the clerk's desk, of the register of topics, and of experts. */
export const clerkPages: readonly Page[] = [
  deskPage,
  movesPage,
  eventPage,
  commentsPage,
  newProposalPage,
  adoptionsPage,
  topicsPage,
  topicsFile,
  raisePage,
  topicPage,
  topicWithdrawalPage,
  rosterPage,
  peoplePage,
  newPersonPage,
  personPage,
  correctionPage,
  movePage,
  leavingPage,
  bodiesPage,
  bodyPage,
  absencesPage,
  reviewsPage,
]
