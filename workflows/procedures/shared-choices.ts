import { oneOf, whole } from './choices.ts'

/** Choices that several procedures ask in the same words. */

export const rollCall = oneOf(
  { zh: '谁可以看到逐人的表决', en: 'Who may see how each member voted' },
  {
    zh: '记名表决的名单可以公开、只给本会议成员看,或只公布票数。',
    en: 'A recorded vote may be shown to all, to the body’s members, or as totals only.',
  },
  {
    public: { zh: '公开', en: 'everyone' },
    members: { zh: '只限会议成员', en: 'the body’s members' },
    totals: { zh: '只公布票数', en: 'totals only' },
  },
)

export const calls = whole(
  { zh: '最多召集几次', en: 'How often a meeting may be called' },
  {
    zh: '到会人数不够时可以再次召集;次数用完,事项终止。',
    en: 'A meeting without quorum may be called again; when the calls are spent the case ends.',
  },
  { atLeast: 1, atMost: 9 },
)

export const publicationDays = whole(
  { zh: '决定和结果公布天数', en: 'Days that decision and result are published' },
  { zh: '法律规定公布的期限不得少于十五日。', en: 'The law asks at least fifteen days.' },
  { atLeast: 15, atMost: 180 },
)

export const expiryDays = whole(
  { zh: '多少天没有进展可以终止', en: 'Days without a move after which a case may be given up' },
  {
    zh: '还没有表决的事项,连续这么多天没有进展,可以作逾期终止处理。',
    en: 'A case not yet put to the vote that nobody has moved for so long may be ended as expired.',
  },
  { atLeast: 30, atMost: 1095 },
)

export const ratingDays = whole(
  { zh: '实施效果评议天数', en: 'Days for residents to rate the result' },
  { zh: '居民在这些天里给实施效果打分。', en: 'How long residents may rate what was done.' },
  { atLeast: 1, atMost: 90 },
)
