import { matters } from '../../../workflows/law/matters.ts'
import { bodyName, type Lang } from '../../../workflows/wording.ts'
import { type Block, field, line } from '../blocks.ts'
import type { CaseTold, MeetingPapers, PlaceTold } from '../case-told.ts'
import { noticeCode } from '../notice-code.ts'
import { dictionary } from './paper-kind.ts'

/** Words that many papers use. */
export const common = dictionary(
  {
    matter: '议事事项',
    case: '事项编号',
    class: '事项类别',
    procedure: '议事程序',
    number: '序号',
    name: '姓名',
    day: '日期',
    content: '内容',
    reason: '理由',
    result: '结果',
    sign: '签字',
    seal: '(盖章)',
    writtenDay: '　　　　年　　月　　日',
    head: '档案校验码',
    checkpoint: '存证校验码',
    body: '会议(组织)',
    draft: '方案文本',
    none: '无',
    comma: ',',
    yes: '赞成',
    no: '反对',
    abstain: '弃权',
    spoiled: '废票',
  },
  {
    matter: 'Matter',
    case: 'Case no.',
    class: 'Class of matter',
    procedure: 'Procedure',
    number: 'No.',
    name: 'Name',
    day: 'Day',
    content: 'Text',
    reason: 'Reason',
    result: 'Result',
    sign: 'Signed',
    seal: '(seal)',
    writtenDay: 'Day: ',
    head: 'Head of the record',
    checkpoint: 'Checkpoint',
    body: 'Body',
    draft: 'Draft',
    none: 'none',
    comma: ', ',
    yes: 'yes',
    no: 'no',
    abstain: 'abstain',
    spoiled: 'spoiled',
  },
)

export const matterName = (matter: string | null, lang: Lang): string =>
  matter === null ? '' : (matters.find(({ id }) => id === matter)?.title[lang] ?? matter)

/** Which case a paper belongs to. */
export const caseFields = ({ number, title, procedure, matter }: CaseTold, lang: Lang): readonly Block[] => {
  const w = common[lang]
  return [
    field(w.case, String(number)),
    field(w.matter, title),
    ...(matter === null ? [] : [field(w.class, matterName(matter, lang))]),
    field(w.procedure, procedure.title[lang]),
  ]
}

/** 村民委员会 or 居民委员会, under whose seal most papers go out. */
const committeeOf = ({ sort }: PlaceTold): string => (sort === 'village' ? 'village-committee' : 'residents-committee')

/** Who signs, whose seal goes beside it, and the day to be written. */
export const signedBy = (
  place: PlaceTold,
  lang: Lang,
  lines: readonly string[] = [],
  body: string = committeeOf(place),
): Block => ({
  sort: 'signatures',
  lines,
  seal: `${place.community}${lang === 'zh' ? '' : ', '}${bodyName(body, lang)}${common[lang].seal}`,
  day: common[lang].writtenDay,
})

/** By which the record can be held to what is printed here: its own head, and the community's last checkpoint as the verifier takes it. */
const codesOf = ({ checkpoint }: PlaceTold, head: string, lang: Lang): readonly (readonly [string, string])[] => [
  [common[lang].head, head],
  ...(checkpoint === null ? [] : [[common[lang].checkpoint, `${checkpoint.size}:${checkpoint.code}`] as const]),
]

export const codeFields = (place: PlaceTold, head: string, lang: Lang): readonly Block[] =>
  codesOf(place, head, lang).map(([label, code]) => field(label, code))

/** The short page of what hangs of a case, which its notice leads to: plain words, the days left, room to say something. */
export const addressOfNotice = ({ site, communityId, number }: CaseTold): string =>
  `${site}/n/${noticeCode(communityId, number)}`

/** Where the check codes of a case's papers stand beside its record. */
export const addressOfCase = ({ site, communityId, id }: CaseTold): string =>
  `${site}/c/${communityId}/proposals/${id}#record`

/** Where a meeting's check code stands beside what came of each item. */
export const addressOfMeeting = ({ site, communityId, id }: MeetingPapers): string =>
  `${site}/c/${communityId}/meetings/${id}#record`

/** A square code that leads to a page, with what the record can be held to beneath; that alone where there is no page to lead to. */
export const squareCode = (place: PlaceTold, address: string, head: string, scan: string, lang: Lang): Block => {
  const codes = codesOf(place, head, lang).map(([label, code]) => `${label} ${code}`)
  return place.site === '' ? line(codes.join(' · ')) : { sort: 'code', address, text: [scan, ...codes].join(' · ') }
}
