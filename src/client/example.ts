import { yishiClient } from './index.ts'

/**
 * Signs in, raises a topic and tells what may happen next with each proposal.
 *
 *     node --import tsx src/client/example.ts http://127.0.0.1:3000 COMMUNITY LOGIN PASSWORD
 */
const [url = 'http://127.0.0.1:3000', community = '', login = '', password = ''] = process.argv.slice(2)

const { data: session, error } = await yishiClient({ url }).POST('/api/session', {
  body: { community, login, password },
})
if (!session) throw new Error(error?.en ?? 'the server did not answer')

const client = yishiClient({ url, token: session.token })
const path = { c: community }
const raised = await client.POST('/api/communities/{c}/topics', {
  params: { path },
  body: { channel: 'letter-box', text: '村口的路灯不亮' },
})
if (!raised.data) throw new Error(raised.error.en)
process.stdout.write(`议题 ${raised.data.number}\n`)

const { data: list } = await client.GET('/api/communities/{c}/proposals', { params: { path, query: { limit: 50 } } })
for (const proposal of list?.items ?? []) {
  const { data: next } = await client.GET('/api/communities/{c}/proposals/{p}/next', {
    params: { path: { ...path, p: proposal.id } },
  })
  const open = (next?.moves ?? []).filter((move) => move.open).map(({ move }) => move)
  process.stdout.write(`${proposal.number} ${proposal.title ?? ''}: ${open.join(', ')}\n`)
}
