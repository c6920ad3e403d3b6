import type { GateGround } from '../../../workflows/stages/gate.ts'
import { groundText, type Lang } from '../../../workflows/wording.ts'
import type { Sight } from '../ui.ts'
import { common } from '../words/common.ts'
import { printed } from '../words/printed.ts'
import { drawnOnce } from './drawn-once.tsx'

interface Tests {
  readonly grounds: readonly GateGround[]
  readonly caption: string
}

/** Every number that decides something: what is asked, how many there are, how many are needed, of whom, by which article. */
export const Grounds = ({ ui, ...tests }: Tests & { readonly ui: Sight }) => <Table lang={ui.lang} {...tests} />

const Table = drawnOnce(({ lang, grounds, caption }: Tests & { readonly lang: Lang }) => {
  const w = common[lang]
  return (
    <table class="grounds">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{w.what}</th>
          <th scope="col" class="number">
            {w.have}
          </th>
          <th scope="col" class="number">
            {w.need}
          </th>
          <th scope="col" class="number">
            {w.of}
          </th>
          <th scope="col">{w.article}</th>
          <th scope="col">{w.result}</th>
        </tr>
      </thead>
      <tbody>
        {[...grounds].sort(unmetFirst).map(({ cite, ...ground }) => (
          <tr class={ground.met ? 'met' : 'unmet'}>
            <th scope="row">{printed(groundText(ground, lang), lang)}</th>
            <Cell name={w.have} value={isCounted(ground) ? ground.have : undefined} />
            <Cell name={w.need} value={isCounted(ground) ? ground.need : undefined} />
            <Cell name={w.of} value={ground.of} />
            <td data-name={w.article} class={cite === undefined ? 'none' : 'cite'}>
              {cite === undefined ? '—' : printed(cite, lang)}
            </td>
            <td class="verdict">{ground.met ? `✓ ${w.met}` : `✗ ${w.unmet}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
})

/** What is still missing is read first. */
const unmetFirst = (a: GateGround, b: GateGround): number => Number(a.met) - Number(b.met)

/** False for what is simply there or not: one of one says nothing more than its words. */
const isCounted = ({ test, of, need }: GateGround): boolean => test !== undefined || of !== undefined || need > 1

const Cell = ({ name, value }: { readonly name: string; readonly value: number | undefined }) => (
  <td class={value === undefined ? 'number none' : 'number'} data-name={name}>
    {value ?? '—'}
  </td>
)
