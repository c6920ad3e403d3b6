import { z } from 'zod'
import { ok, type Result } from '../../../workflows/result.ts'
import { isVisitor } from '../../services/look.ts'
import type { Refusal } from '../../services/refusal.ts'
import { type NoticeView, notice } from '../../services/views/notice.ts'
import { type OwnComment, ownComments } from '../../services/views/own-comments.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Notice } from '../components/notice.tsx'
import { Say } from '../components/say.tsx'
import { Empty, Section, Tag } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { type Asked, inCommunity, noQuery, page } from '../page.ts'
import { at, type Ui } from '../ui.ts'
import { common } from '../words/common.ts'
import { sayDay, sayDaysLeft } from '../words/dates.ts'
import { noticeWords } from '../words/notice.ts'
import { OwnComments } from './own-comments.tsx'
import { sayForms } from './say-forms.ts'

const params = inCommunity.extend({ n: z.coerce.number().int().min(1).max(999_999) })

interface Shown {
  readonly notice: NoticeView
  readonly own: readonly OwnComment[]
}

const load = async (asked: Asked<z.output<typeof params>, unknown>): Promise<Result<Shown, Refusal>> => {
  const { site, reader } = asked
  const hung = await notice(site.engine, reader, asked.params.n)
  if (!hung.ok) return hung
  const { proposal } = hung.value
  const own = isVisitor(reader) ? ok({ items: [] }) : await ownComments(site.engine, reader, { proposal, limit: 20 })
  return own.ok ? ok({ notice: hung.value, own: own.value.items }) : own
}

/** What somebody sees who scans the code on the wall: the notice in plain words, the days left, and where to say something. */
export const noticePage = page({
  path: '/c/:c/n/:n',
  may: 'anybody',
  hangs: true,
  params,
  query: noQuery,
  load,
  forms: sayForms(params, noQuery, async ({ site, reader, params }) => {
    const hung = await notice(site.engine, reader, params.n)
    return hung.ok ? ok(hung.value.proposal) : hung
  }),
  view: ({ notice: hung, own }, ui) => {
    const w = noticeWords[ui.lang]
    const { posting } = hung
    return (
      <Document ui={ui} title={hung.title ?? common[ui.lang].erased} lead={w.lead(hung.number)}>
        {posting === null ? <Empty>{w.nothing}</Empty> : <Hung ui={ui} posting={posting} />}
        {hung.ending === null ? <p>{w.nowAt(hung.stage[ui.lang])}</p> : null}
        {posting?.open ? <Say ui={ui} posting={posting.id} /> : null}
        {own.length === 0 ? null : (
          <Section id="yours" title={w.yours}>
            <OwnComments ui={ui} comments={own} />
          </Section>
        )}
        <Buttons>
          <LinkButton href={at(ui, `/proposals/${hung.proposal}`)} quiet>
            {w.all}
          </LinkButton>
        </Buttons>
      </Document>
    )
  },
})

const Hung = ({ ui, posting }: { readonly ui: Ui; readonly posting: NonNullable<NoticeView['posting']> }) => {
  const w = noticeWords[ui.lang]
  const today = ui.place?.today ?? ''
  return (
    <>
      <p class="question">{w[posting.sort]}</p>
      {posting.open ? (
        <p>
          <strong>{w.until(sayDay(posting.lastDay, today, ui.lang))}</strong>{' '}
          <Tag kind={posting.lastDay < today ? 'plain' : 'good'}>{sayDaysLeft(posting.lastDay, today, ui.lang)}</Tag>
        </p>
      ) : (
        <Notice kind="mind">
          <p>{w.over}</p>
        </Notice>
      )}
      <Section title={w.text}>
        <div class="card text">{posting.text ?? common[ui.lang].erased}</div>
        <p class="small">
          {w.code} <code class="nowrap">{posting.code}</code>
        </p>
      </Section>
    </>
  )
}
