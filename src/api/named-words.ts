import { disciplineName } from '../../workflows/wording.ts'
import { caseEndName } from '../../workflows/wording-desk.ts'

/** Names of what a refusal speaks of, as a clerk says them; what is not listed is told as it is. */

const things: Readonly<Record<string, string>> = {
  person: '这个人',
  proposal: '这件议事事项',
  community: '这个社区(村)',
  meeting: '这次会议',
  ballot: '这次表决',
  topic: '这条议题',
  file: '这个文件',
  poll: '这次投票',
  demand: '这次联名',
  checkpoint: '这个存证校验码',
  household: '这一户',
  draft: '这一稿',
  body: '这个组织',
  seat: '这项任职',
  procedure: '这套程序',
  paper: '这张票',
  event: '这种登记',
  attestation: '这份补录',
  adoption: '这次启用',
  unit: '这套房屋',
  township: '这个乡镇(街道)',
  speaker: '发言人',
  role: '这个角色',
  resolution: '这份决议',
  proxy: '这份委托',
  posting: '这次公示',
  discussion: '这次研究讨论',
  chain: '这条档案链',
  page: '这个页面',
  comment: '这条意见',
  notice: '这张公告',
  session: '这次登录',
  oversight: '这项授权',
  'agenda item': '这项议程',
  'closed ballot': '这次已结束的表决',
  'checkpoint address': '这个接收地址',
}

/** What was looked for and is not there. */
export const thingName = (what: string): string => things[what] ?? what

const roles: Readonly<Record<string, string>> = {
  administrator: '管理员',
  clerk: '经办人',
  supervisor: '监督委员会',
  expert: '专家',
  township: '乡镇(街道)',
  resident: '本村(社区)居民',
  representative: '代表',
  proposer: '提出人',
  objector: '提出异议的人',
  presider: '主持人',
  'same-origin': '从本站页面提交',
}

/** Who may do what was refused. */
export const roleName = (role: string): string => {
  const [kind = '', discipline] = role.split(':')
  const name = roles[kind] ?? kind
  return kind === 'expert' && discipline !== undefined ? `${disciplineName(discipline, 'zh')}${name}` : name
}

interface Words {
  readonly zh: string
  readonly en: string
}

const meetingEnds: Readonly<Record<string, Words>> = {
  'no-quorum': { zh: '会议因人数不足没有开成,已经结束', en: 'The meeting ended without a quorum' },
  postponed: { zh: '会议已延期', en: 'The meeting was postponed' },
}
/** How a meeting ended that nothing can be done at any more. */
export const meetingEndWords = (outcome: string): Words =>
  meetingEnds[outcome] ?? { zh: '会议已结束', en: 'The meeting has ended' }

/** How a case ended in which nothing moves any more. */
export const caseEndWords = (end: string): Words => {
  return { zh: `事项已终结(${caseEndName(end, 'zh')})`, en: `The case has ended (${caseEndName(end, 'en')})` }
}

const passwordFaults: Readonly<Record<string, Words>> = {
  too_short: { zh: '少于 8 个字符', en: 'shorter than 8 characters' },
  too_long: { zh: '多于 200 个字符', en: 'longer than 200 characters' },
}
/** What is at fault with a password. */
export const passwordFaultWords = (faults: readonly string[]): Words => {
  const said = faults.map((fault) => passwordFaults[fault] ?? { zh: fault, en: fault })
  return {
    zh: `密码不合要求:${said.map(({ zh }) => zh).join('、')}`,
    en: `The password does not do: ${said.map(({ en }) => en).join(', ')}`,
  }
}

const elected: Readonly<Record<string, string>> = {
  chair: '主任',
  deputy: '副主任',
  member: '委员',
  representative: '代表',
}
/** What somebody is elected to. */
export const electedName = (office: string): string => elected[office] ?? office
