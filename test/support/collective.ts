import { hang, must, openCase, say } from '../../src/demo/stage.ts'
import { collectiveChoices } from './adopted.ts'
import { callOf, calls } from './cases.ts'
import type { Small } from './small-village.ts'

/** Who of 小石村 is a member of its collective: twelve of six households. */
const collectiveMembers = [
  ...['张一', '张二', '李一', '李二', '王一', '王二'],
  ...['赵一', '赵二', '孙一', '孙二', '周一', '周二'],
] as const

/** How its members are lawfully called. */
export const membersCall = { body: 'collective-members', convenedBy: 'collective-council', daysAhead: 10 }

/** Registers the members and appoints the council of three. */
export const foundsCollective = async ({ path, clock, clerk, id }: Small): Promise<void> => {
  const fill = async (body: string, cause: string, members: readonly (readonly [string, string])[]) =>
    must(
      (await clerk()).post(`${path}/bodies/${body}/seats`, {
        cause,
        from: clock.today(),
        members: members.map(([name, office]) => ({ person: id(name), office })),
      }),
      body,
    )
  await fill(
    'collective-members',
    'registered',
    collectiveMembers.map((name) => [name, 'member']),
  )
  await fill('collective-council', 'appointed', [
    ['张一', 'chair'],
    ['李一', 'member'],
    ['王一', 'member'],
  ])
}

/** The council's plan posted and the party organisation heard: the members are to be called. */
export const plansIncome = async (small: Small): Promise<string> => {
  const { clock } = small
  const procedure = 'collective-decision@1'
  const proposal = await openCase(small, { procedure, choices: collectiveChoices, title: '收益分配', topics: [] })
  const draft = { text: '收益分配方案', change: 'first', follows: [], leaves: [] }
  await must((await small.clerk()).post(`${proposal}/drafts`, draft), 'draft')
  await say(small, proposal, 'intake.accepted', { matter: 'collective-plans' })
  const { lastDay } = await hang(small, proposal, 'postings')
  await clock.after(lastDay)
  await say(small, proposal, 'posting.closed')
  await say(small, proposal, 'party-discussion.filed', { heldOn: clock.today(), agreed: true, text: '同意' })
  return proposal
}

/** The members called, on the day of their meeting; nobody has signed in. */
export const callsMembers = async (small: Small, proposal: string): Promise<string> =>
  calls(small, await callOf(small, [proposal], membersCall))
