import { attend, convene, hang, must, openCase, type Scene, say, vote } from '../../src/demo/stage.ts'

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
} as const

export const sixStep = {
  base: 'entitled',
  postingDays: 3,
  postingCounted: 'calendar',
  publicationDays: 15,
  ratingDays: 7,
  rollCall: 'public',
  calls: 2,
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
export const acceptsRoad = async (scene: Scene, choices: Choices = {}): Promise<string> => {
  const proposal = await proposesRoad(scene, choices)
  const matter = 'village-public-works'
  await authorises(scene, proposal, matter, { by: 'village-assembly', to: 'village-representatives' })
  await say(scene, proposal, 'intake.accepted', { matter })
  return proposal
}

const peopleOf = async (scene: Scene, body: string): Promise<readonly string[]> =>
  (await scene.seats(body)).map(({ person }) => person)

/** A body of the village meets in full. */
export const meets = async (
  scene: Scene,
  proposal: string,
  cmd: { readonly body: string; readonly convenedBy: string; readonly daysAhead: number },
): Promise<{ readonly meeting: string; readonly people: readonly string[] }> => {
  const people = await peopleOf(scene, cmd.body)
  const [chair] = (await scene.seats(cmd.body)).filter(({ office }) => office === 'chair')
  const meeting = await convene(scene, proposal, { ...cmd, ...(chair ? { presider: chair.person } : {}) })
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

/** The covenant posted without objection and passed by both experts: the representatives are to vote. */
export const reviewsCovenant = async (scene: Scene, choices: Choices = {}): Promise<string> => {
  const proposal = await draftsCovenant(scene, choices)
  const { lastDay } = await hang(scene, proposal, 'postings')
  await scene.clock.after(lastDay)
  await say(scene, proposal, 'posting.closed')
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
  await say(scene, proposal, 'party-discussion.filed', { heldOn: scene.clock.today(), agreed: true, text: '同意' })
  return proposal
}

export const cityRepresentatives = {
  body: 'residents-representatives',
  convenedBy: 'residents-committee',
  daysAhead: 10,
}
