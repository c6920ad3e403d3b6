import { bodyName } from '../../../workflows/wording.ts'
import { type AbsencesView, absencesDue } from '../../services/views/rosters.ts'
import { Empty, Facts, Section } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { inCommunity, noQuery, page } from '../page.ts'
import { at, isOf, type Ui } from '../ui.ts'
import { absenceWords } from '../words/absences.ts'
import { common } from '../words/common.ts'
import { sayDay } from '../words/dates.ts'
import { bySignedIn } from './signed-in.ts'

type Absent = AbsencesView['items'][number]

/** 连续缺席: whose seat is lost by staying away, or may be ended, at which meetings, by which rule. */
export const absencesPage = page({
  path: '/c/:c/absences',
  may: ['clerk', 'supervisor', 'administrator'],
  params: inCommunity,
  query: noQuery,
  load: ({ site, reader }) => bySignedIn(reader, (actor) => absencesDue(site.engine, actor)),
  view: ({ items, rules }, ui) => {
    const w = absenceWords[ui.lang]
    return (
      <Document ui={ui} title={w.title} lead={w.lead}>
        <Section title={w.due}>
          {items.length === 0 ? (
            <Empty>{rules.length === 0 ? w.noRule : w.nobody}</Empty>
          ) : (
            <Due ui={ui} items={items} />
          )}
        </Section>
        {rules.length === 0 ? null : (
          <Section title={w.rules}>
            <Facts
              facts={rules.map(({ body, inARow, cite, gist }) => [
                w.rule(bodyName(body, ui.lang), inARow),
                <span lang="zh-CN">
                  {cite}:{gist}
                </span>,
              ])}
            />
          </Section>
        )}
      </Document>
    )
  },
})

const Due = ({ ui, items }: { readonly ui: Ui; readonly items: readonly Absent[] }) => {
  const w = absenceWords[ui.lang]
  return (
    <>
      <p class="hint">{w.excuseHint}</p>
      <ul class="cards">
        {items.map((one) => (
          <li>
            <Missed ui={ui} one={one} />
          </li>
        ))}
      </ul>
    </>
  )
}

const Missed = ({ ui, one }: { readonly ui: Ui; readonly one: Absent }) => {
  const w = absenceWords[ui.lang]
  const today = ui.place?.today ?? ''
  // By the rule itself the seat has ended with that absence; else on the day on which it is ended.
  const on = one.effect === 'ends' ? one.since : today
  const ending = new URLSearchParams({ leaves: one.person, on })
  return (
    <>
      <h3>
        {one.name ?? common[ui.lang].erased} · {bodyName(one.body, ui.lang)}
      </h3>
      <p>
        {w.missed(one.absences, one.need)} · {w.since(sayDay(one.since, today, ui.lang))}
      </p>
      <p>
        <strong>{w[one.effect]}</strong> <span lang="zh-CN">{one.cite}</span>
      </p>
      <p class="small">
        {w.meetings}:{' '}
        {one.missed.map(({ meeting, on: day }, n) => (
          <>
            {n === 0 ? '' : ' · '}
            <a href={at(ui, `/meetings/${meeting}`)}>{sayDay(day, today, ui.lang)}</a>
          </>
        ))}
      </p>
      {isOf(ui, 'clerk', 'administrator') ? (
        <p class="deeds">
          <a href={`${at(ui, `/bodies/${one.body}`)}?${ending}#end`}>{w.end}</a>
        </p>
      ) : null}
    </>
  )
}
