import { words } from './words.ts'

export const noticeWords = words(
  {
    lead: (n: number) => `第 ${n} 号议事事项 · 公示栏`,
    posting: '村里(社区里)打算这样办,先贴出来听大家的意见。',
    publication: '这件事已经表决,结果在这里公布。有异议也可以提。',
    nothing: '这件事还没有公示。',
    nowAt: (stage: string) => `现在走到:${stage}`,
    until: (day: string) => `提意见到${day}为止`,
    over: '公示已经结束,不再收意见。',
    text: '贴出来的内容',
    code: '档案校验码(应当和纸上的一样):',
    yours: '您提过的意见',
    all: '大家的意见和答复,以及全部经过',
  },
  {
    lead: (n) => `Proposal no. ${n} · notice`,
    posting: 'This is how it is meant to be done. It hangs here first, so that everybody may say what they think.',
    publication: 'This has been voted on, and the result is published here. Objections may still be made.',
    nothing: 'Nothing of it has been posted yet.',
    nowAt: (stage) => `It stands at: ${stage}`,
    until: (day) => `Comments until ${day}`,
    over: 'The time for comments is over.',
    text: 'What is posted',
    code: 'Head of the record (it must be the one on the paper):',
    yours: 'What you have said',
    all: 'All comments with their answers, and the whole way',
  },
)
