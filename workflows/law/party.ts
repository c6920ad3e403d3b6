import { type Provision, provision } from './provision.ts'

const regulations = '《中国共产党支部工作条例(试行)》'

/** 党支部党员大会 and 党支部委员会. The base is everyone entitled: staying away counts as no yes. */
export const party: readonly Provision[] = [
  provision({
    id: 'party/assembly',
    source: 'party',
    body: 'party-assembly',
    cite: `${regulations}第十一条`,
    text: '表决必须有半数以上有表决权的党员到会方可进行，赞成人数超过应到会有表决权的党员的半数为通过。',
    from: '2018-10-28',
    convenes: ['party-committee'],
    presides: ['party-committee', 'party-assembly'],
    quorum: { count: 'present', atLeast: [1, 2], of: 'entitled' },
    passes: { count: 'yes', moreThan: [1, 2], of: 'entitled' },
    note: '应到会的是有表决权的正式党员；恰好半数到会可以表决，但不可能通过。由书记召集，不设支委会的支部也登记为党组织召集。施行日期未经原件核对。',
  }),
  provision({
    id: 'party/committee',
    source: 'party',
    body: 'party-committee',
    cite: `${regulations}第十二条`,
    text: '须有半数以上委员到会方可进行',
    from: '2018-10-28',
    convenes: ['party-committee'],
    presides: ['party-committee'],
    quorum: { count: 'present', atLeast: [1, 2], of: 'entitled' },
    passes: { count: 'yes', moreThan: [1, 2], of: 'entitled' },
    note: '条文只规定到会人数，这里只摘录这一句。通过须超过应到委员的半数，是本系统的默认要求，可以从严。施行日期未经原件核对。',
  }),
]
