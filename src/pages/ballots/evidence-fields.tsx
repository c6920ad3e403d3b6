import type { Names } from '../../services/views/names.ts'
import { SelectField, TextField } from '../components/field.tsx'
import type { Ui } from '../ui.ts'
import { ballotDeskWords } from '../words/ballot-desk.ts'

interface OfForm {
  readonly ui: Ui
  readonly form: string
}

/** What shows it: a sentence on where the paper is, and a photo where there is one. */
export const EvidenceFields = ({ ui, form }: OfForm) => {
  const w = ballotDeskWords[ui.lang]
  return (
    <>
      <TextField ui={ui} form={form} name="evidence" label={w.evidence} hint={w.evidenceHint} rows={2} />
      <TextField ui={ui} form={form} name="photo" type="file" label={w.photo} hint={w.photoHint} optional />
    </>
  )
}

/** Two who counted. */
export const TellerFields = ({ ui, form, tellers }: OfForm & { readonly tellers: Names }) => {
  const w = ballotDeskWords[ui.lang]
  const options = Object.entries(tellers).map(([value, name]) => ({ value, title: name ?? w.erased }))
  return (
    <>
      <SelectField ui={ui} form={form} name="teller1" label={w.teller(1)} options={options} />
      <SelectField ui={ui} form={form} name="teller2" label={w.teller(2)} options={options} />
    </>
  )
}

/** A whole number to be typed. */
export const CountField = (of: OfForm & { readonly name: string; readonly label: string; readonly hint?: string }) => (
  <TextField {...of} inputmode="numeric" maxlength={7} autocomplete="off" />
)
