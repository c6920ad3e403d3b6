import type { Child } from 'hono/jsx'
import type { Sight } from '../ui.ts'
import { printed } from '../words/printed.ts'
import { stepWords } from '../words/steps.ts'

export interface StepShown {
  readonly title: string
  readonly state: 'done' | 'now' | 'ahead'
  /** What was counted there, or what is missing. */
  readonly note?: Child
}

const marks = { done: '✓', now: '●', ahead: '○' } as const

/** A procedure as a line of steps: done with its arithmetic, now, still to come. */
export const Steps = ({ ui, steps }: { readonly ui: Sight; readonly steps: readonly StepShown[] }) => (
  <ol class="steps">
    {steps.map(({ title, state, note }) => (
      <li class={state} aria-current={state === 'now' ? 'step' : undefined}>
        <span class="mark" aria-hidden="true">
          {marks[state]}
        </span>
        <div>
          <span class="step-title">{printed(title, ui.lang)}</span> <span class="tag">{stepWords[ui.lang][state]}</span>
          {note === undefined ? null : <div class="note">{note}</div>}
        </div>
      </li>
    ))}
  </ol>
)
