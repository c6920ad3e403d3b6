import type { Hono } from 'hono'
import { packing } from './packing.ts'
import type { Site } from './site.ts'
import { style } from './style/address.ts'
import { script } from './style/script.ts'

const lasting = 'public, max-age=31536000, immutable'

/** The stylesheet and the script. */
export const assetRoutes = (api: Hono, site: Pick<Site, 'packs'>): void => {
  const give = (path: string, type: string, content: string) =>
    api.get(path, packing(site), (c) =>
      c.body(content, 200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': lasting }),
    )
  give('/style.css', 'text/css', style)
  give('/script.js', 'text/javascript', script)
}
