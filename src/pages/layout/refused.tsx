import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Notice } from '../components/notice.tsx'
import { at, type Ui } from '../ui.ts'
import { common } from '../words/common.ts'
import { printed } from '../words/printed.ts'
import { Document } from './document.tsx'

interface RefusedProps {
  readonly ui: Ui
  readonly status: number
  readonly words: { readonly zh: string; readonly en: string }
}

/** What answers instead of a page: why, and the way back. */
export const RefusedPage = ({ ui, status, words }: RefusedProps) => (
  <Document ui={ui} title={common[ui.lang].refusedLead}>
    <Notice kind="problem">
      <p>{printed(words[ui.lang], ui.lang)}</p>
    </Notice>
    <p class="small">{status}</p>
    <Buttons>
      <LinkButton href={ui.place ? at(ui) : '/'}>{common[ui.lang].toHome}</LinkButton>
    </Buttons>
  </Document>
)
