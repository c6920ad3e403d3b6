import { z } from 'zod'
import { ok } from '../../../workflows/result.ts'
import { groupName } from '../../../workflows/wording.ts'
import { attest } from '../../services/attestations.ts'
import { uploadFrom } from '../clerk/upload-from.ts'
import { Form, Submit } from '../components/form.tsx'
import { inBallot } from '../meetings/address.ts'
import { person, reason, whole } from '../meetings/fields.ts'
import { formsOn, noQuery, page } from '../page.ts'
import { ballotDeskWords } from '../words/ballot-desk.ts'
import { Door } from './door.tsx'
import { CountField, EvidenceFields, TellerFields } from './evidence-fields.tsx'
import { groupsTyped } from './groups-typed.ts'
import { loadBallot } from './load.ts'

const form = formsOn(inBallot, noQuery)
const parts = ['yes', 'no', 'abstain'] as const
/** What each group's part of the count is called in the form. */
const groups = groupsTyped(parts)

const fields = z.object({
  yes: whole,
  no: whole,
  abstain: whole,
  teller1: person,
  teller2: person,
  evidence: reason,
  ...groups.fields,
})

/** 举手计数: two tellers' count of hands, confirmed by another person. */
export const countPage = page({
  path: '/c/:c/ballots/:b/count',
  may: ['clerk'],
  params: inBallot,
  query: noQuery,
  load: loadBallot,
  forms: {
    count: form(fields, async ({ site, actor, params, fields: typed, files: sent }) => {
      const photos = await uploadFrom(site.engine, actor, sent)
      if (!photos.ok) return photos
      const { yes, no, abstain, teller1, teller2, evidence } = typed
      const what = {
        sort: 'hands',
        ballot: params.b,
        people: { yes, no, abstain },
        groups: groups.read(typed),
        tellers: [teller1, teller2],
        files: photos.value.photo,
      } as const
      const entered = await attest(site.engine, actor, { evidence, what })
      return entered.ok ? ok({ to: `/c/${params.c}/ballots/${params.b}/desk?done=waits` }) : entered
    }),
  },
  view: (one, ui) => {
    const w = ballotDeskWords[ui.lang]
    const of = { ui, form: 'count' } as const
    return (
      <Door ui={ui} ballot={one} title={w.count} lead={w.countLead} fits={one.voting === 'counted'}>
        <Form ui={ui} name="count" sendsFiles>
          {parts.map((part) => (
            <CountField {...of} name={part} label={w[part]} />
          ))}
          {one.groups.map((group) => (
            <fieldset class="field">
              <legend>{w.ofGroup(groupName(group, ui.lang))}</legend>
              {parts.map((part) => (
                <CountField {...of} name={groups.name(group, part)} label={w[part]} />
              ))}
            </fieldset>
          ))}
          <TellerFields {...of} tellers={one.tellers} />
          <EvidenceFields {...of} />
          <Submit>{w.submitToSecond}</Submit>
        </Form>
      </Door>
    )
  },
})
