import { z } from 'zod'
import { day, id, text } from '../../services/commands/inputs.ts'

/** What several forms of a meeting ask for. */
export const person = id
export const people = z.array(id).min(1).max(5000)
export const reason = text
export const onDay = day
export const atTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
/** A box that is ticked or left. */
export const ticked = z.literal('yes').optional()
export const whole = z
  .string()
  .transform((typed) => typed.normalize('NFKC').trim())
  .pipe(z.string().regex(/^\d+$/))
  .transform(Number)
  .pipe(z.number().max(1_000_000))

/** The instant of a day and a time by the clock on the wall. */
export const instantOf = (on: string, time: string): Date => new Date(`${on}T${time}:00+08:00`)

/** What somebody chose, as a row of a list sends it: the person's id and the choice. */
export const choiceOf = <C extends string>(choices: readonly C[]) =>
  z
    .string()
    .regex(new RegExp(`^[0-9a-f-]{36}:(${choices.join('|')})$`))
    .transform((row) => ({ person: row.slice(0, 36), choice: row.slice(37) as C }))
