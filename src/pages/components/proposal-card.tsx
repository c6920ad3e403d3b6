import { arithmetic } from '../../../workflows/wording.ts'
import type { ProposalLine } from '../../services/views/proposals.ts'
import type { Ui } from '../ui.ts'
import { common } from '../words/common.ts'
import { overviewWords } from '../words/overview.ts'
import { printed } from '../words/printed.ts'
import { standingWords } from './standing.ts'

interface ProposalCardProps {
  readonly ui: Ui
  readonly line: ProposalLine
  readonly to: string
  /** The level of its heading: below a section's, or right below the page's title. */
  readonly heading?: 'h2' | 'h3'
}

const named = (ui: Ui, { number, title }: ProposalLine, to: string) => (
  <a href={to}>
    {number}. {title ?? common[ui.lang].erased}
  </a>
)

/** A proposal in a list: what it is about, where it stands, its newest verdict with the arithmetic. */
export const ProposalCard = ({ ui, line, to, heading = 'h3' }: ProposalCardProps) => (
  <li>
    {heading === 'h2' ? <h2>{named(ui, line, to)}</h2> : <h3>{named(ui, line, to)}</h3>}
    <p>
      {line.procedure[ui.lang]} · <strong>{standingWords(line, ui.lang)}</strong>
    </p>
    {line.verdict ? <Verdict ui={ui} {...line.verdict} /> : <p>{overviewWords[ui.lang].notVoted}</p>}
  </li>
)

const Verdict = ({ ui, stage, carried, grounds }: { readonly ui: Ui } & NonNullable<ProposalLine['verdict']>) => {
  const w = overviewWords[ui.lang]
  return (
    <>
      <p>
        {w.latest(stage[ui.lang])}
        <strong>{carried ? w.carried : w.notCarried}</strong>
      </p>
      <ul class="small">
        {grounds
          .filter(({ test }) => test !== undefined)
          .map((ground) => (
            <li>{printed(`${arithmetic(ground, ui.lang)}(${ground.cite})`, ui.lang)}</li>
          ))}
      </ul>
    </>
  )
}
