import { connect, type Socket } from 'node:net'
import { z } from 'zod'

/** What a client process is told to ask for, and what it tells when it is through. */
export const order = z.object({
  port: z.int(),
  path: z.string(),
  /** True where each request has an address of its own, so that nothing was drawn for it before. */
  apart: z.boolean(),
  atOnce: z.int(),
  seconds: z.number(),
})
export const done = z.object({ answers: z.int(), seconds: z.number(), bytes: z.int() })

const blank = Buffer.from('\r\n\r\n')
const last = Buffer.from('\r\n0\r\n\r\n')

/** How many bytes the first answer in what has come takes; undefined while some of it is still to come. */
const lengthOf = (come: Buffer): number | undefined => {
  const headed = come.indexOf(blank)
  if (headed < 0) return undefined
  const head = come.toString('latin1', 0, headed)
  if (!head.startsWith('HTTP/1.1 200 ')) throw new Error(head.slice(0, 200))
  const told = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (told !== undefined) {
    const whole = headed + blank.length + Number(told)
    return come.length >= whole ? whole : undefined
  }
  const end = come.indexOf(last, headed)
  return end < 0 ? undefined : end + last.length
}

/** Asks over so many connections for so long, one request after another on each, as telephones do that take compressed pages. */
export const asksFor = async ({ port, path, apart, atOnce, seconds }: z.infer<typeof order>) => {
  let [answers, bytes, asked] = [0, 0, 0]
  const began = process.hrtime.bigint()
  const spent = (): number => Number(process.hrtime.bigint() - began) / 1e9
  const asks = (socket: Socket): void => {
    asked += 1
    const address = apart ? `${path}?apart=${process.pid}-${asked}` : path
    socket.write(`GET ${address} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\naccept-encoding: gzip\r\n\r\n`)
  }
  const going = (): Promise<void> =>
    new Promise((resolve, reject) => {
      let come: Buffer = Buffer.alloc(0)
      const socket = connect(port, '127.0.0.1', () => asks(socket))
      socket.setNoDelay(true)
      socket.on('error', reject)
      socket.on('close', () => resolve())
      socket.on('data', (part) => {
        try {
          come = come.length === 0 ? part : Buffer.concat([come, part])
          const length = lengthOf(come)
          if (length === undefined) return
          come = come.subarray(length)
          answers += 1
          bytes += length
          if (spent() < seconds) asks(socket)
          else socket.end()
        } catch (error) {
          reject(error)
        }
      })
    })
  await Promise.all(Array.from({ length: atOnce }, going))
  return { answers, seconds: spent(), bytes }
}

// A process of its own, so that what it costs to ask is not the server's.
process.on('message', (told) => {
  asksFor(order.parse(told)).then(
    (found) => process.send?.(found),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`)
      process.exit(1)
    },
  )
})
