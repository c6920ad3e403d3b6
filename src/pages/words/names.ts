import type { Lang } from '../../../workflows/wording.ts'

type Both = Readonly<Record<Lang, string>>
type Table = Readonly<Record<string, Both>>

const both = (zh: string, en: string): Both => ({ zh, en })

const outcomes: Table = {
  held: both('已开完', 'held'),
  'no-quorum': both('人数不足,未开成', 'no quorum'),
  postponed: both('已延期', 'postponed'),
}
const capacities: Table = {
  supervisor: both('监督委员会成员', 'supervision committee'),
  expert: both('专家', 'expert'),
  township: both('乡镇(街道)人员', 'township'),
  unit: both('单位代表', 'delegate of a unit'),
  resident: both('居民', 'resident'),
}
const causes: Table = {
  died: both('去世', 'died'),
  'seat-ended': both('职务终止', 'seat ended'),
  'by-election': both('补选', 'by-election'),
  'came-of-age': both('年满十八周岁', 'came of age'),
}
const choices: Table = {
  yes: both('赞成', 'yes'),
  no: both('反对', 'no'),
  abstain: both('弃权', 'abstain'),
  spoiled: both('废票', 'spoiled'),
}
const doors: Table = {
  phone: both('本人手机', 'own phone'),
  paper: both('纸质票', 'paper'),
  hands: both('举手', 'hands'),
  assisted: both('口述代录', 'told to a clerk'),
  visit: both('上门票', 'at the door'),
  taken: both('已参加', 'took part'),
}
const visits: Table = {
  absent: both('家中无人', 'nobody there'),
  reached: both('见到本人', 'reached'),
  refused: both('拒绝', 'refused'),
  'to-visit': both('待上门', 'to visit'),
  done: both('已表决', 'voted'),
}
const sorts: Table = {
  event: both('纸面办理的事项', 'an event on paper'),
  case: both('旧有事项补录', 'an old case'),
  meeting: both('纸面会议补录', 'a meeting on paper'),
  erratum: both('勘误', 'an erratum'),
  correction: both('计票更正', 'a corrected count'),
  tally: both('无记名票计票', 'a tally of secret papers'),
  papers: both('纸质表决票', 'a sheet of papers'),
  hands: both('举手计数', 'a count of hands'),
  'vote-change': both('更正录入的票', 'a vote put right'),
  poll: both('选举计票', 'an election’s tally'),
  minutes: both('会议记录签字', 'minutes signed on paper'),
}
const offices: Table = {
  chair: both('主任', 'chair'),
  deputy: both('副主任', 'deputy'),
  member: both('委员', 'member'),
}
const polled: Table = {
  elected: both('选出', 'elected'),
  'run-off': both('名额未满,另行选举', 'run-off'),
  tied: both('票数相等,再次投票', 'tied, voted again'),
  invalid: both('参加投票人数不足,选举无效', 'invalid: too few voted'),
  void: both('收回票多于发出票,选举无效', 'void: more papers than were issued'),
}

const reader =
  (table: Table) =>
  (word: string, lang: Lang): string =>
    table[word]?.[lang] ?? word

/** What the stored words are called on pages; a word without a name of its own is shown as it is. */
export const outcomeName = reader(outcomes)
export const capacityName = reader(capacities)
export const causeName = reader(causes)
export const choiceName = reader(choices)
export const doorName = reader(doors)
export const visitName = reader(visits)
export const attestationName = reader(sorts)
export const officeName = reader(offices)
export const polledName = reader(polled)
