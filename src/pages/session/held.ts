import { z } from 'zod'
import { gathered, only, type Typed } from '../form.ts'

/** What was typed by somebody whose session had ended: the page carries it through the sign-in, and nobody keeps it. */
export interface Held {
  readonly form: string
  /** The form's own key: sent again it is the same deed. */
  readonly key: string
  readonly fields: Typed['fields']
  /** True where a file went with it, which no page can give back. */
  readonly files: boolean
}

/** The field in which it is carried. */
export const heldField = 'held'

/** What signs in where a form was sent, beside the page's own forms. */
export const againForms = { slip: 'again-slip', password: 'again-password' } as const

/** What is never written into a page: what opens an account, or the installation. */
const secret: ReadonlySet<string> = new Set(['password', 'slip', 'token'])
const carriedBeside: ReadonlySet<string> = new Set(['form', 'key'])

const written = z.strictObject({
  form: z.string().max(100),
  key: z.string().max(200),
  fields: z.array(z.tuple([z.string(), z.string()])),
  files: z.boolean(),
})

/** A form that was sent, to be held while its sender signs in; nothing where it is none of ours. */
export const holding = ({ fields, files }: Typed): Held | undefined => {
  const [form, key] = [only(fields, 'form'), only(fields, 'key')]
  if (form === undefined || key === undefined || form.length > 100 || key.length > 200) return undefined
  return { form, key, ...carried({ fields, files }) }
}

/** What of a form may be carried. */
export const carried = ({ fields, files }: Pick<Typed, 'fields' | 'files'>): Pick<Held, 'fields' | 'files'> => ({
  fields: Object.fromEntries(Object.entries(fields).filter(([name]) => !secret.has(name) && !carriedBeside.has(name))),
  files: Object.keys(files).length > 0,
})

/** The same as one text, to go with the sign-in. */
export const asWritten = ({ fields, ...held }: Held): string => {
  const pairs = Object.entries(fields).flatMap(([name, values]) => values.map((value) => [name, value]))
  return JSON.stringify({ ...held, fields: pairs })
}

/** What came back with a sign-in: nothing where the form is another. */
export const heldIn = ({ fields }: Pick<Typed, 'fields'>): Held | undefined => {
  const form = only(fields, 'form')
  if (form !== againForms.slip && form !== againForms.password) return undefined
  const parsed = written.safeParse(parse(only(fields, heldField) ?? ''))
  return parsed.success ? { ...parsed.data, fields: gathered(parsed.data.fields) } : undefined
}

const parse = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
