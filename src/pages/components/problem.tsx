import { groundText } from '../../../workflows/wording.ts'
import type { Again, Typed } from '../form.ts'
import type { Ui } from '../ui.ts'
import { common } from '../words/common.ts'
import { printed } from '../words/printed.ts'
import { signInWords } from '../words/sign-in.ts'
import { Notice } from './notice.tsx'

/** Why a form was not taken, at the head of the page: it may no longer be on it, as where somebody else was quicker. */
export const Problem = ({ ui }: { readonly ui: Ui }) => {
  if (!ui.tried) return null
  const { problem, again, fields } = ui.tried
  if (again) return <Resumed ui={ui} again={again} fields={fields} />
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

interface ResumedProps {
  readonly ui: Ui
  readonly again: Again
  readonly fields: Typed['fields']
}

/** Ids, codes and choices are nothing that somebody has written. */
const isProse = (value: string): boolean => /[^!-~]/.test(value.trim())

/** Said after somebody has signed in anew over a form: it is still to be sent, or it is gone and this was in it. */
const Resumed = ({ ui, again: { files, gone }, fields }: ResumedProps) => {
  const w = signInWords[ui.lang]
  const prose = Object.values(fields).flatMap((values) => values.filter(isProse))
  return (
    <Notice kind="mind">
      <p>{w.resumed(ui.place?.me?.name ?? undefined)}</p>
      <p>{gone ? w.resumedGone : w.resumedLook}</p>
      {files && !gone ? <p>{w.resumedFiles}</p> : null}
      {gone && prose.length > 0 ? <p>{w.resumedText}</p> : null}
      {gone ? prose.map((text) => <p class="card text">{text}</p>) : null}
    </Notice>
  )
}
