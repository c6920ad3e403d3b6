import type { MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import type { Site } from './site.ts'

/** Packs an answer as the browser reads it; where the runtime does so itself, it would be packed twice. */
export const packing = ({ packs }: Pick<Site, 'packs'>): MiddlewareHandler =>
  packs ? compress() : (_c, next) => next()
