import { attend, convene, hang, must, openCase, presidersOf, type Scene, say, vote } from '../../src/demo/stage.ts'

/** What three reviews ask to be chosen, as most tests choose it. */
export const threeReviews = {
  branch: 'party-committee',
  decides: 'representatives',
  half: 'representatives',
  amendment: 'continue',
  publicationDays: 15,
  ratingDays: 7,
  rollCall: 'public',
  calls: 2,
  expiryDays: 365,
} as const

export const sixStep = {
  base: 'entitled',
  postingDays: 3,
  postingCounted: 'calendar',
  publicationDays: 15,
  ratingDays: 7,
  rollCall: 'public',
  calls: 2,
  expiryDays: 365,
  objectionBody: 'residents-committee',
  objectionDays: 5,
} as const

export const idOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

type Choices = Readonly<Record<string, string | number>>

/** A proposal of the village that has its first draft and waits for acceptance. */
export const proposesRoad = async (scene: Scene, choices: Choices = {}): Promise<string> => {
  const proposal = await openCase(scene, {
    procedure: 'three-reviews@1',
    choices: { ...threeReviews, ...choices },
    title: '修路',
    topics: [],
  })
  await must((await scene.clerk()).post(`${proposal}/drafts`, { text: '方案一', change: 'first' }), 'draft')
  return proposal
}

/** The assembly's authorisation of the representatives, on file. */
export const authorises = (scene: Scene, proposal: string, matter: string, bodies: { by: string; to: string }) => {
  const decidedOn = scene.clock.today()
  return say(scene, proposal, 'authorisation.filed', {
    matter,
    ...bodies,
    decidedOn,
    postedOn: decidedOn,
    filedOn: decidedOn,
    until: '2026-12-31',
    text: '授权决定',
  })
}

/** The village's proposal accepted: the first review is due. */
export const acceptsRoad = async (
  scene: Scene,
  choices: Choices = {},
  matter = 'village-public-works',
): Promise<string> => {
  const proposal = await proposesRoad(scene, choices)
  await authorises(scene, proposal, matter, { by: 'village-assembly', to: 'village-representatives' })
  await say(scene, proposal, 'intake.accepted', { matter })
  return proposal
}

/** Who has a vote in a body. */
export const peopleOf = async (scene: Scene, body: string): Promise<readonly string[]> =>
  (await scene.seats(body)).map(({ person }) => person)

/** A body of the village meets in full. */
export const meets = async (
  scene: Scene,
  proposal: string,
  cmd: { readonly body: string; readonly convenedBy: string; readonly daysAhead: number },
): Promise<{ readonly meeting: string; readonly people: readonly string[] }> => {
  const people = await peopleOf(scene, cmd.body)
  const meeting = await convene(scene, proposal, cmd)
  await attend(scene, meeting, people)
  return { meeting, people }
}

/** A body meets in full and agrees by everybody's vote; answers the ballot's path. */
export const agrees = async (
  scene: Scene,
  proposal: string,
  cmd: { readonly body: string; readonly convenedBy: string; readonly daysAhead: number },
): Promise<string> => {
  const { meeting, people } = await meets(scene, proposal, cmd)
  const { ballot } = await vote(scene, proposal, meeting, { yes: people })
  return ballot
}

/** The three reviews passed: the representatives are to decide. */
export const reviewsRoad = async (scene: Scene, choices: Choices = {}): Promise<string> => {
  const proposal = await acceptsRoad(scene, choices)
  for (const body of ['party-committee', 'two-committees', 'party-assembly'])
    await agrees(scene, proposal, { body, convenedBy: 'party-committee', daysAhead: 3 })
  return proposal
}

/** How the village's bodies are lawfully called. */
export const branch = { body: 'party-committee', convenedBy: 'party-committee', daysAhead: 1 }
export const committees = { body: 'two-committees', convenedBy: 'party-committee', daysAhead: 1 }
export const party = { body: 'party-assembly', convenedBy: 'party-committee', daysAhead: 1 }
export const representatives = { body: 'village-representatives', convenedBy: 'village-committee', daysAhead: 10 }

export const matterOfCity = 'residents-covenant'

