import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { z } from 'zod'
import { eventForms, movesOfMeetings } from '../src/pages/clerk/events/all.ts'
import { onPaper, sealedKinds } from '../src/services/commands/events.ts'
import { giveSupervision } from '../src/services/commands/supervision.ts'
import { catalogue, isMove } from '../workflows/format/catalogue.ts'

const clerk = suite('the clerk’s pages')

clerk('leave nothing that is said of a proposal without a form, nor a part of it without a field', () => {
  const formsOf = (kind: string) => eventForms.filter((form) => form.kind === kind)
  for (const { kind, by, input } of [...sealedKinds, ...onPaper, giveSupervision]) {
    const [form] = formsOf(kind)
    assert.ok(form, `${kind} has no form`)
    assert.equal(form.by, by, kind)
    const fields = Object.keys((input as z.ZodObject).shape).sort()
    assert.equal(Object.keys(form.fields).sort(), fields, kind)
    for (const [name, field] of Object.entries(form.fields)) {
      assert.is(form.shape.shape[name] === undefined, field.as === 'files', `${kind}.${name}`)
      const part = (input as z.ZodObject).shape[name] as z.ZodType
      assert.is(form.optional.has(name), part.safeParse(undefined).success, `${kind}.${name} may be left empty`)
    }
  }
  for (const kind of Object.keys(catalogue))
    if (isMove(kind as never)) assert.ok(formsOf(kind).length > 0 || movesOfMeetings.includes(kind as never), kind)
  const names = eventForms.map(({ name }) => name)
  assert.equal(names, [...new Set(names)])
  for (const { title, warning, fields } of eventForms)
    for (const said of [title, warning, ...Object.values(fields).flatMap(({ label, help }) => [label, help])])
      if (said)
        assert.ok(/\p{Script=Han}/u.test(said.zh) && /^[^\p{Script=Han}]+$/u.test(said.en), JSON.stringify(said))
})

clerk.run()
