import type { Delivery, Motion, SignInDoor, WayOfVoting } from '../../workflows/format/catalogue.ts'
import type { GateGround } from '../../workflows/stages/gate.ts'
import { arithmetic, bodyName, groundText, motionName, votingName } from '../../workflows/wording.ts'
import { deliveryName, signInDoorName } from '../../workflows/wording-desk.ts'
import type { PlainBlock } from './blocks.ts'

interface Name {
  readonly name: string | null
}

/** What the record knows of a meeting, as minutes tell it. */
export interface MeetingTold {
  readonly body: string
  readonly on: string
  readonly at: string
  readonly place: string | null
  readonly presider: Name
  readonly outcome: string | null
  readonly endedAt: string | null
  readonly people: { readonly entitled: number; readonly present: number }
  readonly groups: Readonly<Record<string, { readonly entitled: number; readonly present: number }>>
  readonly present: readonly (Name & { readonly door: SignInDoor; readonly from: string | null })[]
  /** Who of those present came through somebody else: another adult of the household, or a proxy. */
  readonly standIns: readonly { readonly member: Name; readonly by: Name }[]
  readonly late: readonly (Name & { readonly from: string | null })[]
  readonly leftEarly: readonly (Name & { readonly until: string | null })[]
  readonly excused: readonly (Name & { readonly reason: string | null })[]
  readonly absent: readonly Name[]
  readonly observers: readonly (Name & { readonly capacity: string })[]
  readonly deliveries: readonly { readonly how: Delivery; readonly people: number }[]
  readonly amendments: readonly { readonly cause: string; readonly out: string | null; readonly in: string | null }[]
  readonly items: readonly MinutesItem[]
  readonly speeches: readonly Speech[]
}

export interface Speech {
  readonly speaker: string | null
  readonly observer: boolean
  readonly text: string | null
}

export interface MinutesItem {
  readonly proposal: string
  readonly number: number
  readonly title: string | null
  readonly draft: number
  readonly recused: readonly (Name & { readonly reason: string | null })[]
  readonly speeches: readonly Speech[]
  readonly ballots: readonly {
    readonly id: string
    readonly motion: Motion
    readonly draft: number
    readonly voting: WayOfVoting
    readonly mayVote: number
    readonly carried: boolean | null
    readonly voided: boolean
    readonly quorum: readonly GateGround[]
    readonly tally: {
      readonly yes: number
      readonly no: number
      readonly abstain: number
      readonly spoiled: number
      /** Papers, where there were any. */
      readonly issued?: number | undefined
      readonly returned?: number | undefined
    } | null
    readonly grounds: readonly GateGround[]
  }[]
}

const causes: Readonly<Record<string, string>> = {
  died: '死亡',
  'seat-ended': '职务终止',
  'by-election': '补选',
  'came-of-age': '年满十八周岁',
}
const capacities: Readonly<Record<string, string>> = {
  supervisor: '监督委员会成员',
  expert: '专家',
  township: '乡镇(街道)人员',
  unit: '单位代表',
  resident: '居民',
}
const outcomes: Readonly<Record<string, string>> = {
  held: '会议按议程开完',
  'no-quorum': '到会人数不足,未能开会',
  postponed: '会议延期',
}

const named = ({ name }: Name): string => name ?? '(姓名已删除)'
const names = (people: readonly Name[]): string => (people.length === 0 ? '无' : people.map(named).join('、'))
/** As the clock on the wall shows it, at +08:00. */
const wall = (instant: string | null): string =>
  instant === null ? '时间未记' : new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16)

const field = (label: string, text: string): PlainBlock => ({ sort: 'field', label, text })
const line = (text: string): PlainBlock => ({ sort: 'line', text })

