import type { BodyKind } from '../../../workflows/law/provision.ts'
import type { PersonView, SeatView } from '../../services/views/people.ts'
import { ChoiceField, SelectField, TextField } from '../components/field.tsx'
import { Form, Submit } from '../components/form.tsx'
import { Notice } from '../components/notice.tsx'
import { Section } from '../components/small.tsx'
import type { Ui } from '../ui.ts'
import { bodyWords } from '../words/bodies.ts'
import { clerkWords } from '../words/clerk.ts'
import { common } from '../words/common.ts'
import { PersonSearch, peopleOptions } from './person-search.tsx'

/** The offices that a seat may have, as the roster knows them. */
export const offices = ['chair', 'deputy', 'member', 'representative'] as const
export const fillCauses = ['election', 'by-election', 'appointed', 'registered'] as const
export const endCauses = ['term', 'resigned', 'recalled', 'absences'] as const

export const isOffice = (office: string): office is (typeof offices)[number] =>
  (offices as readonly string[]).includes(office)

interface FillProps {
  readonly ui: Ui
  readonly body: BodyKind
  readonly q: string | undefined
  readonly found: readonly PersonView[]
}

/** Fills a seat: the person is looked up first, then chosen. */
export const FillForm = ({ ui, body, q, found }: FillProps) => {
  const w = bodyWords[ui.lang]
  const shared = { ui, form: 'fill' }
  return (
    <Section id="fill" title={w.fill}>
      <p class="hint">{w.fillHint}</p>
      <PersonSearch ui={ui} q={q} found={found.length} part="#fill" />
      {found.length === 0 ? (
        <p class="hint">{clerkWords[ui.lang].findFirst}</p>
      ) : (
        <Form ui={ui} name="fill">
          <ChoiceField
            {...shared}
            name="person"
            label={w.person}
            value={found.length === 1 ? found[0]?.id : undefined}
            options={peopleOptions(ui, found)}
          />
          <ChoiceField
            {...shared}
            name="office"
            label={w.office}
            options={offices.map((value) => ({ value, title: w[value] }))}
          />
          <ChoiceField
            {...shared}
            name="cause"
            label={w.cause}
            value={body === 'village-voters' ? 'registered' : undefined}
            options={fillCauses
              .filter((cause) => (cause === 'registered') === (body === 'village-voters'))
              .map((value) => ({ value, title: w[value] }))}
          />
          <ChoiceField
            {...shared}
            name="vote"
            label={w.vote}
            value="yes"
            options={[
              { value: 'yes', title: w.hasVote },
              { value: 'no', title: w.hasNoVote },
            ]}
          />
          <TextField {...shared} name="from" type="date" label={w.from} value={ui.place?.today} />
          <TextField {...shared} name="until" type="date" label={w.until} hint={w.untilHint} optional />
          <Submit>{w.submitFill}</Submit>
        </Form>
      )}
    </Section>
  )
}

interface EndProps {
  readonly ui: Ui
  readonly members: readonly SeatView[]
  /** Who has stayed away too often, and from when on the seat ends by that. */
  readonly absent?: string | undefined
  readonly on?: string | undefined
}

/** Ends a seat, and those that it brought. */
export const EndForm = ({ ui, members, absent, on }: EndProps) => {
  const w = bodyWords[ui.lang]
  const shared = { ui, form: 'end' }
  return (
    <Section id="end" title={w.end}>
      <Form ui={ui} name="end">
        <SelectField
          {...shared}
          name="person"
          label={w.who}
          value={absent}
          options={members.map(({ person, name, office }) => ({
            value: person,
            title: `${name ?? common[ui.lang].erased} · ${isOffice(office) ? w[office] : office}`,
          }))}
        />
        <ChoiceField
          {...shared}
          name="cause"
          label={w.endCause}
          value={absent === undefined ? undefined : 'absences'}
          options={endCauses.map((value) => ({ value, title: w[value] }))}
        />
        <TextField {...shared} name="on" type="date" label={w.on} value={on ?? ui.place?.today} />
        <TextField {...shared} name="reason" label={w.reason} rows={2} optional />
        <Notice kind="mind">
          <p>{w.endMind}</p>
        </Notice>
        <Submit>{w.submitEnd}</Submit>
      </Form>
    </Section>
  )
}
