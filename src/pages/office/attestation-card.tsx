import type { AttestationView } from '../../services/attestations.ts'
import type { ToldAttestations } from '../../services/views/attestations-told.ts'
import { Facts, Tag } from '../components/small.tsx'
import type { Ui } from '../ui.ts'
import { attestationWords } from '../words/attestations.ts'
import { sayDay, sayTime } from '../words/dates.ts'

interface CardProps {
  readonly ui: Ui
  readonly one: AttestationView
  readonly told: ToldAttestations
}

/** What was entered, about what, when, and by which evidence. */
export const AttestationFacts = ({ ui, one, told }: CardProps) => {
  const w = attestationWords[ui.lang]
  const today = ui.place?.today ?? ''
  return (
    <Facts
      facts={[
        ...(one.proposal === null ? [] : [[w.about, told.titles[one.proposal] ?? w.erased] as const]),
        [w.enteredAt, sayTime(one.enteredAt, today, ui.lang)],
        ...(one.occurredOn === null ? [] : [[w.occurredOn, sayDay(one.occurredOn, today, ui.lang)] as const]),
        [w.evidence, one.evidence ?? w.erased],
      ]}
    />
  )
}

/** How it stands with it. */
export const AttestationTag = ({ ui, one }: Omit<CardProps, 'told'>) => {
  const w = attestationWords[ui.lang]
  if (one.outcome === null) return <Tag>{w.waiting}</Tag>
  return one.outcome === 'confirmed' ? <Tag kind="good">✓ {w.isConfirmed}</Tag> : <Tag kind="bad">✗ {w.isRejected}</Tag>
}
