import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { answerProblem, type Problem } from './problem.ts'

type Answers = (c: Context, problem: Problem & { readonly code: 'body_too_large' }) => Response

/**
 * Refuses bodies above so many bytes. One whose length is announced is judged by that, before anything of it is touched: the
 * server lets no more through. Only one of unknown length is read along and counted.
 */
export const limitBody = (atMost: number, answers: Answers = answerProblem): MiddlewareHandler => {
  const counting = bodyLimit({
    maxSize: atMost,
    onError: (c) => answers(c, { code: 'body_too_large', limit: atMost }),
  })
  return async (c, next) => {
    const announced = c.req.header('content-length') ?? ''
    const unsaid = c.req.header('transfer-encoding') !== undefined
    const known = /^\d+$/.test(announced) && !unsaid
    // What is only looked at brings nothing along; to ask for it would make the whole request anew.
    const looks = announced === '' && !unsaid && (c.req.method === 'GET' || c.req.method === 'HEAD')
    if (looks) return next()
    if (!known || Number(announced) > atMost) return counting(c, next)
    await next()
    return undefined
  }
}
