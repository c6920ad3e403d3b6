import type { OpenAPIHono } from '@hono/zod-openapi'
import { bounded, withSharedProblems } from '../document.ts'

/** Hands out a file of the page's own package by its name. */
export type DocsFiles = (name: string) => Promise<Uint8Array<ArrayBuffer>>

const types = new Map([
  ['swagger-ui.css', 'text/css; charset=utf-8'],
  ['swagger-ui-bundle.js', 'text/javascript; charset=utf-8'],
])

const page = `<!doctype html>
<html lang="zh">
<meta charset="utf-8">
<title>议事 API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/docs/swagger-ui.css">
<div id="docs"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</html>
`

const start = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#docs', validatorUrl: null, deepLinking: true })
`

const policy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; frame-ancestors 'none'"

/** The API's own document and, where its files are at hand, a page to read it with that asks no other host. */
export const docsRoutes = (api: OpenAPIHono, files: DocsFiles | undefined): void => {
  api.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description:
      'A token of one session in one community, issued and checked by the best current practices of RFC8725.',
  })
  const described = () => ({
    openapi: '3.1.0' as const,
    info: {
      title: '议事 yishi',
      version: '1',
      description: 'Formal decisions of villages and neighbourhoods: procedures, meetings, votes and their record.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: '/', description: 'This installation, in production', 'x-internal': false }],
  })
  api.get('/openapi.json', (c) => {
    const document = JSON.parse(JSON.stringify(api.getOpenAPI31Document(described())))
    return c.json(withSharedProblems(bounded(document)) as object)
  })
  if (files === undefined) return
  api.get('/docs', (c) => {
    c.header('content-security-policy', policy)
    return c.html(page)
  })
  api.get('/docs/start.js', (c) => c.body(start, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
  for (const [name, type] of types)
    api.get(`/docs/${name}`, async (c) =>
      c.body(await files(name), 200, {
        'content-type': type,
        'cache-control': 'public, max-age=86400',
      }),
    )
}
