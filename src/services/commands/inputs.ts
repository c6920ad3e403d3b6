import { z } from 'zod'
import { isDay } from '../../../workflows/rules/days.ts'

/** Free text as people type it: NFC, without control characters, at most 20,000 characters. */
export const text = z
  .string()
  .trim()
  .min(1)
  .max(20_000)
  .transform((value) => value.normalize('NFC'))
  .refine((value) => value.isWellFormed() && !/[\p{Cc}--[\n\t\r]]/v.test(value), 'control characters are not admitted')

export const day = z.string().refine(isDay, 'not a day, YYYY-MM-DD').meta({ format: 'date', example: '2026-03-02' })

export const id = z.uuid()
