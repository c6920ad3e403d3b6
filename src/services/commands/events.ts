import type { KindOf, MoveKind } from '../../../workflows/format/catalogue.ts'
import * as afterVote from './after-vote.ts'
import type { Command } from './command.ts'
import * as consultation from './consultation.ts'
import { approveDraft, closeDrafting } from './drafting.ts'
import * as intake from './intake.ts'
import { closePosting, closePublication, decideObjection, evidencePosting, sendBackOnObjection } from './posting.ts'
import { closeReview, findUnlawful, sendBackOnReview } from './review.ts'

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
  ...Object.values(afterVote),
] as unknown as readonly Command<KindOf<'proposal'>>[]

/** Who may make a move: the proposer and the clerk withdraw; everything else goes over the clerk's desk. */
export const makersOf = (move: MoveKind): readonly string[] =>
  move === 'proposal.withdrawn'
    ? ['proposer', 'clerk']
    : (sealedKinds.find(({ kind }) => kind === move)?.by ?? ['clerk'])
