import { z } from 'zod'
import { paperOptions } from '../../../workflows/format/catalogue.ts'
import { ok } from '../../../workflows/result.ts'
import { attest } from '../../services/attestations.ts'
import { uploadFrom } from '../clerk/upload-from.ts'
import { ChoiceField } from '../components/field.tsx'
import { Form, Submit } from '../components/form.tsx'
import { inBallot } from '../meetings/address.ts'
import { choiceOf, reason, whole } from '../meetings/fields.ts'
import { formsOn, noQuery, page } from '../page.ts'
import { ballotDeskWords } from '../words/ballot-desk.ts'
import { ChoiceTable } from './choice-table.tsx'
import { Door, stillOut } from './door.tsx'
import { CountField, EvidenceFields } from './evidence-fields.tsx'
import { loadBallot } from './load.ts'

const form = formsOn(inBallot, noQuery)

const fields = z.object({
  votes: z.array(choiceOf(paperOptions)).max(5000),
  door: z.enum(['paper', 'visit']),
  issued: whole,
  returned: whole,
  evidence: reason,
})

/** 录入纸质票: paper by paper, with how many were issued and came back; another person confirms the sheet. */
export const papersPage = page({
  path: '/c/:c/ballots/:b/papers',
  may: ['clerk'],
  params: inBallot,
  query: noQuery,
  load: loadBallot,
  forms: {
    papers: form(fields, async ({ site, actor, params, fields: { evidence, ...sheet }, files: sent }) => {
      const photos = await uploadFrom(site.engine, actor, sent)
      if (!photos.ok) return photos
      const what = { sort: 'papers', ballot: params.b, ...sheet, files: photos.value.photo } as const
      const entered = await attest(site.engine, actor, { evidence, what })
      return entered.ok ? ok({ to: `/c/${params.c}/ballots/${params.b}/desk?done=waits` }) : entered
    }),
  },
  view: (one, ui) => {
    const w = ballotDeskWords[ui.lang]
    const of = { ui, form: 'papers' } as const
    return (
      <Door ui={ui} ballot={one} title={w.paper} lead={w.paperLead} fits={one.voting === 'recorded'}>
        <Form ui={ui} name="papers" sendsFiles>
          <ChoiceTable {...of} voters={stillOut(one)} choices={paperOptions} />
          <CountField {...of} name="issued" label={w.issuedCount} />
          <CountField {...of} name="returned" label={w.returnedCount} hint={w.returnedHint} />
          <ChoiceField
            {...of}
            name="door"
            label={w.door}
            value={one.circulated ? 'visit' : 'paper'}
            options={[
              { value: 'paper', title: w.atTable },
              ...(one.circulated ? [{ value: 'visit', title: w.atDoor }] : []),
            ]}
          />
          <EvidenceFields {...of} />
          <Submit>{w.submitToSecond}</Submit>
        </Form>
      </Door>
    )
  },
})
