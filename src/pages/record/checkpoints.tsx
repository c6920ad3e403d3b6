import { z } from 'zod'
import { readCodeWithSize } from '../../../workflows/format/checkpoint.ts'
import { ok, type Result } from '../../../workflows/result.ts'
import type { Refusal } from '../../services/refusal.ts'
import { type CheckpointView, checkpoint } from '../../services/views/checkpoints.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Notice } from '../components/notice.tsx'
import { Empty, Facts, Section } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { inCommunity, page } from '../page.ts'
import type { Site } from '../site.ts'
import { at, isOf, type Ui } from '../ui.ts'
import { checkpointWords } from '../words/checkpoints.ts'
import { sayTime } from '../words/dates.ts'

/** What a typed code is held to. */
type Held =
  | { readonly as: 'unreadable' }
  | { readonly as: 'absent' | 'differs'; readonly size: number }
  | { readonly as: 'fits'; readonly of: CheckpointView }

interface Shown {
  readonly newest: CheckpointView | undefined
  readonly held: Held | undefined
}

const found = async (site: Site, c: string, size?: number): Promise<Result<CheckpointView | undefined, Refusal>> => {
  const one = await checkpoint(site.engine, c, size)
  if (one.ok) return one
  return one.refusal.code === 'not_found' ? ok(undefined) : one
}

const heldTo = async (site: Site, c: string, text: string): Promise<Result<Held, Refusal>> => {
  const typed = readCodeWithSize(text)
  if (!typed) return ok({ as: 'unreadable' })
  const { size, code } = typed
  const one = await found(site, c, size)
  if (!one.ok) return one
  if (!one.value) return ok({ as: 'absent', size })
  return ok(one.value.code === code ? { as: 'fits', of: one.value } : { as: 'differs', size })
}

/** Where anybody holds the checkpoint on a paper to the one that stands here, and finds the newest to keep. */
export const checkpointsPage = page({
  path: '/c/:c/checkpoints',
  may: 'anybody',
  params: inCommunity,
  query: z.object({ code: z.string().max(100).optional().catch(undefined) }),
  load: async ({ site, params: { c }, query: { code } }): Promise<Result<Shown, Refusal>> => {
    const newest = await found(site, c)
    if (!newest.ok) return newest
    const held = code === undefined || code.trim() === '' ? ok(undefined) : await heldTo(site, c, code)
    return held.ok ? ok({ newest: newest.value, held: held.value }) : held
  },
  view: ({ newest, held }, ui, { query: { code = '' } }) => {
    const w = checkpointWords[ui.lang]
    return (
      <Document ui={ui} title={w.title} lead={w.lead}>
        {held === undefined ? null : <Told ui={ui} held={held} />}
        <form action={at(ui, '/checkpoints')}>
          <div class="field">
            <label for="code">{w.typed}</label>
            <p class="hint" id="code-hint">
              {w.typedHint}
            </p>
            <input id="code" name="code" value={code} maxlength={100} autocomplete="off" aria-describedby="code-hint" />
          </div>
          <button type="submit" class="button">
            {w.check}
          </button>
        </form>
        <Section title={w.newest}>
          {newest === undefined ? <Empty>{w.none}</Empty> : <Newest ui={ui} of={newest} />}
        </Section>
        <p class="small">
          {w.trust} <a href={at(ui, '/receipts#offline')}>{w.trustLink}</a>
        </p>
        {isOf(ui, 'clerk', 'supervisor', 'administrator') ? (
          <Buttons>
            <LinkButton href={at(ui, '/checkpoints/handing')} quiet>
              {w.handing}
            </LinkButton>
          </Buttons>
        ) : null}
      </Document>
    )
  },
})

const Told = ({ ui, held }: { readonly ui: Ui; readonly held: Held }) => {
  const w = checkpointWords[ui.lang]
  if (held.as === 'fits')
    return (
      <Notice kind="done">
        <p>{w.fits}</p>
        <p>{w.sealedAt(held.of.size, sayTime(held.of.sealedAt, ui.place?.today ?? '', ui.lang))}</p>
      </Notice>
    )
  return (
    <Notice kind="problem">
      <p>{held.as === 'unreadable' ? w.unreadable : w[held.as](held.size)}</p>
      {held.as === 'unreadable' ? null : <p>{w.next}</p>}
    </Notice>
  )
}

const Newest = ({ ui, of }: { readonly ui: Ui; readonly of: CheckpointView }) => {
  const w = checkpointWords[ui.lang]
  return (
    <>
      <Facts
        facts={[
          [
            w.code,
            <code>
              {of.size}:{of.code}
            </code>,
          ],
          [w.at, sayTime(of.sealedAt, ui.place?.today ?? '', ui.lang)],
        ]}
      />
      <p>{w.keep}</p>
      <details>
        <summary>{w.note}</summary>
        <pre>{of.note}</pre>
      </details>
    </>
  )
}
