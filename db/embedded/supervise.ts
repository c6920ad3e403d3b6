import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import type { Claim } from './claim.ts'
import type { Place } from './place.ts'
import { type Log, startServer, stopServer, stopServerNow } from './server.ts'

const endings: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Keeps the server up on one port until it is asked to stop: a server that was killed comes back and the pools find it
 * unaided. Stops it at the exit of this process; a signal that the program itself does not answer is answered here.
 */
export const supervise = async (
  place: Place,
  binaries: Binaries,
  settings: Readonly<Record<string, string>>,
  claimed: Claim,
  log: Log,
): Promise<{ readonly port: number; readonly stop: () => Promise<void> }> => {
  let server = await startServer(place, binaries, settings)
  const { port } = server
  let stopped: Promise<void> | undefined

  const atExit = (): void => {
    stopServerNow(server)
    claimed.release()
  }

  const watch = async (): Promise<void> => {
    for (let failures = 0; failures < 5; ) {
      await server.gone
      if (stopped !== undefined) return
      log('the database server has ended unexpectedly and is started again')
      try {
        await pause(200)
        server = await startServer(place, binaries, settings, port)
        failures = 0
        if (stopped !== undefined) await stopServer(server)
      } catch (error) {
        failures += 1
        log(error instanceof Error ? error.message : String(error))
        await pause(1000 * failures)
      }
    }
    log('the database server could not be started again')
  }
  const watched = watch()

  const stop = (): Promise<void> => {
    stopped ??= (async () => {
      await stopServer(server)
      await watched
      process.off('exit', atExit)
      for (const name of endings) process.off(name, onSignal)
      claimed.release()
    })()
    return stopped
  }

  const onSignal = (name: NodeJS.Signals): void => {
    // Another listener means that the program ends in its own order, and asks us to stop when it has finished writing.
    if (process.listeners(name).some((listener) => listener !== onSignal)) return
    stop().finally(() => process.kill(process.pid, name))
  }

  process.on('exit', atExit)
  for (const name of endings) process.on(name, onSignal)
  return { port, stop }
}
