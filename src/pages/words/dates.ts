import { addDays, type Day, dayOf, daysBetween } from '../../../workflows/rules/days.ts'
import type { Lang } from '../../../workflows/wording.ts'
import { lately } from '../lately.ts'

const weekdays = {
  zh: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
] as const

const near = {
  zh: { [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' } as Readonly<Record<number, string>>,
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' } as Readonly<Record<number, string>>,
}

const once = lately<string>(1_000)

/** A day as people say it: 3月12日（星期四）, with its year where that is another, and 今天 or 明天 where it is near. */
export const sayDay = (day: Day, today: Day, lang: Lang): string =>
  once(`${day} ${today} ${lang}`, () => sayAnew(day, today, lang))

const sayAnew = (day: Day, today: Day, lang: Lang): string => {
  const [year = '', month = '', date = ''] = day.split('-')
  const weekday = weekdays[lang][new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''
  const close = near[lang][daysBetween(today, day)]
  const sameYear = year === today.slice(0, 4)
  if (lang === 'en') {
    const named = `${weekday} ${Number(date)} ${months[Number(month) - 1] ?? ''}${sameYear ? '' : ` ${year}`}`
    return close === undefined ? named : `${named} (${close})`
  }
  const named = `${sameYear ? '' : `${year}年`}${Number(month)}月${Number(date)}日`
  return close === undefined ? `${named}（${weekday}）` : `${named}（${close}，${weekday}）`
}

/** Which day it is today: 3月12日，星期四. */
export const sayToday = (today: Day, lang: Lang): string => {
  const [, month = '', date = ''] = today.split('-')
  const weekday = weekdays[lang][new Date(`${today}T00:00:00Z`).getUTCDay()] ?? ''
  return lang === 'zh'
    ? `${Number(month)}月${Number(date)}日，${weekday}`
    : `${weekday} ${Number(date)} ${months[Number(month) - 1] ?? ''}`
}

const parts = { zh: ['凌晨', '上午', '中午', '下午', '晚上'], en: [] } as const

const partOfDay = (hour: number): string =>
  parts.zh[hour < 6 ? 0 : hour < 12 ? 1 : hour < 13 ? 2 : hour < 18 ? 3 : 4] ?? ''

/** An instant as people say it, by the clock on the wall: 3月12日（星期四）上午9:00. */
export const sayTime = (instant: string, today: Day, lang: Lang): string => {
  const at = new Date(instant)
  const day = sayDay(dayOf(at), today, lang)
  const [hour = 0, minute = '00'] = timeOf(at)
  if (lang === 'en') return `${day}, ${String(hour).padStart(2, '0')}:${minute}`
  return `${day}${partOfDay(hour)}${hour > 12 ? hour - 12 : hour}:${minute}`
}

const timeOf = (at: Date): readonly [number, string] => {
  const here = new Date(at.getTime() + 8 * 3_600_000).toISOString()
  return [Number(here.slice(11, 13)), here.slice(14, 16)]
}

/** How long something still hangs, its last day counted. */
export const sayDaysLeft = (lastDay: Day, today: Day, lang: Lang): string => {
  const left = daysBetween(today, addDays(lastDay, 1))
  if (left <= 0) return lang === 'zh' ? '已到期' : 'over'
  if (left === 1) return lang === 'zh' ? '今天最后一天' : 'the last day is today'
  return lang === 'zh' ? `还有 ${left} 天` : `${left} days left`
}
