import { isFoundBy, type NameKeys } from '../../roster/name-keys.ts'
import type { AttendanceLine } from '../../services/views/attendance.ts'
import { TextField } from '../components/field.tsx'
import { Form, Submit } from '../components/form.tsx'
import { Empty } from '../components/small.tsx'
import type { Ui } from '../ui.ts'
import { meetingDeskWords } from '../words/meeting-desk.ts'
import { printed } from '../words/printed.ts'

export type ListedMember = AttendanceLine & { readonly keys: NameKeys }

interface ListProps {
  readonly ui: Ui
  readonly people: readonly ListedMember[]
  /** What is looked for. */
  readonly q: string
}

/** The roll at the table: big names to tap, found by name, pinyin or its first letters; and a slip that names its holder. */
export const SignInList = ({ ui, people, q }: ListProps) => {
  const w = meetingDeskWords[ui.lang]
  const shown = q.trim() === '' ? people : people.filter(({ keys }) => isFoundBy(keys, q))
  const [here, away] = [shown.filter(({ present }) => present), shown.filter(({ present }) => !present)]
  return (
    <>
      <Form ui={ui} name="slip" class="search">
        <TextField ui={ui} form="slip" name="slip" label={w.slip} maxlength={40} autocomplete="off" />
        <div class="buttons">
          <Submit quiet>{w.slipSubmit}</Submit>
        </div>
      </Form>
      <Search ui={ui} q={q} />
      {shown.length === 0 ? <Empty>{w.noOne}</Empty> : null}
      <h3>{printed(`${w.notYet}(${away.length})`, ui.lang)}</h3>
      <p class="small">{w.tap}</p>
      <Form ui={ui} name="sign-in">
        <ul class="names">
          {away.map((one) => (
            <Name ui={ui} one={one} look="name" />
          ))}
        </ul>
      </Form>
      <details open={q !== ''}>
        <summary>{printed(`${w.here}(${here.length})`, ui.lang)}</summary>
        <p class="small">{w.tapLeaves}</p>
        <Form ui={ui} name="leave">
          <ul class="names">
            {here.map((one) => (
              <Name ui={ui} one={one} look="name here" note={w.leave} />
            ))}
          </ul>
        </Form>
      </details>
    </>
  )
}

const Search = ({ ui, q }: { readonly ui: Ui; readonly q: string }) => {
  const w = meetingDeskWords[ui.lang]
  const [path = ''] = ui.here.split('?')
  return (
    <search>
      <form class="search" method="get" action={`${path}#sign-in`}>
        <div class="field">
          <label for="q">{w.search}</label>
          <input id="q" name="q" type="search" maxlength={40} value={q} autocomplete="off" data-narrows=".names li" />
        </div>
        <div class="buttons">
          <Submit quiet>{w.find}</Submit>
          {q === '' ? null : <a href={`${path}#sign-in`}>{w.all}</a>}
        </div>
      </form>
    </search>
  )
}

interface NameProps {
  readonly ui: Ui
  readonly one: ListedMember
  readonly look: string
  readonly note?: string
}

const Name = ({ ui, one, look, note }: NameProps) => {
  const w = meetingDeskWords[ui.lang]
  const { keys, person, name, excused, inPerson } = one
  return (
    <li data-find={`${keys.name} ${keys.pinyin} ${keys.initials}`}>
      <button type="submit" class={look} name="person" value={person}>
        <span>{name ?? w.erased}</span>
        {excused ? <span class="small">{w.excused}</span> : null}
        {inPerson === null ? null : <span class="small">{w.cameFor}</span>}
        {note === undefined ? null : <span class="small">{note}</span>}
      </button>
    </li>
  )
}
