import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { allProvisions } from '../workflows/law/all.ts'
import { provisionsOn, proxyRule } from '../workflows/law/in-force.ts'
import type { BodyKind, Provision } from '../workflows/law/provision.ts'
import { type Entrusted, type ProxyFault, proxyFault } from '../workflows/law/proxies.ts'

const ruleOf = (body: BodyKind, matter: string, mode?: Provision['mode']) =>
  proxyRule(provisionsOn(allProvisions, { body, matter, mode, day: '2026-03-01' }))

const village = ruleOf('village-voters', 'village-election')
const byRepresentatives = ruleOf('city-voters', 'residents-election', 'representatives')
const collective = ruleOf('collective-members', 'collective-charter')
const owners = ruleOf('owners', 'owners-manager')
const assembly = ruleOf('village-assembly', 'village-covenant', 'persons')

/** 'a>b': a has entrusted b. */
const given = (...pairs: readonly string[]): readonly Entrusted[] =>
  pairs.map((pair) => {
    const [principal = '', proxy = ''] = pair.split('>')
    return { principal, proxy }
  })

const proxies = suite('votes entrusted')

//  rule, who entrusts whom, given already, in one household, fault, because
const rows: readonly (readonly [
  typeof village,
  string,
  readonly Entrusted[],
  boolean,
  ProxyFault | undefined,
  string,
])[] = [
  [village, 'a>b', [], false, undefined, 'a village election admits it'],
  [village, 'a>b', given('c>b', 'd>b'), false, undefined, 'a third'],
  [village, 'a>b', given('c>b', 'd>b', 'e>b'), false, 'proxy_for_too_many', 'a fourth is too many'],
  [village, 'a>b', given('c>d', 'e>f', 'g>h'), false, undefined, 'what others hold does not count'],
  [village, 'a>candidate', [], false, 'proxy_is_candidate', 'a candidate votes for nobody else'],
  [village, 'candidate>a', [], false, undefined, 'but may entrust the own vote'],
  [village, 'a>a', [], true, 'proxy_for_oneself', 'nobody is his own proxy'],
  [village, 'a>b', given('a>c'), false, 'principal_gave_already', 'a vote is given once'],
  [village, 'a>b', given('a>b'), false, 'principal_gave_already', 'also to the same'],
  [village, 'b>c', given('a>b'), false, 'onward_proxy', 'a chain: b would hand on what a gave'],
  [village, 'a>b', given('b>c'), false, 'onward_proxy', 'the same chain from its other end: b is away'],
  [village, 'b>a', given('a>b'), false, 'onward_proxy', 'a loop'],
  [village, 'c>a', given('a>b', 'b>d'), false, 'onward_proxy', 'a loop of three would close'],
  [byRepresentatives, 'a>b', [], true, 'proxies_not_admitted', 'representatives elect in person'],
  [assembly, 'a>b', [], true, 'proxies_not_admitted', 'of decisions the law says nothing'],
  [undefined, 'a>a', given('a>b'), false, 'proxies_not_admitted', 'before anything else'],
  [collective, 'a>b', [], true, undefined, 'within the household'],
  [collective, 'a>b', [], false, 'proxy_of_another_household', 'not to a neighbour'],
  [collective, 'a>candidate', [], true, undefined, 'the collective’s law excludes no candidate'],
  [collective, 'a>b', given('c>b', 'd>b', 'e>b', 'f>b'), true, undefined, 'and sets no number'],
  [owners, 'a>b', given('c>b', 'd>b', 'e>b', 'f>b'), false, undefined, 'nor do the rules of owners'],
  [owners, 'b>c', given('a>b'), false, 'onward_proxy', 'yet none is handed on'],
]
for (const [rule, pair, already, sameHousehold, fault, because] of rows)
  proxies(`${pair} after ${already.map((g) => `${g.principal}>${g.proxy}`).join(', ') || 'none'}: ${because}`, () => {
    const [asked] = given(pair)
    assert.ok(asked)
    assert.is(proxyFault(rule, { ...asked, given: already, candidates: ['candidate'], sameHousehold }), fault)
  })
proxies.run()
