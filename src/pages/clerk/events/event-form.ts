import { z } from 'zod'
import type { KindOf } from '../../../../workflows/format/catalogue.ts'
import type { Result } from '../../../../workflows/result.ts'
import type { Title } from '../../../../workflows/stages/stage.ts'
import type { Actor, Engine } from '../../../services/act.ts'
import { type Command, perform } from '../../../services/commands/command.ts'
import type { Refusal } from '../../../services/refusal.ts'
import { asSent, type Field, isOptional } from './field.ts'

/** What is to be told of a form besides its fields. */
interface Apart {
  /** Its name in addresses where it is not the entry's kind. */
  readonly name?: string
  readonly title?: Title
  /** What cannot be taken back. */
  readonly warning?: Title
}

/** One thing that may be said of a proposal, as a form: who says it, its fields, and the service that it is handed to. */
export interface EventForm extends Apart {
  readonly kind: KindOf<'proposal'>
  readonly name: string
  readonly by: readonly string[]
  readonly fields: Readonly<Record<string, Field>>
  readonly optional: ReadonlySet<string>
  /** The fields as a browser sends them; files come beside. */
  readonly shape: z.ZodObject
  readonly send: (
    engine: Engine,
    actor: Actor,
    proposal: string,
    input: Readonly<Record<string, unknown>>,
  ) => Promise<Result<unknown, Refusal>>
}

type FieldsOf<I extends z.ZodObject> = { readonly [N in keyof z.output<I> & string]-?: Field }

const drawn = (input: z.ZodObject, fields: Readonly<Record<string, Field>>) => {
  const known = Object.entries(fields).flatMap(([name, field]): readonly (readonly [string, Field, z.ZodType])[] => {
    const schema = input.shape[name]
    return schema === undefined ? [] : [[name, field, schema as z.ZodType]]
  })
  return {
    fields,
    optional: new Set(known.filter(([, , schema]) => isOptional(schema)).map(([name]) => name)),
    shape: z.object(
      Object.fromEntries(
        known.filter(([, field]) => field.as !== 'files').map(([name, field, schema]) => [name, asSent(field, schema)]),
      ),
    ),
  }
}

/** A form for a command: a field for each part of its input, or it does not compile. */
export const eventForm = <K extends KindOf<'proposal'>, I extends z.ZodObject>(
  command: Command<K, I>,
  fields: FieldsOf<I>,
  apart: Apart = {},
): EventForm => ({
  name: command.kind,
  ...apart,
  ...drawn(command.input, fields),
  kind: command.kind,
  by: command.by,
  send: (engine, actor, proposal, input) => perform(engine, actor, proposal, command, command.input.parse(input)),
})

/** A form for what is no command: it has its own service. */
export const otherForm = <I extends z.ZodObject>(
  { kind, by, input }: { readonly kind: KindOf<'proposal'>; readonly by: readonly string[]; readonly input: I },
  fields: FieldsOf<I>,
  apart: Apart,
  send: (engine: Engine, actor: Actor, proposal: string, input: z.output<I>) => Promise<Result<unknown, Refusal>>,
): EventForm => ({
  name: kind,
  ...apart,
  ...drawn(input, fields),
  kind,
  by,
  send: (engine, actor, proposal, given) => send(engine, actor, proposal, input.parse(given)),
})
