import { groupName, hereAt, votingName } from '../../workflows/wording.ts'
import type { RefusalOf, RowFault } from '../services/refusal.ts'

interface Words {
  readonly zh: string
  readonly en: string
}

/** What is refused of an open ballot, by whatever door. */
type BallotRefusal = RefusalOf<
  | 'ballot_term_over'
  | 'other_way_of_voting'
  | 'not_circulated'
  | 'recused'
  | 'recused_already'
  | 'recusal_too_late'
  | 'row_refused'
  | 'papers_unconfirmed'
  | 'not_voted_yet'
  | 'vote_stands'
  | 'tellers_not_two'
  | 'groups_to_count'
  | 'more_than_may_vote'
>

const rowFaults: Readonly<Record<RowFault, Words>> = {
  voted_already: { zh: '此人已经投过票', en: 'this person has voted already' },
  not_present_at_roll_call: {
    zh: '此人清点人数时未到会',
    en: 'this person was not present at the roll call',
  },
  not_on_roll: { zh: '此人不在应到名册上', en: 'this person is not on the roll' },
  recused: { zh: '此人已回避', en: 'this person is recused' },
  named_twice: { zh: '此人列了两次', en: 'this person is named twice' },
}

/** The same as said to whoever met it. */
export const ballotWords = (p: BallotRefusal): Words => {
  switch (p.code) {
    case 'ballot_term_over':
      return {
        zh: `表决已于 ${hereAt(p.until)} 截止,不再收票`,
        en: `The ballot’s term ended at ${hereAt(p.until)}; no vote is taken any more`,
      }
    case 'other_way_of_voting':
      return p.voting === 'circulated'
        ? { zh: '本次为书面征求意见,不能这样表决', en: 'This ballot is in writing over days; it is not taken this way' }
        : {
            zh: `本次采用${votingName(p.voting, 'zh')}方式,不能这样表决`,
            en: `This ballot is taken by ${votingName(p.voting, 'en')}, not this way`,
          }
    case 'not_circulated':
      return { zh: '本次不是书面征求意见,无须上门', en: 'No written ballots go round here: nobody is visited' }
    case 'recused':
      return { zh: '本事项您须回避,不参加表决', en: 'You are recused from this item and have no vote in it' }
    case 'recused_already':
      return { zh: '此人对本事项已登记回避', en: 'This person is recused from this item already' }
    case 'recusal_too_late':
      return {
        zh: '本事项已开始表决,不能再登记回避',
        en: 'The ballot on this item has been opened: it is too late for a recusal',
      }
    case 'row_refused':
      return {
        zh: `第 ${p.row} 行有误(${rowFaults[p.because].zh}),全部未录入`,
        en: `Row ${p.row} is refused (${rowFaults[p.because].en}); nothing was entered`,
      }
    case 'papers_unconfirmed':
      return {
        zh: `还有 ${p.attestations.length} 份录入等待第二人确认,确认或退回后才能结束表决`,
        en: `${p.attestations.length} entries wait for a second person; confirm or reject them before the ballot closes`,
      }
    case 'not_voted_yet':
      return { zh: '此人还没有投票', en: 'This person has not voted yet' }
    case 'vote_stands':
      return { zh: '本人用手机投的票以所投为准,不能更改', en: 'A vote cast by one’s own phone stands as it was cast' }
    case 'tellers_not_two':
      return { zh: '须有两名不同的计票人', en: 'Two different people count' }
    case 'groups_to_count':
      return {
        zh:
          p.groups.length === 0
            ? '本次不需分组计数'
            : `须分别清点:${p.groups.map((group) => groupName(group, 'zh')).join('、')},各项都不多于总数`,
        en:
          p.groups.length === 0
            ? 'No group is counted apart here'
            : `Count apart, none above the whole: ${p.groups.map((group) => groupName(group, 'en')).join(', ')}`,
      }
    case 'more_than_may_vote':
      return {
        zh: `清点 ${p.counted} 票,多于可表决的 ${p.mayVote} 人`,
        en: `${p.counted} counted, more than the ${p.mayVote} who may vote`,
      }
  }
}
