import { type Provision, provision } from './provision.ts'

/** 一事一议: where the villagers' representatives decide on contributions, they are weighed by the households behind them. */
export const fundRaising: readonly Provision[] = [
  provision({
    id: 'default/fund-and-labour-raising',
    source: 'default',
    body: 'village-representatives',
    matters: ['fund-and-labour-raising'],
    cite: '本系统默认规则(一事一议筹资筹劳的地方文本)',
    text: '召开村民代表会议，应当有代表三分之二以上农户的村民代表参加。',
    from: '2018-12-29',
    quorum: { count: 'present', atLeast: [2, 3], of: 'entitled', measure: 'represented' },
    passes: { count: 'yes', moreThan: [1, 2], of: 'present', measure: 'represented' },
    voting: ['recorded'],
    note: '见于一份地方的筹资筹劳管理办法第十二条，只读到这一句；国务院办公厅国办发〔2007〕4号转发的全国办法未能核对原文。按到会代表所代表的户过半数通过、记名并由代表签字，是同类文本的通常要求。与村民代表会议的一般规定同时适用，当地另有规定的，依当地规定。',
  }),
]
