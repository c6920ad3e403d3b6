import { z } from 'zod'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import { fileTypes } from '../../documents/upload.ts'
import { text } from '../../services/commands/inputs.ts'
import type { SentPhoto } from '../../services/comments.ts'
import type { Refusal } from '../../services/refusal.ts'
import { only, type Typed } from '../form.ts'
import type { Ui } from '../ui.ts'
import { sayWords } from '../words/say.ts'
import { ChoiceField, TextField } from './field.tsx'
import { Form, Hidden, Submit } from './form.tsx'
import { Notice } from './notice.tsx'

const longest = 5000
const longestAlt = 200

/** What a comment consists of; a photo comes beside. */
export const commentFields = z.object({
  posting: z.uuid().toLowerCase(),
  text: text.pipe(z.string().max(longest)),
  sort: z.enum(['plain', 'objection']),
  alt: text.pipe(z.string().max(longestAlt)).optional(),
})

const pictures = fileTypes.filter((type) => type !== 'application/pdf')

/** The photo that was sent with a comment, if there is one; it and its description come together. */
export const photoSent = async (
  files: Typed['files'],
  alt: string | undefined,
): Promise<Result<SentPhoto | undefined, Refusal>> => {
  const [photo] = files.photo ?? []
  if (photo === undefined && alt === undefined) return ok(undefined)
  if (photo === undefined || alt === undefined) return refuse({ code: 'photo_undescribed' })
  return ok({ content: new Uint8Array(await photo.arrayBuffer()), alt })
}

interface CommentFormProps {
  readonly ui: Ui
  /** Whose form: of somebody known, or of a guest. */
  readonly name: 'comment' | 'guest'
  readonly posting: string
}

/** To say something on what hangs. Refused, it stands there with what was typed, but for the photo, which no browser gives back. */
export const CommentForm = ({ ui, name, posting }: CommentFormProps) => {
  const w = sayWords[ui.lang]
  const of = { ui, form: name } as const
  const tried = ui.tried?.form === name ? ui.tried : undefined
  const again = tried?.again
  const pictured = again ? again.files || (only(tried.fields, 'alt') ?? '') !== '' : tried !== undefined
  return (
    <Form ui={ui} name={name} patient sendsFiles>
      {tried && !again ? (
        <Notice kind="mind">
          <p>{w.kept}</p>
        </Notice>
      ) : null}
      <Hidden name="posting" value={posting} />
      <TextField
        {...of}
        name="text"
        label={w.yours}
        hint={name === 'guest' ? w.guestHint : w.hint}
        rows={5}
        maxlength={longest}
      />
      <ChoiceField
        {...of}
        name="sort"
        label={w.sort}
        value="plain"
        options={[
          { value: 'plain', title: w.plain },
          { value: 'objection', title: w.objection },
        ]}
      />
      <details open={pictured}>
        <summary>{w.addPhoto}</summary>
        <TextField
          {...of}
          name="photo"
          type="file"
          accept={pictures.join()}
          label={w.photo}
          hint={w.photoHint}
          optional
        />
        <TextField {...of} name="alt" label={w.alt} hint={w.altHint} maxlength={longestAlt} optional />
      </details>
      <Submit>{w.send}</Submit>
    </Form>
  )
}
