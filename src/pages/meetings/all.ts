import { assistedPage } from '../ballots/assisted.tsx'
import { closeBallotPage } from '../ballots/close.tsx'
import { correctVotePage } from '../ballots/correct.tsx'
import { countPage } from '../ballots/count.tsx'
import { ballotDeskPage } from '../ballots/desk.tsx'
import { handsPage } from '../ballots/hands.tsx'
import { papersPage } from '../ballots/papers.tsx'
import { secretPapersPage } from '../ballots/secret-papers.tsx'
import { visitsPage } from '../ballots/visits.tsx'
import type { Page } from '../page.ts'
import { closePollPage } from '../polls/close.tsx'
import { pollDeskPage } from '../polls/desk.tsx'
import { callPage } from './call.tsx'
import { deliveriesPage } from './deliveries.tsx'
import { meetingDeskPage } from './desk.tsx'
import { hallPage } from './hall.tsx'
import { itemPage } from './item.tsx'
import { minutesPage } from './minutes.tsx'
import { peopleAtPage } from './people.tsx'
import { sittingPage } from './sitting.tsx'

/** The pages of meetings, ballots and polls. */
export const meetingPages: readonly Page[] = [
  callPage,
  meetingDeskPage,
  itemPage,
  hallPage,
  deliveriesPage,
  peopleAtPage,
  sittingPage,
  minutesPage,
  ballotDeskPage,
  closeBallotPage,
  papersPage,
  handsPage,
  countPage,
  assistedPage,
  correctVotePage,
  visitsPage,
  secretPapersPage,
  pollDeskPage,
  closePollPage,
]
