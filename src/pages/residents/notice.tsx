import { z } from 'zod'
import { ok, type Result } from '../../../workflows/result.ts'
import { perform } from '../../services/commands/command.ts'
import { comment } from '../../services/commands/posting.ts'
import { isVisitor } from '../../services/look.ts'
import type { Refusal } from '../../services/refusal.ts'
import { signIn } from '../../services/sessions.ts'
import { type NoticeView, notice, type OwnComment, ownComments } from '../../services/views/notice.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { CommentForm, commentFields } from '../components/comment-form.tsx'
import { TextField } from '../components/field.tsx'
import { Form, Submit } from '../components/form.tsx'
import { Notice } from '../components/notice.tsx'
import { Empty, Section, Tag } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { type Asked, done, formsOn, inCommunity, page } from '../page.ts'
import { at, type Ui } from '../ui.ts'
import { common } from '../words/common.ts'
import { sayDay, sayDaysLeft } from '../words/dates.ts'
import { noticeWords } from '../words/notice.ts'
import { OwnComments } from './own-comments.tsx'

const params = inCommunity.extend({ n: z.coerce.number().int().min(1).max(999_999) })

interface Shown {
  readonly notice: NoticeView
  readonly own: readonly OwnComment[]
}

const load = async (asked: Asked<z.output<typeof params>, unknown>): Promise<Result<Shown, Refusal>> => {
  const { site, reader } = asked
  const hung = await notice(site.engine, reader, asked.params.n)
  if (!hung.ok) return hung
  const own = isVisitor(reader) ? ok([]) : await ownComments(site.engine, reader, hung.value.proposal)
  return own.ok ? ok({ notice: hung.value, own: own.value }) : own
}

const form = formsOn(params, done)

/** What somebody sees who scans the code on the wall: the notice in plain words, the days left, and where to say something. */
export const noticePage = page({
  path: '/c/:c/n/:n',
  may: 'anybody',
  hangs: true,
  params,
  query: done,
  load,
  forms: {
    slip: form(z.object({ slip: z.string().max(60) }), async ({ site, params: { c, n }, fields }) => {
      const session = await signIn(site.engine, site.issuer, c, fields)
      return session.ok ? ok({ to: `/c/${c}/n/${n}#say`, session: session.value }) : session
    }),
    comment: form(commentFields, async ({ site, actor, reader, params: { c, n }, fields }) => {
      const hung = await notice(site.engine, reader, n)
      if (!hung.ok) return hung
      const { posting, text, sort } = fields
      const input = { posting, text, objection: sort === 'objection', channel: 'online' as const }
      const said = await perform(site.engine, actor, hung.value.proposal, comment, input)
      return said.ok ? ok({ to: `/c/${c}/n/${n}?done=comment#yours` }) : said
    }),
  },
  view: ({ notice: hung, own }, ui, { query }) => {
    const w = noticeWords[ui.lang]
    const { posting } = hung
    return (
      <Document ui={ui} title={hung.title ?? common[ui.lang].erased} lead={w.lead(hung.number)}>
        {query.done === 'comment' ? (
          <Notice kind="done">
            <p>{w.sent}</p>
            <p>{w.answered}</p>
          </Notice>
        ) : null}
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

/** The form for whoever is known, and the slip's for whoever is not yet. */
const Say = ({ ui, posting }: { readonly ui: Ui; readonly posting: string }) => {
  const w = noticeWords[ui.lang]
  if (ui.place?.me) return <CommentForm ui={ui} posting={posting} />
  return (
    <Section id="say" title={w.sayTitle}>
      <p>{w.slipLead}</p>
      <Form ui={ui} name="slip" anyTime>
        <TextField ui={ui} form="slip" name="slip" label={w.slip} autocomplete="one-time-code" maxlength={60} />
        <Buttons>
          <Submit>{w.slipSubmit}</Submit>
          <LinkButton href={`${at(ui, '/sign-in')}?${new URLSearchParams({ back: ui.here })}`} quiet>
            {w.account}
          </LinkButton>
        </Buttons>
      </Form>
    </Section>
  )
}
