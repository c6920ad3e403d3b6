import { bodyName, officeName } from '../../../workflows/wording.ts'
import { field, heading, line, title } from '../blocks.ts'
import { type CaseTold, onDay, saidOf, sayDay } from '../case-told.ts'
import { dictionary, type PaperKind, unlessNone } from './paper-kind.ts'
import { caseFields, common, matterName, signedBy } from './words.ts'

const w = dictionary(
  {
    party: '党组织研究讨论记录',
    heldOn: '讨论日期',
    agreed: '同意',
    refused: '不同意',
    record: '讨论情况',
    present: '参加人员(签字):',
    authorisation: '授权决定',
    by: '授权会议',
    to: '被授权会议',
    decidedOn: '决定日期',
    until: '授权期限至',
    postedOn: '公告日期',
    filedOn: '备案日期',
    filing: '备案报告',
    with: '备案机关',
    number: '备案编号',
    township: '乡镇人民政府',
    'sub-district': '街道办事处',
    approval: '批准文件',
    approvedBy: '批准机关',
    approved: '批准',
    notApproved: '不予批准',
    approvalNumber: '文号',
    orders: '责令改正和改正情况',
    ordered: '责令改正',
    dueOn: '改正期限',
    corrected: '改正情况',
  },
  {
    party: 'Prior discussion by the party organisation',
    heldOn: 'Held on',
    agreed: 'agreed',
    refused: 'not agreed',
    record: 'What was discussed',
    present: 'Those who took part:',
    authorisation: 'Authorisation',
    by: 'By',
    to: 'Of',
    decidedOn: 'Decided on',
    until: 'Until',
    postedOn: 'Posted on',
    filedOn: 'Filed on',
    filing: 'Filing',
    with: 'Filed with',
    number: 'Under no.',
    township: 'township government',
    'sub-district': 'sub-district office',
    approval: 'Approval',
    approvedBy: 'By',
    approved: 'approved',
    notApproved: 'not approved',
    approvalNumber: 'Under no.',
    orders: 'Orders to put right, and what was done',
    ordered: 'Order',
    dueOn: 'Due on',
    corrected: 'Done',
  },
)

/** 党组织研究讨论记录. */
export const partyDiscussion: PaperKind<CaseTold> = {
  kind: 'party-discussion',
  title: { zh: w.zh.party, en: w.en.party },
  shown: 'office',
  write: (told, lang) => {
    const words = w[lang]
    return unlessNone(saidOf(told, 'party-discussion.filed'), ({ data }) => [
      title(words.party),
      ...caseFields(told, lang),
      field(words.heldOn, sayDay(data.heldOn, lang)),
      field(common[lang].result, words[data.agreed ? 'agreed' : 'refused']),
      heading(words.record),
      line(told.text(data.text)),
      signedBy(told, lang, [words.present], 'party-committee'),
    ])
  },
}

/** 授权决定: matter, term, posting and filing. */
export const authorisation: PaperKind<CaseTold> = {
  kind: 'authorisation',
  title: { zh: w.zh.authorisation, en: w.en.authorisation },
  shown: 'office',
  write: (told, lang) => {
    const words = w[lang]
    return unlessNone(saidOf(told, 'authorisation.filed'), ({ data }) => [
      title(words.authorisation),
      ...caseFields({ ...told, matter: null }, lang),
      field(common[lang].class, matterName(data.matter, lang)),
      field(words.by, bodyName(data.by, lang)),
      field(words.to, bodyName(data.to, lang)),
      field(words.decidedOn, sayDay(data.decidedOn, lang)),
      field(words.until, sayDay(data.until, lang)),
      field(words.postedOn, sayDay(data.postedOn, lang)),
      field(words.filedOn, sayDay(data.filedOn, lang)),
      line(told.text(data.text)),
      signedBy(told, lang, [], data.by),
    ])
  },
}

/** 备案报告 and 批准文件. */
export const filing: PaperKind<CaseTold> = {
  kind: 'filing',
  title: { zh: w.zh.filing, en: w.en.filing },
  shown: 'office',
  write: (told, lang) => {
    const words = w[lang]
    return unlessNone(saidOf(told, 'filing.reported', 'approval.given'), (entry) => {
      if (entry.kind === 'filing.reported')
        return [
          title(words.filing),
          ...caseFields(told, lang),
          field(words.with, words[entry.data.with]),
          field(words.filedOn, sayDay(entry.data.filedOn, lang)),
          field(words.number, told.text(entry.data.number)),
          signedBy(told, lang),
        ]
      return [
        title(words.approval),
        ...caseFields(told, lang),
        field(words.approvedBy, officeName(entry.data.by, lang)),
        field(words.decidedOn, sayDay(entry.data.decidedOn, lang)),
        field(words.approvalNumber, told.text(entry.data.number)),
        field(common[lang].result, words[entry.data.approved ? 'approved' : 'notApproved']),
      ]
    })
  },
}

/** 责令改正 and what was done about each. */
export const orders: PaperKind<CaseTold> = {
  kind: 'orders',
  title: { zh: w.zh.orders, en: w.en.orders },
  shown: 'office',
  write: (told, lang) => {
    const words = w[lang]
    const reports = saidOf(told, 'correction.reported')
    return unlessNone(saidOf(told, 'correction.ordered'), (entry) => {
      const done = reports.find(({ data }) => data.order === entry.data.order)
      return [
        title(words.orders),
        ...caseFields(told, lang),
        field(words.with, officeName(entry.data.by, lang)),
        field(words.ordered, `${sayDay(entry.data.orderedOn, lang)} ${told.text(entry.data.text)}`),
        field(words.dueOn, sayDay(entry.data.dueOn, lang)),
        field(words.corrected, done ? `${onDay(done, lang)} ${told.text(done.data.text)}` : common[lang].none),
        signedBy(told, lang),
      ]
    })
  },
}
