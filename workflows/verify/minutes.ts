import type { Entry } from '../format/entry.ts'
import { disagreeAt } from './disagreement.ts'
import { calledOf } from './roll.ts'

/** The first entry of a meeting's chain that its minutes forbid, and why. */
export interface MinutesFault {
  readonly entry: Entry
  readonly found: string
}

/** Whoever approved the minutes presided at last, the meeting was over and had been held by then, and nothing was added to them afterwards. */
export const minutesFault = (meeting: readonly Entry[]): MinutesFault | undefined => {
  const called = calledOf(meeting)
  let presider = called?.presider
  let ended = false
  let approved = false
  for (const entry of meeting) {
    if (entry.kind === 'presider.changed') presider = entry.data.presider
    if (entry.kind === 'meeting.ended') ended = true
    if (approved && (entry.kind === 'minutes.approved' || entry.kind === 'speech.noted'))
      return { entry, found: 'the minutes stand already' }
    if (entry.kind !== 'minutes.approved') continue
    if (!ended) return { entry, found: 'the meeting goes on' }
    if (entry.data.presider !== presider) return { entry, found: presider ?? 'nobody presides' }
    if (entry.occurredOn !== undefined && called && entry.occurredOn < called.on)
      return { entry, found: `the meeting was on ${called.on}` }
    approved = true
  }
  return undefined
}

/** The minutes of a meeting were approved by nobody else, not too early, and once. */
export const checkMinutes = (meeting: readonly Entry[]): void => {
  const fault = minutesFault(meeting)
  if (fault) disagreeAt(fault.entry, 'minutes_wrong', { claimed: fault.entry.data, found: fault.found })
}
