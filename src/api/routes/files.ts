import { z } from '@hono/zod-openapi'
import { fileAtMost, fileTypes } from '../../documents/upload.ts'
import { fileOf, uploadFile } from '../../services/files.ts'
import type { App } from '../app-context.ts'
import { sendsFile, signedIn } from '../define.ts'
import { inCommunity } from './common.ts'

const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .openapi({ param: { name: 'sha256', in: 'path' } })

/** Photos and documents as evidence. */
export const fileRoutes = (app: App): void => {
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/files',
      tag: 'files',
      summary: 'Upload a photo or a document that an entry is to cite; judged by its content',
      params: inCommunity,
      file: { types: fileTypes, atMost: fileAtMost },
      answers: z.object({ sha256: z.string(), type: z.enum(fileTypes), bytes: z.int() }),
      status: 201,
    },
    ({ actor, file, fileType }) => uploadFile(app.engine, actor, { type: z.enum(fileTypes).parse(fileType), file }),
  )

  sendsFile(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/files/{sha256}',
      tag: 'files',
      summary: 'A photo or a document by its hash',
      params: inCommunity.extend({ sha256 }),
      lasting: true,
      sends: fileTypes,
    },
    async ({ actor, params }) => {
      const file = await fileOf(app.engine, actor, params.sha256)
      if (!file.ok) return file
      const { type, content } = file.value
      // A PDF may act in ways that its check does not see: it is saved, never opened in the page.
      const shown = type === 'application/pdf' ? `attachment; filename="${params.sha256.slice(0, 12)}.pdf"` : 'inline'
      return { ok: true, value: { type, content, disposition: shown } }
    },
  )
}
