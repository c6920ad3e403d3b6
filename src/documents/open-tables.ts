import type { Title } from '../../workflows/stages/stage.ts'
import type { OpenField, OpenTable } from './open-data.ts'

const column =
  (type: OpenField['type']) =>
  (name: string, zh: string, en: string): OpenField => ({
    name,
    type,
    title: { zh, en },
  })
const [text, whole, number, flag, day] = [
  column('string'),
  column('integer'),
  column('number'),
  column('boolean'),
  column('date'),
]
const proposal = whole('proposal', '事项编号', 'Number of the proposal')

type Described = Omit<OpenTable, 'rows'>

/** What is open of a community: sums, days and results; no names, no texts but the titles of matters. */
export const openTables = {
  community: {
    name: 'community',
    title: { zh: '社区概况', en: 'The community' },
    fields: [
      text('name', '名称', 'Name'),
      text('sort', '类型', 'village or city'),
      whole('people', '人数', 'People on the roster'),
      whole('households', '户数', 'Households'),
    ],
  },
  proposals: {
    name: 'proposals',
    title: { zh: '议事事项', en: 'Proposals' },
    fields: [
      proposal,
      text('title', '事项', 'Title'),
      text('procedure', '议事程序', 'Procedure'),
      text('matter', '事项类别', 'Class of matter'),
      text('stage', '步骤', 'Stage'),
      text('ending', '终结方式', 'How it ended'),
      day('opened_on', '立案日期', 'Opened on'),
    ],
  },
  topics: {
    name: 'topics',
    title: { zh: '议题征集(按渠道、类别汇总)', en: 'Topics by channel and class' },
    fields: [
      text('channel', '渠道', 'Channel'),
      text('class', '类别', 'Class'),
      whole('topics', '件数', 'Topics'),
      whole('in_proposals', '其中立案', 'Taken into a proposal'),
      whole('answered', '其中答复', 'Answered or refused'),
      whole('withdrawn', '其中本人撤回', 'Withdrawn'),
    ],
  },
  postings: {
    name: 'postings',
    title: { zh: '公示和公布', en: 'Postings and publications' },
    fields: [
      proposal,
      text('sort', '性质', 'posting or publication'),
      day('from', '起', 'From'),
      day('last_day', '止', 'Last day'),
      whole('days', '天数', 'Days'),
      whole('comments', '意见', 'Comments'),
      whole('objections', '其中异议', 'Objections among them'),
      whole('answered', '已答复', 'Answered or decided'),
      whole('kept_back', '不予登载', 'Not admitted'),
      whole('withdrawn', '本人撤回', 'Withdrawn'),
    ],
  },
  meetings: {
    name: 'meetings',
    title: { zh: '会议', en: 'Meetings' },
    fields: [
      whole('meeting', '会议序号', 'Number of the meeting'),
      text('body', '会议(组织)', 'Body'),
      day('on', '日期', 'Day'),
      whole('entitled', '应到', 'Entitled'),
      whole('signed_in', '签到', 'Signed in'),
      text('outcome', '结果', 'Outcome'),
      whole('items', '议程项数', 'Items'),
    ],
  },
  ballots: {
    name: 'ballots',
    title: { zh: '表决', en: 'Ballots' },
    fields: [
      whole('ballot', '表决序号', 'Number of the ballot'),
      proposal,
      text('stage', '步骤', 'Stage'),
      text('motion', '表决的问题', 'Question'),
      text('voting', '表决方式', 'Way of voting'),
      whole('entitled', '应到', 'Entitled'),
      whole('present', '到会', 'Present'),
      whole('yes', '赞成', 'Yes'),
      whole('no', '反对', 'No'),
      whole('abstain', '弃权', 'Abstain'),
      whole('spoiled', '废票', 'Spoiled'),
      flag('carried', '通过', 'Carried'),
      flag('voided', '无效', 'Void'),
    ],
  },
  tests: {
    name: 'tests',
    title: { zh: '逐项核对', en: 'Each test of each ballot' },
    fields: [
      whole('ballot', '表决序号', 'Number of the ballot'),
      text('code', '核对项', 'What is tested'),
      whole('have', '实际', 'Have'),
      whole('need', '需要', 'Need'),
      whole('of', '基数', 'Of'),
      flag('met', '成立', 'Met'),
      text('cite', '依据', 'Source of law'),
      text('sum', '算式', 'The sum'),
    ],
  },
  ratings: {
    name: 'ratings',
    title: { zh: '实施效果评议', en: 'Ratings' },
    fields: [
      proposal,
      whole('ratings', '评议人数', 'Ratings'),
      number('mean', '平均分(不足 5 人不公布)', 'Mean; left out below five ratings'),
    ],
  },
} as const satisfies Record<string, Described>

/** What the open data say of people. */
export const sumsOnly: Title = {
  zh: '默认只有汇总数据,不含姓名和意见原文。',
  en: 'Aggregates only: no names, no texts of comments.',
}

/** How each voted where the community's adoption makes it public; a table of its own, never among the open data. */
export const rollCallTable: Described = {
  name: 'roll-calls',
  title: { zh: '记名表决名单', en: 'Roll calls' },
  fields: [
    whole('ballot', '表决序号', 'Number of the ballot'),
    proposal,
    text('name', '姓名', 'Name'),
    text('choice', '表决', 'Vote'),
  ],
}

/** What the roll calls say of people. */
export const namesInRollCalls: Title = {
  zh: '含姓名和每人的表决,限于程序规定公开的记名表决;属于个人信息,转发前请想清楚。',
  en: 'It holds names and how each voted, of those ballots alone that the procedure makes public: personal data, think before you hand them on.',
}
