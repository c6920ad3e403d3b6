import type { Context } from 'hono'

const inside = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

/** The other end of a connection, where the runtime tells; read by name, since to check a whole connection costs more than a page. */
const remoteOf = (env: unknown): string | undefined => {
  const remote = inside(inside(inside(env, 'incoming'), 'socket'), 'remoteAddress')
  return typeof remote === 'string' ? remote : undefined
}

const longest = 64

/**
 * The network address that a request comes from: the other end of the connection, or, behind so many proxies of the installation's own,
 * what the outermost of them saw. Whatever else a header claims counts for nothing.
 */
export const networkBehind =
  (proxies: number) =>
  (c: Context): string => {
    if (inside(c.env, 'incoming') === undefined) return c.req.header('cf-connecting-ip') ?? 'unknown'
    const seen = proxies === 0 ? undefined : c.req.header('x-forwarded-for')?.split(',').at(-proxies)?.trim()
    return seen === undefined || seen === '' ? (remoteOf(c.env) ?? 'unknown') : seen.slice(0, longest)
  }
