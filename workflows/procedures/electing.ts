import { oneOf } from './choices.ts'

/** 居组法第十九条: how a residents' committee is elected, and recalled as it was elected. */
export const electedBy = oneOf(
  { zh: '居民委员会怎样产生', en: 'How the residents’ committee is elected' },
  {
    zh: '由全体有选举权的居民、每户派代表或者居民代表选举;罢免按产生时的方式。',
    en: 'By all registered residents, by one of each household, or by the residents’ representatives; a recall goes the way of the election.',
  },
  {
    persons: { zh: '全体有选举权的居民', en: 'all registered residents' },
    households: { zh: '每户派代表', en: 'one of each household' },
    representatives: { zh: '居民代表', en: 'the residents’ representatives' },
  },
)
