import type { Delivery, SignInDoor } from './format/catalogue.ts'
import type { Hypothesis, SupposedTest } from './hypothesis.ts'
import type { Outlook } from './rules/types.ts'
import type { End } from './stages/stage.ts'
import { amountOf, arithmetic, type Lang } from './wording.ts'

/** What the desk of a meeting says of what is still open. */

const outlooks = {
  zh: { certain: '已可确定通过', impossible: '已不可能通过', open: '结果未定' },
  en: { certain: 'it is certain', impossible: 'it is impossible', open: 'it is open' },
} as const satisfies Record<Lang, Record<Outlook, string>>

/** "With those present the motion needs N; with M still out it is certain, open or impossible." */
export const hypothesisText = ({ outlook, out, present, mayVote, needsYes }: Hypothesis, lang: Lang): string => {
  const end = outlooks[lang][outlook]
  return lang === 'zh'
    ? `按到会 ${present} 人、可表决 ${mayVote} 人计${needsYes === null ? '' : `,需赞成 ${needsYes} 票`};尚有 ${out} 人未表决,${end}`
    : `With ${present} present and ${mayVote} who may vote${needsYes === null ? '' : `, the motion needs ${needsYes}`}; with ${out} still out ${end}`
}

/** One test of it, with its arithmetic and its source. */
export const supposedText = (test: SupposedTest, lang: Lang): string => {
  const [most, missing, outstanding] = [test.haveAtMost, test.missing, test.outstanding].map((n) => amountOf(test, n))
  const range = test.haveAtMost === test.have ? '' : lang === 'zh' ? `(至多 ${most})` : ` (at most ${most})`
  const line = `${arithmetic(test, lang)}${range}`
  const end = outlooks[lang][test.outlook]
  return lang === 'zh'
    ? `${line}${test.missing > 0 ? `,还差 ${missing}` : ''};未表决 ${outstanding},${end}(${test.cite})`
    : `${line}${test.missing > 0 ? `, ${missing} short` : ''}; ${outstanding} still out, ${end} (${test.cite})`
}

const deliveryNames: Readonly<Record<Delivery, Readonly<Record<Lang, string>>>> = {
  'by-hand': { zh: '当面送达', en: 'by hand' },
  household: { zh: '交同户人员', en: 'left with the household' },
  'at-the-door': { zh: '上门通知', en: 'at the door' },
  telephone: { zh: '电话通知', en: 'by telephone' },
  message: { zh: '短信或微信', en: 'by message' },
  letter: { zh: '信函', en: 'by letter' },
}
export const deliveryName = (how: Delivery, lang: Lang): string => deliveryNames[how][lang]

const doorNames: Readonly<Record<SignInDoor, string>> = {
  phone: '手机签到',
  slip: '扫签条',
  clerk: '工作人员登记',
  remote: '远程签到',
}
/** How somebody signed in, as minutes say it. */
export const signInDoorName = (door: SignInDoor): string => doorNames[door]

const caseEnds: Readonly<Record<End, Readonly<Record<Lang, string>>>> = {
  closed: { zh: '已办结', en: 'brought to its end' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  'refused-at-intake': { zh: '不予受理', en: 'refused at intake' },
  rejected: { zh: '未通过', en: 'rejected' },
  unlawful: { zh: '审查认定违法', en: 'found unlawful' },
  'abandoned-without-quorum': { zh: '多次未达法定人数', en: 'abandoned without a quorum' },
  merged: { zh: '已并入另一事项', en: 'merged into another proposal' },
  expired: { zh: '逾期终止', en: 'expired' },
  referred: { zh: '已提交上级', en: 'referred up' },
  revoked: { zh: '决议已被撤销', en: 'its resolution was revoked' },
}
/** How a case ended. */
export const caseEndName = (end: string, lang: Lang): string =>
  (caseEnds as Readonly<Record<string, Readonly<Record<Lang, string>>>>)[end]?.[lang] ?? end
