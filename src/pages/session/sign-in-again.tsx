import { Notice } from '../components/notice.tsx'
import { SignInForms } from '../components/sign-in-forms.tsx'
import { Document } from '../layout/document.tsx'
import type { Ui } from '../ui.ts'
import { signInWords } from '../words/sign-in.ts'
import { againForms, asWritten, type Held, heldField } from './held.ts'

interface SignInAgainProps {
  readonly ui: Ui
  readonly held: Held
}

/** What answers a form whose sender is signed in no longer: what was typed goes along, and stands in the form again after the sign-in. */
export const SignInAgain = ({ ui, held }: SignInAgainProps) => {
  const w = signInWords[ui.lang]
  return (
    <Document ui={ui} title={w.againTitle}>
      <Notice kind="mind">
        <p>{w.againLead}</p>
        {held.files ? <p>{w.againFiles}</p> : null}
      </Notice>
      <SignInForms ui={ui} names={againForms} carries={{ name: heldField, value: asWritten(held) }} />
    </Document>
  )
}
