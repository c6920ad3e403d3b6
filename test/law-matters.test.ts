import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { approvalFor, competence, filingFor, matters, needsPartyDiscussion } from '../workflows/law/matters.ts'
import { type BodyKind, bodyKinds } from '../workflows/law/provision.ts'
import { isDay } from '../workflows/rules/days.ts'

const before = '2025-04-30'
const between = '2025-12-31'
const after = '2026-01-01'

const matter = suite('matters')

matter('each has an id of its own, both titles, and citations between days that do not overlap', () => {
  assert.is(new Set(matters.map((m) => m.id)).size, matters.length)
  for (const { id, title, laws } of matters) {
    assert.match(id, /^[a-z][a-z-]+$/)
    assert.ok(title.zh && title.en)
    assert.ok(laws.length > 0)
    laws.forEach((law, i) => {
      assert.match(law.cite, /^《.+》.*第.+条/)
      assert.ok(isDay(law.from))
      const newer = laws[i - 1]
      assert.ok(newer === undefined || (law.until !== undefined && law.until <= newer.from), id)
      assert.ok(law.itself.length > 0 || law.elsewhere, `${id} goes somewhere`)
    })
  }
})

//  matter                   body                         day      province   decides             because
const rows: readonly (readonly [string, BodyKind, string, string | undefined, string, string])[] = [
  ['village-construction', 'village-assembly', after, undefined, 'itself', 'first of the six'],
  [
    'village-construction',
    'village-representatives',
    after,
    'CN-37',
    'by-authorisation',
    'a listed item may be delegated',
  ],
  [
    'village-public-works',
    'village-representatives',
    after,
    undefined,
    'by-authorisation',
    'the representatives have no power of their own',
  ],
  ['village-public-works', 'village-representatives', between, undefined, 'by-authorisation', 'nor had they before'],
  ['village-public-works', 'village-committee', after, undefined, 'never', 'the committee carries out'],
  ['village-public-works', 'residents-representatives', after, undefined, 'never', 'a body of the city'],
  ['village-other', 'village-representatives', after, undefined, 'by-authorisation', 'the nation lets it be delegated'],
  ['village-other', 'village-representatives', after, 'CN-37', 'never', 'Shandong does not'],
  ['village-covenant', 'village-assembly', after, undefined, 'itself', 'made by the assembly'],
  ['village-covenant', 'village-representatives', after, undefined, 'never', 'and never delegated'],
  ['village-charter', 'village-representatives', between, undefined, 'never', 'nor before'],
  ['village-authorisation', 'village-representatives', after, undefined, 'never', 'nobody authorises himself'],
  ['village-revoke-representatives', 'village-representatives', after, undefined, 'never', 'the higher body revokes'],
  ['village-plan-consent', 'village-representatives', after, undefined, 'itself', 'the planning law names both'],
  ['village-election', 'village-assembly', after, undefined, 'never', 'elections have their own procedure'],
  ['village-election', 'village-voters', after, undefined, 'itself', 'those registered elect'],
  ['village-election', 'village-voters', between, undefined, 'never', 'of the older law only decisions are known'],
  ['village-recall', 'village-voters', after, undefined, 'itself', 'who elects recalls'],
  ['village-recall', 'village-representatives', after, undefined, 'never', 'they may only demand it'],
  ['village-by-election', 'village-representatives', after, undefined, 'never', 'by the procedure of elections'],
  ['residents-election', 'city-voters', after, undefined, 'itself', 'in one of the three ways'],
  ['residents-election', 'residents-representatives', after, undefined, 'never', 'as electors, not as their meeting'],
  ['residents-recall', 'city-voters', after, undefined, 'itself', 'as elected'],
  ['residents-recall', 'village-voters', after, undefined, 'never', 'a body of the village'],
  ['fund-and-labour-raising', 'village-assembly', after, undefined, 'itself', 'part of the fourth item'],
  [
    'fund-and-labour-raising',
    'village-representatives',
    after,
    undefined,
    'by-authorisation',
    'and delegated as the fourth item is',
  ],
  ['collective-charter', 'collective-members', after, undefined, 'itself', 'the first of the twelve'],
  ['collective-charter', 'collective-members', before, undefined, 'never', 'the law was not in force'],
  ['collective-charter', 'collective-representatives', after, undefined, 'never', 'never the representatives’'],
  ['collective-membership', 'collective-representatives', after, undefined, 'never', 'nor the third'],
  ['collective-shares', 'collective-representatives', after, undefined, 'never', 'nor the eighth'],
  ['village-land-contracting', 'collective-representatives', after, undefined, 'never', 'the eighth too'],
  ['collective-homesteads', 'collective-representatives', after, undefined, 'never', 'the eighth too'],
  ['collective-land-compensation', 'collective-representatives', after, undefined, 'never', 'nor the tenth'],
  ['collective-merger', 'collective-representatives', after, undefined, 'never', 'nor the twelfth'],
  ['collective-plans', 'collective-representatives', after, undefined, 'by-authorisation', 'as the charter gives it'],
  ['collective-business-land', 'collective-representatives', after, undefined, 'by-authorisation', 'the ninth'],
  ['collective-outsiders', 'collective-representatives', after, undefined, 'never', 'the members’, three quarters'],
  ['collective-homesteads', 'collective-members', between, undefined, 'itself', 'since May 2025'],
  ['collective-homesteads', 'collective-members', before, undefined, 'never', 'then the villagers’'],
  ['collective-plans', 'village-assembly', after, undefined, 'never', 'not the villagers’'],
  ['owners-manager', 'owners', after, undefined, 'itself', 'the fourth of article 278'],
  ['owners-rebuilding', 'owners', after, undefined, 'itself', 'the seventh'],
  ['owners-rebuilding', 'residents-assembly', after, undefined, 'never', 'not the residents’'],
  ['owners-common-property', 'owners', after, undefined, 'never', 'the class is not named'],
  [
    'village-land-contracting',
    'village-assembly',
    before,
    undefined,
    'never',
    'two thirds of the members were asked already',
  ],
  ['collective-homesteads', 'village-assembly', before, undefined, 'itself', 'the sixth of the old nine'],
  ['collective-homesteads', 'village-assembly', between, undefined, 'never', 'the collective’s since May 2025'],
  ['collective-assets', 'village-representatives', after, undefined, 'never', 'the collective’s'],
  ['residents-covenant', 'residents-assembly', after, undefined, 'itself', 'made by the assembly'],
  [
    'residents-covenant',
    'residents-representatives',
    after,
    undefined,
    'by-authorisation',
    'in the city it may be delegated',
  ],
  ['residents-covenant', 'residents-representatives', between, undefined, 'itself', 'then a form of the assembly'],
  ['community-affairs', 'residents-representatives', after, undefined, 'by-authorisation', 'article 30'],
  ['community-affairs', 'residents-council', after, undefined, 'never', 'consultation binds nobody'],
  ['residents-revoke-committee', 'residents-representatives', after, undefined, 'itself', 'named beside the assembly'],
  ['residents-authorisation', 'residents-representatives', after, undefined, 'never', 'nobody authorises himself'],
  ['owners-common-property', 'residents-representatives', after, undefined, 'never', 'the owners’'],
  ['party-affairs', 'party-assembly', after, undefined, 'itself', 'the branch’s'],
  ['party-affairs', 'village-assembly', after, undefined, 'never', 'not the villagers’'],
  ['no-such-matter', 'village-assembly', after, undefined, 'never', 'what is not listed nobody decides'],
  ['village-covenant', 'village-assembly', '2010-01-01', undefined, 'never', 'older law is not known here'],
]
for (const [id, body, day, jurisdiction, decides, because] of rows)
  matter(`${id}, ${body}, ${day}${jurisdiction ? ` in ${jurisdiction}` : ''}: ${decides}, ${because}`, () => {
    const found = competence(id, body, { day, jurisdiction })
    assert.is(found.decides, decides)
    assert.ok(found.cite.length > 0)
  })

