import type { Title } from './stages/stage.ts'

/** What topics are about: the classes by which a committee sorts what people raise. */
export const topicClasses = {
  works: { zh: '道路与公共设施', en: 'Roads and works' },
  land: { zh: '土地与住宅', en: 'Land and housing' },
  funds: { zh: '集体资产与资金', en: 'Common assets and funds' },
  environment: { zh: '环境卫生', en: 'Environment' },
  safety: { zh: '安全', en: 'Safety' },
  welfare: { zh: '民生保障', en: 'Welfare' },
  neighbours: { zh: '邻里关系', en: 'Neighbours' },
  rules: { zh: '村规民约与公约', en: 'Rules of the place' },
  culture: { zh: '文化体育', en: 'Culture and sport' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Title>

export type TopicClass = keyof typeof topicClasses
export const topicClassWords = Object.keys(topicClasses) as readonly TopicClass[]

export const channels = ['online', 'letter-box', 'doorstep', 'telephone', 'meeting', 'informant'] as const
/** How a topic reached the committee. */
export type Channel = (typeof channels)[number]

export const channelNames: Readonly<Record<Channel, Title>> = {
  online: { zh: '网上', en: 'online' },
  'letter-box': { zh: '意见箱', en: 'letter box' },
  doorstep: { zh: '上门', en: 'doorstep' },
  telephone: { zh: '电话', en: 'telephone' },
  meeting: { zh: '会议', en: 'meeting' },
  informant: { zh: '信息员', en: 'informant' },
}
