import { adopt } from '../../src/services/adoptions.ts'
import { signInToMeeting } from '../../src/services/attendance.ts'
import { attest, confirmAttestation } from '../../src/services/attestations.ts'
import { closeBallot, openBallot } from '../../src/services/ballots.ts'
import { perform } from '../../src/services/commands/command.ts'
import { writeDraft } from '../../src/services/commands/drafting.ts'
import { sealedKinds } from '../../src/services/commands/events.ts'
import { openPublication } from '../../src/services/commands/posting.ts'
import { callMeeting, endMeeting } from '../../src/services/meetings.ts'
import { openProposal } from '../../src/services/proposals.ts'
import type { BodyKind } from '../../workflows/law/provision.ts'
import { addDays, dayOf } from '../../workflows/rules/days.ts'
import { type Village, value } from './engine.ts'

/** What the committee of a village does in a year, below HTTP, in the procedure's words; each must succeed. */
export class Committee {
  readonly village: Village
  private instant: Date

  constructor(village: Village, begins: Date) {
    this.village = village
    this.instant = begins
    village.setClock(begins)
  }

  get today(): string {
    return dayOf(this.instant)
  }

  /** Goes to the morning of a day. */
  goTo(day: string): void {
    this.instant = new Date(`${day}T09:00:00+08:00`)
    this.village.setClock(this.instant)
  }

  async adopts(decides: 'representatives' | 'persons'): Promise<string> {
    const { engine, clerk } = this.village
    const choices = {
      branch: 'party-committee',
      decides,
      half: 'representatives',
      amendment: 'continue',
      publicationDays: 15,
      ratingDays: 7,
      rollCall: 'public',
      calls: 3,
      expiryDays: 180,
    }
    return (await value(adopt(engine, clerk, { procedure: 'three-reviews@1', choices }))).adoption
  }

  async opens(adoption: string, title: string, topics: readonly string[]): Promise<string> {
    const { engine, clerk } = this.village
    return (await value(openProposal(engine, clerk, { adoption, title, topics }))).proposal
  }

  async says(proposal: string, type: string, input: object = {}): Promise<unknown> {
    const command = sealedKinds.find(({ kind }) => kind === type)
    if (!command) throw new Error(`no event ${type}`)
    const { engine, clerk } = this.village
    return value(perform(engine, clerk, proposal, command, command.input.parse(input)))
  }

  /** Writes the first draft and accepts the matter, authorised where the representatives are to decide it. */
  async accepts(proposal: string): Promise<void> {
    const { engine, clerk } = this.village
    const matter = 'village-public-works'
    const on = this.today
    await value(
      perform(engine, clerk, proposal, writeDraft, { text: '方案', change: 'first', follows: [], leaves: [] }),
    )
    await this.says(proposal, 'authorisation.filed', {
      matter,
      by: 'village-assembly',
      to: 'village-representatives',
      decidedOn: on,
      postedOn: on,
      filedOn: on,
      until: '2026-12-31',
      text: '授权决定',
    })
    await this.says(proposal, 'intake.accepted', { matter })
  }

  /** Calls a body for some proposals, some days ahead; answers the meeting and its day. */
  async calls(body: BodyKind, proposals: readonly string[], days: number, more: object = {}) {
    const { engine, clerk } = this.village
    const convenedBy = body.startsWith('village') ? 'village-committee' : 'party-committee'
    const [presider] = await this.village.membersOf(convenedBy)
    const at = new Date(this.instant.getTime() + days * 86_400_000)
    const { meeting, entitled } = await value(
      callMeeting(engine, clerk, {
        body,
        at,
        convenedBy,
        presider: presider?.person ?? '',
        place: '村部',
        written: true,
        posted: true,
        agenda: proposals,
        ...more,
      }),
    )
    return { meeting, entitled, on: dayOf(at) }
  }

