import type { KindOf, MoveKind } from '../../../workflows/format/catalogue.ts'
import * as afterVote from './after-vote.ts'
import type { Command } from './command.ts'
import { comment } from './comment.ts'
import * as consultation from './consultation.ts'
import { approveDraft, closeDrafting, writeDraft } from './drafting.ts'
import * as election from './election.ts'
import * as intake from './intake.ts'
import { escalateObjection, moderateComment, readmitComment } from './moderation.ts'
import {
  answerComments,
  closePosting,
  closePublication,
  decideObjection,
  evidencePosting,
  openPosting,
  openPublication,
  sendBackOnObjection,
} from './posting.ts'
import * as resolution from './resolution.ts'
import { closeReview, findUnlawful, giveOpinion, sendBackOnReview } from './review.ts'

/** Everything that is said of a proposal as an event; drafts, postings, comments and opinions are resources of their own. */
export const sealedKinds = [
  ...Object.values(intake),
  ...Object.values(consultation),
  approveDraft,
  closeDrafting,
  evidencePosting,
  decideObjection,
  closePosting,
  sendBackOnObjection,
  closePublication,
  closeReview,
  sendBackOnReview,
  findUnlawful,
  moderateComment,
  readmitComment,
  escalateObjection,
  ...Object.values(election),
  ...Object.values(afterVote),
  ...Object.values(resolution),
] as unknown as readonly Command<KindOf<'proposal'>>[]

/** What may have happened on paper and be attested later: everything said of a proposal outside its meetings. */
export const onPaper = [
  ...sealedKinds,
  writeDraft,
  openPosting,
  openPublication,
  comment,
  answerComments,
  giveOpinion,
] as unknown as readonly Command<KindOf<'proposal'>>[]

/** Who may make a move: the proposer and the clerk withdraw; everything else goes over the clerk's desk. */
export const makersOf = (move: MoveKind): readonly string[] =>
  move === 'proposal.withdrawn'
    ? ['proposer', 'clerk']
    : (sealedKinds.find(({ kind }) => kind === move)?.by ?? ['clerk'])
