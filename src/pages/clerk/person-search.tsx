import type { PersonView } from '../../services/views/people.ts'
import { Submit } from '../components/form.tsx'
import type { Ui } from '../ui.ts'
import { clerkWords } from '../words/clerk.ts'
import { common } from '../words/common.ts'
import type { Option } from './events/field.ts'

/** People as options, told apart by household and the end of their ID number. */
export const peopleOptions = (ui: Ui, people: readonly PersonView[]): readonly Option[] =>
  people.map(({ id, name, household, idLastFour }) => ({
    value: id,
    title: clerkWords[ui.lang].person(name ?? common[ui.lang].erased, household, idLastFour),
  }))

/** Looks somebody up by name without script: the page comes again with whoever was found. */
export const PersonSearch = ({
  ui,
  q,
  keep = {},
  part = '',
  found,
}: {
  readonly ui: Ui
  readonly q: string | undefined
  /** What else stands in the address. */
  readonly keep?: Readonly<Record<string, string | undefined>>
  readonly found: number
  /** The part of the page that it leads back to. */
  readonly part?: string
}) => {
  const w = clerkWords[ui.lang]
  const [path] = ui.here.split('?')
  return (
    <search>
      <form class="search" method="get" action={`${path}${part}`}>
        {Object.entries(keep).map(([name, value]) =>
          value === undefined ? null : <input type="hidden" name={name} value={value} />,
        )}
        <div class="field">
          <label for="q">{w.findPerson}</label>
          <input id="q" name="q" type="search" maxlength={60} value={q} />
        </div>
        <div class="buttons">
          <Submit quiet>{w.find}</Submit>
        </div>
      </form>
      {q !== undefined && q !== '' && found === 0 ? <p class="hint">{w.noneFound}</p> : null}
    </search>
  )
}
