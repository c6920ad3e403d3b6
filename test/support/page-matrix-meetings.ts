import type { PageEntry } from './page-matrix.ts'
import { askers } from './route-matrix.ts'

const clerk = { may: ['clerk'] } as const
const meeting = { ...clerk, resource: 'meeting' } as const
const ballot = { ...clerk, resource: 'ballot' } as const
/** No poll is open in the village that is asked. */
const poll = { ...clerk, absent: true } as const

/** The pages of meetings, ballots and polls. */
export const meetingMatrix: Readonly<Record<string, PageEntry>> = {
  '/c/:c/meetings/call': { ...clerk, forms: ['call'] },
  '/c/:c/meetings/:m/desk': { ...meeting, forms: ['sign-in', 'slip', 'leave'] },
  '/c/:c/meetings/:m/items/:p': { ...meeting, forms: ['ballot', 'poll'] },
  '/c/:c/meetings/:m/hall': { may: askers.filter((asker) => asker !== 'nobody'), resource: 'meeting' },
  '/c/:c/meetings/:m/deliveries': { may: ['clerk', 'supervisor'], resource: 'meeting', forms: ['note'] },
  '/c/:c/meetings/:m/people': {
    ...meeting,
    forms: ['observer', 'excuse', 'recuse', 'proxy', 'withdraw'],
  },
  '/c/:c/meetings/:m/sitting': { ...meeting, forms: ['end', 'postpone', 'adjourn', 'presider', 'roll'] },
  '/c/:c/meetings/:m/minutes': {
    // The representative who is asked presides here, and approves the minutes.
    may: ['representative', 'clerk', 'supervisor', 'township'],
    resource: 'meeting',
    forms: ['speech', 'write', 'approve', 'paper'],
  },
  '/c/:c/ballots/:b/desk': ballot,
  '/c/:c/ballots/:b/close': { ...ballot, forms: ['close'] },
  '/c/:c/ballots/:b/papers': { ...ballot, forms: ['papers'] },
  '/c/:c/ballots/:b/hands': { ...ballot, forms: ['hands'] },
  '/c/:c/ballots/:b/count': { ...ballot, forms: ['count'] },
  '/c/:c/ballots/:b/assisted': { ...ballot, forms: ['assisted'] },
  '/c/:c/ballots/:b/correct': { ...ballot, forms: ['correct'] },
  '/c/:c/ballots/:b/visits': { ...ballot, forms: ['visit'] },
  '/c/:c/ballots/:b/secret-papers': { ...ballot, forms: ['issue', 'tally'] },
  '/c/:c/polls/:o': { ...poll, forms: ['issue', 'proxies', 'tally'] },
  '/c/:c/polls/:o/close': { ...poll, forms: ['close'] },
}
