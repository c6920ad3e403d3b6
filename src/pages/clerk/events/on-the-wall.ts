import { comment } from '../../../services/commands/comment.ts'
import { escalateObjection, moderateComment, readmitComment } from '../../../services/commands/moderation.ts'
import {
  answerComments,
  closePosting,
  closePublication,
  decideObjection,
  evidencePosting,
  openPosting,
  openPublication,
  sendBackOnObjection,
} from '../../../services/commands/posting.ts'
import { help as h, label as l, option as o } from '../../words/fields.ts'
import { warning } from '../../words/warnings.ts'
import { type EventForm, eventForm } from './event-form.ts'
import { choice, dayField, line, longText, person, photo, several, wholeNumber, yesNo } from './field.ts'
import {
  admitted,
  bodiesAndOffices,
  keptBack,
  moderation,
  objections,
  of,
  offices,
  postingAtHand,
  unanswered,
} from './sources.ts'

/** Postings and publications, the comments on them and what becomes of each. */
export const formsOnTheWall: readonly EventForm[] = [
  eventForm(
    openPosting,
    { days: wholeNumber(l.days, h.days), places: line(l.places, h.places) },
    { warning: warning.hangs },
  ),
  eventForm(evidencePosting, {
    posting: choice(l.posting, postingAtHand),
    seenOn: dayField(l.seenOn),
    evidence: longText(l.evidence, undefined, 3),
    files: photo(l.evidenceFile, h.photo),
  }),
  eventForm(comment, {
    posting: choice(l.posting, postingAtHand),
    text: longText(l.text),
    objection: yesNo(l.isObjection, o.objection, o.remark, h.objection),
    channel: choice(l.channel, of('online', 'paper', 'doorstep', 'telephone')),
    author: person(l.author, h.person),
    receivedOn: dayField(l.receivedOn),
    files: photo(l.photo, h.photo),
    alt: line(l.alt, h.alt),
  }),
  eventForm(answerComments, {
    comments: several(l.comments, unanswered, h.answer),
    answer: choice(l.answer, of('adopted', 'partly', 'not-adopted')),
    reason: longText(l.answerReason, h.told),
  }),
  eventForm(moderateComment, {
    comment: choice(l.comment, admitted),
    reason: choice(l.keptBack, moderation, h.told),
  }),
  eventForm(readmitComment, { comment: choice(l.comment, keptBack), reason: longText(l.reason, h.told) }),
  eventForm(decideObjection, {
    comment: choice(l.objection, objections),
    by: choice(l.by, bodiesAndOffices),
    decidedOn: dayField(l.decidedOn),
    upheld: yesNo(l.upheld, o.upheld, o.notUpheld),
    reason: longText(l.reason, h.told),
  }),
  eventForm(escalateObjection, {
    comment: choice(l.objection, objections),
    to: choice(l.escalateTo, offices),
    reason: longText(l.reason),
  }),
  eventForm(closePosting, {}, { warning: warning.closes }),
  eventForm(sendBackOnObjection, {}),
  eventForm(openPublication, { days: wholeNumber(l.days, h.days), places: line(l.places, h.places) }),
  eventForm(closePublication, {}, { warning: warning.closes }),
]