/** A covenant of the city neighbourhood, accepted, talked about and advised on: to be drafted. */
export const consultsCovenant = async (scene: Scene, choices: Choices = {}): Promise<string> => {
  const proposal = await openCase(scene, {
    procedure: 'six-step@1',
    choices: { ...sixStep, ...choices },
    title: '养犬公约',
    topics: [],
  })
  await authorises(scene, proposal, matterOfCity, { by: 'residents-assembly', to: 'residents-representatives' })
  await say(scene, proposal, 'intake.accepted', { matter: matterOfCity })
  await say(scene, proposal, 'talk.held', {
    heldOn: scene.clock.today(),
    convenedBy: 'party-committee',
    heard: ['stakeholders', 'units', 'representatives'],
    people: 20,
    minutes: '记录',
  })
  const noted = await say(scene, proposal, 'advice.noted', { text: '建议' })
  await say(scene, proposal, 'consultation.closed')
  const { advice } = noted.data as { readonly advice: string }
  await must(
    (await scene.clerk()).post(`${proposal}/drafts`, { text: '草案', change: 'first', follows: [advice], leaves: [] }),
    'draft',
  )
  return proposal
}

/** The covenant's draft approved: it is to be posted. */
export const draftsCovenant = async (scene: Scene, choices: Choices = {}): Promise<string> => {
  const proposal = await consultsCovenant(scene, choices)
  await say(scene, proposal, 'draft.approved', { n: 1, by: 'residents-council', approvedOn: scene.clock.today() })
  await say(scene, proposal, 'drafting.closed')
  return proposal
}

/** Both experts pass the first draft, and the review is closed. */
export const passesExperts = async (scene: Scene, proposal: string): Promise<void> => {
  for (const discipline of ['law', 'social-management'])
    await must(
      (await scene.expert(discipline)).post(`${proposal}/opinions`, {
        discipline,
        draft: 1,
        answer: 'pass',
        grounds: '无异议',
      }),
      'opinion',
    )
  await say(scene, proposal, 'review.closed')
}

/** The covenant posted without objection and passed by both experts: the representatives are to vote. */
export const reviewsCovenant = async (scene: Scene, choices: Choices = {}): Promise<string> => {
  const proposal = await draftsCovenant(scene, choices)
  const { lastDay } = await hang(scene, proposal, 'postings')
  await scene.clock.after(lastDay)
  await say(scene, proposal, 'posting.closed')
  await passesExperts(scene, proposal)
  await say(scene, proposal, 'party-discussion.filed', { heldOn: scene.clock.today(), agreed: true, text: '同意' })
  return proposal
}

export const cityRepresentatives = {
  body: 'residents-representatives',
  convenedBy: 'residents-committee',
  daysAhead: 10,
}

export type Call = { readonly body: string; readonly convenedBy: string; readonly daysAhead: number }

/** What a clerk sends to call a body for several proposals at once, presided by its chair. */
export const callOf = async (scene: Scene, proposals: readonly string[], { body, convenedBy, daysAhead }: Call) => {
  const [presider] = await presidersOf(scene, convenedBy)
  return {
    body,
    at: scene.clock.ahead(daysAhead),
    convenedBy,
    presider,
    place: '村(社区)会议室',
    written: true,
    posted: true,
    agenda: proposals.map(idOf),
  }
}

/** Calls a meeting and goes to its day; answers its path. */
export const calls = async (scene: Scene, call: Readonly<Record<string, unknown>> & { readonly at: string }) => {
  const { meeting } = await must((await scene.clerk()).post(`${scene.path}/meetings`, call), 'meeting')
  await scene.clock.goTo(call.at)
  return `${scene.path}/meetings/${String(meeting)}`
}

/** Ends a meeting. */
export const ends = async (scene: Scene, meeting: string, outcome: 'held' | 'no-quorum' | 'postponed') =>
  must((await scene.clerk()).post(`${meeting}/end`, { outcome, reason: '会议记录载明' }), 'end')

/** Writes the proposal's next draft. */
export const redrafts = async (scene: Scene, proposal: string, text = '修改后的方案') =>
  must((await scene.clerk()).post(`${proposal}/drafts`, { text, change: 'substance' }), 'draft')

/** Where a proposal stands: its end, or stage and step. */
export const standsAt = async (scene: Scene, proposal: string): Promise<string> => {
  const { ending, stage, step } = await must((await scene.clerk()).get(proposal), 'proposal')
  return typeof ending === 'string' ? ending : `${(stage as { readonly id: string }).id}.${String(step)}`
}