/** 会议记录, drafted from the record. */
export const minutesBlocks = (told: MeetingTold): readonly PlainBlock[] => [
  { sort: 'title', text: `${bodyName(told.body, 'zh')}会议记录` },
  field('时间', `${told.on} ${wall(told.at)}${told.endedAt === null ? '' : ` 至 ${wall(told.endedAt)}`}`),
  field('地点', told.place ?? '(已删除)'),
  field('主持人', named(told.presider)),
  field('应到', `${told.people.entitled} 人`),
  field('实到', `${told.people.present} 人:${names(told.present)}`),
  ...(told.standIns.length === 0
    ? []
    : [field('代为到会', told.standIns.map(({ member, by }) => `${named(by)}代${named(member)}`).join('、'))]),
  ...(told.late.length === 0
    ? []
    : [field('迟到', told.late.map((one) => `${named(one)}(${wall(one.from)} 到)`).join('、'))]),
  ...(told.leftEarly.length === 0
    ? []
    : [field('早退', told.leftEarly.map((one) => `${named(one)}(${wall(one.until)} 离开)`).join('、'))]),
  field(
    '请假',
    told.excused.length === 0
      ? '无'
      : told.excused.map((one) => `${named(one)}${one.reason === null ? '' : `(${one.reason})`}`).join('、'),
  ),
  field('缺席', names(told.absent)),
  field(
    '列席',
    told.observers.length === 0
      ? '无'
      : told.observers.map((one) => `${named(one)}(${capacities[one.capacity] ?? one.capacity})`).join('、'),
  ),
  field(
    '签到方式',
    [...new Set(told.present.map(({ door }) => door))]
      .map((door) => `${signInDoorName(door)} ${told.present.filter((one) => one.door === door).length} 人`)
      .join(',') || '无',
  ),
  ...(told.deliveries.length === 0
    ? []
    : [
        field(
          '通知送达',
          told.deliveries.map(({ how, people }) => `${deliveryName(how, 'zh')} ${people} 人`).join(','),
        ),
      ]),
  ...told.amendments.map(({ cause, out, in: joined }) =>
    field(
      '名册变更',
      `${causes[cause] ?? cause}:${[...(out === null ? [] : [`${out} 不再列入`]), ...(joined === null ? [] : [`${joined} 列入`])].join(',')}`,
    ),
  ),
  { sort: 'heading', text: '议程' },
  ...told.items.map(({ number, title }, n) => line(`${n + 1}. ${title ?? '(标题已删除)'}(第 ${number} 号)`)),
  ...told.items.flatMap(itemBlocks),
  ...(told.speeches.length === 0
    ? []
    : [{ sort: 'heading' as const, text: '其他发言' }, ...told.speeches.map(speechLine)]),
  ...(told.outcome === null
    ? []
    : [{ sort: 'heading' as const, text: '会议结果' }, line(outcomes[told.outcome] ?? told.outcome)]),
]

const speechLine = ({ speaker, observer, text }: Speech): PlainBlock =>
  line(`${speaker ?? '(姓名已删除)'}${observer ? '(列席)' : ''}:${text ?? '(内容已删除)'}`)

const itemBlocks = (item: MinutesItem, n: number): readonly PlainBlock[] => [
  { sort: 'heading', text: `第 ${n + 1} 项 ${item.title ?? '(标题已删除)'}(方案第 ${item.draft} 稿)` },
  ...(item.recused.length === 0
    ? []
    : [
        field(
          '回避',
          item.recused.map((one) => `${named(one)}${one.reason === null ? '' : `(${one.reason})`}`).join('、'),
        ),
      ]),
  ...item.speeches.map(speechLine),
  ...(item.ballots.length === 0 ? [line('本项未付表决')] : item.ballots.flatMap(ballotBlocks)),
]

const ballotBlocks = (ballot: MinutesItem['ballots'][number]): readonly PlainBlock[] => {
  const { motion, draft, voting, mayVote, tally, carried, voided } = ballot
  const sums = [...ballot.quorum, ...ballot.grounds].filter(({ test }) => test !== undefined)
  return [
    field('表决', `${motionName(motion, 'zh')}(第 ${draft} 稿),${votingName(voting, 'zh')},可表决 ${mayVote} 人`),
    ...(tally === null
      ? []
      : [field('票数', `赞成 ${tally.yes},反对 ${tally.no},弃权 ${tally.abstain},废票 ${tally.spoiled}`)]),
    ...sums.map((ground) => line(`${arithmetic(ground, 'zh')}${ground.cite === undefined ? '' : `(${ground.cite})`}`)),
    ...(voided ? ballot.grounds.map((ground) => line(groundText(ground, 'zh'))) : []),
    field('结果', carried === null ? '表决尚未结束' : voided ? '表决无效' : carried ? '通过' : '未通过'),
  ]
}

/** The same as plain text, which the recorder corrects. */
export const minutesText = (blocks: readonly PlainBlock[]): string =>
  blocks
    .map((block) =>
      block.sort === 'field'
        ? `${block.label}:${block.text}`
        : block.sort === 'heading'
          ? `\n${block.text}`
          : block.text,
    )
    .join('\n')
