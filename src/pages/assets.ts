import type { Hono } from 'hono'
import { compress } from 'hono/compress'
import { style } from './style/address.ts'
import { script } from './style/script.ts'

const lasting = 'public, max-age=31536000, immutable'

/** The stylesheet and the script. */
export const assetRoutes = (api: Hono): void => {
  const give = (path: string, type: string, content: string) =>
    api.get(path, compress(), (c) =>
      c.body(content, 200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': lasting }),
    )
  give('/style.css', 'text/css', style)
  give('/script.js', 'text/javascript', script)
}
