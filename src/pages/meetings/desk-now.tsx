import { groupName } from '../../../workflows/wording.ts'
import type { AttendanceView } from '../../services/views/attendance.ts'
import type { DeskItem, DeskView } from '../../services/views/desk.ts'
import { Section, Tag } from '../components/small.tsx'
import type { Ui } from '../ui.ts'
import { meetingDeskWords } from '../words/meeting-desk.ts'
import { printed } from '../words/printed.ts'

interface NowProps {
  readonly ui: Ui
  readonly desk: DeskView
  readonly attendance: AttendanceView
}

/** Who is there, in numbers, and what every measure of the quorum still lacks. */
export const DeskNow = ({ ui, desk, attendance }: NowProps) => {
  const w = meetingDeskWords[ui.lang]
  const { people, late, leftEarly, excused, observers } = attendance
  const numbers = [
    [w.entitled, people.entitled],
    [w.present, people.present],
    [w.missing, desk.missing],
    [w.excused, excused],
    [w.late, late],
    [w.leftEarly, leftEarly],
    [w.observers, observers],
  ] as const
  return (
    <Section title={w.now}>
      <ul class="numbers">
        {numbers.map(([title, n]) => (
          <li>
            <span class="n">{n}</span>
            <span>{title}</span>
          </li>
        ))}
      </ul>
      <Groups ui={ui} attendance={attendance} />
      <Quorum ui={ui} items={desk.items} />
      <p class="small">
        {w.follows} <a href={ui.here}>{w.refresh}</a>
      </p>
    </Section>
  )
}

const Groups = ({ ui, attendance: { groups } }: Pick<NowProps, 'ui' | 'attendance'>) => {
  const w = meetingDeskWords[ui.lang]
  const named = Object.entries(groups)
  return named.length === 0 ? null : (
    <p class="small">
      {named
        .map(([group, { entitled, present }]) => `${groupName(group, ui.lang)} ${w.present} ${present} / ${entitled}`)
        .join(ui.lang === 'zh' ? '；' : '; ')}
    </p>
  )
}

/** Each test of a quorum once, however many items ask it; that there is a rule at all is said only where there is none. */
export const testsOf = (items: readonly DeskItem[]): readonly DeskItem['quorum'][number][] => [
  ...new Map(
    items
      .flatMap(({ quorum }) => quorum)
      .filter(({ test, met }) => test !== undefined || !met)
      .map((ground) => [ground.said.zh, ground] as const),
  ).values(),
]

const Quorum = ({ ui, items }: { readonly ui: Ui; readonly items: readonly DeskItem[] }) => {
  const w = meetingDeskWords[ui.lang]
  const tests = testsOf(items)
  return tests.length === 0 ? null : (
    <ul class="tests" aria-label={w.quorum}>
      {tests.map(({ said, met, missing }) => (
        <li class={met ? 'met' : 'unmet'}>
          <Tag kind={met ? 'good' : 'bad'}>{met ? `✓ ${w.enough}` : `✗ ${w.stillMissing(missing)}`}</Tag>{' '}
          {printed(said[ui.lang], ui.lang)}
        </li>
      ))}
    </ul>
  )
}
