import { paperOptions } from '../../../workflows/format/catalogue.ts'
import { groupName } from '../../../workflows/wording.ts'
import type { Attestation } from '../../services/attestations.ts'
import type { Names } from '../../services/views/names.ts'
import { Facts } from '../components/small.tsx'
import type { Ui } from '../ui.ts'
import { attestationWords } from '../words/attestations.ts'
import { choiceName, doorName, officeName } from '../words/names.ts'

interface ContentProps {
  readonly ui: Ui
  readonly what: Attestation
  readonly people: Names
}

/** What was entered, as it stands on the paper with which it is compared. */
export const AttestedContent = ({ ui, what, people }: ContentProps) => {
  const w = attestationWords[ui.lang]
  const named = (id: string) => people[id] ?? w.erased
  const tellers = (ids: readonly string[]) => [w.tellers, ids.map(named).join('、')] as const
  switch (what.sort) {
    case 'papers':
      return (
        <>
          <Facts
            facts={[
              [w.door, doorName(what.door, ui.lang)],
              [w.issued, what.issued],
              [w.returned, what.returned],
            ]}
          />
          <Votes ui={ui} votes={what.votes} people={people} />
        </>
      )
    case 'hands':
      return <Facts facts={[...counted(ui, what), tellers(what.tellers)]} />
    case 'tally':
      return (
        <Facts
          facts={[[w.issued, what.issued], [w.returned, what.returned], ...counted(ui, what), tellers(what.tellers)]}
        />
      )
    case 'vote-change':
      return (
        <Facts
          facts={[
            [w.person, named(what.person)],
            [w.choice, choiceName(what.choice, ui.lang)],
            [w.reasonGiven, what.reason],
          ]}
        />
      )
    case 'poll':
      return (
        <Facts
          facts={[
            ...Object.entries(what.offices).map(
              ([office, box]) => [officeName(office, ui.lang), boxOf(ui, box, named)] as const,
            ),
            tellers(what.tellers),
          ]}
        />
      )
    case 'meeting':
      return (
        <>
          <Facts facts={[[w.present, what.meeting.present.map(named).join('、')]]} />
          {what.meeting.items.map(({ ballot }) =>
            ballot ? <Votes ui={ui} votes={ballot.votes} people={people} /> : null,
          )}
        </>
      )
    case 'erratum':
      return <p class="text">{what.text}</p>
    case 'event':
    case 'case':
    case 'correction':
    case 'minutes':
      return <pre>{plain(what, people)}</pre>
  }
}

type Box = Extract<Attestation, { readonly sort: 'poll' }>['offices'][string]

const boxOf = (ui: Ui, { issued, returned, spoiled, votes }: Box, named: (id: string) => string): string => {
  const w = attestationWords[ui.lang]
  const papers = [`${w.issued} ${issued}`, `${w.returned} ${returned}`, `${choiceName('spoiled', ui.lang)} ${spoiled}`]
  return [...papers, ...Object.entries(votes).map(([id, n]) => `${named(id)} ${n}`)].join(
    ui.lang === 'zh' ? '；' : '; ',
  )
}

/** Whatever has no sheet of its own, line by line, with names for ids. */
const plain = ({ sort: _, ...what }: Attestation, people: Names): string =>
  JSON.stringify(what, (_key, value) => (typeof value === 'string' ? (people[value] ?? value) : value), 2)

type Counted = Extract<Attestation, { readonly sort: 'hands' | 'tally' }>

const counted = (ui: Ui, { people, groups }: Pick<Counted, 'people' | 'groups'>) => {
  const w = attestationWords[ui.lang]
  const said = (part: Readonly<Record<string, number>>) =>
    paperOptions
      .filter((choice) => part[choice] !== undefined)
      .map((choice) => `${choiceName(choice, ui.lang)} ${part[choice]}`)
      .join(ui.lang === 'zh' ? '，' : ', ')
  return [
    [w.people, said(people)] as const,
    ...Object.entries(groups).map(([group, part]) => [groupName(group, ui.lang), said(part)] as const),
  ]
}

interface VotesProps {
  readonly ui: Ui
  readonly votes: readonly { readonly person: string; readonly choice: string }[]
  readonly people: Names
}

const Votes = ({ ui, votes, people }: VotesProps) => {
  const w = attestationWords[ui.lang]
  return votes.length === 0 ? null : (
    <table>
      <caption>{w.votes}</caption>
      <thead>
        <tr>
          <th scope="col">{w.person}</th>
          <th scope="col">{w.choice}</th>
        </tr>
      </thead>
      <tbody>
        {votes.map(({ person, choice }) => (
          <tr>
            <th scope="row">{people[person] ?? w.erased}</th>
            <td>{choiceName(choice, ui.lang)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
