import { disciplineName } from '../../workflows/wording.ts'

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
