import { words } from './words.ts'

/** What is asked and said when somebody takes back what they have said. */
export const withdrawalWords = words(
  {
    comment: '撤回这条意见',
    lead: '撤回以后:',
    hidden: '公示栏和意见汇总里不再显示内容和照片,也不再答复这条意见。',
    stays: '提过这条意见、又由本人撤回,这两件事留在档案里,不能删除。',
    final: '撤回不能取消。公示结束以前,您可以另提一条。',
    guestStays: '这条意见还没有登载,撤回以后不再由村(居)委会决定,也不记入档案。',
    yes: '确定撤回',
    no: '不撤回,返回',
    done: '已撤回。',
    tooLate: '这条意见现在不能撤回:已经撤回、已经答复或处理,或者公示已经结束。',
    topic: '撤回这条议题',
    topicHidden: '登记表里不再显示内容,也不再办理这条议题。',
    topicStays: '编号、提出日期和由本人撤回的事实留在登记表和档案里,不能删除。',
    topicFinal: '撤回不能取消。以后想再提,可以重新提议题。',
    topicTooLate: '这条议题现在不能撤回:只有提出人可以撤回,并且还没有归类、没有别人附议、没有办结。',
    signature: '撤回我的签名',
    signatureHidden: '您的签名不再计入联名人数。',
    signatureStays: '签过名、又撤回,这两件事留在档案里,不能删除。谁签过名,仍然只有经办人和监督委员会看得到。',
    signatureFinal: '会议召集以前,您可以再签。',
    signatureTooLate: '现在没有可以撤回的签名:您没有签名,或者会议已经召集。',
  },
  {
    comment: 'Take this comment back',
    lead: 'Once it is taken back:',
    hidden: 'its text and photo are no longer shown, on the pages or in the printed summary, and it is not answered;',
    stays: 'that it was made, and taken back by whoever made it, stays on the record and cannot be deleted;',
    final: 'it cannot be undone. While the posting hangs you may write another.',
    guestStays:
      'it was not admitted yet, so the committee no longer decides on it, and it never comes onto the record;',
    yes: 'Take it back',
    no: 'Leave it as it is',
    done: 'It is taken back.',
    tooLate:
      'This comment cannot be taken back: it was taken back already, it is answered or dealt with, or the posting is closed.',
    topic: 'Take this topic back',
    topicHidden: 'its text is no longer shown in the register, and nothing more is done about it;',
    topicStays: 'its number, its day, and that whoever raised it took it back stay in the register and on the record;',
    topicFinal: 'it cannot be undone. You may raise it anew later.',
    topicTooLate:
      'This topic cannot be taken back: only whoever raised it may, before it is sorted, joined by others or settled.',
    signature: 'Take my signature back',
    signatureHidden: 'your signature no longer counts;',
    signatureStays:
      'that you signed, and took it back, stays on the record. Still only the clerk and the supervision committee see who signed;',
    signatureFinal: 'until the meeting is called you may sign again.',
    signatureTooLate: 'There is no signature to take back: you have not signed, or the meeting is called.',
  },
)
