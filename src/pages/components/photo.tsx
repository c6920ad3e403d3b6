import { at, type Ui } from '../ui.ts'
import { followedWords } from '../words/followed.ts'

interface PhotoProps {
  readonly ui: Ui
  /** The comment that it came with. */
  readonly comment: string
  /** What it shows; null where that was erased. */
  readonly alt: string | null
}

/** A photo behind what it shows: fetched when it is opened, since telephones pay by the megabyte. */
export const Photo = ({ ui, comment, alt }: PhotoProps) => {
  const w = followedWords[ui.lang]
  const shows = alt ?? w.erased
  return (
    <details class="photo">
      <summary>{w.photo(shows)}</summary>
      <img src={at(ui, `/comments/${comment}/photo`)} alt={shows} loading="lazy" />
    </details>
  )
}