/** A meeting of the village's representatives on the proposal, after the reviews: nobody has signed in yet. */
export const callsRepresentatives = async (scene: Scene, proposal: string): Promise<string> =>
  calls(scene, await callOf(scene, [proposal], representatives))

/** The village's representatives: those elected, women first or men first as asked, and the committee's members. */
export const hallOf = async (scene: Scene) => {
  const seats = await scene.seats('village-representatives')
  const of = (test: (groups: readonly string[]) => boolean) =>
    seats.filter(({ groups }) => test(groups)).map(({ person }) => person)
  return {
    women: of((groups) => groups.includes('women-representatives')),
    men: of((groups) => groups.includes('representatives') && !groups.includes('women-representatives')),
    committee: of((groups) => !groups.includes('representatives')),
    all: seats.map(({ person }) => person),
  }
}

/** Several proposals of the village through the three reviews together: the deciding body is to be called for them. */
export const reviewsRoads = async (scene: Scene, count: number, choices: Choices = {}): Promise<readonly string[]> => {
  const proposals: string[] = []
  for (let n = 0; n < count; n += 1) proposals.push(await acceptsRoad(scene, choices))
  await reviewsTogether(scene, proposals)
  return proposals
}

/** The three reviews, each of all these proposals in one meeting. */
export const reviewsTogether = async (scene: Scene, proposals: readonly string[]): Promise<void> => {
  for (const body of ['party-committee', 'two-committees', 'party-assembly']) {
    const meeting = await calls(
      scene,
      await callOf(scene, proposals, { body, convenedBy: 'party-committee', daysAhead: 3 }),
    )
    const people = await peopleOf(scene, body)
    await attend(scene, meeting, people)
    const yes = people.slice(0, Math.floor(people.length / 2) + 1)
    for (const proposal of proposals) await vote(scene, proposal, meeting, { yes })
  }
}

/** Everybody on the roster who is of age today, in the order of their ids. */
export const adultsOf = async (
  scene: Scene,
): Promise<readonly { readonly id: string; readonly household: string }[]> => {
  const clerk = await scene.clerk()
  const today = scene.clock.today()
  const born = `${Number(today.slice(0, 4)) - 18}${today.slice(4)}`
  const adults: { readonly id: string; readonly household: string; readonly birth: string }[] = []
  for (let after: unknown = ''; after !== undefined; ) {
    const page = await must(clerk.get(`${scene.path}/people?limit=200${String(after)}`), 'people')
    adults.push(...(page.items as typeof adults).filter(({ birth }) => birth <= born))
    after = page.next === undefined ? undefined : `&cursor=${String(page.next)}`
  }
  return adults
}

/** Hangs the newest draft and shows that it was seen; answers what the posting is and how long it hangs. */
export const posts = async (scene: Scene, proposal: string, input: object = {}) => {
  const clerk = await scene.clerk()
  const { data } = await must(clerk.post(`${proposal}/postings`, { places: '公开栏', ...input }), 'posting')
  return data as { readonly posting: string; readonly days: number; readonly from: string; readonly lastDay: string }
}

/** Shows that a posting was seen to hang. */
export const evidences = (scene: Scene, proposal: string, posting: string) =>
  say(scene, proposal, 'posting.evidenced', { posting, seenOn: scene.clock.today(), evidence: '照片存档' })

/** A comment that came on paper, entered by the clerk; answers its id. */
export const comments = async (
  scene: Scene,
  proposal: string,
  posting: string,
  input: object = {},
): Promise<string> => {
  const body = { posting, text: '意见', channel: 'paper', ...input }
  const { data } = await must((await scene.clerk()).post(`${proposal}/comments`, body), 'comment')
  return (data as { readonly comment: string }).comment
}

/** The council approves the newest draft and the drafting is done. */
export const finishesDraft = async (scene: Scene, proposal: string, n: number) => {
  await say(scene, proposal, 'draft.approved', { n, by: 'residents-council', approvedOn: scene.clock.today() })
  await say(scene, proposal, 'drafting.closed')
}

/** The moves that a running case knows in whatever step, as a refusal names them. */
export const anywhere = ['proposal.withdrawn', 'proposal.merged', 'proposal.expired', 'proposal.discontinued'] as const
