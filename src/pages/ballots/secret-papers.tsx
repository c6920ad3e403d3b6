import { z } from 'zod'
import { paperOptions } from '../../../workflows/format/catalogue.ts'
import { ok } from '../../../workflows/result.ts'
import { groupName } from '../../../workflows/wording.ts'
import { attest } from '../../services/attestations.ts'
import { issuePapers } from '../../services/secret-papers.ts'
import { uploadFrom } from '../clerk/upload-from.ts'
import { ChoiceField } from '../components/field.tsx'
import { Form, Submit } from '../components/form.tsx'
import { Section } from '../components/small.tsx'
import { inBallot } from '../meetings/address.ts'
import { people, person, reason, ticked, whole } from '../meetings/fields.ts'
import { formsOn, noQuery, page } from '../page.ts'
import { ballotDeskWords } from '../words/ballot-desk.ts'
import { Door, stillOut } from './door.tsx'
import { CountField, EvidenceFields, TellerFields } from './evidence-fields.tsx'
import { groupsTyped } from './groups-typed.ts'
import { loadBallot } from './load.ts'

const form = formsOn(inBallot, noQuery)
const groups = groupsTyped(paperOptions)

const tally = z.object({
  issued: whole,
  returned: whole,
  yes: whole,
  no: whole,
  abstain: whole,
  spoiled: whole,
  teller1: person,
  teller2: person,
  evidence: reason,
  small: ticked,
  ...groups.fields,
})

/** Papers of a secret ballot: given out by name, counted without one by two tellers, confirmed by another person. */
export const secretPapersPage = page({
  path: '/c/:c/ballots/:b/secret-papers',
  may: ['clerk'],
  params: inBallot,
  query: noQuery,
  load: loadBallot,
  forms: {
    issue: form(z.object({ people }), async ({ site, actor, params, fields }) => {
      const issued = await issuePapers(site.engine, actor, params.b, fields)
      return issued.ok ? ok({ to: `/c/${params.c}/ballots/${params.b}/desk?done=issued` }) : issued
    }),
    tally: form(tally, async ({ site, actor, params, fields: typed, files: sent }) => {
      const photos = await uploadFrom(site.engine, actor, sent)
      if (!photos.ok) return photos
      const { issued, returned, yes, no, abstain, spoiled, teller1, teller2, evidence, small } = typed
      const what = {
        sort: 'tally',
        ballot: params.b,
        issued,
        returned,
        people: { yes, no, abstain, spoiled },
        groups: groups.read(typed),
        tellers: [teller1, teller2],
        ...(small === undefined ? {} : { smallElectorate: true }),
        ...(photos.value.photo ? { files: [...photos.value.photo] } : {}),
      } as const
      const entered = await attest(site.engine, actor, { evidence, what: { ...what, tellers: [teller1, teller2] } })
      return entered.ok ? ok({ to: `/c/${params.c}/ballots/${params.b}/desk?done=waits` }) : entered
    }),
  },
  view: (one, ui) => {
    const w = ballotDeskWords[ui.lang]
    const of = { ui, form: 'tally' } as const
    const out = stillOut(one).map(({ person: value, name }) => ({ value, title: name ?? w.erased }))
    return (
      <Door ui={ui} ballot={one} title={w.secretPapers} lead={w.secretLead} fits={one.voting === 'secret'}>
        <Section title={w.issue}>
          <Form ui={ui} name="issue">
            <ChoiceField ui={ui} form="issue" name="people" label={w.takePaper} several options={out} />
            <Submit>{w.issue}</Submit>
          </Form>
        </Section>
        <Section title={w.tally}>
          <Form ui={ui} name="tally" sendsFiles>
            <CountField {...of} name="issued" label={w.issuedCount} />
            <CountField {...of} name="returned" label={w.returnedCount} />
            {paperOptions.map((part) => (
              <CountField {...of} name={part} label={w[part]} />
            ))}
            {one.groups.map((group) => (
              <fieldset class="field">
                <legend>{w.ofGroup(groupName(group, ui.lang))}</legend>
                {paperOptions.map((part) => (
                  <CountField {...of} name={groups.name(group, part)} label={w[part]} />
                ))}
              </fieldset>
            ))}
            <TellerFields {...of} tellers={one.tellers} />
            <ChoiceField
              {...of}
              name="small"
              label={w.smallHint}
              several
              options={[{ value: 'yes', title: w.small }]}
            />
            <EvidenceFields {...of} />
            <Submit>{w.submitToSecond}</Submit>
          </Form>
        </Section>
      </Door>
    )
  },
})
