import { createHash } from 'node:crypto'
import { canonical, type Loose, rewritten } from './second.mjs'
import { type Case, entriesOf, found, hallOf, nameOf, nothing, type Record } from './tamperings.ts'

/** Rolls of seats as a server could have made them up from the start: every number and hash fits, but for the seats themselves. */

type Data = Readonly<{ [field: string]: unknown }>
type Member = { readonly person: string; readonly groups: readonly string[] }
type Entries = readonly Loose[]
/** What becomes of the meeting's chain and of the community's, the call being the meeting's first entry. */
type Forgery = (made: {
  readonly record: Record
  readonly call: Loose
  readonly hall: Entries
  readonly community: Entries
}) => { readonly hall?: Entries; readonly community?: Entries }

const rollIn = ({ data }: Loose): readonly Member[] => data.roll as readonly Member[]
const sorted = (roll: readonly Member[]): readonly Member[] =>
  [...roll].sort((a, b) => (a.person < b.person ? -1 : a.person > b.person ? 1 : 0))

/** The roll as it stands after some of the meeting's entries. */
const rollAfter = (hall: Entries): readonly Member[] =>
  hall.slice(1).reduce(
    (roll, { kind, data }) => {
      if (kind !== 'roll.amended') return roll
      const joins = data.in as Member | undefined
      return sorted([...roll.filter(({ person }) => person !== data.out), ...(joins ? [joins] : [])])
    },
    rollIn(found(hall[0])),
  )

const perGroup = <T>(roll: readonly Member[], of: (members: readonly Member[]) => T) =>
  Object.fromEntries(
    [...new Set(roll.flatMap(({ groups }) => groups))].map((name) => [
      name,
      of(roll.filter(({ groups }) => groups.includes(name))),
    ]),
  )

const stated = (roll: readonly Member[]) => ({
  roll: createHash('sha256').update(canonical(roll)).digest('hex'),
  entitled: roll.length,
  groups: perGroup(roll, ({ length }) => length),
})

/** What the case says of the meeting, made to fit what has become of that. */
const fitted = (own: Entries, meeting: string, hall: Entries): Entries => {
  let last = rollAfter(hall)
  return own.flatMap((entry) => {
    const { kind, data } = entry
    if (kind === 'ballot.closed' && last.length > 0 && own.some((one) => opens(one, data.ballot, meeting)))
      return [{ ...entry, data: { ...data, ...based(data, last) } }]
    if (data.meeting !== meeting) return [entry]
    const meetingSeq = hall.findIndex(({ seq }) => seq === data.meetingSeq) + 1
    last = rollAfter(hall.slice(0, meetingSeq))
    if (kind !== 'meeting.convened')
      return [
        {
          ...entry,
          data: { ...data, ...based(data, last), roll: stated(last).roll, presider: presiderIn(hall), meetingSeq },
        },
      ]
    const restated = hall.flatMap((one, at) => {
      const said = { meeting, meetingSeq: at + 1, meetingHead: nothing, ...stated(rollAfter(hall.slice(0, at + 1))) }
      return one.kind === 'roll.amended' ? [{ ...entry, kind: 'roll.restated', data: said }] : []
    })
    return [{ ...entry, data: { ...data, ...stated(last), meetingSeq } }, ...restated]
  })
}

const opens = ({ kind, data }: Loose, ballot: unknown, meeting: string): boolean =>
  kind === 'ballot.opened' && data.ballot === ballot && data.meeting === meeting

const presiderIn = (hall: Entries): unknown => hall.findLast(({ data }) => data.presider !== undefined)?.data.presider

/** The same counts over another base. */
const based = ({ people, groups }: Data, roll: readonly Member[]) => ({
  people: { ...(people as Data), entitled: roll.length },
  groups: Object.fromEntries(
    Object.entries(perGroup(roll, ({ length }) => length)).map(([name, entitled]) => [
      name,
      { ...(groups as Readonly<{ [name: string]: Data }>)[name], entitled },
    ]),
  ),
})

const forged =
  (forgery: Forgery) =>
  (record: Record): Record => {
    const hall = entriesOf(record, hallOf(record))
    const made = { record, call: found(hall[0]), hall, community: entriesOf(record, 'community') }
    const changed = { ...made, ...forgery(made) }
    const meeting = hallOf(record).slice('meeting/'.length)
    return rewritten(record, (entries, name) => {
      if (name === 'community') return changed.community
      if (name === hallOf(record)) return changed.hall
      return name === nameOf(record) ? fitted(entries, meeting, changed.hall) : entries
    })
  }

const body = 'village-representatives'
/** Somebody elected whose coming breaks no rule of how the meeting is made up. */
const representative = (person: string): Member => ({
  person,
  groups: ['representatives', 'women', 'women-representatives'],
})

const calledWith =
  (change: (data: Data, record: Record) => Data): Forgery =>
  ({ hall: [call, ...rest], record }) => ({
    hall: [{ ...found(call), data: change(found(call).data, record) }, ...rest],
  })

const rollChanged =
  (change: (roll: readonly Member[], hall: Entries, record: Record) => readonly Member[]): Forgery =>
  ({ hall, record }) =>
    calledWith((data) => ({ ...data, roll: sorted(change(data.roll as readonly Member[], hall, record)) }))({
      record,
      hall,
      call: found(hall[0]),
      community: [],
    })

/** Somebody on the roll who did not come, nor presides, and without whom the meeting is made up as lawfully as with him. */
const absent = (hall: Entries): Member => {
  const came = new Set(hall.map(({ data }) => data.person))
  return found(
    rollIn(found(hall[0])).find(
      ({ person, groups }) => !came.has(person) && person !== presiderIn(hall) && groups.join() === 'representatives',
    ),
  )
}

