import { z } from 'zod'
import { ok, type Result } from '../../../workflows/result.ts'
import type { Actor, Engine } from '../../services/act.ts'
import { openHousehold } from '../../services/households.ts'
import type { Refusal } from '../../services/refusal.ts'
import { householdNumbered } from '../../services/views/rosters.ts'
import { ChoiceField, TextField } from '../components/field.tsx'
import type { Ui } from '../ui.ts'
import { peopleWords } from '../words/people.ts'

/** A household as a clerk names it: by its number, there already or new. */
export const householdTyped = z.object({
  number: z.string().trim().max(200),
  household: z.enum(['existing', 'opened']).default('existing'),
})

/** The household of the number typed; a new one is opened under no key, so that sent again it is found. */
export const householdOf = async (
  engine: Engine,
  { idempotency: _, ...actor }: Actor,
  { number, household }: z.output<typeof householdTyped>,
): Promise<Result<{ readonly household: string }, Refusal>> => {
  if (household === 'existing') return householdNumbered(engine, actor, number)
  const opened = await openHousehold(engine, actor, { number })
  if (opened.ok || opened.refusal.code !== 'household_number_taken') return opened
  return ok({ household: opened.refusal.household })
}

/** The fields for it. */
export const HouseholdFields = (shared: { readonly ui: Ui; readonly form: string }) => {
  const w = peopleWords[shared.ui.lang]
  return (
    <>
      <TextField {...shared} name="number" label={w.householdPick} hint={w.householdHint} maxlength={20} />
      <ChoiceField
        {...shared}
        name="household"
        label={w.newHousehold}
        value="existing"
        options={[
          { value: 'existing', title: w.existing },
          { value: 'opened', title: w.opened },
        ]}
      />
    </>
  )
}
