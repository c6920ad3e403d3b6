import type { BallotView } from '../../../services/views/meetings.ts'
import { Notice } from '../../components/notice.tsx'
import type { Ui } from '../../ui.ts'
import { printed } from '../../words/printed.ts'

/** What a secret ballot promises and what it does not, before anybody chooses. */
export const Secret = ({ ui, secrecy }: { readonly ui: Ui; readonly secrecy: NonNullable<BallotView['secrecy']> }) => (
  <Notice kind="mind">
    <p>{printed(secrecy.promise[ui.lang], ui.lang)}</p>
    {secrecy.warning === null ? null : (
      <p>
        <strong>{printed(secrecy.warning[ui.lang], ui.lang)}</strong>
      </p>
    )}
  </Notice>
)
