import { z } from 'zod'
import { ok, refuse } from '../../../workflows/result.ts'
import {
  type Attestation,
  type AttestationView,
  confirmAttestation,
  rejectAttestation,
} from '../../services/attestations.ts'
import { attestationsTold } from '../../services/views/attestations-told.ts'
import { bySignedIn } from '../clerk/signed-in.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { TextField } from '../components/field.tsx'
import { Form, Submit } from '../components/form.tsx'
import { Section } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { reason } from '../meetings/fields.ts'
import { formsOn, inCommunity, noQuery, page } from '../page.ts'
import { at, type Ui } from '../ui.ts'
import { attestationWords } from '../words/attestations.ts'
import { attestationName } from '../words/names.ts'
import { AttestationFacts, AttestationTag } from './attestation-card.tsx'
import { AttestedContent } from './attested-content.tsx'

const inAttestation = inCommunity.extend({ o: z.uuid().toLowerCase() })
const form = formsOn(inAttestation, noQuery)

/** One entry from paper: compared with the original, then confirmed or sent back by another, or taken back by whoever entered it. */
export const attestationPage = page({
  path: '/c/:c/attestations/:o',
  may: ['clerk', 'supervisor', 'administrator'],
  params: inAttestation,
  query: noQuery,
  load: ({ site, reader, params }) =>
    bySignedIn(reader, async (actor) => {
      const told = await attestationsTold(site.engine, actor, { limit: 1, only: params.o })
      if (!told.ok) return told
      const [one] = told.value.items
      return one ? ok({ one, told: told.value }) : refuse({ code: 'not_found', what: 'attestation' })
    }),
  forms: {
    confirm: form(z.object({}), async ({ site, actor, params }) => {
      const confirmed = await confirmAttestation(site.engine, actor, params.o)
      if (!confirmed.ok) return confirmed
      const said = confirmed.value.outcome === 'confirmed' ? 'confirmed' : 'more'
      return ok({ to: `/c/${params.c}/attestations?done=${said}` })
    }),
    reject: form(z.object({ reason }), async ({ site, actor, params, fields }) => {
      const rejected = await rejectAttestation(site.engine, actor, params.o, fields)
      return rejected.ok ? ok({ to: `/c/${params.c}/attestations?done=rejected` }) : rejected
    }),
  },
  view: ({ one, told }, ui) => {
    const w = attestationWords[ui.lang]
    // What was attested was read by its service before it was kept.
    const what = one.input as Attestation | null
    return (
      <Document ui={ui} title={attestationName(one.sort, ui.lang)} lead={w.lead}>
        <p>
          <AttestationTag ui={ui} one={one} />
        </p>
        <AttestationFacts ui={ui} one={one} told={told} />
        {one.reason === null ? null : <p>{w.because(one.reason)}</p>}
        {what === null ? null : (
          <Section title={w.entered}>
            <AttestedContent ui={ui} what={what} people={told.people} />
          </Section>
        )}
        {one.outcome === null ? <Decide ui={ui} one={one} own={one.enteredBy === told.me} /> : null}
        <Buttons>
          <LinkButton href={at(ui, '/attestations')} quiet>
            {w.title}
          </LinkButton>
        </Buttons>
      </Document>
    )
  },
})

interface DecideProps {
  readonly ui: Ui
  readonly one: AttestationView
  /** True for whoever entered it. */
  readonly own: boolean
}

const Decide = ({ ui, one, own }: DecideProps) => {
  const w = attestationWords[ui.lang]
  return (
    <>
      <p>{own ? w.own : w.wanted(one.wanted)}</p>
      {own ? null : (
        <Form ui={ui} name="confirm">
          <Submit>{w.confirm}</Submit>
        </Form>
      )}
      <Section title={own ? w.takeBack : w.refuse}>
        <Form ui={ui} name="reject">
          <TextField ui={ui} form="reject" name="reason" label={w.reason} maxlength={500} />
          <Submit quiet>{own ? w.takeBack : w.refuse}</Submit>
        </Form>
      </Section>
    </>
  )
}
