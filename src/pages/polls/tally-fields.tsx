import { z } from 'zod'
import type { PollTally } from '../../services/polls.ts'
import type { PollDesk } from '../../services/views/poll-desk.ts'
import { CountField } from '../ballots/evidence-fields.tsx'
import type { Typed } from '../form.ts'
import { whole } from '../meetings/fields.ts'
import type { Ui } from '../ui.ts'
import { officeName } from '../words/names.ts'
import { pollWords } from '../words/polls.ts'

const box = ['issued', 'returned', 'spoiled'] as const
const fieldOf = (office: string, part: string): string => `${office}/${part}`

interface TallyProps {
  readonly ui: Ui
  readonly poll: PollDesk
}

/** The tellers' sheet, office by office: the papers of its box, and what each candidate received. */
export const TallyFields = ({ ui, poll: { offices, names } }: TallyProps) => {
  const w = pollWords[ui.lang]
  const labels = { issued: w.boxIssued, returned: w.boxReturned, spoiled: w.boxSpoiled }
  return (
    <>
      {Object.entries(offices).map(([office, { seats, candidates }]) => (
        <fieldset class="field box">
          <legend>{`${officeName(office, ui.lang)}(${w.seats(seats)})`}</legend>
          {box.map((part) => (
            <CountField ui={ui} form="tally" name={fieldOf(office, part)} label={labels[part]} />
          ))}
          {candidates.map((one) => (
            <CountField ui={ui} form="tally" name={fieldOf(office, one)} label={w.votesOf(names[one] ?? w.erased)} />
          ))}
        </fieldset>
      ))}
    </>
  )
}

const numbers = z.record(z.string(), whole)

/** What was typed of each office; one with a line left empty is left out whole, so that no number is made up. */
export const readTally = (offices: PollDesk['offices'], typed: Typed['fields']): PollTally['offices'] =>
  Object.fromEntries(
    Object.entries(offices).flatMap(([office, { candidates }]) => {
      const lines = [...box, ...candidates].map((part) => [part, typed[fieldOf(office, part)]?.[0]] as const)
      const read = numbers.safeParse(Object.fromEntries(lines.filter(([, n]) => n !== '')))
      if (!read.success || Object.keys(read.data).length < lines.length) return []
      const { issued = 0, returned = 0, spoiled = 0, ...votes } = read.data
      return [[office, { issued, returned, spoiled, votes }] as const]
    }),
  )
