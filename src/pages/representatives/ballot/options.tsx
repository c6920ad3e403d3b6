import { at, type Ui } from '../../ui.ts'
import { ballotWords } from '../../words/ballot.ts'

export const choices = ['yes', 'no', 'abstain'] as const

export const marks = { yes: '✓', no: '✗', abstain: '○' } as const

interface OptionsProps {
  readonly ui: Ui
  readonly ballot: string
  /** Whose vote it is, where it is not one's own. */
  readonly voter?: string
}

/** Three large targets; none of them votes yet. */
export const Options = ({ ui, ballot, voter }: OptionsProps) => {
  const w = ballotWords[ui.lang]
  return (
    <>
      <div class="options">
        {choices.map((choice) => {
          const asked = new URLSearchParams({ choice, ...(voter === undefined ? {} : { for: voter }) })
          return (
            <a class={`option ${choice}`} href={`${at(ui, `/ballots/${ballot}/vote`)}?${asked}`}>
              <span aria-hidden="true">{marks[choice]}</span> {w[choice]}
            </a>
          )
        })}
      </div>
      <p class="small">{w.once}</p>
    </>
  )
}
