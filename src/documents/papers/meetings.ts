import { bodyName, groupName } from '../../../workflows/wording.ts'
import { deliveryName, signInDoorName } from '../../../workflows/wording-desk.ts'
import { field, heading, line, list, table, title } from '../blocks.ts'
import { type MeetingPapers, sayDay } from '../case-told.ts'
import { minutesBlocks } from '../minutes.ts'
import { dictionary, type PaperKind } from './paper-kind.ts'
import { addressOfMeeting, common, signedBy, squareCode } from './words.ts'

const w = dictionary(
  {
    convocation: '会议通知',
    at: '时间',
    place: '地点',
    convenedBy: '召集',
    presider: '主持人',
    agenda: '议程',
    item: '{title}(第 {number} 号,方案第 {draft} 稿)',
    sentOn: '通知日期',
    emergency: '临时通知的理由',
    lead: '请按时到会。因故不能到会的,请事先请假。',
    written: '通知方式',
    inWriting: '书面通知',
    orally: '口头通知',
    andPosted: ',并已公告',
    deliveries: '会议通知送达回执',
    how: '送达方式和日期',
    notYet: '尚未送达',
    roll: '应到名册',
    entitled: '应到',
    people: '{n} 人',
    groups: '身份',
    amended: '名册变更',
    out: '不再列入',
    in: '列入',
    died: '死亡',
    'seat-ended': '职务终止',
    'by-election': '补选',
    'came-of-age': '年满十八周岁',
    signIn: '签到表',
    door: '签到情况',
    excused: '请假',
    absent: '缺席',
    present: '实到',
    observers: '列席(不计入应到、实到)',
    proxies: '委托登记',
    principal: '委托人',
    proxy: '受托人',
    minutes: '会议记录',
    meeting: '会议',
    approvedOn: '主持人签认日期',
    recorder: '记录人(签字):',
    presiderSigns: '主持人(签字):',
    scan: '扫码核对',
    caller: '点名人(签字):',
  },
  {
    convocation: 'Convocation',
    at: 'Time',
    place: 'Place',
    convenedBy: 'Convened by',
    presider: 'Presider',
    agenda: 'Agenda',
    item: '{title} (case {number}, draft {draft})',
    sentOn: 'Sent on',
    emergency: 'Why at short notice',
    lead: 'Please come in time. Whoever cannot come asks to be excused beforehand.',
    written: 'Called',
    inWriting: 'in writing',
    orally: 'by word of mouth',
    andPosted: ', and posted',
    deliveries: 'Proof of delivery of the convocation',
    how: 'How and when it was delivered',
    notYet: 'not delivered yet',
    roll: 'Roll of those entitled',
    entitled: 'Entitled',
    people: '{n}',
    groups: 'Counted among',
    amended: 'Changes of the roll',
    out: 'off',
    in: 'on',
    died: 'died',
    'seat-ended': 'seat ended',
    'by-election': 'by-election',
    'came-of-age': 'came of age',
    signIn: 'Sign-in sheet',
    door: 'Signed in',
    excused: 'excused',
    absent: 'absent',
    present: 'Present',
    observers: 'Observers (never counted)',
    proxies: 'Proxies',
    principal: 'Given by',
    proxy: 'Given to',
    minutes: 'Minutes',
    meeting: 'Meeting',
    approvedOn: 'Approved by the presider on',
    recorder: 'Recorded by:',
    presiderSigns: 'Presider:',
    scan: 'Scan to check',
    caller: 'Roll called by:',
  },
)

/** An instant as the clock on the wall shows it, at +08:00. */
const wall = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16)

const nameOf = (person: { readonly name: string | null }): string => person.name ?? '(姓名已删除)'

type Lang = 'zh' | 'en'
const headOf = (meeting: MeetingPapers, lang: Lang) => [
  field(w[lang].meeting, `${meeting.community}${lang === 'zh' ? '' : ', '}${bodyName(meeting.told.body, lang)}`),
  field(w[lang].at, `${sayDay(meeting.told.on, lang)} ${wall(meeting.told.at)}`),
]

/** 会议通知. */
const convocation: PaperKind<MeetingPapers> = {
  kind: 'convocation',
  title: { zh: w.zh.convocation, en: w.en.convocation },
  shown: 'everybody',
  write: (meeting, lang) => {
    const words = w[lang]
    const { told } = meeting
    return [
      title(words.convocation),
      ...headOf(meeting, lang),
      field(words.place, told.place ?? '(内容已删除)'),
      field(words.convenedBy, bodyName(meeting.convenedBy, lang)),
      field(words.presider, nameOf(told.presider)),
      field(words.entitled, words.people.replace('{n}', String(told.people.entitled))),
      ...(meeting.emergency === null ? [] : [field(words.emergency, meeting.emergency)]),
      field(
        words.written,
        `${meeting.written ? words.inWriting : words.orally}${meeting.posted ? words.andPosted : ''}`,
      ),
      heading(words.agenda),
      list(
        told.items.map((item) =>
          words.item
            .replace('{title}', item.title ?? '(标题已删除)')
            .replace('{number}', String(item.number))
            .replace('{draft}', String(item.draft)),
        ),
      ),
      line(words.lead),
      field(words.sentOn, sayDay(meeting.sentOn, lang)),
      signedBy(meeting, lang, [], meeting.convenedBy),
    ]
  },
}

