import type { CaseTold, MeetingPapers } from '../case-told.ts'
import { evaluation, implementation } from './afterwards.ts'
import { ballotKinds } from './ballots.ts'
import { draftTexts, talks } from './deliberation.ts'
import { electionPapers, electionResults } from './elections.ts'
import { registrationForms } from './forms.ts'
import { screening, topicRegister } from './intake.ts'
import { meetingKinds } from './meetings.ts'
import { authorisation, filing, orders, partyDiscussion } from './on-file.ts'
import { expertOpinions, objections, opinionSummary, supervisionOpinions } from './opinions.ts'
import { type PaperKind, unlessNone, withStage } from './paper-kind.ts'
import { postingEvidence, postingNotice, publication, resultPublication } from './postings.ts'
import { resolutionPaper } from './resolution.ts'

const { convocation, deliveries, roll, signIn, proxies, minutes } = meetingKinds
const { ballotPapers, tallySheet } = ballotKinds

/** What is printed for one meeting, in the order in which it is needed. */
export const meetingPaperKinds: readonly PaperKind<MeetingPapers>[] = [
  convocation,
  deliveries,
  roll,
  signIn,
  proxies,
  ballotPapers,
  tallySheet,
  minutes,
]

/** The same paper of every meeting of a case, one after another. */
const ofEach = (kind: PaperKind<MeetingPapers>): PaperKind<CaseTold> => ({
  ...kind,
  asked: withStage('decision', 'election'),
  owed: ({ meetings }) => meetings.reduce((sum, meeting) => sum + (kind.owed?.(meeting) ?? 0), 0),
  write: ({ meetings }, lang) => {
    const written = meetings.flatMap((meeting) => {
      const blocks = kind.write(meeting, lang)
      return blocks ? [blocks] : []
    })
    return unlessNone(written, (blocks) => blocks)
  },
})

/** 案卷: everything that a case leaves, in the order of its steps. */
export const casePaperKinds: readonly PaperKind<CaseTold>[] = [
  topicRegister,
  screening,
  authorisation,
  talks,
  draftTexts,
  postingNotice,
  postingEvidence,
  opinionSummary,
  objections,
  expertOpinions,
  partyDiscussion,
  ...meetingPaperKinds.map(ofEach),
  electionPapers,
  electionResults,
  resolutionPaper,
  filing,
  publication,
  supervisionOpinions,
  implementation,
  resultPublication,
  evaluation,
  orders,
  registrationForms,
]
