import { words } from './words.ts'

export const proposalsWords = words(
  {
    title: '议事事项',
    search: '查找标题',
    standing: '状态',
    any: '全部',
    running: '正在办理',
    closed: '已办结',
    ended: '已终结',
    find: '查找',
    none: '没有议事事项。',
    noneFound: '没有找到符合条件的事项。',
  },
  {
    title: 'Proposals',
    search: 'Look in titles',
    standing: 'State',
    any: 'All',
    running: 'On their way',
    closed: 'Brought to their end',
    ended: 'Ended before',
    find: 'Find',
    none: 'No proposals.',
    noneFound: 'Nothing was found.',
  },
)
