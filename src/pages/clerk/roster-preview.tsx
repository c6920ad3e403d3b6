import { bodyName, groupName } from '../../../workflows/wording.ts'
import type { RosterPreview } from '../../services/roster.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { ChoiceField, TextField } from '../components/field.tsx'
import { Form, Hidden, Submit } from '../components/form.tsx'
import { Notice } from '../components/notice.tsx'
import { Empty, Facts, Section } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { at, type Ui } from '../ui.ts'
import { rosterWords } from '../words/roster.ts'

interface PreviewProps {
  readonly ui: Ui
  readonly preview: RosterPreview
  /** The file itself: what is imported is what was seen. */
  readonly file64: string
}

/** What a roster file would bring, its faults row by row, and the form that imports it. */
export const RosterPreviewPage = ({ ui, preview, file64 }: PreviewProps) => {
  const w = rosterWords[ui.lang]
  const { counts } = preview
  return (
    <Document ui={ui} title={w.previewTitle} lead={w.previewLead}>
      <Section title={w.counts}>
        <Facts
          facts={[
            [w.people, counts.people],
            [w.households, counts.households],
            [w.adults, counts.adults],
            [w.women, counts.women],
            [w.men, counts.men],
            [w.representatives, counts.representatives],
            [w.partyMembers, counts.partyMembers],
            [w.faulty, counts.faulty],
          ]}
        />
      </Section>
      <Section title={w.faults}>
        <Faults ui={ui} preview={preview} />
      </Section>
      <Remarks ui={ui} preview={preview} />
      <Section title={w.bodies}>
        <Bodies ui={ui} preview={preview} />
      </Section>
      <Confirm ui={ui} preview={preview} file64={file64} />
    </Document>
  )
}

type PartProps = Pick<PreviewProps, 'ui' | 'preview'>

const Faults = ({ ui, preview: { faults } }: PartProps) => {
  const w = rosterWords[ui.lang]
  if (faults.length === 0) return <Empty>{w.noFaults}</Empty>
  return (
    <>
      <p>{w.faultsLead}</p>
      <section class="scroll" tabindex={0} aria-label={w.faults}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="number">
                {w.row}
              </th>
              <th scope="col">{w.column}</th>
              <th scope="col">{w.what}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map((fault) => (
              <tr>
                <th scope="row" class="number">
                  {fault.row}
                </th>
                <td class="nowrap">{fault.column ?? '—'}</td>
                <td>{fault[ui.lang]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

const Remarks = ({ ui, preview: { remarks } }: PartProps) => {
  const w = rosterWords[ui.lang]
  if (remarks.length === 0) return null
  return (
    <Section title={w.remarks}>
      <ul>
        {remarks.map((remark) => (
          <li>
            {remark.row === undefined ? '' : `${w.row} ${remark.row} · `}
            {remark[ui.lang]}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const Bodies = ({ ui, preview: { bodies } }: PartProps) => {
  const w = rosterWords[ui.lang]
  return (
    <section class="scroll" tabindex={0} aria-label={w.bodies}>
      <table>
        <thead>
          <tr>
            <th scope="col">{w.body}</th>
            <th scope="col" class="number">
              {w.members}
            </th>
            <th scope="col">{w.groups}</th>
          </tr>
        </thead>
        <tbody>
          {bodies.map(({ kind, members, groups }) => (
            <tr>
              <th scope="row">{bodyName(kind, ui.lang)}</th>
              <td class="number">{members}</td>
              <td>
                {Object.entries(groups)
                  .map(([group, n]) => `${groupName(group, ui.lang)} ${n}`)
                  .join(ui.lang === 'zh' ? '、' : ', ') || '—'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Confirm = ({ ui, preview: { digest, faults }, file64 }: PreviewProps) => {
  const w = rosterWords[ui.lang]
  const shared = { ui, form: 'import' }
  return (
    <Form ui={ui} name="import" sendsFiles>
      <Hidden name="file64" value={file64} />
      <Hidden name="digest" value={digest} />
      <p class="small">
        {w.digest} <code>{digest}</code>
      </p>
      {faults.length === 0 ? null : (
        <ChoiceField
          {...shared}
          name="faulty"
          label={w.leaveFaulty}
          value="mend"
          options={[
            { value: 'mend', title: w.mend },
            { value: 'leave', title: w.leave },
          ]}
        />
      )}
      <TextField {...shared} name="asOf" type="date" label={w.asOf} hint={w.asOfHint} optional />
      <Notice kind="mind">
        <p>{w.mind}</p>
      </Notice>
      <Buttons>
        <Submit>{w.import}</Submit>
        <LinkButton href={at(ui, '/roster')} quiet>
          {w.again}
        </LinkButton>
      </Buttons>
    </Form>
  )
}
