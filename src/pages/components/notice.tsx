import type { Children } from '../page.ts'

interface NoticeProps extends Children {
  /** What was done, what is to be minded, what went wrong. */
  readonly kind: 'done' | 'mind' | 'problem'
}

const marks = { done: '✓', mind: '!', problem: '✗' } as const

/** Something said apart: told by its mark and its place, never by colour alone. */
export const Notice = ({ kind, children }: NoticeProps) => (
  <div class={`notice ${kind}`} role={kind === 'problem' ? 'alert' : 'status'}>
    <span class="mark" aria-hidden="true">
      {marks[kind]}
    </span>
    <div>{children}</div>
  </div>
)
