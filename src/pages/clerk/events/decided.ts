import {
  closeEvaluation,
  completeImplementation,
  concludeWithoutAdoption,
  rate,
  reportProgress,
  resumeDecision,
  sendBackToChange,
} from '../../../services/commands/after-vote.ts'
import { concludeElection, nameCandidate, withdrawCandidate } from '../../../services/commands/election.ts'
import {
  discontinue,
  expireProposal,
  giveApproval,
  orderCorrection,
  referUp,
  reopenDecision,
  reportCorrection,
  resumeResolution,
  revokeResolution,
  suspendResolution,
} from '../../../services/commands/resolution.ts'
import { giveSupervision } from '../../../services/commands/supervision.ts'
import { help as h, label as l, option as o } from '../../words/fields.ts'
import { warning } from '../../words/warnings.ts'
import { type EventForm, eventForm } from './event-form.ts'
import { choice, dayField, line, longText, person, photo, wholeNumber, yesNo } from './field.ts'
import {
  anyOther,
  bodies,
  bodiesAndOffices,
  candidates,
  committeeOffices,
  concerns,
  draftAtHand,
  of,
  offices,
  officesAndCounty,
  orders,
  stages,
} from './sources.ts'

/** Elections beside their polls, what follows a vote, and what becomes of a resolution. */
export const formsDecided: readonly EventForm[] = [
  eventForm(nameCandidate, {
    office: choice(l.office, committeeOffices),
    candidate: person(l.candidate, h.person),
    by: choice(l.nominatedBy, of('party', 'voters')),
  }),
  eventForm(withdrawCandidate, { candidate: choice(l.candidate, candidates), reason: longText(l.reason, h.told) }),
  eventForm(concludeElection, { reason: longText(l.reason, h.told) }, { warning: warning.recorded }),

  eventForm(sendBackToChange, { reason: longText(l.reason, h.told) }),
  eventForm(concludeWithoutAdoption, { reason: longText(l.reason, h.told) }, { warning: warning.ends }),
  eventForm(resumeDecision, {}),
  eventForm(referUp, { to: choice(l.referTo, bodies), reason: longText(l.reason, h.told) }, { warning: warning.ends }),
  eventForm(reopenDecision, {}),
  eventForm(expireProposal, {}, { warning: warning.ends }),

  eventForm(reportProgress, {
    percent: wholeNumber(l.percent, h.percent),
    reportedOn: dayField(l.reportedOn),
    text: longText(l.progress, h.told),
    files: photo(l.evidenceFile, h.photo),
  }),
  eventForm(completeImplementation, {}),
  eventForm(rate, { score: choice(l.score, of(5, 4, 3, 2, 1)) }),
  eventForm(closeEvaluation, {}),

  eventForm(suspendResolution, {
    by: choice(l.by, bodiesAndOffices),
    decidedOn: dayField(l.decidedOn),
    reason: longText(l.reason, h.told),
  }),
  eventForm(resumeResolution, {
    by: choice(l.by, bodiesAndOffices),
    decidedOn: dayField(l.decidedOn),
    reason: longText(l.reason, h.told),
  }),
  eventForm(
    revokeResolution,
    { proposal: choice(l.higher, anyOther), reason: longText(l.reason, h.told) },
    { warning: warning.revokes },
  ),
  eventForm(discontinue, {}, { warning: warning.ends }),
  eventForm(orderCorrection, {
    by: choice(l.orderedBy, offices),
    orderedOn: dayField(l.orderedOn),
    dueOn: dayField(l.dueOn),
    text: longText(l.orderText, h.told),
  }),
  eventForm(reportCorrection, {
    order: choice(l.order, orders),
    doneOn: dayField(l.doneOn),
    text: longText(l.done, h.told),
  }),
  eventForm(giveApproval, {
    by: choice(l.by, officesAndCounty),
    decidedOn: dayField(l.decidedOn),
    approved: yesNo(l.approved, o.approved, o.notApproved),
    number: line(l.approvalNumber, h.number),
  }),
  eventForm(giveSupervision, {
    stage: choice(l.stage, stages),
    draft: choice(l.draftNumber, draftAtHand),
    concern: choice(l.concern, concerns),
    text: longText(l.text, h.told),
  }),
]
