import { z } from 'zod'
import { commentPhoto } from '../../services/comments.ts'
import { inCommunity, noQuery, page } from '../page.ts'

/** The photo of a comment, for whoever may see the comment. */
export const commentPhotoFile = page({
  path: '/c/:c/comments/:o/photo',
  may: 'anybody',
  params: inCommunity.extend({ o: z.uuid().toLowerCase() }),
  query: noQuery,
  load: ({ site, reader, params }) => commentPhoto(site.engine, reader, params.o),
  view: ({ type, content }) => ({ file: 'photo', type, content, inline: true }),
})
