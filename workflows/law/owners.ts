import { type Provision, provision } from './provision.ts'

const cite = '《中华人民共和国民法典》第二百七十八条'
const text =
  '业主共同决定事项，应当由专有部分面积占比三分之二以上的业主且人数占比三分之二以上的业主参与表决。决定前款第六项至第八项规定的事项，应当经参与表决专有部分面积四分之三以上的业主且参与表决人数四分之三以上的业主同意。决定前款其他事项，应当经参与表决专有部分面积过半数的业主且参与表决人数过半数的业主同意。'

/** 参与表决: by area and by heads, judged when the ballot closes; who abstains or spoils the paper has taken part. */
const called = {
  source: 'law',
  body: 'owners',
  from: '2021-01-01',
  convenes: ['owners-committee'],
  presides: ['owners-committee'],
  demands: [{ of: 'owners', atLeast: [1, 5] }],
  convocation: { daysBefore: 15 },
  participation: {
    all: [
      { count: 'cast', atLeast: [2, 3], of: 'entitled', measure: 'area' },
      { count: 'cast', atLeast: [2, 3], of: 'entitled' },
    ],
  },
  proxies: { written: true, cite: '《物业管理条例》第十二条第二款' },
  voting: ['recorded'],
} as const

const counted =
  '面积按不动产登记簿，人数按专有部分计：一个专有部分算一人，建设单位未售出或未交付的合计算一人，同一买受人的合计算一人。'
const calledSo =
  '召集按《物业管理条例》第十三条至第十五条：由业主委员会召集，提前十五日通知，百分之二十以上的业主提议的应当召开（这里按人数计）。该条例第十二条的人数和面积比例已被民法典取代。签名或者实名表决，是本系统的读法。'

/** 业主共同决定: the ordinary majority and, for three of the nine classes, the greater one. */
export const owners: readonly Provision[] = [
  provision({
    ...called,
    id: 'owners/ordinary',
    matters: [
      'owners-procedure',
      'owners-covenant',
      'owners-committee-members',
      'owners-manager',
      'owners-fund-use',
      'owners-other',
    ],
    cite,
    text,
    passes: {
      all: [
        { count: 'yes', moreThan: [1, 2], of: 'cast', measure: 'area' },
        { count: 'yes', moreThan: [1, 2], of: 'cast' },
      ],
    },
    note: `第一款第一项至第五项、第九项。基数是参与表决的面积和人数，弃权和无效票也算参与。${counted}${calledSo}`,
  }),
  provision({
    ...called,
    id: 'owners/special',
    matters: ['owners-fund-raising', 'owners-rebuilding', 'owners-common-parts'],
    cite,
    text,
    passes: {
      all: [
        { count: 'yes', atLeast: [3, 4], of: 'cast', measure: 'area' },
        { count: 'yes', atLeast: [3, 4], of: 'cast' },
      ],
    },
    note: `第一款第六项至第八项。基数是参与表决的面积和人数，弃权和无效票也算参与。${counted}${calledSo}`,
  }),
]
