import { arithmetic } from '../../../workflows/wording.ts'
import type { ProposalLine } from '../../services/views/proposals.ts'
import type { Ui } from '../ui.ts'
import { common } from '../words/common.ts'
import { overviewWords } from '../words/overview.ts'
import { standingWords } from './standing.ts'

/** A proposal in a list: what it is about, where it stands, its newest verdict with the arithmetic. */
export const ProposalCard = ({
  ui,
  line,
  to,
}: {
  readonly ui: Ui
  readonly line: ProposalLine
  readonly to: string
}) => (
  <li>
    <h3>
      <a href={to}>
        {line.number}. {line.title ?? common[ui.lang].erased}
      </a>
    </h3>
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
            <li>
              {arithmetic(ground, ui.lang)}({ground.cite})
            </li>
          ))}
      </ul>
    </>
  )
}
