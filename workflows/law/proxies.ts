import type { ProxyRule } from './provision.ts'

/** A vote entrusted: whose, and to whom. */
export interface Entrusted {
  readonly principal: string
  readonly proxy: string
}

/** Why a vote cannot be entrusted so. Codes are stable. */
export type ProxyFault =
  | 'proxies_not_admitted'
  | 'proxy_for_oneself'
  | 'principal_gave_already'
  | 'onward_proxy'
  | 'proxy_is_candidate'
  | 'proxy_of_another_household'
  | 'proxy_for_too_many'

/** What is known of a proxy about to be given. */
export interface ProxyGiven extends Entrusted {
  /** The proxies given already for the same ballot or meeting, those withdrawn left out. */
  readonly given: readonly Entrusted[]
  readonly candidates?: readonly string[]
  readonly sameHousehold: boolean
}

/** Whether the law admits a proxy, and if not why; no vote entrusted to one is ever handed on. */
export function proxyFault(
  rule: ProxyRule | undefined,
  { principal, proxy, given, candidates = [], sameHousehold }: ProxyGiven,
): ProxyFault | undefined {
  if (rule === undefined) return 'proxies_not_admitted'
  if (principal === proxy) return 'proxy_for_oneself'
  if (given.some((one) => one.principal === principal)) return 'principal_gave_already'
  // Who has given the own vote away is not there to cast another's; who holds another's would hand it on.
  if (given.some((one) => one.principal === proxy || one.proxy === principal)) return 'onward_proxy'
  if (rule.candidatesExcluded && candidates.includes(proxy)) return 'proxy_is_candidate'
  if (rule.sameHousehold && !sameHousehold) return 'proxy_of_another_household'
  const held = given.filter((one) => one.proxy === proxy).length
  return rule.max !== undefined && held >= rule.max ? 'proxy_for_too_many' : undefined
}
