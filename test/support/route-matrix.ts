/** Who asks. A representative is a resident with a seat; the township enters by a grant. */
export const askers = [
  'nobody',
  'resident',
  'representative',
  'clerk',
  'supervisor',
  'expert',
  'administrator',
  'township',
] as const
export type Asker = (typeof askers)[number]

/** The ids of one prepared community that routes speak of. */
export type Ids = {
  readonly community: string
  readonly proposal: string
  readonly meeting: string
  readonly ballot: string
  readonly posting: string
  readonly topic: string
  readonly adoption: string
  readonly attestation: string
  readonly demand: string
  readonly account: string
  readonly person: string
  readonly unit: string
  readonly file: string
  readonly guest: string
}

/** One operation: who may, with what body (or a file's content type), and what stands in the path where a resource does. */
export type Operation = {
  readonly may: readonly Asker[] | 'anybody'
  readonly body?: (ids: Ids) => unknown
  readonly file?: string
  readonly query?: string
  /** The id in the path that a foreign or missing one takes the place of. */
  readonly resource?: Exclude<keyof Ids, 'community'>
  /** Not made for real by whoever may: it would end the asker's own session. */
  readonly notMade?: true
}

const signedIn = askers.filter((asker) => asker !== 'nobody')
const clerk = ['clerk'] as const
const clerkOrAdministrator = ['clerk', 'administrator'] as const
const administrator = ['administrator'] as const
const office = ['clerk', 'supervisor', 'administrator'] as const
const residents = ['resident', 'representative'] as const
/** Nobody's id: what is asked of it is refused, but only to those who may ask. */
const none = '01890a5d-ac96-774b-bcce-b302099a8057'
const text = '理由'
const ahead = '2031-01-06T09:00:00+08:00'

const own = (resource: Operation['resource'], may: Operation['may'], rest: Partial<Operation> = {}): Operation => ({
  may,
  ...(resource === undefined ? {} : { resource }),
  ...rest,
})
const to = (body: unknown) => ({ body: () => body })
const event = (may: Operation['may'], body: unknown) => own('proposal', may, to(body))

/** What the server has beside the API's operations: files for anybody, and what stands before every route. */
export const beside: readonly string[] = [
  'get /openapi.json',
  'get /paper.css',
  'get /docs',
  'get /docs/start.js',
  'get /docs/swagger-ui.css',
  'get /docs/swagger-ui-bundle.js',
  'all /*',
  'all /api/*',
  'all /api/communities/{c}/files/*',
]

/**
 * Every operation of the API. Bodies are such that whoever may is refused by the procedure, or does something that can be done
 * again: what is tried here is who may ask, not what comes of it.
 */
