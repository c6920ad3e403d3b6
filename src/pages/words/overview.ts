import { words } from './words.ts'

export const overviewWords = words(
  {
    lead: '村(居)民议事与表决',
    none: '还没有建立社区。首位管理员用安装口令建立。',
    setup: '建立社区',
    noProposals: '还没有议事事项。',
    enter: '进入',
    notVoted: '还没有表决。',
    latest: (stage: string) => `最近一次表决(${stage}):`,
    carried: '通过',
    notCarried: '未通过',
    now: (stage: string) => `正在:${stage}`,
  },
  {
    lead: 'Deliberation and voting of villages and neighbourhoods',
    none: 'No community has been founded yet. The first administrator founds one with the setup token.',
    setup: 'Found a community',
    noProposals: 'No proposals yet.',
    enter: 'Enter',
    notVoted: 'Not voted on yet.',
    latest: (stage) => `Latest vote (${stage}): `,
    carried: 'carried',
    notCarried: 'not carried',
    now: (stage) => `Now: ${stage}`,
  },
)