matter('cites the article of the day, and says who decides instead', () => {
  const covenant = competence('village-covenant', 'village-representatives', { day: after })
  assert.equal(covenant, {
    decides: 'never',
    cite: '《中华人民共和国村民委员会组织法》(2025年修正)第三十一条',
    instead: ['village-assembly'],
  })
  assert.match(
    competence('village-subsidies', 'village-assembly', { day: after }).cite,
    '2025年修正)第二十八条第一款第二项',
  )
  assert.match(
    competence('village-subsidies', 'village-assembly', { day: between }).cite,
    '2018年修正)第二十四条第一款第一项',
  )
  assert.match(
    competence('village-other', 'village-representatives', { day: after, jurisdiction: 'CN-37' }).cite,
    '山东省',
  )
  const land = competence('collective-homesteads', 'village-assembly', { day: after })
  assert.equal(land.instead, ['collective-members'])
  assert.is(land.elsewhere, undefined)
  const replaced = competence('village-by-election', 'village-assembly', { day: after })
  assert.is(replaced.instead, undefined)
  assert.match(replaced.elsewhere?.zh ?? '', '法定选举程序')
})

matter('only the assembly may hand a matter on, and whoever is authorised is not the assembly', () => {
  for (const { id } of matters)
    for (const day of [before, between, after])
      for (const body of bodyKinds) {
        const { decides } = competence(id, body, { day })
        if (decides === 'by-authorisation') assert.ok(body.endsWith('-representatives'), `${id}: ${body}`)
        if (decides !== 'never' && id !== 'party-affairs')
          assert.match(body, /^owners$|-(assembly|representatives|members|voters)$/)
      }
})

