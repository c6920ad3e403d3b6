import type { CaseAtHand } from '../../services/views/case-at-hand.ts'
import { ChoiceField, SelectField, TextField } from '../components/field.tsx'
import { Hidden } from '../components/form.tsx'
import type { Ui } from '../ui.ts'
import { clerkWords } from '../words/clerk.ts'
import { printed } from '../words/printed.ts'
import type { EventForm } from './events/event-form.ts'
import type { Field, Option } from './events/field.ts'

interface EventFieldProps {
  readonly ui: Ui
  readonly form: EventForm
  readonly name: string
  readonly field: Field
  readonly at: CaseAtHand
  /** What the address asks to be chosen beforehand. */
  readonly chosen: string | undefined
  /** Who was looked up. */
  readonly people: readonly Option[]
}

/** So many options stand side by side as big targets; more are a list to open. */
const fewOptions = 6

/** One field of an event's form, as the table of forms says. */
export const EventField = ({ ui, form, name, field, at, chosen, people }: EventFieldProps) => {
  const optional = form.optional.has(name)
  const shared = {
    ui,
    form: form.name,
    name,
    label: printed(field.label[ui.lang], ui.lang),
    hint: field.help && printed(field.help[ui.lang], ui.lang),
    optional,
  }
  const w = clerkWords[ui.lang]
  switch (field.as) {
    case 'line':
      return <TextField {...shared} maxlength={500} />
    case 'number':
      return <TextField {...shared} inputmode="numeric" maxlength={9} />
    case 'day':
      return <TextField {...shared} type="date" value={optional ? undefined : at.today} />
    case 'files':
      return <TextField {...shared} type="file" />
    case 'text':
      return <TextField {...shared} rows={field.rows} value={field.begins?.(at)} />
    case 'yes-no': {
      const options = [
        { value: 'yes', title: printed(field.yes[ui.lang], ui.lang) },
        { value: 'no', title: printed(field.no[ui.lang], ui.lang) },
      ]
      return <ChoiceField {...shared} options={options} value={optional ? 'no' : undefined} />
    }
    case 'person':
      return people.length === 0 ? (
        <ChoiceField {...shared} hint={w.findFirst} options={[]} />
      ) : (
        <ChoiceField {...shared} options={people} value={people.length === 1 ? people[0]?.value : undefined} />
      )
    case 'several':
      return <Several {...shared} options={field.from(at, ui.lang)} value={chosen} />
    case 'choice': {
      const options = field.from(at, ui.lang)
      const sole = options.length === 1 && !optional ? options[0]?.value : undefined
      const value = options.some((one) => one.value === chosen) ? chosen : sole
      if (options.length === 0) return <ChoiceField {...shared} hint={w.nothingToChoose} options={[]} />
      return options.length <= fewOptions ? (
        <ChoiceField {...shared} options={options} value={value} />
      ) : (
        <SelectField {...shared} options={options} value={value} />
      )
    }
  }
}

const Several = (props: Parameters<typeof ChoiceField>[0]) =>
  props.options.length === 0 ? (
    props.optional ? (
      <Hidden name={props.name} value="" />
    ) : (
      <ChoiceField {...props} hint={clerkWords[props.ui.lang].nothingToChoose} several />
    )
  ) : (
    <ChoiceField {...props} several />
  )