/** 送达回执: whom it reached, how and when, with room to sign. */
const deliveries: PaperKind<MeetingPapers> = {
  kind: 'deliveries',
  title: { zh: w.zh.deliveries, en: w.en.deliveries },
  shown: 'office',
  write: (meeting, lang) => {
    const words = w[lang]
    return [
      title(words.deliveries),
      ...headOf(meeting, lang),
      table(
        [
          common[lang].number,
          { head: common[lang].name, share: 2 },
          { head: words.how, share: 5 },
          { head: common[lang].sign, share: 3, byHand: true },
        ],
        meeting.roll.map((member, n) => [
          String(n + 1),
          member.name,
          member.deliveries
            .map(({ how, on }) => `${deliveryName(how, lang)} ${sayDay(on, lang)}`)
            .join(lang === 'zh' ? '；' : '; ') || words.notYet,
          '',
        ]),
      ),
    ]
  },
}

/** 应到名册, as it stands since the call, with what changed. */
const roll: PaperKind<MeetingPapers> = {
  kind: 'roll',
  title: { zh: w.zh.roll, en: w.en.roll },
  shown: 'office',
  write: (meeting, lang) => {
    const words = w[lang]
    const { told } = meeting
    return [
      title(words.roll),
      ...headOf(meeting, lang),
      field(words.entitled, words.people.replace('{n}', String(told.people.entitled))),
      ...Object.entries(told.groups).map(([group, { entitled }]) =>
        field(groupName(group, lang), words.people.replace('{n}', String(entitled))),
      ),
      table(
        [common[lang].number, { head: common[lang].name, share: 3 }, { head: words.groups, share: 5 }],
        meeting.roll.map(({ name, groups }, n) => [
          String(n + 1),
          name,
          groups.map((group) => groupName(group, lang)).join('、'),
        ]),
      ),
      ...(told.amendments.length === 0
        ? []
        : [
            heading(words.amended),
            ...told.amendments.map(({ cause, out, in: joined }) =>
              line(
                [
                  words[cause as 'died'],
                  ...(out === null ? [] : [`${out} ${words.out}`]),
                  ...(joined === null ? [] : [`${joined} ${words.in}`]),
                ].join(' · '),
              ),
            ),
          ]),
      signedBy(meeting, lang),
    ]
  },
}

/** 签到表: everybody on the roll with a line to sign; once held, who came by which door. */
const signIn: PaperKind<MeetingPapers> = {
  kind: 'sign-in',
  title: { zh: w.zh.signIn, en: w.en.signIn },
  shown: 'office',
  write: (meeting, lang) => {
    const words = w[lang]
    const { told, roll: members } = meeting
    const begun = members.some(({ door }) => door !== null) || told.outcome !== null
    return [
      title(words.signIn),
      ...headOf(meeting, lang),
      field(words.entitled, words.people.replace('{n}', String(told.people.entitled))),
      ...(begun ? [field(words.present, words.people.replace('{n}', String(told.people.present)))] : []),
      table(
        [
          common[lang].number,
          { head: common[lang].name, share: 2 },
          begun ? { head: words.door, share: 2 } : { head: words.door, share: 2, byHand: true },
          { head: common[lang].sign, share: 3, byHand: true },
        ],
        members.map(({ name, door, excused }, n) => [
          String(n + 1),
          name,
          !begun
            ? ''
            : door !== null
              ? lang === 'zh'
                ? signInDoorName(door)
                : door
              : excused
                ? words.excused
                : words.absent,
          '',
        ]),
      ),
      ...(told.observers.length === 0
        ? []
        : [
            heading(words.observers),
            table(
              [
                common[lang].number,
                { head: common[lang].name, share: 3 },
                { head: common[lang].sign, share: 4, byHand: true },
              ],
              told.observers.map((observer, n) => [String(n + 1), nameOf(observer), '']),
            ),
          ]),
      { sort: 'signatures', lines: [words.caller] },
    ]
  },
}

/** 委托登记: written proxies that stand. */
const proxies: PaperKind<MeetingPapers> = {
  kind: 'proxies',
  title: { zh: w.zh.proxies, en: w.en.proxies },
  shown: 'office',
  write: (meeting, lang) =>
    meeting.proxies.length === 0
      ? undefined
      : [
          title(w[lang].proxies),
          ...headOf(meeting, lang),
          table(
            [
              common[lang].number,
              { head: w[lang].principal, share: 3 },
              { head: w[lang].proxy, share: 3 },
              { head: common[lang].sign, share: 3, byHand: true },
            ],
            meeting.proxies.map(({ principal, proxy }, n) => [String(n + 1), principal, proxy, '']),
          ),
        ],
}

/** 会议记录: as the recorder wrote them, or as the record drafts them once the meeting is over. */
const minutes: PaperKind<MeetingPapers> = {
  kind: 'minutes',
  title: { zh: w.zh.minutes, en: w.en.minutes },
  shown: 'office',
  owed: ({ told: { outcome, items }, minutes: written }) => {
    const voted = items.some(({ ballots }) => ballots.some(({ carried }) => carried !== null))
    return voted && !written && outcome === null ? 1 : 0
  },
  write: (meeting, lang) => {
    const words = w[lang]
    const { told, minutes: written } = meeting
    if (!written && told.outcome === null) return undefined
    const signed = { sort: 'signatures', lines: [words.recorder, words.presiderSigns] } as const
    const code = squareCode(meeting, addressOfMeeting(meeting), meeting.checkCode, words.scan, lang)
    if (!written) return [...minutesBlocks(told), code, signed]
    const [first = '', ...rest] = written.text.split('\n')
    return [
      title(first),
      ...rest.filter((text) => text !== '').map(line),
      ...(written.approvedOn === null ? [] : [field(words.approvedOn, sayDay(written.approvedOn, lang))]),
      code,
      signed,
    ]
  },
}

/** The papers of every meeting, but for its ballots. */
export const meetingKinds = { convocation, deliveries, roll, signIn, proxies, minutes }
