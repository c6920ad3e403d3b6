import { z } from 'zod'
import { ok, refuse } from '../../../workflows/result.ts'
import { day } from '../../services/commands/inputs.ts'
import { importRoster, previewRoster, type RosterPreview } from '../../services/roster.ts'
import { people } from '../../services/views/people.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { TextField } from '../components/field.tsx'
import { Form, Submit } from '../components/form.tsx'
import { Notice } from '../components/notice.tsx'
import { only } from '../form.ts'
import { Document } from '../layout/document.tsx'
import { done, formsOn, inCommunity, page } from '../page.ts'
import { at } from '../ui.ts'
import { rosterWords } from '../words/roster.ts'
import { RosterPreviewPage } from './roster-preview.tsx'
import { bySignedIn } from './signed-in.ts'

const form = formsOn(inCommunity, done)

const confirmed = z.object({
  /** The file that was previewed, as the page carried it, and its digest. */
  file64: z.string().max(5_500_000),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  asOf: day.optional(),
  faulty: z.enum(['leave', 'mend']).default('mend'),
})

interface Shown {
  readonly isThere: boolean
  /** An import that was refused: what it would have brought stands there again. */
  readonly seen?: { readonly preview: RosterPreview; readonly file64: string }
}

const bytesOf = (file64: string): Uint8Array => new Uint8Array(Buffer.from(file64, 'base64'))

/** The roster as a file, first looked at, then imported as it was seen. */
export const rosterPage = page({
  path: '/c/:c/roster',
  may: ['clerk', 'administrator'],
  params: inCommunity,
  query: done,
  load: ({ site: { engine }, reader, ui: { tried } }) =>
    bySignedIn(reader, async (actor) => {
      const there = await people(engine, actor, { limit: 1 })
      if (!there.ok) return there
      const isThere = there.value.items.length > 0
      const file64 = tried?.form === 'import' ? only(tried.fields, 'file64') : undefined
      if (isThere || file64 === undefined) return ok<Shown>({ isThere })
      const preview = await previewRoster(engine, actor, bytesOf(file64))
      return preview.ok ? ok<Shown>({ isThere, seen: { preview: preview.value, file64 } }) : preview
    }),
  forms: {
    preview: form(z.object({}), async ({ site, actor: { idempotency: _, ...looks }, files }) => {
      const [file] = files.file ?? []
      if (!file) return refuse({ code: 'roster_empty' })
      const content = new Uint8Array(await file.arrayBuffer())
      const seen = await previewRoster(site.engine, looks, content)
      if (!seen.ok) return seen
      const file64 = Buffer.from(content).toString('base64')
      return ok({ shows: (ui) => <RosterPreviewPage ui={ui} preview={seen.value} file64={file64} /> })
    }),
    import: form(confirmed, async ({ site, actor, params: { c }, fields: { file64, digest, asOf, faulty } }) => {
      const made = await importRoster(site.engine, actor, bytesOf(file64), {
        digest,
        asOf,
        leaveFaulty: faulty === 'leave',
      })
      return made.ok ? ok({ to: `/c/${c}/roster?done=imported` }) : made
    }),
  },
  view: ({ isThere, seen }, ui, { query }) => {
    const w = rosterWords[ui.lang]
    if (seen) return <RosterPreviewPage ui={ui} {...seen} />
    return (
      <Document ui={ui} title={w.title} lead={isThere ? undefined : w.lead}>
        {query.done === 'imported' ? (
          <Notice kind="done">
            <p>{w.done}</p>
          </Notice>
        ) : isThere ? (
          <p>{w.there}</p>
        ) : null}
        {isThere ? (
          <Buttons>
            <LinkButton href={at(ui, '/people')}>{w.toPeople}</LinkButton>
            <LinkButton href={at(ui, '/bodies')} quiet>
              {w.toBodies}
            </LinkButton>
          </Buttons>
        ) : (
          <Form ui={ui} name="preview" sendsFiles>
            <TextField ui={ui} form="preview" name="file" type="file" label={w.file} hint={w.fileHint} />
            <Submit>{w.preview}</Submit>
          </Form>
        )}
      </Document>
    )
  },
})
