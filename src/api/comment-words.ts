import type { RefusalOf } from '../services/refusal.ts'

type About = RefusalOf<
  | 'comments_too_often'
  | 'photo_undescribed'
  | 'photo_type_wrong'
  | 'guests_not_admitted'
  | 'guests_waiting'
  | 'guest_comment_decided'
  | 'guest_comment_withdrawn'
  | 'hangs_no_more'
  | 'mode_set_already'
>

/** An instant by the clock on the wall. */
const wallClock = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16)

/** Why a comment is not taken as it came. */
export const commentWords = (p: About): { readonly zh: string; readonly en: string } => {
  switch (p.code) {
    case 'comments_too_often':
      return {
        zh: `一小时内提的意见太多了,请在 ${wallClock(p.from)} 以后再提`,
        en: `Too many comments within the hour; write again after ${wallClock(p.from)}`,
      }
    case 'photo_undescribed':
      return {
        zh: '照片和它的说明要一起填:请选好照片,再写一句话说明照片里是什么',
        en: 'A photo goes with a sentence on what it shows: choose the one and write the other',
      }
    case 'photo_type_wrong':
      return {
        zh: '这个文件不是 JPG、PNG 或 WebP 照片,请另存为 JPG 或换一张',
        en: 'This file is no JPEG, PNG or WebP picture; save it as one, or choose another',
      }
    case 'guests_not_admitted':
      return {
        zh: '这里要先登录才能提意见,请用签条或账号登录',
        en: 'Whoever comments here signs in first, with a slip or an account',
      }
    case 'guests_waiting':
      return {
        zh: `等候登载的来访意见已有 ${p.waiting} 条,暂时收不下,请当面说或写在纸上交`,
        en: `${p.waiting} comments of guests are waiting; say it at the office, or hand it in on paper`,
      }
    case 'guest_comment_decided':
      return { zh: '这条意见已经处理过了', en: 'This comment has been decided on already' }
    case 'guest_comment_withdrawn':
      return { zh: '本人已经撤回这条意见', en: 'Whoever made this comment has taken it back' }
    case 'hangs_no_more':
      return {
        zh: '公示已经结束,意见不能再撤回',
        en: 'The posting is closed: nothing said on it is taken back any more',
      }
    case 'mode_set_already':
      return { zh: '现在就是这样设的,没有改动', en: 'It is set so already' }
  }
}
