import { z } from 'zod'

/** What somebody signs in with, as forms send it. */
export const bySlip = z.object({ slip: z.string().max(60) })
export const byPassword = z.object({ login: z.string().max(60), password: z.string().max(200) })
