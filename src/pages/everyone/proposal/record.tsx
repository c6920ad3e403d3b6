import { noticeCode } from '../../../documents/notice-code.ts'
import type { HeadView } from '../../../services/views/chains.ts'
import type { PaperCode } from '../../../services/views/paper-codes.ts'
import { Buttons, LinkButton } from '../../components/buttons.tsx'
import { Facts, Section } from '../../components/small.tsx'
import { at, isOf, type Ui } from '../../ui.ts'
import { checkpointWords } from '../../words/checkpoints.ts'
import { sayDay } from '../../words/dates.ts'
import { paperWords } from '../../words/papers.ts'
import { proposalWords } from '../../words/proposal.ts'

interface RecordProps {
  readonly ui: Ui
  readonly proposal: string
  readonly number: number
  readonly head: HeadView
  readonly codes: readonly PaperCode[]
}

/** The case's record: how far it goes, its check code, and how anybody works it out again. */
export const Record = ({ ui, proposal, number, head, codes }: RecordProps) => {
  const w = proposalWords[ui.lang]
  const short = noticeCode(ui.place?.community ?? '', number)
  return (
    <Section id="record" title={w.record}>
      <p>{w.recordLead}</p>
      <Facts
        facts={[
          [w.entries, String(head.seq)],
          [w.short, <a href={`/n/${short}`}>/n/{short}</a>],
          [w.code, <code>{head.head.match(/.{8}/g)?.join(' ')}</code>],
        ]}
      />
      {codes.length === 0 ? null : (
        <>
          <h3>{w.paperCodes}</h3>
          <p class="small">{w.paperCodesLead}</p>
          <Facts
            facts={codes.map(({ of, on, code }) => [
              `${w[of]} · ${sayDay(on, ui.place?.today ?? on, ui.lang)}`,
              <code>{code}</code>,
            ])}
          />
        </>
      )}
      <Buttons>
        <LinkButton href={at(ui, `/proposals/${proposal}/record.json`)} quiet>
          {w.download}
        </LinkButton>
        <LinkButton href={at(ui, `/proposals/${proposal}/papers`)} quiet>
          {paperWords[ui.lang].papers}
        </LinkButton>
        {isOf(ui, 'clerk', 'supervisor', 'township') ? (
          <LinkButton href={at(ui, `/proposals/${proposal}/dossier.zip`)} quiet>
            {paperWords[ui.lang].dossier}
          </LinkButton>
        ) : null}
      </Buttons>
      <p>
        <a href={at(ui, '/checkpoints')}>{checkpointWords[ui.lang].title}</a>
      </p>
      <p class="small">
        {w.howTo} <a href={at(ui, '/receipts#offline')}>{w.howToLink}</a>
      </p>
    </Section>
  )
}
