import { words } from './words.ts'

export const stepWords = words(
  { done: '已完成', now: '正在进行', ahead: '还没到' },
  { done: 'done', now: 'now', ahead: 'to come' },
)
