/** A server process on a given database with a clock that is ahead and can be moved on; says its address, and serves until it is killed or told to end. */
import { movedClock } from '../../src/demo/demo-clock.ts'
import { startServer } from '../../src/node.ts'

const [databaseUrl = '', folder = '', ahead = '0'] = process.argv.slice(2)
const { offset, extend } = movedClock(new Date(Date.now() + Number(ahead)))
const server = await startServer({
  host: '127.0.0.1',
  port: 0,
  folder,
  issuer: 'yishi-test',
  databaseUrl,
  passwordWork: 4,
  offset,
  extend,
  log: (message, facts) => console.error(JSON.stringify({ message, ...facts })),
})
console.log(JSON.stringify({ url: server.url }))
process.stdin.resume().once('end', () => void server.close())
