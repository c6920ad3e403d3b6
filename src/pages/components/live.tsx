import type { Children } from '../page.ts'
import { at, type Ui } from '../ui.ts'

interface LiveProps extends Children {
  readonly ui: Ui
  readonly id: string
  readonly meeting: string
}

/** A part of a page that the script renews whenever something happens at the meeting; without it, the page is asked again. */
export const Live = ({ ui, id, meeting, children }: LiveProps) => (
  <div id={id} data-follow={at(ui, `/meetings/${meeting}/stream`)}>
    {children}
  </div>
)
