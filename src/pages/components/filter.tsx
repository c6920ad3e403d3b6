interface FilterProps {
  readonly name: string
  readonly label: string
  /** What stands for no choice at all. */
  readonly any: string
  readonly value: string | undefined
  readonly options: readonly (readonly [string, string])[]
}

/** One of the choices by which a list is narrowed. */
export const Filter = ({ name, label, any, value = '', options }: FilterProps) => (
  <div class="field">
    <label for={name}>{label}</label>
    <select id={name} name={name}>
      {[['', any] as const, ...options].map(([one, title]) => (
        <option value={one} selected={one === value}>
          {title}
        </option>
      ))}
    </select>
  </div>
)
