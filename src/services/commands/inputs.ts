import { z } from 'zod'
import { type Day, isDay } from '../../../workflows/rules/days.ts'
import type { RefusalOf } from '../refusal.ts'

/** Free text as people type it: NFC, without control characters, at most 20,000 characters. */
export const text = z
  .string()
  .trim()
  .min(1)
  .max(20_000)
  .transform((value) => value.normalize('NFC'))
  .refine((value) => value.isWellFormed() && !/[\p{Cc}--[\n\t\r]]/v.test(value), 'control characters are not admitted')

export const day = z.string().refine(isDay, 'not a day, YYYY-MM-DD').meta({ format: 'date', example: '2026-03-02' })

/** Refuses the first of several attested days that has not come yet. */
export const notYet = (today: Day, ...days: readonly Day[]): RefusalOf<'day_in_future'> | undefined => {
  const day = days.find((one) => one > today)
  return day === undefined ? undefined : { code: 'day_in_future', day, today }
}

/** An id, in whichever case somebody wrote it. */
export const id = z.uuid().toLowerCase()

/** Photos and documents that show it, uploaded before; each by its hash, and once. */
export const files = z
  .array(z.string().regex(/^[0-9a-f]{64}$/))
  .min(1)
  .max(20)
  .refine((cited) => new Set(cited).size === cited.length, 'a file is cited once')
  .optional()
