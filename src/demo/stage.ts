import type { GateGround } from '../../workflows/stages/gate.ts'
import { arithmetic, groundText } from '../../workflows/wording.ts'
import { type Answer, type Caller, callerOf, signedIn } from './client.ts'
import type { DemoClock } from './demo-clock.ts'

const expected = (answer: Answer, what: string): Answer['body'] => {
  if (answer.status >= 400) throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** What must succeed, with its body. */
export const must = async (answer: Promise<Answer>, what: string): Promise<Answer['body']> =>
  expected(await answer, what)

/** What must be refused with this code; answers the reason as a line, with every ground that is not met. */
export const refused = async (answer: Promise<Answer>, code: string, what: string): Promise<string> => {
  const { status, body } = await answer
  if (status < 400 || body.code !== code)
    throw new Error(`${what}: expected ${code}, got ${status} ${JSON.stringify(body)}`)
  const facts = body.facts as { readonly grounds?: readonly GateGround[] }
  const unmet = (facts.grounds ?? []).filter((ground) => !ground.met).map((ground) => groundText(ground, 'zh'))
  return `  ✗ ${what}:${String(body.zh)}${unmet.length > 0 ? `:${unmet.join(';')}` : ''}`
}

interface Seat {
  readonly person: string
  readonly name: string
  readonly groups: readonly string[]
  readonly office: string
  readonly voting: boolean
}

/** A community on the demo's stage: its people by body, its clerk, its clock. */
export interface Scene {
  /** Where each step's line goes. */
  readonly tell: (line: string) => void
  readonly url: string
  readonly community: string
  readonly path: string
  readonly clock: DemoClock
  readonly clerk: () => Promise<Caller>
  readonly supervisor: () => Promise<Caller>
  readonly administrator: () => Promise<Caller>
  readonly expert: (discipline: string) => Promise<Caller>
  /** A one-time code for somebody who has no password. */
  readonly slip: (person: string) => Promise<string>
  readonly resident: (person: string) => Promise<Caller>
  readonly seats: (body: string) => Promise<readonly Seat[]>
}

export const passwordOf = (login: string): string => `demo-${login}-2026`

/** Founds a community, opens its accounts and imports its roster. */
export const found = async (
  url: string,
  clock: DemoClock,
  setupToken: string,
  cmd: {
    readonly sort: 'village' | 'city'
    readonly name: string
    readonly jurisdiction?: string
    readonly roster: Uint8Array
    readonly logins: string
  },
  tell: Scene['tell'],
): Promise<Scene> => {
  const { sort, name, jurisdiction, roster, logins } = cmd
  const admin = `${logins}-admin`
  const founded = await must(
    callerOf(url).post('/api/communities', {
      setupToken,
      sort,
      name,
      ...(jurisdiction === undefined ? {} : { jurisdiction }),
      administrator: { login: admin, password: passwordOf(admin) },
    }),
    'found',
  )
  const community = String(founded.community)
  const path = `/api/communities/${community}`
  const sessions = new Map<string, { readonly since: number; readonly caller: Promise<Caller> }>()
  /** Signs in anew only when the moved clock has run past half a session. */
  const as = (login: string): Promise<Caller> => {
    const now = clock.now().getTime()
    const held = sessions.get(login)
    if (held && now - held.since < 6 * 3_600_000) return held.caller
    const caller = signedIn(url, community, { login, password: passwordOf(login) })
    sessions.set(login, { since: now, caller })
    return caller
  }
  const administrator = await as(admin)
  const accounts = [
    { login: `${logins}-clerk`, role: 'clerk' },
    { login: `${logins}-supervisor`, role: 'supervisor' },
    { login: `${logins}-law`, role: 'expert', discipline: 'law' },
    { login: `${logins}-social`, role: 'expert', discipline: 'social-management' },
  ]
  for (const account of accounts)
    await must(administrator.post(`${path}/accounts`, { ...account, password: passwordOf(account.login) }), 'account')
  const clerk = await as(`${logins}-clerk`)
  const preview = await must(clerk.sendFile(`${path}/roster/imports?preview=true`, roster), 'preview')
  const imported = await must(
    clerk.sendFile(`${path}/roster/imports?digest=${String(preview.digest)}`, roster),
    'import',
  )
  tell(`花名册导入:${String(imported.people)} 人,${String(imported.households)} 户(${String(imported.encoding)})`)
  const slip = async (person: string): Promise<string> => {
    const slips = await must((await as(`${logins}-clerk`)).post(`${path}/slips`, { people: [person] }), 'slip')
    const [made] = slips as unknown as readonly { readonly code: string }[]
    return made?.code ?? ''
  }
  return {
    tell,
    url,
    community,
    path,
    clock,
    clerk: () => as(`${logins}-clerk`),
    supervisor: () => as(`${logins}-supervisor`),
    administrator: () => as(admin),
    expert: (discipline) => as(discipline === 'law' ? `${logins}-law` : `${logins}-social`),
    slip,
    resident: async (person) => signedIn(url, community, { slip: await slip(person) }),
    seats: async (body) => {
      const { items } = await must((await as(`${logins}-clerk`)).get(`${path}/bodies/${body}/seats`), 'seats')
      return (items as readonly Seat[]).filter(({ voting }) => voting)
    },
  }
}

/** Adopts a procedure and opens a proposal out of topics. */
export const openCase = async (
  scene: Scene,
  cmd: {
    readonly procedure: string
    readonly choices: Readonly<Record<string, string | number>>
    readonly title: string
    readonly topics: readonly string[]
  },
): Promise<string> => {
  const clerk = await scene.clerk()
  const { adoption } = await must(
    clerk.post(`${scene.path}/adoptions`, { procedure: cmd.procedure, choices: cmd.choices }),
    'adopt',
  )
  const { proposal, number } = await must(
    clerk.post(`${scene.path}/proposals`, { adoption, title: cmd.title, topics: cmd.topics }),
    'open',
  )
  scene.tell(`立案第 ${String(number)} 号:${cmd.title}`)
  return `${scene.path}/proposals/${String(proposal)}`
}

/** Says an event of a proposal as the clerk. */
export const say = async (
  scene: Scene,
  proposal: string,
  type: string,
  input: Readonly<Record<string, unknown>> = {},
): Promise<Answer['body']> => must((await scene.clerk()).post(`${proposal}/events`, { type, ...input }), type)

/** The members of the committee that calls a body, its chair first: any of them may preside. */
export const presidersOf = async (scene: Scene, convenedBy: string): Promise<readonly string[]> =>
  [...(await scene.seats(convenedBy))]
    .sort((a, b) => Number(b.office === 'chair') - Number(a.office === 'chair'))
    .map(({ person }) => person)

/** Calls a body for one proposal, some days ahead, and goes to that day. */
export const convene = async (
  scene: Scene,
  proposal: string,
  cmd: {
    readonly body: string
    readonly mode?: string
    readonly convenedBy: string
    readonly daysAhead: number
    readonly presider?: string
  },
): Promise<string> => {
  const [presider] = cmd.presider === undefined ? await presidersOf(scene, cmd.convenedBy) : [cmd.presider]
  const at = scene.clock.ahead(cmd.daysAhead)
  const called = await must(
    (await scene.clerk()).post(`${scene.path}/meetings`, {
      body: cmd.body,
      ...(cmd.mode === undefined ? {} : { mode: cmd.mode }),
      at,
      convenedBy: cmd.convenedBy,
      presider,
      place: '村(社区)会议室',
      written: true,
      posted: true,
      agenda: [proposal.slice(proposal.lastIndexOf('/') + 1)],
    }),
    'convene',
  )
  scene.tell(`会议通知:${at.slice(0, 10)} 开会,应到 ${String(called.entitled)} 人`)
  await scene.clock.goTo(at)
  return `${scene.path}/meetings/${String(called.meeting)}`
}

/** Signs people in at the clerk's table. */
export const attend = async (scene: Scene, meeting: string, people: readonly string[]): Promise<void> => {
  await must((await scene.clerk()).post(`${meeting}/attendance`, { people }), 'attendance')
}

/** 散会: from then on the meeting has its minutes. */
export const ends = async (scene: Scene, meeting: string, outcome: 'held' | 'no-quorum' = 'held'): Promise<void> => {
  await must((await scene.clerk()).post(`${meeting}/end`, { outcome }), 'end')
}

/** Puts a question; each voter signs in with a slip of their own and votes; closes and shows the arithmetic. */
export const vote = async (
  scene: Scene,
  proposal: string,
  meeting: string,
  cmd: {
    readonly motion?: string
    readonly yes: readonly string[]
    readonly no?: readonly string[]
    readonly abstain?: readonly string[]
    readonly before?: (ballot: string, voter: Caller) => Promise<void>
  },
): Promise<{
  readonly ballot: string
  readonly carried: boolean
  readonly grounds: readonly GateGround[]
  readonly voter: Caller
}> => {
  const clerk = await scene.clerk()
  const id = proposal.slice(proposal.lastIndexOf('/') + 1)
  const opened = await must(
    clerk.post(`${meeting}/ballots`, { proposal: id, motion: cmd.motion ?? 'agree' }),
    'open ballot',
  )
  const ballot = `${scene.path}/ballots/${String(opened.ballot)}`
  const choices = [
    ...cmd.yes.map((person) => ({ person, choice: 'yes' })),
    ...(cmd.no ?? []).map((person) => ({ person, choice: 'no' })),
    ...(cmd.abstain ?? []).map((person) => ({ person, choice: 'abstain' })),
  ]
  const slips = (await must(
    clerk.post(`${scene.path}/slips`, { people: choices.map(({ person }) => person) }),
    'slips',
  )) as unknown as readonly {
    readonly person: string
    readonly code: string
  }[]
  const codes = new Map(slips.map(({ person, code }) => [person, code]))
  const voters = await Promise.all(
    choices.map(async ({ person, choice }) => ({
      choice,
      caller: await signedIn(scene.url, scene.community, { slip: codes.get(person) ?? '' }),
    })),
  )
  await Promise.all(
    voters.map(({ choice, caller }, n) => must(caller.post(`${ballot}/votes`, { choice }, `${ballot}-${n}`), 'vote')),
  )
  const [first] = voters
  if (!first) throw new Error('a ballot in the play has voters')
  await cmd.before?.(ballot, first.caller)
  const closed = await must(clerk.post(`${ballot}/close`), 'close')
  const grounds = closed.grounds as readonly GateGround[]
  const sums = [...(opened.grounds as readonly GateGround[]), ...grounds]
    .filter(({ test }) => test !== undefined)
    .map((ground) => arithmetic(ground, 'zh'))
  scene.tell(`  ${sums.join(' · ')} → ${closed.carried === true ? '通过' : '未通过'}`)
  return { ballot, carried: closed.carried === true, grounds, voter: first.caller }
}

/** Hangs what the stage asks for and shows that it was seen. */
export const hang = async (
  scene: Scene,
  proposal: string,
  sort: 'postings' | 'publications',
): Promise<{ readonly posting: string; readonly lastDay: string }> => {
  const posted = await must(
    (await scene.clerk()).post(`${proposal}/${sort}`, { places: '村(社区)公开栏、各组张贴点' }),
    sort,
  )
  const { posting, days, lastDay } = posted.data as {
    readonly posting: string
    readonly days: number
    readonly lastDay: string
  }
  await say(scene, proposal, 'posting.evidenced', { posting, seenOn: scene.clock.today(), evidence: '张贴照片存档' })
  scene.tell(`${sort === 'postings' ? '张榜公示' : '公布'} ${days} 天,至 ${lastDay} 止`)
  return { posting, lastDay }
}
