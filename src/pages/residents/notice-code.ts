import { z } from 'zod'
import { ok, refuse } from '../../../workflows/result.ts'
import { noticeNamed } from '../../services/views/notice.ts'
import { noQuery, page } from '../page.ts'

/** `/n/3f9a1c2b-12`, as it stands on paper: leads into the community, where whoever has signed in before is known. */
export const noticeCodePage = page({
  path: '/n/:code',
  may: 'anybody',
  params: z.object({ code: z.string().max(40) }),
  query: noQuery,
  load: async ({ site, params }) => {
    const named = await noticeNamed(site.engine.db, params.code)
    return named === undefined ? refuse({ code: 'not_found', what: 'notice' } as const) : ok(named)
  },
  view: ({ community, number }) => ({ to: `/c/${community}/n/${number}` }),
})
