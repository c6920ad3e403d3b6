import { z } from 'zod'
import { closeConsultation, holdTalk, noteAdvice } from '../../../services/commands/consultation.ts'
import { citeDiscussion } from '../../../services/commands/discussion.ts'
import { approveDraft, closeDrafting, writeDraft } from '../../../services/commands/drafting.ts'
import { id, text } from '../../../services/commands/inputs.ts'
import {
  accept,
  fileAuthorisation,
  filePartyDiscussion,
  refuseAtIntake,
  reportFiling,
  withdraw,
} from '../../../services/commands/intake.ts'
import { closeReview, findUnlawful, giveOpinion, sendBackOnReview } from '../../../services/commands/review.ts'
import { mergeProposal } from '../../../services/merging.ts'
import { help as h, label as l, option as o } from '../../words/fields.ts'
import { warning } from '../../words/warnings.ts'
import { type EventForm, eventForm, otherForm } from './event-form.ts'
import { choice, dayField, line, longText, photo, several, wholeNumber, yesNo } from './field.ts'
import {
  advice,
  bodies,
  disciplines,
  discussions,
  draftAtHand,
  invited,
  mattersHere,
  of,
  offices,
  otherRunning,
} from './sources.ts'

/** From the opening to the experts: what the clerk's desk says of a proposal before it is voted on. */
export const formsOnTheWay: readonly EventForm[] = [
  eventForm(accept, { matter: choice(l.matter, mattersHere, h.matter) }),
  eventForm(refuseAtIntake, { reason: longText(l.reason, h.told) }, { warning: warning.ends }),
  eventForm(withdraw, { reason: longText(l.reason, h.told) }, { warning: warning.ends }),
  otherForm(
    { kind: 'proposal.merged', by: ['clerk'], input: z.object({ into: id, reason: text }) },
    { into: choice(l.mergeInto, otherRunning), reason: longText(l.reason, h.told) },
    { warning: warning.ends },
    mergeProposal,
  ),
  eventForm(fileAuthorisation, {
    matter: choice(l.matter, mattersHere),
    by: choice(l.authorisedBy, bodies),
    to: choice(l.authorisedTo, bodies),
    decidedOn: dayField(l.decidedOn),
    until: dayField(l.authorisedUntil),
    postedOn: dayField(l.postedOn),
    filedOn: dayField(l.filedOn),
    text: longText(l.authorisation),
  }),
  eventForm(filePartyDiscussion, {
    heldOn: dayField(l.heldOn),
    agreed: yesNo(l.agreed, o.agreed, o.notAgreed),
    text: longText(l.discussed, h.office),
  }),
  eventForm(
    citeDiscussion,
    { discussion: choice(l.discussion, discussions) },
    { name: 'party-discussion.cited', title: { zh: '引用已登记的研究讨论', en: 'Cite a discussion on record' } },
  ),
  eventForm(reportFiling, {
    with: choice(l.filedWith, offices),
    filedOn: dayField(l.filedOn),
    number: line(l.fileNumber, h.number),
    files: photo(l.evidenceFile, h.photo),
  }),

  eventForm(holdTalk, {
    heldOn: dayField(l.heldOn),
    convenedBy: choice(l.convenedBy, bodies),
    heard: several(l.heard, invited, h.heard),
    people: wholeNumber(l.people),
    minutes: longText(l.minutes, h.office),
  }),
  eventForm(noteAdvice, { text: longText(l.advice) }),
  eventForm(closeConsultation, {}),

  eventForm(writeDraft, {
    text: longText(l.draft, h.draft, 16, ({ draft }) => draft?.text ?? undefined),
    change: choice(l.change, of('first', 'substance', 'wording')),
    follows: several(l.follows, advice),
    leaves: several(l.leaves, advice),
    explanation: longText(l.explanation, h.told, 3),
  }),
  eventForm(approveDraft, {
    n: choice(l.draftNumber, draftAtHand),
    by: choice(l.approvedBy, bodies),
    approvedOn: dayField(l.approvedOn),
  }),
  eventForm(closeDrafting, {}),

  eventForm(giveOpinion, {
    discipline: choice(l.discipline, disciplines),
    draft: choice(l.draftNumber, draftAtHand),
    answer: choice(l.opinion, of('pass', 'changes', 'unlawful')),
    grounds: longText(l.grounds, h.told, 8),
  }),
  eventForm(closeReview, {}),
  eventForm(sendBackOnReview, {}),
  eventForm(findUnlawful, {}, { warning: warning.ends }),
]
