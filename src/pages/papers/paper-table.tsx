import type { PaperListed } from '../../services/views/papers.ts'
import type { Ui } from '../ui.ts'
import { paperWords } from '../words/papers.ts'

interface PaperTableProps {
  readonly ui: Ui
  readonly items: readonly PaperListed[]
  /** The address below which each paper has its own. */
  readonly below: string
}

/** Papers, each to print by itself or to edit, as far as it has been formed. */
export const PaperTable = ({ ui, items, below }: PaperTableProps) => {
  const w = paperWords[ui.lang]
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{w.paper}</th>
          <th scope="col">{w.state}</th>
          <th scope="col">{w.take}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ kind, title, state }) => (
          <tr>
            <th scope="row">{title[ui.lang]}</th>
            <td class={state === 'formed' ? 'nowrap met' : 'nowrap'}>{w[state]}</td>
            <td>
              {state === 'formed' ? (
                <span class="deeds">
                  <a href={`${below}/${kind}`} aria-label={w.printOf(title[ui.lang])}>
                    {w.print}
                  </a>
                  <a href={`${below}/${kind}.docx`} aria-label={w.editOf(title[ui.lang])}>
                    {w.edit}
                  </a>
                </span>
              ) : (
                '—'
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