  async signsIn(meeting: string, people: readonly string[]): Promise<void> {
    const { engine, clerk } = this.village
    await value(signInToMeeting(engine, clerk, meeting, { people }))
  }

  /** Puts a proposal to the vote: these say yes, everybody else in the hall says no. */
  async votes(meeting: string, proposal: string, present: readonly string[], yes: ReadonlySet<string>) {
    const { engine, clerk, votes, actorOf } = this.village
    const { ballot } = await value(openBallot(engine, clerk, meeting, { proposal, motion: 'agree' }))
    await Promise.all(
      present.map((person) => value(votes.cast(actorOf(person), { ballot, choice: yes.has(person) ? 'yes' : 'no' }))),
    )
    const { carried } = await value(closeBallot(engine, clerk, ballot))
    return { ballot, carried }
  }

  async ends(meeting: string): Promise<void> {
    const { engine, clerk } = this.village
    await value(endMeeting(engine, clerk, meeting, { outcome: 'held' }))
  }

  /** A reviewing body meets in full tomorrow and agrees to everything. */
  async reviews(body: BodyKind, proposals: readonly string[]): Promise<void> {
    const { meeting, on } = await this.calls(body, proposals, 1)
    this.goTo(on)
    const people = (await this.village.membersOf(body)).map(({ person }) => person)
    await this.signsIn(meeting, people)
    for (const proposal of proposals) await this.votes(meeting, proposal, people, new Set(people))
    await this.ends(meeting)
  }

  /** Attested by the clerk, confirmed by the supervision committee and, where two must, by the administrator. */
  async attests(what: Parameters<typeof attest>[2]['what']): Promise<void> {
    const { engine, clerk, supervisor, administrator } = this.village
    const { attestation, wanted } = await value(attest(engine, clerk, { evidence: '原件存档', what }))
    if (wanted > 1) await value(confirmAttestation(engine, administrator, attestation))
    await value(confirmAttestation(engine, supervisor, attestation))
  }

  /** A road agreed to by everybody whom it asks, its decision hanging since the day of the last meeting. */
  async roadDecided(adoption: string): Promise<{
    readonly proposal: string
    readonly posting: string
    readonly on: string
    readonly people: readonly string[]
  }> {
    const { engine, clerk, membersOf } = this.village
    const proposal = await this.opens(adoption, '硬化村东至北坡道路', [])
    await this.accepts(proposal)
    for (const body of ['party-committee', 'two-committees', 'party-assembly'] as const)
      await this.reviews(body, [proposal])
    const { meeting, on } = await this.calls('village-representatives', [proposal], 10)
    this.goTo(on)
    const people = (await membersOf('village-representatives')).map(({ person }) => person)
    await this.signsIn(meeting, people)
    await this.votes(meeting, proposal, people, new Set(people))
    await this.ends(meeting)
    const { data } = await value(perform(engine, clerk, proposal, openPublication, { places: '村部公开栏' }))
    return { proposal, posting: (data as { readonly posting: string }).posting, on, people }
  }

  /** Publishes the decision, or its result, for its fifteen days. */
  async publishes(proposal: string): Promise<void> {
    const { engine, clerk } = this.village
    const { data } = await value(perform(engine, clerk, proposal, openPublication, { places: '公开栏' }))
    const { posting, lastDay } = data as { readonly posting: string; readonly lastDay: string }
    await this.says(proposal, 'posting.evidenced', { posting, seenOn: this.today, evidence: '照片' })
    this.goTo(addDays(lastDay, 1))
    await this.says(proposal, 'publication.closed')
  }
}

/** Everybody of the village who has come of age by 2026. */
export const adultsOf = (village: Village): Promise<readonly string[]> =>
  village.database.ownerSql.begin(async (tx) => {
    await tx`select set_config('app.community', ${village.community}, true)`
    const rows = await tx<{ id: string }[]>`
      select id from person where left_on is null and birth <= '2008-01-01' order by id`
    return rows.map(({ id }) => id)
  })
