import type { PersonView } from '../../services/views/people.ts'
import { PersonSearch, peopleOptions } from '../clerk/person-search.tsx'
import { ChoiceField } from '../components/field.tsx'
import { Form, Submit } from '../components/form.tsx'
import { Notice } from '../components/notice.tsx'
import { Section } from '../components/small.tsx'
import { at, type Ui } from '../ui.ts'
import { clerkWords } from '../words/clerk.ts'
import { demandWords } from '../words/demands.ts'
import { withdrawalWords } from '../words/withdrawals.ts'

interface OwnSignatureProps {
  readonly ui: Ui
  readonly demand: string
  readonly mine: boolean
}

/** Where a resident signs, and sees once it is done. */
export const OwnSignature = ({ ui, demand, mine }: OwnSignatureProps) => {
  const w = demandWords[ui.lang]
  if (ui.place?.me?.person === undefined) return null
  if (mine)
    return (
      <Notice kind="done">
        <p>{w.signedAlready}</p>
        <p>
          <a href={at(ui, `/demands/${demand}/withdrawal`)}>{withdrawalWords[ui.lang].signature}</a>
        </p>
      </Notice>
    )
  return (
    <Section id="sign" title={w.sign}>
      <p>{w.signLead}</p>
      <Form ui={ui} name="sign" patient>
        <Submit class="button big">{w.signButton}</Submit>
      </Form>
    </Section>
  )
}

interface PaperProps {
  readonly ui: Ui
  readonly q: string | undefined
  readonly found: readonly PersonView[]
}

/** Where the clerk enters who signed on paper: looked up first, then ticked. */
export const PaperSignatures = ({ ui, q, found }: PaperProps) => {
  const w = demandWords[ui.lang]
  return (
    <Section id="paper" title={w.paper}>
      <p>{w.paperLead}</p>
      <PersonSearch ui={ui} q={q} found={found.length} part="#paper" />
      {found.length === 0 ? (
        <p class="hint">{clerkWords[ui.lang].findFirst}</p>
      ) : (
        <Form ui={ui} name="paper">
          <ChoiceField
            ui={ui}
            form="paper"
            name="people"
            label={w.whoSigned}
            several
            options={peopleOptions(ui, found)}
          />
          <Submit>{w.paperButton}</Submit>
        </Form>
      )}
    </Section>
  )
}
