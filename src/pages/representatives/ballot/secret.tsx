import type { BallotView } from '../../../services/views/meetings.ts'
import { Notice } from '../../components/notice.tsx'
import type { Ui } from '../../ui.ts'

/** What a secret ballot promises and what it does not, before anybody chooses. */
export const Secret = ({ ui, secrecy }: { readonly ui: Ui; readonly secrecy: NonNullable<BallotView['secrecy']> }) => (
  <Notice kind="mind">
    <p>{secrecy.promise[ui.lang]}</p>
    {secrecy.warning === null ? null : (
      <p>
        <strong>{secrecy.warning[ui.lang]}</strong>
      </p>
    )}
  </Notice>
)
