import { Notice } from './notice.tsx'

interface DoneProps {
  /** What the address says was done. */
  readonly done: string | undefined
  /** What each such word says; of another word nothing is said. */
  readonly words: Readonly<Record<string, string>>
}

/** What was just done, at the head of the page to which it led. */
export const Done = ({ done, words }: DoneProps) =>
  done === undefined || !Object.hasOwn(words, done) ? null : (
    <Notice kind="done">
      <p>{words[done]}</p>
    </Notice>
  )
