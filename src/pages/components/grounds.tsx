import type { GateGround } from '../../../workflows/stages/gate.ts'
import { groundText } from '../../../workflows/wording.ts'
import type { Ui } from '../ui.ts'
import { common } from '../words/common.ts'

/** Every number that decides something: what is asked, how many there are, how many are needed, of whom, by which article. */
export const Grounds = ({
  ui,
  grounds,
  caption,
}: {
  readonly ui: Ui
  readonly grounds: readonly GateGround[]
  readonly caption: string
}) => {
  const w = common[ui.lang]
  return (
    <section class="scroll" tabindex={0} aria-label={caption}>
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
          {grounds.map(({ cite, ...ground }) => (
            <tr class={ground.met ? 'met' : 'unmet'}>
              <th scope="row">{groundText(ground, ui.lang)}</th>
              <td class="number">{ground.have}</td>
              <td class="number">{ground.need}</td>
              <td class="number">{ground.of ?? '—'}</td>
              <td>{cite ?? '—'}</td>
              <td class="verdict">{ground.met ? `✓ ${w.met}` : `✗ ${w.unmet}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
