import { z } from 'zod'
import type { Title } from '../../../../workflows/stages/stage.ts'
import type { Lang } from '../../../../workflows/wording.ts'
import type { CaseAtHand } from '../../../services/views/case-at-hand.ts'

export interface Option {
  readonly value: string
  readonly title: string
}

/** What there is to choose from in a case. */
export type Source = (at: CaseAtHand, lang: Lang) => readonly Option[]

/** One field of a clerk's form: how it is filled in, and what it is called. */
export type Field = { readonly label: Title; readonly help?: Title | undefined } & (
  | { readonly as: 'line' | 'number' | 'day' | 'person' | 'files' }
  /** Several lines; begun with a text that is there already. */
  | { readonly as: 'text'; readonly rows: number; readonly begins?: (at: CaseAtHand) => string | undefined }
  | { readonly as: 'choice' | 'several'; readonly from: Source }
  | { readonly as: 'yes-no'; readonly yes: Title; readonly no: Title }
)

const plain =
  (as: 'line' | 'number' | 'day' | 'person' | 'files') =>
  (label: Title, help?: Title): Field => ({ as, label, help })

export const line = plain('line')
export const wholeNumber = plain('number')
export const dayField = plain('day')
export const person = plain('person')
export const photo = plain('files')
export const longText = (
  label: Title,
  help?: Title,
  rows = 5,
  begins?: (at: CaseAtHand) => string | undefined,
): Field => ({
  as: 'text',
  label,
  help,
  rows,
  ...(begins ? { begins } : {}),
})
export const choice = (label: Title, from: Source, help?: Title): Field => ({ as: 'choice', label, from, help })
export const several = (label: Title, from: Source, help?: Title): Field => ({ as: 'several', label, from, help })
export const yesNo = (label: Title, yes: Title, no: Title, help?: Title): Field => ({
  as: 'yes-no',
  label,
  yes,
  no,
  help,
})

/** True where a field may be left empty. */
export const isOptional = (schema: z.ZodType): boolean => schema.safeParse(undefined).success

/** A field's shape as a browser sends it: a whole number and yes or no come as words. */
export const asSent = (field: Field, schema: z.ZodType): z.ZodType => {
  if (field.as === 'number') return words(schema, (word) => (/^\d{1,9}$/.test(word) ? Number(word) : word))
  if (field.as === 'yes-no') return words(schema, (word) => (word === 'yes' ? true : word === 'no' ? false : word))
  if (field.as === 'choice' && takesNumber(schema)) return words(schema, (word) => Number(word))
  return schema
}

const takesNumber = (schema: z.ZodType): boolean => schema.safeParse(1).success && !schema.safeParse('1').success

const words = (schema: z.ZodType, read: (word: string) => unknown): z.ZodType => {
  const read1 = z.preprocess((word) => (typeof word === 'string' ? read(word) : word), schema)
  return isOptional(schema) ? read1.optional() : read1
}
