import { only } from '../form.ts'
import type { Ui } from '../ui.ts'
import { common } from '../words/common.ts'

interface FieldProps {
  readonly ui: Ui
  /** The name of the form in which it stands. */
  readonly form: string
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly value?: string | undefined
  readonly optional?: boolean
}

interface TextProps extends FieldProps {
  readonly type?: 'text' | 'password' | 'date' | 'time' | 'datetime-local' | 'number' | 'search' | 'file'
  /** Several lines where given. */
  readonly rows?: number
  readonly autocomplete?: string
  readonly inputmode?: 'numeric' | 'text'
  readonly maxlength?: number
  /** Which files are asked for. */
  readonly accept?: string
}

const faultWords = {
  missing: 'missing',
  'too-long': 'tooLong',
  'too-short': 'tooShort',
  'too-large': 'tooLarge',
  'too-small': 'tooSmall',
  'not-so': 'notSo',
} as const

/** What a field is drawn from: its own value, or what was typed into it, and what is wrong with that. */
const state = ({ ui, form, name, value, hint }: FieldProps) => {
  const tried = ui.tried?.form === form ? ui.tried : undefined
  const fault = tried?.faults[name]
  const id = `${form}-${name}`
  const described = [hint === undefined ? [] : [`${id}-hint`], fault === undefined ? [] : [`${id}-fault`]].flat()
  return {
    id,
    value: tried ? only(tried.fields, name) : value,
    chosen: tried ? (tried.fields[name] ?? []) : value === undefined ? [] : [value],
    fault: fault === undefined ? undefined : common[ui.lang][faultWords[fault]],
    aria: {
      'aria-describedby': described.length === 0 ? undefined : described.join(' '),
      'aria-invalid': fault === undefined ? undefined : ('true' as const),
    },
  }
}

const Around = ({
  ui,
  label,
  hint,
  optional,
  id,
  fault,
  children,
}: FieldProps & { id: string; fault: string | undefined; children: unknown }) => (
  <div class={fault === undefined ? 'field' : 'field faulty'}>
    <label for={id}>
      {label}
      {optional ? <span class="small">{common[ui.lang].optional}</span> : null}
    </label>
    {hint === undefined ? null : (
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    {children}
    {fault === undefined ? null : (
      <p class="fault" id={`${id}-fault`}>
        ✗ {fault}
      </p>
    )}
  </div>
)

/** One line, or several, to write in. */
export const TextField = (props: TextProps) => {
  const { name, type = 'text', rows, autocomplete, inputmode, maxlength, accept, optional } = props
  const { id, value, fault, aria } = state(props)
  const shared = { id, name, maxlength, required: !optional, ...aria }
  const shown = type === 'password' || type === 'file' ? undefined : value
  return (
    <Around {...props} id={id} fault={fault}>
      {rows === undefined ? (
        <input
          {...shared}
          type={type}
          value={shown}
          autocomplete={autocomplete}
          inputmode={inputmode}
          accept={accept}
        />
      ) : (
        <textarea {...shared} rows={rows}>
          {value}
        </textarea>
      )}
    </Around>
  )
}

interface ChoiceProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly title: string }[]
}

/** One of a long list. */
export const SelectField = (props: ChoiceProps) => {
  const { ui, name, options, optional } = props
  const { id, value, fault, aria } = state(props)
  return (
    <Around {...props} id={id} fault={fault}>
      <select id={id} name={name} required={!optional} {...aria}>
        <option value="">{common[ui.lang].choose}</option>
        {options.map((one) => (
          <option value={one.value} selected={one.value === value}>
            {one.title}
          </option>
        ))}
      </select>
    </Around>
  )
}

/** Big targets, one to be ticked or several. */
export const ChoiceField = (props: ChoiceProps & { readonly several?: boolean }) => {
  const { ui, name, label, options, several, hint, optional } = props
  const { id, chosen, fault } = state(props)
  return (
    <fieldset
      class={fault === undefined ? 'field' : 'field faulty'}
      aria-describedby={fault === undefined ? undefined : `${id}-fault`}
    >
      <legend>
        {label}
        {optional ? <span class="small">{common[ui.lang].optional}</span> : null}
      </legend>
      {hint === undefined ? null : <p class="hint">{hint}</p>}
      {options.map((one) => (
        <label class="choice">
          <input
            type={several ? 'checkbox' : 'radio'}
            name={name}
            value={one.value}
            checked={chosen.includes(one.value)}
          />
          <span>{one.title}</span>
        </label>
      ))}
      {fault === undefined ? null : (
        <p class="fault" id={`${id}-fault`}>
          ✗ {fault}
        </p>
      )}
    </fieldset>
  )
}
