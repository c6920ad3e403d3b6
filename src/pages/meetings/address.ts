import { z } from 'zod'
import { inCommunity } from '../page.ts'

/** What stands in the addresses of meetings, of their items, and of what is put to the vote there. */
export const inMeeting = inCommunity.extend({ m: z.uuid().toLowerCase() })
export const inItem = inMeeting.extend({ p: z.uuid().toLowerCase() })
export const inBallot = inCommunity.extend({ b: z.uuid().toLowerCase() })
export const inPoll = inCommunity.extend({ o: z.uuid().toLowerCase() })
