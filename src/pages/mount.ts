import { Hono } from 'hono'
import { pages } from './all.ts'
import { assetRoutes } from './assets.ts'
import { followRoute } from './meetings/follow.ts'
import { preferenceRoute } from './preferences.ts'
import { servePages } from './serve.ts'
import type { Site } from './site.ts'

/** The pages with their stylesheet and script, to stand beside the API. */
export const pagesOf = (site: Site): Hono => {
  const api = new Hono()
  assetRoutes(api, site)
  preferenceRoute(api)
  followRoute(api, site)
  api.route('/', servePages(site, pages))
  return api
}
