import type { StreamTo } from './app-context.ts'

export const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-content-type-options': 'nosniff',
  // Proxies hand on what comes as it comes.
  'x-accel-buffering': 'no',
}

/** The browser's own pause before it comes again. */
export const opening = 'retry: 2000\n\n'

/** Bytes. Who reads so slowly is let go, and comes again with the id of the last event that arrived. */
export const mostWaiting = 1_000_000

/** Server-sent events through a web stream, for runtimes that know no other; told of each that goes on after its answer has begun. */
export const webStream =
  (goingOn: (until: Promise<void>) => void): StreamTo =>
  (c, begin) => {
    const encoder = new TextEncoder()
    const held = { stop: (): void => undefined, over: (): void => undefined }
    goingOn(
      new Promise((over) => {
        held.over = over
      }),
    )
    const finish = () => {
      held.stop()
      held.over()
    }
    const body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          let open = true
          const end = () => {
            if (open) controller.close()
            open = false
            finish()
          }
          controller.enqueue(encoder.encode(opening))
          held.stop = begin(c.req.header('last-event-id'), {
            write: (text) => {
              if (!open) return
              if ((controller.desiredSize ?? 0) < -mostWaiting) end()
              else controller.enqueue(encoder.encode(text))
            },
            end,
          })
        },
        cancel: finish,
      },
      new ByteLengthQueuingStrategy({ highWaterMark: 65_536 }),
    )
    return new Response(body, { headers: streamHeaders })
  }
