import type { BallotVoter } from '../../services/views/ballot-desk.ts'
import { Empty } from '../components/small.tsx'
import type { Ui } from '../ui.ts'
import { ballotDeskWords } from '../words/ballot-desk.ts'
import { common } from '../words/common.ts'
import { choiceName } from '../words/names.ts'

interface TableProps {
  readonly ui: Ui
  readonly form: string
  readonly voters: readonly BallotVoter[]
  readonly choices: readonly string[]
}

/** A sheet by name: one row a voter, what was chosen to be picked; rows left open are not entered. */
export const ChoiceTable = ({ ui, form, voters, choices }: TableProps) => {
  const w = ballotDeskWords[ui.lang]
  const tried = ui.tried?.form === form ? ui.tried : undefined
  const picked = tried?.fields.votes ?? []
  if (voters.length === 0) return <Empty>{w.nobodyLeft}</Empty>
  return (
    <>
      {tried?.faults.votes === undefined ? null : <p class="fault">✗ {common[ui.lang].missing}</p>}
      <table class="sheet">
        <thead>
          <tr>
            <th scope="col">{w.voter}</th>
            <th scope="col">{w.choice}</th>
          </tr>
        </thead>
        <tbody>
          {voters.map(({ person, name }) => (
            <tr>
              <th scope="row" id={`of-${person}`}>
                {name ?? w.erased}
              </th>
              <td>
                <select name="votes" aria-labelledby={`of-${person}`}>
                  <option value="">—</option>
                  {choices.map((choice) => (
                    <option value={`${person}:${choice}`} selected={picked.includes(`${person}:${choice}`)}>
                      {choiceName(choice, ui.lang)}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
