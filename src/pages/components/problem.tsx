import { groundText } from '../../../workflows/wording.ts'
import type { Ui } from '../ui.ts'
import { common } from '../words/common.ts'
import { printed } from '../words/printed.ts'
import { Notice } from './notice.tsx'

/** Why a form was not taken, at the head of the page: it may no longer be on it, as where somebody else was quicker. */
export const Problem = ({ ui }: { readonly ui: Ui }) => {
  if (!ui.tried) return null
  const { problem } = ui.tried
  const w = common[ui.lang]
  const unmet = problem?.grounds.filter(({ met }) => !met) ?? []
  return (
    <Notice kind="problem">
      <p>
        <strong>{w.problem}</strong>
        {problem ? `${ui.lang === 'zh' ? '：' : ': '}${printed(problem[ui.lang], ui.lang)}` : ''}
      </p>
      {unmet.length === 0 ? null : (
        <ul>
          {unmet.map((ground) => (
            <li>{printed(groundText(ground, ui.lang), ui.lang)}</li>
          ))}
        </ul>
      )}
      <p>{w.kept}</p>
    </Notice>
  )
}
