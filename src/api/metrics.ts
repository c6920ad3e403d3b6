import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'

/** Upper bounds of the duration histogram, in seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

interface Series {
  count: number
  seconds: number
  readonly within: number[]
}

/** What a server counts of its own work: no address, no token, no id, only routes as the document names them. */
export interface Metrics {
  readonly middleware: MiddlewareHandler
  /** Prometheus text format, version 0.0.4. */
  readonly text: () => string
}

/** The route as it was declared: ids stay placeholders. */
const routeOf = (c: Context): string =>
  matchedRoutes(c)
    .map(({ path }) => path)
    .findLast((path) => !path.includes('*')) ?? 'unknown'

/** Counts requests by method, route and status, and how long they took by the process's clock in milliseconds. */
export const newMetrics = (now: () => number): Metrics => {
  const requests = new Map<string, Series>()
  return {
    middleware: async (c, next) => {
      const began = now()
      await next()
      const seconds = (now() - began) / 1000
      const labels = `method="${c.req.method}",route="${routeOf(c)}",status="${c.res.status}"`
      const series = requests.get(labels) ?? { count: 0, seconds: 0, within: buckets.map(() => 0) }
      series.count += 1
      series.seconds += seconds
      for (const [n, bound] of buckets.entries()) if (seconds <= bound) series.within[n] = (series.within[n] ?? 0) + 1
      requests.set(labels, series)
    },
    text: () => {
      const name = 'yishi_request_duration_seconds'
      const lines = [`# HELP ${name} How long requests took.`, `# TYPE ${name} histogram`]
      for (const [labels, { count, seconds, within }] of requests) {
        for (const [n, bound] of buckets.entries())
          lines.push(`${name}_bucket{${labels},le="${bound}"} ${within[n] ?? 0}`)
        lines.push(`${name}_bucket{${labels},le="+Inf"} ${count}`)
        lines.push(`${name}_sum{${labels}} ${seconds}`, `${name}_count{${labels}} ${count}`)
      }
      return `${lines.join('\n')}\n`
    },
  }
}
