import { type Provision, provision } from './provision.ts'

/** 山东: what the province adds to the national law on 村民代表会议. */
export const shandong: readonly Provision[] = [
  provision({
    id: 'shandong/representatives',
    source: 'regulation',
    body: 'village-representatives',
    jurisdiction: 'CN-37',
    cite: '《山东省实施〈中华人民共和国村民委员会组织法〉办法》第二十四条',
    text: '未经村民会议授权或者不符合规定程序的，村民代表会议所作决定无效。',
    from: '2018-12-29',
    convocation: { daysBefore: 5, written: true, posted: true },
    quorum: {
      count: 'present',
      among: 'women-representatives',
      atLeast: [2, 3],
      of: 'entitled',
      ofAmong: 'women-representatives',
    },
    note: '同条要求提前五日书面通知并公告，到会的妇女村民代表达到妇女村民代表的三分之二以上；这里只摘录一句，全文须查原件。办法为2012年制定，此处与所载的国家条文自同日起适用；2025年修法后如有修订，以新办法为准。',
  }),
]
