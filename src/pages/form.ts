import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { z } from 'zod'
import type { GateGround } from '../../workflows/stages/gate.ts'

/** What was typed into a form, by the fields' names; a field sent several times has its values in a row. */
export interface Typed {
  readonly fields: Readonly<Record<string, readonly string[]>>
  readonly files: Readonly<Record<string, readonly File[]>>
  /** The whole as one text, the same for the same form sent again. */
  readonly bytes: string
}

/** What is at fault in a field. */
export type FieldFault = 'missing' | 'too-long' | 'too-short' | 'too-large' | 'too-small' | 'not-so'

/** A form that was sent and came back. */
export interface Tried {
  readonly form: string
  readonly fields: Typed['fields']
  readonly faults: Readonly<Record<string, FieldFault>>
  /** What the service refused with, in words, and what it counted. */
  readonly problem?: { readonly zh: string; readonly en: string; readonly grounds: readonly GateGround[] }
  /** Set where its sender has had to sign in anew meanwhile. */
  readonly again?: Again
  /** Told when the form is drawn; who reads now may not be shown it. */
  readonly drawn?: () => void
}

/** A form that stands there again after a sign-in, to be sent once more. */
export interface Again {
  readonly key: string
  /** True where a file has to be chosen again. */
  readonly files: boolean
  /** True where the form no longer stands on its page: then what was typed is shown, to be copied. */
  readonly gone: boolean
}

/** Reads a form as browsers send it; of a file nothing but its bytes is taken. */
export const typedIn = async (c: Context): Promise<Typed> => {
  const isPlain = (c.req.header('content-type') ?? '').startsWith('application/x-www-form-urlencoded')
  const body = isPlain ? new URLSearchParams(await c.req.text()) : await c.req.formData()
  const texts: [string, string][] = []
  const files: Record<string, File[]> = {}
  const said: unknown[] = []
  for (const [name, value] of body.entries())
    if (typeof value === 'string') {
      texts.push([name, value])
      said.push([name, value])
    } else if (value.size > 0) {
      files[name] = [...(files[name] ?? []), value]
      const digest = createHash('sha256')
        .update(new Uint8Array(await value.arrayBuffer()))
        .digest('hex')
      said.push([name, value.type, digest])
    }
  return { fields: gathered(texts), files, bytes: JSON.stringify(said) }
}

/** Values by their field's name, in the order in which they came. */
export const gathered = (pairs: readonly (readonly [string, string])[]): Typed['fields'] => {
  const fields = new Map<string, string[]>()
  for (const [name, value] of pairs) {
    const before = fields.get(name)
    if (before) before.push(value)
    else fields.set(name, [value])
  }
  return Object.fromEntries(fields)
}

/** A field's only value, or nothing. */
export const only = (fields: Typed['fields'], name: string): string | undefined => fields[name]?.[0]

/** Fields as a form's shape wants them: one value each, several only where a list is wanted; what was left empty is absent. */
export const asInput = (shape: z.ZodObject, fields: Typed['fields']): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.keys(shape.shape).flatMap((name): readonly (readonly [string, unknown])[] => {
      const values = (fields[name] ?? []).filter((value) => value !== '')
      if (isList(shape.shape[name])) return [[name, values]]
      return values[0] === undefined ? [] : [[name, values[0]]]
    }),
  )

const isList = (field: unknown): boolean => {
  const def = (field as { readonly def?: { readonly type?: string; readonly innerType?: unknown } } | undefined)?.def
  return def?.type === 'array' || (def?.innerType !== undefined && isList(def.innerType))
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

/** Each faulty field, and how. */
export const faultsIn = (issues: readonly z.core.$ZodIssue[], input: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    issues.map((issue): [string, FieldFault] => {
      const name = String(issue.path[0] ?? '')
      if (isEmpty(input[name])) return [name, 'missing']
      const isNumber = 'origin' in issue && issue.origin === 'number'
      if (issue.code === 'too_big') return [name, isNumber ? 'too-large' : 'too-long']
      if (issue.code === 'too_small') return [name, isNumber ? 'too-small' : 'too-short']
      return [name, 'not-so']
    }),
  )
