import { attest, confirmAttestation } from '../../src/services/attestations.ts'
import { perform } from '../../src/services/commands/command.ts'
import { giveSupervision } from '../../src/services/commands/supervision.ts'
import { mergeProposal } from '../../src/services/merging.ts'
import { amendRoll } from '../../src/services/roll-amendments.ts'
import { endSeats } from '../../src/services/seats.ts'
import type { Reference, Roll } from './reference.ts'
import { dayName, event, inSteps, move, moved, nobody, reason } from './reference-move.ts'

/** What befalls a case from outside: opinions, seats that end, other cases, a higher body, paper. */

/** 监督意见: at any time, also after the end, and nothing waits on it. */
export const opine = move<unknown>({
  name: 'opine',
  expect: () => 'ok',
  real: ({ village, proposal }) =>
    perform(village.engine, village.supervisor, proposal, giveSupervision, { concern: 'objection', text: '异议' }),
  holds: (r) => {
    r.entries += 1
  },
})

const without = (roll: Roll, person: string): Roll => roll.filter((one) => one.person !== person)

/** One of the elected representatives resigns, once. */
export const leaveSeat = move<unknown>({
  name: 'leaveSeat',
  expect: () => 'ok',
  real: async ({ village, ...played }, r) => {
    if (r.resigned) return { ok: true, value: undefined }
    const on = dayName({ village, ...played }, r.day)
    const seat = { body: 'village-representatives', people: [r.resigning], cause: 'resigned', on } as const
    return endSeats(village.engine, village.clerk, seat)
  },
  holds: (r) => {
    r.resigned = true
    r.rolls = r.rolls.map((roll, body) => (body === 3 ? without(roll, r.resigning) : roll))
  },
})

/** What comes of taking who has resigned off the roll of the meeting that was called before. */
const amended = ({ meeting, ...r }: Reference): string => {
  if (!meeting) return 'not_found'
  if (meeting.ended) return 'meeting_ended'
  if ([r.ballot, ...r.ballots].some((ballot) => ballot?.meeting === meeting)) return 'roll_called_already'
  if (!meeting.roll.some(({ person }) => person === r.resigning)) return 'not_on_roll'
  return r.resigned ? 'ok' : 'roll_cause_unproved'
}

/** Somebody of the meeting's roll has resigned, and nobody has voted yet. */
export const mayAmend = (r: Reference): boolean => amended(r) === 'ok'

/** Amends the roll for the seat that ended. */
export const amend = move<unknown>({
  name: 'amend',
  expect: amended,
  real: ({ village }, r) =>
    amendRoll(village.engine, village.clerk, r.meeting?.id ?? nobody, {
      cause: 'seat-ended',
      person: r.resigning,
      reason: '辞去代表职务',
    }),
  holds: (r) => {
    const { meeting } = r
    if (!meeting) return
    meeting.roll = without(meeting.roll, r.resigning)
    meeting.present.delete(r.resigning)
    if (meeting.live && r.step === 'called' && r.end === undefined) r.entries += 1
  },
})

/** 补录: progress that somebody wrote down on paper today, entered by one and confirmed by another. */
export const lateProgress = move<unknown>({
  name: 'lateProgress',
  expect: (r) => inSteps(r, ['working'], () => true),
  real: async ({ village, proposal, ...played }, r) => {
    const occurredOn = dayName({ village, proposal, ...played }, r.day)
    const said = { type: 'progress.reported', percent: 100, reportedOn: occurredOn, text: '纸质进度单' }
    const entered = await attest(village.engine, village.clerk, {
      evidence: '进度单存档',
      what: { sort: 'event', proposal, occurredOn, event: said },
    })
    return entered.ok ? confirmAttestation(village.engine, village.supervisor, entered.value.attestation) : entered
  },
  holds: (r) => {
    r.percent = 100
    r.entries += 1
  },
})

/** 并案: the case ends in another. */
export const merge = move<unknown>({
  name: 'merge',
  expect: (r) => (r.end !== undefined ? 'case_ended' : r.decisionOpened || r.step === 'voting' ? 'gate_closed' : 'ok'),
  real: ({ village, proposal, sister }) =>
    mergeProposal(village.engine, village.clerk, proposal, { into: sister, reason: '同一件事' }),
  holds: (r) => {
    r.end = 'merged'
    moved(r)
  },
})

const hasResolution = (r: Reference): boolean => r.resolution === 'in-force' || r.resolution === 'suspended'

/** 撤销: the assembly takes the resolution away, also after the case has been closed. */
export const revoke = move<unknown>({
  name: 'revoke',
  expect: (r) => (hasResolution(r) ? 'ok' : 'does_not_fit'),
  real: event('resolution.revoked', ({ higher }) => ({ proposal: higher, ...reason() })),
  holds: (r) => {
    r.resolution = 'revoked'
    delete r.turned
    r.entries += 1
  },
})

/** What was revoked goes no further. */
export const discontinue = move<unknown>({
  name: 'discontinue',
  expect: (r) => (r.end !== undefined ? 'case_ended' : r.resolution === 'revoked' ? 'ok' : 'gate_closed'),
  real: event('proposal.discontinued', () => ({})),
  holds: (r) => {
    r.end = 'revoked'
    moved(r)
  },
})
