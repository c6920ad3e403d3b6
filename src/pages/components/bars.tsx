import type { Lang } from '../../../workflows/wording.ts'
import type { Sight } from '../ui.ts'
import { common } from '../words/common.ts'
import { drawnOnce } from './drawn-once.tsx'

export interface Bar {
  readonly title: string
  readonly count: number
  readonly kind: 'yes' | 'no' | 'abstain' | 'other'
}

interface Counts {
  readonly caption: string
  /** The whole of which the bars are parts, and what it is. */
  readonly of: number
  readonly whole: string
  readonly bars: readonly Bar[]
}

/** Counts as bars for the eye, with the same numbers in a table beneath. */
export const Bars = ({ ui, ...counts }: Counts & { readonly ui: Sight }) => <Drawing lang={ui.lang} {...counts} />

const Drawing = drawnOnce(({ lang, caption, of, whole, bars }: Counts & { readonly lang: Lang }) => {
  const w = common[lang]
  const height = 46
  return (
    <figure class="bars">
      <svg viewBox={`0 0 320 ${bars.length * height}`} aria-hidden="true" focusable="false">
        {bars.map(({ kind, title, count }, n) => (
          <>
            <rect class="whole" x="0" y={n * height + 20} width="320" height="16" rx="3" />
            <rect
              class={kind}
              x="0"
              y={n * height + 20}
              width={of === 0 ? 0 : Math.round((320 * count) / of)}
              height="16"
              rx="3"
            />
            <text x="0" y={n * height + 15}>
              {title} {count}
            </text>
          </>
        ))}
      </svg>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{w.option}</th>
            <th scope="col" class="number">
              {w.count}
            </th>
          </tr>
        </thead>
        <tbody>
          {bars.map(({ title, count }) => (
            <tr>
              <th scope="row">{title}</th>
              <td class="number">{count}</td>
            </tr>
          ))}
          <tr class="sum">
            <th scope="row">{whole}</th>
            <td class="number">{of}</td>
          </tr>
        </tbody>
      </table>
    </figure>
  )
})