matter('own rules are filed: the village’s with the township, the neighbourhood’s with the sub-district', () => {
  for (const id of ['village-covenant', 'village-charter']) {
    assert.is(filingFor(id, after)?.with, 'township')
    assert.match(filingFor(id, after)?.cite ?? '', '第三十一条')
    assert.match(filingFor(id, between)?.cite ?? '', '第二十七条')
  }
  assert.is(filingFor('residents-covenant', after)?.with, 'sub-district')
  assert.match(filingFor('residents-covenant', between)?.cite ?? '', '第十五条')
  assert.is(filingFor('collective-charter', after)?.with, 'township')
  assert.is(approvalFor('collective-merger', after)?.by, 'county')
  assert.is(filingFor('village-public-works', after), undefined)
  assert.is(filingFor('no-such-matter', after), undefined)
})

matter('owners and voters belong to their kind of place, and the collective to the village', () => {
  const kinds = (body: BodyKind) => [
    ...new Set(matters.flatMap((m) => (m.laws.some((law) => law.itself.includes(body)) ? [m.kind] : []))),
  ]
  assert.equal(kinds('owners'), ['city'])
  assert.equal(kinds('city-voters'), ['city'])
  assert.equal(kinds('village-voters'), ['village'])
  assert.equal(kinds('collective-members'), ['village'])
})

matter('the party organisation is heard first, by law, since 2026', () => {
  assert.match(needsPartyDiscussion('village-public-works', after)?.cite ?? '', '第二十八条第三款')
  assert.match(needsPartyDiscussion('village-covenant', after)?.cite ?? '', '第二十八条第三款')
  assert.match(needsPartyDiscussion('community-affairs', after)?.cite ?? '', '第三十条第四款')
  assert.match(needsPartyDiscussion('collective-charter', between)?.cite ?? '', '农村集体经济组织法')
  for (const { id, laws } of matters)
    if (!laws.some((law) => law.itself.includes('collective-members')))
      assert.is(needsPartyDiscussion(id, between), undefined)
  assert.is(needsPartyDiscussion('owners-manager', after), undefined)
  assert.is(needsPartyDiscussion('party-affairs', after), undefined)
})
matter.run()
