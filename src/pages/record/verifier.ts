import { z } from 'zod'
import { ok, refuse } from '../../../workflows/result.ts'
import { type Kept, noQuery, page } from '../page.ts'
import type { VerifierFiles } from '../site.ts'

const verifierFile = (path: string, type: string, which: keyof VerifierFiles) =>
  page({
    path,
    may: 'anybody',
    params: z.object({}),
    query: noQuery,
    load: async ({ site: { verifier } }) => {
      if (!verifier) return refuse({ code: 'not_found', what: 'page' } as const)
      return ok<Kept>({ file: path.slice(1), type, content: await verifier[which]() })
    },
    view: (kept) => kept,
  })

/** The verifier to be saved: what it is given is checked where it lies, and this server is not asked. */
export const verifierPageFile = verifierFile('/verify.html', 'text/html; charset=utf-8', 'page')
export const verifierProgramFile = verifierFile('/verify.mjs', 'text/javascript; charset=utf-8', 'program')
