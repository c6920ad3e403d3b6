import { realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { answersAs, appLogin, urlOf } from './database.ts'
import { owner } from './initialise.ts'
import { readSecrets } from './place.ts'
import { portOf } from './server.ts'

/** The server that another process runs on a folder's cluster, by its two addresses; undefined while none answers. */
export const runningOn = async (
  given: string,
): Promise<{ readonly ownerUrl: string; readonly appUrl: string } | undefined> => {
  const folder = realpathSync(given)
  const secrets = readSecrets(folder)
  if (secrets === undefined) return undefined
  const cluster = join(resolve(folder, secrets.home), 'cluster')
  const port = portOf(cluster)
  if (port === undefined) return undefined
  // A port may have passed to a stranger since; the owner's login alone may ask which cluster it is.
  if (!(await answersAs(urlOf(owner, secrets.ownerPassword, port, 'postgres'), cluster))) return undefined
  return { ownerUrl: urlOf(owner, secrets.ownerPassword, port), appUrl: urlOf(appLogin, secrets.appPassword, port) }
}