export const operations: Readonly<Record<string, Operation>> = {
  'get /healthz': { may: 'anybody' },
  'get /readyz': { may: 'anybody' },
  'get /.well-known/jwks.json': { may: 'anybody' },
  'get /api/procedures': { may: 'anybody' },
  'get /api/procedures/{id}': { may: 'anybody' },
  'get /api/communities': { may: 'anybody' },
  'post /api/communities': { may: 'anybody', notMade: true },
  'post /api/session': { may: 'anybody', notMade: true },
  'get /api/session': { may: signedIn },
  'delete /api/session': { may: signedIn, notMade: true },
  'post /api/session/oversight': { may: signedIn, ...to({ community: none }) },

  'post /api/communities/{c}/accounts': {
    may: administrator,
    ...to({ login: 'another', password: 'x', role: 'clerk' }),
  },
  'delete /api/communities/{c}/accounts/{a}/roles/{role}': own('account', administrator),
  'post /api/communities/{c}/slips': { may: clerkOrAdministrator, ...to({ people: [none] }) },
  'put /api/communities/{c}/calendars/{year}': {
    may: administrator,
    ...to({ holidays: ['2030-01-01', '2030-01-01'], workdays: [] }),
  },
  'get /api/communities/{c}/dues': { may: office },
  'get /api/communities/{c}/oversight': { may: office },
  'post /api/communities/{c}/oversight': { may: administrator, ...to({ township: none }) },
  'delete /api/communities/{c}/oversight/{township}': own('account', administrator),
  'get /api/communities/{c}/overseen': { may: clerkOrAdministrator },
  'get /api/communities/{c}/oversight/report': {
    may: [...office, 'township'],
    query: '?from=2026-01-01&to=2026-12-31',
  },

  'post /api/communities/{c}/roster/imports': { may: clerkOrAdministrator, file: 'text/csv' },
  'get /api/communities/{c}/people': { may: office },
  'post /api/communities/{c}/people': {
    may: clerkOrAdministrator,
    ...to({ household: none, name: '某', sex: 'male', idNumber: 'x', cause: 'moved-in', from: '2026-01-01' }),
  },
  'post /api/communities/{c}/people/{id}/leaving': own(
    'person',
    clerkOrAdministrator,
    to({ cause: 'moved', on: '2099-01-01' }),
  ),
  'post /api/communities/{c}/people/{id}/moves': own(
    'person',
    clerkOrAdministrator,
    to({ household: none, from: '2026-01-01' }),
  ),
  'post /api/communities/{c}/people/{id}/corrections': own(
    'person',
    clerkOrAdministrator,
    to({ idNumber: 'x', reason: text }),
  ),
  'get /api/communities/{c}/households': { may: office },
  'post /api/communities/{c}/households': { may: clerkOrAdministrator, ...to({ number: '1' }) },
  'get /api/communities/{c}/units': { may: office },
  'put /api/communities/{c}/units': {
    may: clerkOrAdministrator,
    ...to({ units: [{ number: '1', area: 100, owner: none }] }),
  },
  'post /api/communities/{c}/units/imports': { may: clerkOrAdministrator, file: 'text/csv' },
  'post /api/communities/{c}/units/{u}/transfers': own(
    'unit',
    clerkOrAdministrator,
    to({ owner: none, from: '2099-01-01' }),
  ),
  'get /api/communities/{c}/bodies': { may: signedIn },
  'get /api/communities/{c}/bodies/{body}/seats': { may: [...office, 'township'] },
  'post /api/communities/{c}/bodies/{body}/seats': {
    may: clerkOrAdministrator,
    ...to({ cause: 'election', from: '2026-03-02', members: [{ person: none, office: 'member' }] }),
  },
  'post /api/communities/{c}/bodies/{body}/seats/endings': {
    may: clerkOrAdministrator,
    ...to({ people: [none], cause: 'resigned', on: '2026-03-02' }),
  },
  'post /api/communities/{c}/bodies/{body}/seats/households': {
    may: clerkOrAdministrator,
    ...to({ from: '2026-03-02', seats: [{ person: none, represents: 5 }] }),
  },
  'get /api/communities/{c}/bodies/{body}/roll': { may: signedIn, query: '?on=2026-03-01' },
  'post /api/communities/{c}/meetings/{m}/excuses': own('meeting', clerk, to({ person: none, reason: text })),
  'get /api/communities/{c}/dues/absences': { may: office },
  'get /api/communities/{c}/dues/rolls': { may: office },

  'post /api/communities/{c}/topics': { may: [...residents, 'clerk'], ...to({ text }) },
  'post /api/communities/{c}/topics/batch': { may: clerk, ...to({ items: [{ text, proposer: none }] }) },
  'get /api/communities/{c}/topics': { may: signedIn },
  'get /api/communities/{c}/topics/register': { may: ['clerk', 'supervisor', 'township'] },
  'get /api/communities/{c}/topics/{t}': own('topic', signedIn),
  'get /api/communities/{c}/topics/{t}/similar': own('topic', ['clerk', 'supervisor']),
  'post /api/communities/{c}/topics/{t}/answer': own('topic', clerk, to({ reason: text })),
  'post /api/communities/{c}/topics/{t}/class': own('topic', clerk, to({ class: 'works' })),
  'post /api/communities/{c}/topics/{t}/merge': own('topic', clerk, to({ into: none })),
  'post /api/communities/{c}/topics/{t}/unmerge': own('topic', clerk),
  'post /api/communities/{c}/topics/{t}/split': own('topic', clerk, to({ parts: [{ text }, { text }] })),
  'post /api/communities/{c}/topics/{t}/withdrawal': own('topic', residents),
  'post /api/communities/{c}/topics/{t}/supporters': own('topic', residents, to({})),

  'get /api/communities/{c}/adoptions': { may: signedIn },
  'post /api/communities/{c}/adoptions': { may: clerkOrAdministrator, ...to({ procedure: 'six-step@1', choices: {} }) },
  'get /api/communities/{c}/adoptions/{a}': own('adoption', signedIn),
  'post /api/communities/{c}/proposals': { may: clerk, ...to({ adoption: none, title: text }) },
  'get /api/communities/{c}/proposals': { may: signedIn },
  'get /api/communities/{c}/proposals/{p}': own('proposal', signedIn),
  'get /api/communities/{c}/proposals/{p}/next': own('proposal', signedIn),
  'get /api/communities/{c}/proposals/{p}/resolution': own('proposal', signedIn),
  'get /api/communities/{c}/proposals/{p}/export': own('proposal', signedIn),
  // The convocation is for everybody; a test of its own asks for the papers that name people.
  'get /api/communities/{c}/proposals/{p}/papers': own('proposal', signedIn),
  'get /api/communities/{c}/proposals/{p}/papers/{kind}': own('proposal', signedIn),
  'get /api/communities/{c}/meetings/{m}/papers': own('meeting', signedIn),
  'get /api/communities/{c}/meetings/{m}/papers/{kind}': own('meeting', signedIn),
  'get /api/communities/{c}/proposals/{p}/dossier': own('proposal', ['clerk', 'supervisor', 'township']),
  'get /api/communities/{c}/open-data': { may: 'anybody' },
  'get /api/communities/{c}/open-data/roll-calls': { may: signedIn },
  'get /api/communities/{c}/proposals/{p}/drafts': own('proposal', signedIn),
  'get /api/communities/{c}/proposals/{p}/drafts/{n}': own('proposal', signedIn),
  'get /api/communities/{c}/proposals/{p}/drafts/{n}/diff/{m}': own('proposal', signedIn),
  'get /api/communities/{c}/proposals/{p}/opinions': own('proposal', signedIn),
  'get /api/communities/{c}/proposals/{p}/postings': own('proposal', signedIn),
  'get /api/communities/{c}/proposals/{p}/supervision': own('proposal', signedIn),
  'post /api/communities/{c}/proposals/{p}/events': event(clerk, { type: 'intake.accepted', matter: 'village-roads' }),
  'post /api/communities/{c}/proposals/{p}/merge': event(clerk, { into: none, reason: text }),
  'post /api/communities/{c}/proposals/{p}/drafts': event(clerk, { text, change: 'wording' }),
  'post /api/communities/{c}/proposals/{p}/postings': event(clerk, { places: text }),
  'post /api/communities/{c}/proposals/{p}/publications': event(clerk, { places: text }),
  'post /api/communities/{c}/proposals/{p}/comments': event([...residents, 'clerk'], { posting: none, text }),
  'post /api/communities/{c}/proposals/{p}/responses': event(clerk, {
    comments: [none],
    answer: 'partly',
    reason: text,
  }),
  'post /api/communities/{c}/proposals/{p}/opinions': event(['expert'], {
    discipline: 'law',
    draft: 1,
    answer: 'pass',
    grounds: text,
  }),
  'post /api/communities/{c}/proposals/{p}/supervision': event(['supervisor'], { concern: 'none', text }),
  'post /api/communities/{c}/proposals/{p}/discussions': event(clerk, { discussion: none }),
  'get /api/communities/{c}/postings/{o}': own('posting', signedIn),
  'get /api/communities/{c}/postings/{o}/comments': own('posting', signedIn),
  'get /api/communities/{c}/own-comments': { may: signedIn },
  // Of a comment that is not there; a test of its own withdraws one.
  'post /api/communities/{c}/own-comments/{o}/withdrawal': { may: residents },
  'post /api/communities/{c}/postings/{o}/guest-comments': { may: 'anybody', ...to({ text }) },
  'get /api/communities/{c}/postings/{o}/guest-comments': own('posting', ['clerk', 'supervisor', 'township']),
  'get /api/communities/{c}/guest-comments/{code}': { may: 'anybody' },
  'post /api/communities/{c}/guest-comments/{code}/withdrawal': { may: 'anybody' },
  'post /api/communities/{c}/guest-comments/{g}/admit': own('guest', ['clerk', 'supervisor']),
  'post /api/communities/{c}/guest-comments/{g}/keep-back': own(
    'guest',
    ['clerk', 'supervisor'],
    to({ reason: 'insult' }),
  ),
  'put /api/communities/{c}/comment-mode': { may: administrator, ...to({ mode: 'guests' }) },

  'get /api/communities/{c}/meetings': { may: signedIn },
  'post /api/communities/{c}/meetings': {
    may: clerk,
    ...to({
      body: 'village-representatives',
      at: ahead,
      convenedBy: 'village-committee',
      presider: none,
      place: text,
      agenda: [none],
    }),
  },
  'get /api/communities/{c}/meetings/{m}': own('meeting', signedIn),
  'get /api/communities/{c}/meetings/{m}/agenda': own('meeting', signedIn),
  'get /api/communities/{c}/meetings/{m}/attendance': own('meeting', signedIn),
  'post /api/communities/{c}/meetings/{m}/attendance': own('meeting', clerk, to({ people: [none] })),
  'post /api/communities/{c}/meetings/{m}/departures': own('meeting', clerk, to({ people: [none] })),
  'get /api/communities/{c}/meetings/{m}/deliveries': own('meeting', signedIn),
  'post /api/communities/{c}/meetings/{m}/deliveries': own(
    'meeting',
    clerk,
    to({ people: [none], how: 'letter', on: '2026-03-02' }),
  ),
  'get /api/communities/{c}/meetings/{m}/desk': own('meeting', signedIn),
  // It goes on answering: a test of its own listens.
  'get /api/communities/{c}/meetings/{m}/stream': own('meeting', signedIn, { notMade: true }),
  'post /api/communities/{c}/meetings/{m}/speeches': own('meeting', clerk, to({ speaker: none, text })),
  'get /api/communities/{c}/meetings/{m}/minutes': own('meeting', ['clerk', 'supervisor', 'township']),
  'put /api/communities/{c}/meetings/{m}/minutes': own('meeting', clerk, to({ text, over: 99 })),
  // The presider alone, and none of these presides.
  'post /api/communities/{c}/meetings/{m}/minutes/approve': own('meeting', [], to({ commitment: 'ab'.repeat(32) })),
  'post /api/communities/{c}/meetings/{m}/end': own('meeting', clerk, to({ outcome: 'held' })),
  'post /api/communities/{c}/meetings/{m}/adjourn': own('meeting', clerk, to({ until: ahead, reason: text })),
  'post /api/communities/{c}/meetings/{m}/presider': own('meeting', clerk, to({ presider: none, reason: text })),
  'post /api/communities/{c}/meetings/{m}/observers': own(
    'meeting',
    clerk,
    to({ name: '某', capacity: 'expert', person: none }),
  ),
  'post /api/communities/{c}/meetings/{m}/roll/amendments': own(
    'meeting',
    clerk,
    to({ cause: 'died', person: none, reason: text }),
  ),
  'post /api/communities/{c}/meetings/{m}/recusals': own(
    'meeting',
    clerk,
    to({ person: none, proposal: none, reason: text }),
  ),
  'get /api/communities/{c}/meetings/{m}/proxies': own('meeting', signedIn),
  'post /api/communities/{c}/meetings/{m}/proxies': own(
    'meeting',
    clerk,
    to({ principal: none, proxy: none, document: text }),
  ),
  'delete /api/communities/{c}/meetings/{m}/proxies/{proxy}': own('meeting', clerk),
  'post /api/communities/{c}/meetings/{m}/ballots': own('meeting', clerk, to({ proposal: none })),
  'get /api/communities/{c}/ballots/{b}': own('ballot', signedIn),
  'get /api/communities/{c}/ballots/{b}/what-if': own('ballot', signedIn, { query: '?yes=1&no=0' }),
  'get /api/communities/{c}/ballots/{b}/roll-call': own('ballot', signedIn),
  'post /api/communities/{c}/ballots/{b}/votes': own('ballot', signedIn, to({ choice: 'yes' })),
  'post /api/communities/{c}/ballots/{b}/papers': own(
    'ballot',
    clerk,
    to({ evidence: text, issued: 1, returned: 1, votes: [{ person: none, choice: 'yes' }] }),
  ),
  'post /api/communities/{c}/ballots/{b}/hands': own('ballot', clerk, to({ votes: [{ person: none, choice: 'yes' }] })),
  'post /api/communities/{c}/ballots/{b}/hands/count': own(
    'ballot',
    clerk,
    to({ evidence: text, tellers: [none], people: { yes: 1, no: 0, abstain: 0 } }),
  ),
  'post /api/communities/{c}/ballots/{b}/assisted': own('ballot', clerk, to({ person: none, choice: 'yes' })),
  'post /api/communities/{c}/ballots/{b}/votes/corrections': own(
    'ballot',
    clerk,
    to({ evidence: text, person: none, choice: 'yes', reason: text }),
  ),
  'post /api/communities/{c}/ballots/{b}/votes/change': own('ballot', signedIn, to({ choice: 'yes', reason: text })),
  'post /api/communities/{c}/ballots/{b}/visits': own('ballot', clerk, to({ person: none, outcome: 'absent' })),
  'get /api/communities/{c}/ballots/{b}/visits': own('ballot', signedIn),
  'post /api/communities/{c}/ballots/{b}/close': own('ballot', clerk),
  'post /api/communities/{c}/ballots/{b}/papers/issued': own('ballot', clerk, to({ people: [none] })),
  'post /api/communities/{c}/ballots/{b}/tally': own(
    'ballot',
    clerk,
    to({ evidence: text, tellers: [none, none], issued: 0, returned: 0, yes: 0, no: 0, abstain: 0, spoiled: 0 }),
  ),
  'post /api/communities/{c}/meetings/{m}/polls': own('meeting', clerk, to({ proposal: none })),
  'get /api/communities/{c}/polls/{b}': own('ballot', signedIn),
  'post /api/communities/{c}/polls/{b}/papers': own('ballot', clerk, to({ papers: [{ voter: none }] })),
  'post /api/communities/{c}/polls/{b}/tally': own(
    'ballot',
    clerk,
    to({ evidence: text, tellers: [none, none], offices: {} }),
  ),
  'post /api/communities/{c}/polls/{b}/close': own('ballot', clerk),

  'get /api/communities/{c}/chains': { may: signedIn },
  'get /api/communities/{c}/chains/{k}': own('proposal', signedIn),
  'get /api/communities/{c}/chains/{k}/head': own('proposal', signedIn),
  'post /api/communities/{c}/receipts/check': {
    may: 'anybody',
    ...to({
      ballot: none,
      seq: 1,
      entry: '{}',
      previousHead: 'ab'.repeat(32),
      laterLeaves: [],
      signedHead: 'a.b.c',
    }),
  },
  'get /api/communities/{c}/checkpoint': { may: 'anybody' },
  'get /api/communities/{c}/checkpoints': { may: 'anybody' },
  'get /api/communities/{c}/checkpoints/{size}': { may: 'anybody' },
  'get /api/communities/{c}/checkpoints/{size}/inclusion': { may: 'anybody', query: '?chain=community&seq=1' },
  'get /api/communities/{c}/checkpoints/{size}/consistency': { may: 'anybody', query: '?from=1' },
  'post /api/communities/{c}/checkpoints': { may: office },
  'post /api/communities/{c}/checkpoints/{size}/handed-over': { may: ['clerk', 'supervisor'] },
  'get /api/communities/{c}/checkpoint-deliveries': { may: office },
  'get /api/communities/{c}/checkpoint-addresses': { may: office },
  'post /api/communities/{c}/checkpoint-addresses': { may: ['supervisor'], ...to({ address: '村委会公告栏' }) },
  'delete /api/communities/{c}/checkpoint-addresses/{a}': { may: ['supervisor'] },
  'post /api/communities/{c}/files': { may: ['clerk', 'supervisor'], file: 'image/png' },
  'get /api/communities/{c}/files/{sha256}': own('file', signedIn),

  'post /api/communities/{c}/demands': {
    may: [...residents, 'clerk'],
    ...to({ body: 'village-representatives', of: 'households', text }),
  },
  'get /api/communities/{c}/demands': { may: signedIn },
  'post /api/communities/{c}/demands/{d}/signatures': own('demand', residents, to({})),
  'get /api/communities/{c}/discussions': { may: signedIn },
  'post /api/communities/{c}/demands/{d}/signatures/withdrawal': own('demand', residents),
  'post /api/communities/{c}/discussions': {
    may: clerk,
    ...to({ body: 'village-committee', heldOn: '2026-03-02', agreed: true, text }),
  },
  'get /api/communities/{c}/attestations': { may: office },
  'post /api/communities/{c}/attestations': {
    may: clerk,
    ...to({
      evidence: text,
      what: { sort: 'event', proposal: none, occurredOn: '2026-03-02', event: { type: 'drafting.closed' } },
    }),
  },
  'post /api/communities/{c}/attestations/{a}/confirm': own('attestation', office),
  'post /api/communities/{c}/attestations/{a}/reject': own('attestation', office, to({ reason: text })),
}
