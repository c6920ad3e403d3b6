import { z } from 'zod'
import { offices } from '../../law/matter.ts'
import { bodyKinds, demandGroups, modes } from '../../law/provision.ts'
import { isDay } from '../../rules/days.ts'
import { voteDoors } from './words.ts'

/** What the entries’ fields hold; every string is an id, a day, a hash, one of a list, or a word of the procedure. */
/** A UUID in lower case: one id, one way to write it. */
export const id = z
  .string()
  .regex(
    /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|00000000-0000-0000-0000-000000000000)$/,
  )
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDay, 'no such day')
export const year = z.string().regex(/^\d{4}$/)
/** A word of a procedure: a matter, a group, a discipline, an office. */
export const word = z
  .string()
  .max(80)
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
export const role = z
  .string()
  .max(120)
  .regex(/^[a-z][a-z0-9]*(?:[-:][a-z0-9]+)*$/)
export const procedureId = z
  .string()
  .max(80)
  .regex(/^[a-z][a-z0-9-]*@[1-9]\d*$/)
/** 32 bytes in base64url, as a key and its thumbprint are written. */
export const bytes32 = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
export const instant = z.iso.datetime({ precision: 3 })
export const whole = z.int().min(0)
export const commitment = z.string().regex(/^[0-9a-f]{64}$/)
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** Photos and documents that lie outside the record, by their hashes. */
export const files = z.array(sha256).min(1).max(20).optional()
export const body = z.enum(bodyKinds)
export const mode = z.enum(modes)
export const share = z.strictObject({ entitled: whole, present: whole })
export const tally = z.strictObject({
  entitled: whole,
  present: whole,
  issued: whole.optional(),
  returned: whole.optional(),
  yes: whole,
  no: whole,
  abstain: whole,
  spoiled: whole,
})
/** What is counted beside heads: exclusive area (0.01 m²), and the households behind representatives. */
export const measured = <S extends z.ZodType>(of: S) =>
  z.strictObject({ area: of.optional(), represented: of.optional() }).optional()
export const hands = z.strictObject({ yes: whole, no: whole, abstain: whole })
export const papers = hands.extend({ spoiled: whole })
/** Years of holidays and make-up working days that a term of days was reckoned with. */
const calendar = z.record(year, z.strictObject({ holidays: z.array(day), workdays: z.array(day) }))
/** Who stands on a roll; by households, for which; where it is weighed, with what area or how many households behind. */
export const member = z.strictObject({
  person: id,
  groups: z.array(word),
  household: id.optional(),
  area: whole.optional(),
  represented: whole.optional(),
})
export const meetingPoint = { meeting: id, meetingSeq: whole, meetingHead: sha256 }
export const office = z.enum(offices)
export const term = { from: day, days: whole, counted: z.enum(['calendar', 'working']), lastDay: day, calendar }

/** A meeting on demand: whose signatures stood on the roll, and of how many, when it was called. */
export const demanded = z.strictObject({ demand: id, of: z.enum(demandGroups), have: whole, base: whole })
/** The door that a vote came by; none is the voter’s own phone. */
export const door = z.enum(voteDoors).optional()

/** The tags that steps of a procedure carry; `always` is any step of a running case. */
export type FactTag =
  | 'always'
  | 'talks'
  | 'drafts'
  | 'comments'
  | 'evidence'
  | 'opinions'
  | 'votes'
  | 'rolls'
  | 'candidates'
  | 'polls'
  | 'progress'
  | 'ratings'
  /** Any time, and after the case has ended too. */
  | 'afterwards'

export const move = <S extends z.ZodObject>(zh: string, en: string, data: S) =>
  ({ chain: 'proposal', as: 'move', tag: undefined, zh, en, data }) as const
export const fact = <S extends z.ZodObject>(tag: FactTag, zh: string, en: string, data: S) =>
  ({ chain: 'proposal', as: 'fact', tag, zh, en, data }) as const
export const said = <C extends 'meeting' | 'community', S extends z.ZodObject>(
  chain: C,
  zh: string,
  en: string,
  data: S,
) => ({ chain, as: 'fact', tag: undefined, zh, en, data }) as const
