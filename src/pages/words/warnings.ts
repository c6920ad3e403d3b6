import type { Title } from '../../../workflows/stages/stage.ts'

/** What is said before something that cannot be taken back. */
export const warning = {
  ends: {
    zh: '办了以后这件事就终结了,不能恢复;要再办,只能重新立案。',
    en: 'This ends the case for good; to take the matter up again, open a new one.',
  },
  hangs: {
    zh: '张贴以后这一稿就不能改了;只有错别字可以勘误,由监督委员会确认。',
    en: 'Once it hangs the draft stays as it is; only a slip of the pen can be corrected, confirmed by the supervision committee.',
  },
  recorded: {
    zh: '登记以后记入档案,不能删改;写错了只能另行登记说明。',
    en: 'It goes into the record and stays there; a mistake can only be put right by another entry.',
  },
  closes: {
    zh: '结束以后不再收意见,请先确认意见都已答复、张贴凭证已留存。',
    en: 'After it no comment is taken: make sure that all are answered and the posting is evidenced.',
  },
  revokes: { zh: '登记以后决议不再有效。', en: 'The resolution is no longer in force after it.' },
} as const satisfies Readonly<Record<string, Title>>
