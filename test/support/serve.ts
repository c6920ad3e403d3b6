/** A server process on a given database with a clock that is ahead; says its address, and serves until it is killed or told to end. */
import { startServer } from '../../src/node.ts'

const [databaseUrl = '', folder = '', ahead = '0'] = process.argv.slice(2)
const server = await startServer({
  host: '127.0.0.1',
  port: 0,
  folder,
  issuer: 'yishi-test',
  databaseUrl,
  offset: () => Number(ahead),
  log: (message, facts) => console.error(JSON.stringify({ message, ...facts })),
})
console.log(JSON.stringify({ url: server.url }))
process.stdin.resume().once('end', () => void server.close())
