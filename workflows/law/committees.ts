import { type Provision, provision } from './provision.ts'

/** 村(社区)"两委"会: no national rule was found, so a strict default of ours stands in. */
export const committees: readonly Provision[] = [
  provision({
    id: 'default/two-committees',
    source: 'default',
    body: 'two-committees',
    cite: '本系统默认规则(未见全国性规定)',
    text: '少数服从多数',
    from: '2018-10-28',
    convenes: ['party-committee'],
    presides: ['two-committees'],
    quorum: { count: 'present', moreThan: [1, 2], of: 'entitled' },
    passes: { count: 'yes', moreThan: [1, 2], of: 'entitled' },
    note: '"少数服从多数"见于各地"四议两公开"的做法。默认要求：应到人员过半数到会，应到人员过半数同意，可以从严。交叉任职的，应到只计一人。',
  }),
]
