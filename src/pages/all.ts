import { clerkPages } from './clerk/all.ts'
import { demandPage } from './demands/demand.tsx'
import { demandsPage } from './demands/demands.tsx'
import { signatureWithdrawalPage } from './demands/signature-withdrawal.tsx'
import { homePage } from './everyone/home.tsx'
import { meetingPage } from './everyone/meeting.tsx'
import { meetingsPage } from './everyone/meetings.tsx'
import { proposalPage } from './everyone/proposal.tsx'
import { proposalRecord } from './everyone/proposal-record.ts'
import { proposalsPage } from './everyone/proposals.tsx'
import { meetingPages } from './meetings/all.ts'
import { officePages } from './office/all.ts'
import { overview } from './overview.tsx'
import type { Page } from './page.ts'
import { casePapersPage } from './papers/case-papers.tsx'
import { casePaperPage, dossierFile, meetingPaperPage, openDataFile } from './papers/files.ts'
import { meetingPapersPage } from './papers/meeting-papers.tsx'
import { checkpointsPage } from './record/checkpoints.tsx'
import { handingOverPage } from './record/handing-over.tsx'
import { receiptsPage } from './record/receipts.tsx'
import { verifierPageFile, verifierProgramFile } from './record/verifier.ts'
import { ballotPage } from './representatives/ballot.tsx'
import { minePage } from './representatives/mine.tsx'
import { receiptFile, receiptPage } from './representatives/receipt.tsx'
import { votePage } from './representatives/vote.tsx'
import { commentPhotoFile } from './residents/comment-photo.ts'
import { commentWithdrawalPage } from './residents/comment-withdrawal.tsx'
import { guestCommentPage } from './residents/guest-comment.tsx'
import { guestWithdrawalPage } from './residents/guest-withdrawal.tsx'
import { myCommentsPage } from './residents/my-comments.tsx'
import { noticePage } from './residents/notice.tsx'
import { noticeCodePage } from './residents/notice-code.ts'
import { ownCommentPage } from './residents/own-comment.tsx'
import { signInPage } from './session/sign-in.tsx'
import { signOutPage } from './session/sign-out.tsx'

/** Every page of the product. */
export const pages: readonly Page[] = [
  overview,
  signInPage,
  signOutPage,
  homePage,
  proposalsPage,
  proposalPage,
  proposalRecord,
  casePapersPage,
  casePaperPage,
  meetingPapersPage,
  meetingPaperPage,
  dossierFile,
  openDataFile,
  ...clerkPages,
  // Before a meeting by its id: an address of its own.
  ...meetingPages,
  ...officePages,
  meetingsPage,
  meetingPage,
  demandsPage,
  demandPage,
  signatureWithdrawalPage,
  minePage,
  ballotPage,
  votePage,
  receiptPage,
  receiptFile,
  receiptsPage,
  checkpointsPage,
  handingOverPage,
  verifierPageFile,
  verifierProgramFile,
  noticePage,
  noticeCodePage,
  myCommentsPage,
  ownCommentPage,
  commentPhotoFile,
  guestCommentPage,
  commentWithdrawalPage,
  guestWithdrawalPage,
]
