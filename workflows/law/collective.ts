import { type Provision, provision } from './provision.ts'

const law = '《中华人民共和国农村集体经济组织法》'
const since = '2025-05-01'

/** 农村集体经济组织: the base is all members or all representatives, so that staying away counts as no yes. */
export const collective: readonly Provision[] = [
  provision({
    id: 'collective/members',
    source: 'law',
    body: 'collective-members',
    cite: `${law}第二十七条`,
    text: '农村集体经济组织召开成员大会，应当将会议召开的时间、地点和审议的事项于会议召开十日前通知全体成员，有三分之二以上具有完全民事行为能力的成员参加。……成员大会作出决定，应当经本农村集体经济组织成员大会全体成员三分之二以上同意，本法或者其他法律法规、农村集体经济组织章程有更严格规定的，从其规定。',
    from: since,
    convenes: ['collective-council'],
    presides: ['collective-council', 'collective-members'],
    convocation: { daysBefore: 10 },
    quorum: { count: 'present', atLeast: [2, 3], of: 'entitled' },
    passes: { count: 'yes', atLeast: [2, 3], of: 'entitled' },
    proxies: { written: true, sameHousehold: true, cite: `${law}第二十七条第一款` },
    note: '名册只列具有完全民事行为能力的成员（第二十六条）。通过即时通讯工具在线参加会议的，算到会；书面委托只能给同一户内具有完全民事行为能力的其他家庭成员，被代为参加的算到会。理事长、副理事长或者理事长指定的成员主持。章程更严格的，另作本会议的规则加上。',
  }),
  provision({
    id: 'collective/members-outsiders',
    source: 'law',
    body: 'collective-members',
    matters: ['collective-outsiders'],
    cite: `${law}第十五条`,
    text: '非农村集体经济组织成员长期在农村集体经济组织工作，对集体做出贡献的，经农村集体经济组织成员大会全体成员四分之三以上同意，可以享有本法第十三条第七项、第九项、第十项规定的权利。',
    from: since,
    passes: { count: 'yes', atLeast: [3, 4], of: 'entitled' },
    note: '第二十七条所说“本法有更严格规定”的一种，与第二十七条同时适用。',
  }),
  provision({
    id: 'collective/representatives',
    source: 'law',
    body: 'collective-representatives',
    cite: `${law}第二十八条`,
    text: '成员代表大会实行一人一票的表决方式。成员代表大会作出决定，应当经全体成员代表三分之二以上同意。',
    from: since,
    convenes: ['collective-council'],
    presides: ['collective-council'],
    composition: { count: 'entitled', atLeastNumber: 21 },
    quorum: { count: 'present', atLeast: [2, 3], of: 'entitled' },
    passes: { count: 'yes', atLeast: [2, 3], of: 'entitled' },
    note: '代表人数应当多于二十人，并且有适当数量的妇女代表（没有规定比例）。条文没有规定到会人数和通知天数：通过须经全体代表三分之二以上同意，到会不足三分之二的不可能通过，因此以三分之二为到会要求。没有规定可以委托，不予委托。召集和主持见第三十条第一项。',
  }),
]
