import type { DemandView } from '../../services/demands.ts'
import { Tag } from '../components/small.tsx'
import type { Ui } from '../ui.ts'
import { demandWords } from '../words/demands.ts'

/** How far a demand has come. */
export const DemandStanding = ({ ui, demand }: { readonly ui: Ui; readonly demand: DemandView }) => {
  const w = demandWords[ui.lang]
  if (demand.meeting !== null) return <Tag kind="good">✓ {w.answered}</Tag>
  return demand.met ? <Tag kind="good">✓ {w.enough}</Tag> : <Tag>{w.gathering}</Tag>
}
