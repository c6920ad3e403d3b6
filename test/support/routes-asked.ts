import type { Answer, Caller } from '../../src/demo/client.ts'
import { wire } from './communities.ts'
import { type Asker, type Ids, type Operation, operations } from './route-matrix.ts'

/** The path of an operation with a community's ids in it, one of them replaced. */
export const filled = (operation: string, ids: Ids, swap: Partial<Ids> = {}): string => {
  const all = { ...ids, ...swap }
  const [, path = ''] = operation.split(' ')
  const chain = `proposal~${all.proposal}`
  return path
    .replace('{c}', ids.community)
    .replace('accounts/{a}', `accounts/${all.account}`)
    .replace('adoptions/{a}', `adoptions/${all.adoption}`)
    .replace('attestations/{a}', `attestations/${all.attestation}`)
    .replace('drafts/{n}/diff/{m}', 'drafts/1/diff/1')
    .replace('{n}', '1')
    .replace('{size}', '1')
    .replace('checkpoint-addresses/{a}', `checkpoint-addresses/${all.account}`)
    .replace('people/{id}', `people/${all.person}`)
    .replace('procedures/{id}', 'procedures/six-step@1')
    .replace('{p}', all.proposal)
    .replace('{m}', all.meeting)
    .replace('{b}', all.ballot)
    .replace('{o}', all.posting)
    .replace('{t}', all.topic)
    .replace('{d}', all.demand)
    .replace('{u}', all.unit)
    .replace('{g}', all.guest)
    .replace('{code}', 'ABCD-EFGH-JKMN-PQRS')
    .replace('{k}', chain)
    .replace('{sha256}', all.file)
    .replace('{kind}', 'convocation')
    .replace('{body}', 'village-representatives')
    .replace('{role}', 'expert')
    .replace('{year}', '2030')
    .replace('{township}', all.account)
    .replace('{proxy}', all.person)
}

/** Sends an operation's own body or file to a path. */
export const sent = async (caller: Caller, operation: string, path: string, ids: Ids): Promise<Answer> => {
  const [method = ''] = operation.split(' ')
  const { body, file, query = '' } = operations[operation] ?? { may: [] }
  const [address, content] = [`${path}${query}`, body?.(ids) ?? {}]
  if (method === 'get') return caller.get(address)
  if (file !== undefined) return caller.sendFile(address, new TextEncoder().encode('no such file'), file)
  return method === 'put'
    ? caller.put(address, content)
    : method === 'delete'
      ? caller.delete(address)
      : caller.post(address, content)
}

/** Every operation that the server's own document names. */
export const served = async (url: string): Promise<readonly string[]> => {
  const { body } = await wire(url, '/openapi.json')
  return Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  )
}

export const mayAsk = ({ may }: Operation, asker: Asker): boolean => may === 'anybody' || may.includes(asker)

/** So many at once as an office on a bad day would send. */
export const inBatches = async <T>(list: readonly T[], size: number, run: (one: T) => Promise<void>): Promise<void> => {
  for (let n = 0; n < list.length; n += size) await Promise.all(list.slice(n, n + size).map(run))
}