const readIn = ({ data }: Loose): number => Number(data.seatsSeq)

/** The community's chain with one entry more, after those that the call had read, recorded when the last of them was or when the meeting was called. */
const toldOf = (community: Entries, call: Loose, when: 'before' | 'at the call', kind: string, data: Data): Entries => {
  const { seq, ...last } = found(community[readIn(call) - 1])
  const recordedAt = when === 'before' ? last.recordedAt : call.recordedAt
  return community.toSpliced(readIn(call), 0, { ...last, seq: seq + 1, recordedAt, kind, data })
}

const filled = (person: string, { data }: Loose): Data => ({
  body,
  from: data.sentOn,
  seats: [{ ...representative(person), office: 'representative', voting: true, inBase: true }],
})
const ended = (person: string, { data }: Loose): Data => ({ body, person, cause: 'resigned', on: data.sentOn })

const amendedBy = (hall: Entries, data: Data): Entries => {
  const { seq: _, ...call } = found(hall[0])
  return hall.toSpliced(1, 0, { ...call, seq: 0, kind: 'roll.amended', data: { reason: nothing, ...data } })
}

/** Copies in which a roll is not what the community's own chain makes it: both call it `roll_wrong`. */
export const seatTamperings: readonly Case[] = (
  [
    [
      'a member without a seat on the roll',
      rollChanged((roll, _, { community }) => [...roll, representative(community)]),
    ],
    [
      'a seat’s holder left off the roll',
      rollChanged((roll, hall) => roll.filter(({ person }) => person !== absent(hall).person)),
    ],
    [
      'a member in another group than the seat’s',
      rollChanged((roll, hall) =>
        roll.map((one) =>
          one.person === absent(hall).person ? { ...one, groups: ['representatives', 'women'] } : one,
        ),
      ),
    ],
    [
      'a seat filled before the call, and passed over',
      ({ call, community, record }) => ({
        community: toldOf(community, call, 'before', 'seats.filled', filled(record.community, call)),
      }),
    ],
    [
      'a member whose seat had ended',
      ({ call, hall, community, record }) => ({
        ...calledWith((data) => ({ ...data, seatsSeq: readIn(call) + 1 }))({ call, hall, community, record }),
        community: toldOf(community, call, 'before', 'seat.ended', ended(absent(hall).person, call)),
      }),
    ],
    ['a roll that does not say by which seats', calledWith(({ seatsSeq: _, ...data }) => data)],
    ['a roll by seats that are to come', calledWith((data) => ({ ...data, seatsSeq: 999_999 }))],
    [
      'presided over as a member of a body by somebody who is none',
      ({ hall, ...made }) => calledWith((data) => ({ ...data, presider: absent(hall).person }))({ hall, ...made }),
    ],
    [
      'taken off the roll though the seat goes on',
      ({ hall, call }) => ({
        hall: amendedBy(hall, { cause: 'seat-ended', out: absent(hall).person, seatsSeq: readIn(call) }),
      }),
    ],
    [
      'taken off the roll as dead though nobody died',
      ({ hall, call }) => ({
        hall: amendedBy(hall, { cause: 'died', out: absent(hall).person, seatsSeq: readIn(call) }),
      }),
    ],
    [
      'put on the roll without having been elected',
      ({ hall, call, record }) => ({
        hall: amendedBy(hall, {
          cause: 'by-election',
          in: representative(record.community),
          seatsSeq: readIn(call),
        }),
      }),
    ],
    [
      'a roll amended after the question was put',
      ({ hall, call, community }) => {
        const [out, at] = [absent(hall).person, hall.findIndex(({ kind }) => kind === 'roll.called')]
        const [, amendment] = amendedBy(hall, { cause: 'seat-ended', out, seatsSeq: readIn(call) + 1 })
        const { seq: _, ...rollCall } = found(hall[at])
        const before = [
          { ...rollCall, seq: 0 },
          { ...found(amendment), recordedAt: rollCall.recordedAt },
        ]
        return {
          community: toldOf(community, call, 'at the call', 'seat.ended', ended(out, call)),
          hall: hall.toSpliced(at, 0, ...before),
        }
      },
    ],
    [
      'a roll amended without a word of what bears it out',
      ({ hall, call, community }) => ({
        community: toldOf(community, call, 'at the call', 'seat.ended', ended(absent(hall).person, call)),
        hall: amendedBy(hall, { cause: 'seat-ended', out: absent(hall).person }),
      }),
    ],
  ] as const satisfies readonly (readonly [string, Forgery])[]
).map(([what, forgery]) => [what, 'roll_wrong', forged(forgery)])

/** Rolls amended as the community's chain bears it out. */
export const seatsAllowed: readonly (readonly [what: string, change: (record: Record) => Record])[] = [
  [
    'a seat that ends after the call, and is taken off the roll',
    forged(({ hall, call, community }) => ({
      community: toldOf(community, call, 'at the call', 'seat.ended', ended(absent(hall).person, call)),
      hall: amendedBy(hall, { cause: 'seat-ended', out: absent(hall).person, seatsSeq: readIn(call) + 1 }),
    })),
  ],
  [
    'a seat that is filled after the call, and is put on the roll',
    forged(({ hall, call, community, record }) => ({
      community: toldOf(community, call, 'at the call', 'seats.filled', filled(record.community, call)),
      hall: amendedBy(hall, {
        cause: 'by-election',
        in: representative(record.community),
        seatsSeq: readIn(call) + 1,
      }),
    })),
  ],
]
