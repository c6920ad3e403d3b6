import { adopt } from '../../src/services/adoptions.ts'
import { attest, confirmAttestation } from '../../src/services/attestations.ts'
import { openBallot } from '../../src/services/ballots.ts'
import { perform } from '../../src/services/commands/command.ts'
import { writeDraft } from '../../src/services/commands/drafting.ts'
import { openPosting } from '../../src/services/commands/posting.ts'
import { callMeeting } from '../../src/services/meetings.ts'
import { openProposal } from '../../src/services/proposals.ts'
import type { Refusal } from '../../src/services/refusal.ts'
import { fillSeats } from '../../src/services/seats.ts'
import { importUnits } from '../../src/services/units.ts'
import type { PaperOption } from '../../workflows/format/catalogue.ts'
import { ok, type Result } from '../../workflows/result.ts'
import { addDays } from '../../workflows/rules/days.ts'
import { ownersChoices } from './adopted.ts'
import { Committee } from './committee.ts'
import { type Founding, type Village, value, withVillageServices } from './engine.ts'
import { idNumberOf, lookedUp, rosterHeader } from './small-village.ts'

/** Whoever owns something in 亭前花园, by a word: 85 with one unit each, a buyer of five, the developer of ten; and who owns nothing. */
const singles: readonly string[] = [...Array(85).keys()].map((n) => `${n + 1}`)
const everybody = [...singles, 'buyer', 'developer', 'tenant', 'heir']

const idOf = (name: string): string => idNumberOf('1970-05-01', 'female', everybody.indexOf(name))
const hanDigits = '零一二三四五六七八九'
const nameOf = (n: number): string => `业主${[...String(n)].map((digit) => hanDigits[Number(digit)]).join('')}`

const city: Founding = {
  sort: 'city',
  name: '亭前花园',
  roster: new TextEncoder().encode(
    [rosterHeader, ...everybody.map((name, n) => [name, nameOf(n), '女', idOf(name), '', '', ''].join())].join('\n'),
  ),
}

/** The area of each one's unit in m², as the register writes it: 60,000.00 m² in all, of every hundredth the edges. */
const areaOf = (n: number): string =>
  n <= 40 ? '500.00' : n <= 56 ? '687.50' : n === 57 ? '499.99' : n === 58 ? '500.01' : n <= 84 ? '700.00' : '800.00'

const unitsFile = new TextEncoder().encode(
  [
    '亭前花园专有部分登记表',
    '房号,面积(平方米),业主身份证号,建设单位',
    ...singles.map((name) => `1-${name},${areaOf(Number(name))},${idOf(name)},`),
    ...[1, 2, 3, 4, 5].map((n) => `2-${n},600.00,${idOf('buyer')},否`),
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => `3-${n},600.00,${idOf('developer')},是`),
  ].join('\n'),
)

export type Garden = {
  readonly village: Village
  readonly committee: Committee
  readonly id: (name: string) => string
  /** A draft accepted for an owners' matter and posted for its day. */
  readonly proposes: (matter: string, held?: 'circulated' | 'assembly') => Promise<string>
  /** Takes the postings down, which have hung. */
  readonly takesDown: (proposals: readonly string[]) => Promise<void>
  /** Calls the owners for some proposals, fifteen days ahead, upon a demand. */
  readonly calls: (
    proposals: readonly string[],
    demand: string,
  ) => Promise<Result<{ readonly meeting: string; readonly on: string }, Refusal>>
  /** Puts the written ballots out for a week; answers the ballot. */
  readonly puts: (meeting: string, proposal: string) => Promise<string>
  /** Enters what was written, at the doors or in the hall, once a second person confirms it. */
  readonly enters: (
    ballot: string,
    votes: readonly (readonly [name: string, choice: PaperOption])[],
    door?: 'visit' | 'paper',
  ) => Promise<void>
}

const begins = new Date('2026-03-02T09:00:00+08:00')

/** Lends 亭前花园 with its units recorded and its owners' committee elected. */
export const withGarden = (use: (garden: Garden) => Promise<void>): Promise<void> =>
  withVillageServices(
    begins,
    async (village) => {
      const { engine, clerk, supervisor, community, database } = village
      const committee = new Committee(village, begins)
      const numbers = await database.ownerSql.begin(async (tx) => {
        await tx`select set_config('app.community', ${community}, true)`
        return tx<{ number: string; id: string }[]>`
          select h.number, p.id from person p join household h on (h.community, h.id) = (p.community, p.household)`
      })
      const ids = new Map(numbers.map(({ number, id }) => [number, id]))
      const id = (name: string) => lookedUp(ids, name)
      await value(importUnits(engine, clerk, unitsFile, { preview: false }))
      const seat = { person: id('1'), office: 'chair', voting: true }
      const today = committee.today
      const body = 'owners-committee' as const
      await value(fillSeats(engine, clerk, { body, cause: 'election', from: today, members: [seat] }))
      const adopts = async (held: 'circulated' | 'assembly') => {
        const choices = { ...ownersChoices, held, postingDays: 1 }
        return (await value(adopt(engine, clerk, { procedure: 'owners-decision@1', choices }))).adoption
      }
      const adoptions = { circulated: await adopts('circulated'), assembly: await adopts('assembly') }
      await use({
        village,
        committee,
        id,
        proposes: async (matter, held = 'circulated') => {
          const adoption = adoptions[held]
          const { proposal } = await value(openProposal(engine, clerk, { adoption, title: '选聘物业', topics: [] }))
          const draft = { text: '方案', change: 'first' as const, follows: [], leaves: [] }
          await value(perform(engine, clerk, proposal, writeDraft, draft))
          await committee.says(proposal, 'intake.accepted', { matter })
          const { data } = await value(perform(engine, clerk, proposal, openPosting, { places: '各单元门口' }))
          const { posting } = data as { readonly posting: string }
          await committee.says(proposal, 'posting.evidenced', { posting, seenOn: committee.today, evidence: '照片' })
          return proposal
        },
        takesDown: async (proposals) => {
          committee.goTo(addDays(committee.today, 2))
          for (const proposal of proposals) await committee.says(proposal, 'posting.closed')
        },
        calls: async (proposals, demand) => {
          const on = addDays(committee.today, 15)
          const called = await callMeeting(engine, clerk, {
            body: 'owners',
            at: new Date(`${on}T09:00:00+08:00`),
            convenedBy: body,
            presider: id('1'),
            place: '物业服务中心',
            written: true,
            posted: true,
            demand,
            agenda: proposals,
          })
          return called.ok ? ok({ meeting: called.value.meeting, on }) : called
        },
        puts: async (meeting, proposal) => {
          const until = new Date(`${addDays(committee.today, 7)}T18:00:00+08:00`)
          return (await value(openBallot(engine, clerk, meeting, { proposal, motion: 'agree', until }))).ballot
        },
        enters: async (ballot, votes, door = 'visit') => {
          const list = votes.map(([name, choice]) => ({ person: id(name), choice }))
          const papers = { ballot, issued: 87, returned: list.length, door, votes: list }
          const what = { sort: 'papers' as const, ...papers }
          const { attestation } = await value(attest(engine, clerk, { evidence: '表决票原件存档', what }))
          await value(confirmAttestation(engine, supervisor, attestation))
        },
      })
    },
    city,
  )
