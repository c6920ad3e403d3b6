import { type Provision, provision } from './provision.ts'

const villageLaw = '《中华人民共和国村民委员会组织法》(2025年修正)'
const cityLaw = '《中华人民共和国城市居民委员会组织法》(2025年修订)'
const since = '2026-01-01'

/** More than half of those entitled have voted; spoiled papers were cast too. */
const halfVoted = { count: 'cast', moreThan: [1, 2], of: 'entitled' } as const
const halfOfVoters = { count: 'yes', moreThan: [1, 2], of: 'cast' } as const
const thirdOfVotes = { count: 'yes', atLeast: [1, 3], of: 'cast' } as const
const households = { measure: 'households' } as const

/** The three ways in which the residents' committee is elected, and recalled as it was elected. */
const cityModes = {
  persons: { participation: halfVoted, passes: halfOfVoters, runOff: thirdOfVotes },
  households: {
    participation: { ...halfVoted, ...households },
    passes: { ...halfOfVoters, ...households },
    runOff: { ...thirdOfVotes, ...households },
  },
  representatives: {
    participation: { count: 'cast', moreThan: [2, 3], of: 'entitled' },
    passes: halfOfVoters,
    runOff: thirdOfVotes,
  },
} as const

const cityText =
  '选举居民委员会，采取全体有选举权的居民选举方式的，有选民的过半数参加投票，选举有效；采取每户派代表选举方式的，有户的代表的过半数参加投票，选举有效；采取居民代表选举方式的，有超过三分之二的居民代表参加投票，选举有效。候选人获得参加投票的人员过半数的选票，始得当选。当选人数不足应选名额的，不足的名额另行选举。另行选举的，第一次投票未当选的人员得票多的为候选人，候选人以得票多的当选，但是所得票数不得少于已投选票总数的三分之一。'
const roll = '名单应当在选举日的二十日前公布（第十七条），因此至迟提前二十日公告并冻结名册。'
const spoiled = '废票计入已投选票总数。'
const recalls =
  '罢免的表决方式条文没有写明，按选举以无记名投票进行；没有规定可以委托，不予委托；条文没有规定由谁召集，本系统默认由委员会召集。'

const election = {
  source: 'law',
  from: since,
  convenes: ['election-committee'],
  presides: ['election-committee'],
  convocation: { daysBefore: 20, posted: true },
  voting: ['secret'],
} as const

/** At most three principals a proxy, who votes himself and is no candidate, and in writing. */
const proxies = (cite: string) => ({ written: true, max: 3, candidatesExcluded: true, entitled: true, cite }) as const

const cityElection = (mode: keyof typeof cityModes): Provision =>
  provision({
    ...election,
    ...cityModes[mode],
    id: `city/election-${mode}@2026`,
    body: 'city-voters',
    mode,
    matters: ['residents-election'],
    cite: `${cityLaw}第十九条`,
    text: cityText,
    ...(mode === 'representatives' ? {} : { proxies: proxies(`${cityLaw}第十九条第四款`) }),
    note:
      mode === 'representatives'
        ? `${roll}基数是居民代表，不是居民代表会议的全体组成人员。不实行委托投票。${spoiled}`
        : `${roll}选举期间外出的可以书面委托。${spoiled}`,
  })

const cityRecall = (mode: keyof typeof cityModes): Provision => {
  const { participation, passes } = cityModes[mode]
  return provision({
    id: `city/recall-${mode}@2026`,
    source: 'law',
    from: since,
    body: 'city-voters',
    mode,
    matters: ['residents-recall'],
    cite: `${cityLaw}第二十条`,
    text: '罢免居民委员会成员，应当按照产生时的选举方式组织进行投票，须有选民或者户的代表过半数或者超过三分之二的居民代表投票，并须经投票人员的过半数通过。',
    convenes: ['residents-committee'],
    demands: [
      { of: 'adults', atLeast: [1, 10] },
      { of: 'households', atLeast: [1, 10] },
      { of: 'representatives', atLeast: [1, 3] },
    ],
    participation,
    passes,
    voting: ['secret'],
    note: `按产生时的方式。有选举权的居民以十八周岁以上计。${recalls}`,
  })
}

/** Elections and recalls of the village and the residents' committee, judged on the papers cast. */
export const elections: readonly Provision[] = [
  provision({
    ...election,
    id: 'village/election@2026',
    body: 'village-voters',
    matters: ['village-election'],
    cite: `${villageLaw}第十八条`,
    text: '选举村民委员会，有登记参加选举的村民过半数投票，选举有效；候选人获得参加投票的村民过半数的选票，始得当选。当选人数不足应选名额的，不足的名额另行选举。另行选举的，第一次投票未当选的人员得票多的为候选人，候选人以得票多的当选，但是所得票数不得少于已投选票总数的三分之一。',
    participation: halfVoted,
    passes: halfOfVoters,
    runOff: thirdOfVotes,
    proxies: proxies(`${villageLaw}第十八条第四款`),
    note: `名册是登记参加选举的村民。${roll}选举期间外出不能参加投票的，可以书面委托本村有选举权的近亲属或者其他村民。${spoiled}`,
  }),
  provision({
    id: 'village/recall@2026',
    source: 'law',
    from: since,
    body: 'village-voters',
    matters: ['village-recall'],
    cite: `${villageLaw}第十九条`,
    text: '罢免村民委员会成员，须有登记参加选举的村民过半数投票，并须经投票的村民过半数通过。',
    convenes: ['village-committee'],
    demands: [
      { of: 'adults', atLeast: [1, 5] },
      { of: 'representatives', atLeast: [1, 3] },
    ],
    participation: halfVoted,
    passes: halfOfVoters,
    voting: ['secret'],
    note: `名册是登记参加选举的村民；有选举权的村民以十八周岁以上计。${recalls}`,
  }),
  cityElection('persons'),
  cityElection('households'),
  cityElection('representatives'),
  cityRecall('persons'),
  cityRecall('households'),
  cityRecall('representatives'),
]
