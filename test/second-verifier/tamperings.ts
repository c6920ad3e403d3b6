import { canonical, chained, commitmentOf, type Loose, leafOf, rewritten } from './second.mjs'

/** What these cases touch of an export. */
export type Record = {
  readonly community: string
  readonly proposal: string
  readonly adoption: unknown
  readonly chains: readonly Chain[]
  readonly disclosures: Readonly<{ [commitment: string]: { readonly salt: string; readonly text: string } }>
  readonly keys: { readonly keys: readonly object[] }
  readonly tree?: Tree
}

export type Tree = {
  readonly leaves: readonly { readonly chain: string; readonly seq: number; readonly head: string }[]
  readonly checkpoints: readonly string[]
}

type Chain = {
  readonly name: string
  readonly entries: readonly { readonly bytes: string; readonly head: string }[]
  readonly signedHead: string
  readonly signedHeads?: readonly string[]
}

type Data = Readonly<{ [field: string]: unknown }>
type Change = (record: Record) => Record
export type Case = readonly [what: string, code: string, change: Change]

export const nothing = '0'.repeat(64)

export const nameOf = ({ proposal }: Record): string => `proposal/${proposal}`

export const entriesOf = ({ chains }: Record, name: string): readonly Loose[] =>
  chains.find((chain) => chain.name === name)?.entries.map(({ bytes }) => JSON.parse(bytes) as Loose) ?? []

export const found = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('the record has nothing like it')
  return value
}

const newest = (record: Record, kind: string): Loose =>
  found(entriesOf(record, nameOf(record)).findLast((entry) => entry.kind === kind))

/** The chain of the meeting in which the last question was put. */
export const hallOf = (record: Record): string => `meeting/${String(newest(record, 'ballot.opened').data.meeting)}`

const votesOf = (record: Record): readonly Loose[] =>
  entriesOf(record, nameOf(record)).filter(({ kind }) => kind === 'vote.cast')

const lastChoice = (record: Record): string => String(found(votesOf(record).at(-1)).data.choice)

/** One chain's bytes changed and hashed anew, but not signed. */
const bytesChanged =
  (at: number, change: (text: string) => string): Change =>
  (record) => ({
    ...record,
    chains: record.chains.map((chain) => {
      if (chain.name !== nameOf(record)) return chain
      const texts = chain.entries.map(({ bytes }, index) => (index === at ? change(bytes) : bytes))
      return { ...chain, entries: chained(texts) }
    }),
  })

const chainChanged =
  (change: (chain: Chain, record: Record) => Chain): Change =>
  (record) => ({
    ...record,
    chains: record.chains.map((chain) => (chain.name === nameOf(record) ? change(chain, record) : chain)),
  })

/** A whole chain written anew and everything signed with a key announced in place of the record's. */
const inChain =
  (name: (record: Record) => string, change: (entries: readonly Loose[], record: Record) => readonly Loose[]): Change =>
  (record) =>
    rewritten(record, (entries, each) => (each === name(record) ? change(entries, record) : entries))

/** The newest entry of a kind with other data. */
const told = (kind: string, change: (data: Data, record: Record) => Data, name = nameOf): Change =>
  inChain(name, (entries, record) => {
    const at = entries.findLastIndex((entry) => entry.kind === kind)
    const entry = found(entries[at])
    return entries.with(at, { ...entry, data: change(entry.data, record) })
  })

/** An entry put in after the newest of a kind, by the same hand at the same moment. */
const addedAfter = (
  after: string,
  entry: (record: Record) => { readonly kind: string; readonly data: Data },
  name = nameOf,
): Change =>
  inChain(name, (entries, record) => {
    const at = entries.findLastIndex(({ kind }) => kind === after)
    const { actor, recordedAt, ...rest } = found(entries[at])
    return entries.toSpliced(at + 1, 0, { ...rest, actor, recordedAt, ...entry(record) })
  })

/** The first entry of a kind as if it had happened the year before, with nothing that bears it out. */
const dated = (name: (record: Record) => string, kind: string): Change =>
  inChain(name, (entries) => {
    const at = entries.findIndex((entry) => entry.kind === kind)
    return entries.with(at, { ...found(entries[at]), ...{ occurredOn: '2025-01-01' } })
  })

const shown =
  (commitment: (record: Record) => string, change: { readonly salt?: string; readonly text?: string }): Change =>
  (record) => {
    const key = commitment(record)
    const was = record.disclosures[key] ?? { salt: '00'.repeat(16), text: '' }
    return { ...record, disclosures: { ...record.disclosures, [key]: { ...was, ...change } } }
  }

/** A text that is shown without its first letter, which ends its salt instead: hashed one after the other they are the same. */
const beginningInSalt =
  (commitment: (record: Record) => string): Change =>
  (record) => {
    const key = commitment(record)
    const { salt, text } = found(record.disclosures[key])
    const [first = '', ...rest] = text
    return shown(() => key, { salt: salt + Buffer.from(first).toString('hex'), text: rest.join('') })(record)
  }

/** The last vote as somebody would have made it who wanted it to count for nothing. */
const says =
  (text: string): Change =>
  (record) => {
    const salt = '07'.repeat(16)
    const choice = commitmentOf(Buffer.from(salt, 'hex'), text)
    return shown(() => choice, { salt, text })(told('vote.cast', (data) => ({ ...data, choice }))(record))
  }

const more =
  (of: string, name: string, by = 1) =>
  (data: Data): Data => {
    const counts = data[of] as Readonly<{ [name: string]: number }>
    return { ...data, [of]: { ...counts, [name]: (counts[name] ?? 0) + by } }
  }

const minutes = (presider: unknown) => ({
  kind: 'minutes.approved',
  data: { text: nothing, recorder: presider, presider },
})

/** A chain as it was when it had one entry. */
const begunOf = ({ name, entries, signedHeads }: Chain): Chain => ({
  name,
  entries: entries.slice(0, 1),
  signedHead: found(signedHeads?.[0]),
})

/** A written proxy put in before the last who signed in, from that member to the first of the voters, and what was done with it. */
const entrusted =
  (change: (entry: Loose, principal: unknown, proxy: unknown) => Loose): Change =>
  (record) => {
    const hall = hallOf(record)
    const before = entriesOf(record, hall)
    const at = before.findLastIndex(({ kind }) => kind === 'member.signed-in')
    const signedIn = found(before[at])
    const [principal, proxy] = [signedIn.data.person, votesOf(record)[0]?.data.voter]
    const given = { ...signedIn, kind: 'proxy.given', data: { principal, proxy, document: nothing } }
    return rewritten(record, (entries, name) => {
      const whole = name === hall ? entries.toSpliced(at, 0, given) : entries
      return whole.map((entry) => {
        const { meeting, meetingSeq } = entry.data
        const later = `meeting/${String(meeting)}` === hall && Number(meetingSeq) > at
        const moved = later ? { ...entry, data: { ...entry.data, meetingSeq: Number(meetingSeq) + 1 } } : entry
        return change(moved, principal, proxy)
      })
    })
  }

type Text = Readonly<{ [field: string]: unknown }>
type Step = Readonly<{ [field: string]: unknown }> & { readonly law?: readonly Text[] }
type Adoption = Readonly<{ [field: string]: unknown }> & { readonly stages: readonly Step[] }

/** Another procedure adopted from the first, and the case opened under it. */
const adopting =
  (change: (adoption: Adoption) => Adoption): Change =>
  (record) => {
    const adoption = change(record.adoption as Adoption)
    const [before, hash] = [record.adoption, adoption].map((one) => Buffer.from(leafOf(canonical(one))).toString('hex'))
    return rewritten({ ...record, adoption }, (entries) =>
      entries.map((entry) => {
        const [of] = Object.entries(entry.data).find(([, value]) => value === before) ?? []
        return of === undefined ? entry : { ...entry, data: { ...entry.data, [of]: hash } }
      }),
    )
  }

/** The law of the step that decides. */
const withLaw = (change: (law: readonly Text[]) => readonly Text[]): Change =>
  adopting((adoption) => ({
    ...adoption,
    stages: adoption.stages.map((stage) => (stage.final && stage.law ? { ...stage, law: change(stage.law) } : stage)),
  }))

const presiderOf = (record: Record): unknown => found(entriesOf(record, hallOf(record))[0]).data.presider

/** Copies that somebody altered: what was done, and what both verifiers call it. */
export const tamperings: readonly Case[] = [
  [
    'a byte of an entry',
    'head_wrong',
    chainChanged((chain) => {
      const entry = found(chain.entries[5])
      return {
        ...chain,
        entries: chain.entries.with(5, { ...entry, bytes: entry.bytes.replace('"seq":6', '"seq":7') }),
      }
    }),
  ],
  [
    'a head',
    'head_wrong',
    chainChanged((chain) => ({
      ...chain,
      entries: chain.entries.with(5, { ...found(chain.entries[5]), head: nothing }),
    })),
  ],
  ['the end cut off', 'tail_cut', chainChanged((chain) => ({ ...chain, entries: chain.entries.slice(0, -1) }))],
  [
    'another chain’s signature',
    'signature_wrong',
    chainChanged((chain, { chains }) => ({ ...chain, signedHead: found(chains[0]).signedHead })),
  ],
  [
    'a signature’s bytes',
    'signature_wrong',
    chainChanged((chain) => ({ ...chain, signedHead: `${chain.signedHead.slice(0, -10)}AAAAAAAAAA` })),
  ],
  [
    'hashed anew, signed as before',
    'sealed_head_wrong',
    bytesChanged(3, (text) => text.replace(/"matter":"[a-z-]*"/, '"matter":"other"')),
  ],
  [
    'signed as something else than a head',
    'signature_wrong',
    (record) => rewritten(record, (entries) => entries, 'JWT'),
  ],
  ['a space', 'bytes_not_canonical', bytesChanged(3, (text) => text.replace('{', '{ '))],
  ['a key twice', 'bytes_not_canonical', bytesChanged(3, (text) => text.replace('{', '{"seq":4,'))],
  [
    'a whole number with a fraction',
    'bytes_not_canonical',
    bytesChanged(3, (text) => text.replace('"seq":4', '"seq":4.0')),
  ],
  ['no JSON', 'entry_unreadable', bytesChanged(3, (text) => text.slice(1))],
  [
    'an unknown kind',
    'entry_unreadable',
    bytesChanged(3, (text) => text.replace('intake.accepted', 'intake.approved')),
  ],
  ['a field too many', 'entry_unreadable', bytesChanged(3, (text) => text.replace('"data":{', '"data":{"a":1,'))],
  [
    'a kind on a foreign chain',
    'entry_unreadable',
    bytesChanged(3, (text) => text.replace('"chain":"proposal/', '"chain":"meeting/')),
  ],
  ['another number', 'out_of_place', bytesChanged(3, (text) => text.replace('"seq":4', '"seq":5'))],
  [
    'another chain',
    'out_of_place',
    bytesChanged(3, (text) => text.replace(/"chain":"proposal\/./, (start) => `${start.slice(0, -1)}f`)),
  ],
  [
    'an earlier time',
    'time_runs_back',
    bytesChanged(3, (text) => text.replace(/"recordedAt":"\d{4}/, '"recordedAt":"2001')),
  ],
  [
    'the proposal’s chain left out',
    'chain_missing',
    (record) => ({ ...record, chains: record.chains.filter(({ name }) => name !== nameOf(record)) }),
  ],
  [
    'a meeting’s chain left out',
    'meeting_cited_wrong',
    (record) => ({ ...record, chains: record.chains.filter(({ name }) => name !== hallOf(record)) }),
  ],
  [
    'the community’s chain left out',
    'chain_missing',
    (record) => ({ ...record, chains: record.chains.filter(({ name }) => name !== 'community') }),
  ],
  [
    'another procedure',
    'adoption_wrong',
    (record) => ({ ...record, adoption: { ...(record.adoption as object), expiryDays: 1 } }),
  ],
  [
    'a text of the law that asks less',
    'adoption_wrong',
    withLaw((law) => law.map((text) => ({ ...text, quorum: { count: 'present', atLeast: [1, 9], of: 'entitled' } }))),
  ],
  ['a text of the law left out', 'adoption_wrong', withLaw((law) => law.slice(1))],
  ['a text of the law twice', 'adoption_wrong', withLaw((law) => [...law, ...law.slice(0, 1)])],
  [
    'a text of the law in other words',
    'adoption_wrong',
    withLaw((law) => law.map((text) => ({ ...text, text: '村民代表会议由主任决定。' }))),
  ],
  ['a text of the law in force for ever', 'adoption_wrong', withLaw((law) => law.map(({ until: _, ...text }) => text))],
  [
    'a text of the law that nobody made',
    'adoption_wrong',
    withLaw((law) => [...law, { ...found(law[0]), id: 'village/other', proxies: { written: true, cite: '村规民约' } }]),
  ],
  [
    'the law of another province',
    'adoption_wrong',
    adopting(({ place, ...adoption }) => ({ ...adoption, place: { ...(place as object), jurisdiction: 'CN-11' } })),
  ],
  ['a draft that was not put', 'refused_on_replay', told('ballot.opened', (data) => ({ ...data, draftText: nothing }))],
  ['a roll that was not frozen', 'refused_on_replay', told('ballot.opened', (data) => ({ ...data, roll: nothing }))],
  ['a tally of a smaller base', 'refused_on_replay', told('ballot.closed', more('people', 'entitled', -1))],
  [
    'a second vote',
    'refused_on_replay',
    told('vote.cast', (data, record) => ({ ...data, voter: votesOf(record).at(-2)?.data.voter })),
  ],
  [
    'a day to come',
    'refused_on_replay',
    inChain(nameOf, (entries) => entries.with(2, { ...found(entries[2]), ...{ occurredOn: '2099-01-01' } })),
  ],
  ['a vote of an earlier day that nobody attests', 'refused_on_replay', dated(nameOf, 'vote.cast')],
  ['a sign-in of an earlier day that nobody attests', 'refused_on_replay', dated(hallOf, 'member.signed-in')],
  [
    'an id in upper case',
    'entry_unreadable',
    bytesChanged(3, (text) =>
      text.replace(/"actor":"[^"]+"/, (actor) => actor.toUpperCase().replace('ACTOR', 'actor')),
    ),
  ],
  [
    'others called present',
    'roll_wrong',
    told(
      'roll.called',
      ({ present, ...data }) => ({ ...data, present: (present as readonly string[]).slice(1) }),
      hallOf,
    ),
  ],
  [
    'present in another order',
    'roll_wrong',
    told(
      'roll.called',
      ({ present, ...data }) => ({ ...data, present: (present as readonly string[]).toReversed() }),
      hallOf,
    ),
  ],
  [
    'called present without having come',
    'roll_wrong',
    inChain(hallOf, (entries) => {
      const [call, first, second, ...rest] = entries
      return [found(call), { ...found(first), data: found(second).data }, found(second), ...rest]
    }),
  ],
  [
    'a roll call for another question',
    'roll_wrong',
    told('roll.called', (data, { community }) => ({ ...data, for: community }), hallOf),
  ],
  ['another day of the call', 'roll_wrong', told('meeting.called', (data) => ({ ...data, on: '2026-12-01' }), hallOf)],
  [
    'another who presides, when the question is put',
    'roll_wrong',
    told('ballot.opened', (data, { community }) => ({ ...data, presider: community })),
  ],
  [
    'another who presides, when the meeting is called',
    'roll_wrong',
    told('meeting.called', (data, { community }) => ({ ...data, presider: community }), hallOf),
  ],
  [
    'a member left off the roll',
    'roll_wrong',
    told('meeting.called', ({ roll, ...data }) => ({ ...data, roll: (roll as readonly object[]).slice(1) }), hallOf),
  ],
  ['a yes more', 'tally_wrong', told('ballot.closed', more('people', 'yes'))],
  [
    'papers issued and returned that nobody counted',
    'tally_wrong',
    told('ballot.closed', ({ people, ...data }) => ({
      ...data,
      people: { ...(people as Data), issued: 900, returned: 880 },
    })),
  ],
  [
    'a yes more in one group',
    'tally_wrong',
    told('ballot.closed', (data) => {
      const groups = data.groups as Readonly<{ [name: string]: Readonly<{ [name: string]: number }> }>
      const [name, tally] = found(Object.entries(groups)[0])
      return { ...data, groups: { ...groups, [name]: { ...tally, yes: (tally.yes ?? 0) + 1 } } }
    }),
  ],
  [
    'a vote taken out',
    'tally_wrong',
    inChain(nameOf, (entries, record) => entries.filter(({ data }) => data.choice !== lastChoice(record))),
  ],
  [
    'another’s choice',
    'tally_wrong',
    told('vote.cast', (data, record) => ({ ...data, choice: votesOf(record).at(-2)?.data.choice })),
  ],
  [
    'a yes more where choices are withheld',
    'tally_wrong',
    inChain(nameOf, (entries) => {
      const at = entries.findIndex(({ kind }) => kind === 'ballot.closed')
      const entry = found(entries[at])
      return entries.with(at, { ...entry, data: more('people', 'yes')(entry.data) })
    }),
  ],
  [
    'a yes more in one group where choices are withheld',
    'tally_wrong',
    inChain(nameOf, (entries) => {
      const at = entries.findIndex(
        ({ kind, data }) => kind === 'ballot.closed' && Object.keys(data.groups ?? {}).length > 0,
      )
      const { data } = found(entries[at])
      const groups = data.groups as Readonly<{ [name: string]: Readonly<{ [name: string]: number }> }>
      const [name, tally] = found(Object.entries(groups)[0])
      const changed = { ...data, groups: { ...groups, [name]: { ...tally, yes: (tally.yes ?? 0) + 1 } } }
      return entries.with(at, { ...found(entries[at]), data: changed })
    }),
  ],
  [
    'a voter from nowhere',
    'voter_not_present',
    told('vote.cast', (data, { community }) => ({ ...data, voter: community })),
  ],
  ['a choice shown as another', 'disclosure_wrong', shown(lastChoice, { text: 'maybe' })],
  ['a choice shown with another salt', 'disclosure_wrong', shown(lastChoice, { salt: '00'.repeat(16) })],
  ['a choice that is none', 'disclosure_wrong', says('maybe')],
  ['a choice by phone that only a paper can have', 'disclosure_wrong', says('spoiled')],
  [
    'a procedure that the community never adopted',
    'adoption_wrong',
    inChain(
      () => 'community',
      (entries) => entries.filter(({ kind }) => kind !== 'adoption.made'),
    ),
  ],
  [
    'opened under an adoption of another name',
    'adoption_wrong',
    told('proposal.opened', (data, { community }) => ({ ...data, adoption: community })),
  ],
  [
    'a call that is said to have been sent earlier',
    'roll_wrong',
    (record) =>
      rewritten(record, (entries) =>
        entries.map((entry) =>
          entry.kind === 'meeting.called' || entry.kind === 'meeting.convened'
            ? { ...entry, data: { ...entry.data, sentOn: '2026-01-01' } }
            : entry,
        ),
      ),
  ],
  [
    'a discussion of the party organisation that nobody recorded',
    'refused_on_replay',
    addedAfter('intake.accepted', ({ community }) => ({
      kind: 'party-discussion.filed',
      data: { heldOn: '2026-01-01', agreed: true, text: nothing, discussion: community },
    })),
  ],
  [
    'a text shown without its beginning',
    'disclosure_wrong',
    beginningInSalt((record) => String(newest(record, 'proposal.opened').data.title)),
  ],
  [
    'a text shown with half a letter in place of another',
    'disclosure_wrong',
    (record) => {
      const salt = '07'.repeat(16)
      const title = commitmentOf(Buffer.from(salt, 'hex'), '\ufffd路')
      return shown(() => title, { salt, text: '\ud800路' })(
        told('proposal.opened', (data) => ({ ...data, title }))(record),
      )
    },
  ],
  ['a text shown for nothing', 'disclosure_wrong', shown(() => nothing, { text: '' })],
  [
    'a text shown that fits a commitment which no entry has',
    'disclosure_wrong',
    (record) => {
      const [salt, text] = ['07'.repeat(16), '全体代表一致同意']
      return shown(() => commitmentOf(Buffer.from(salt, 'hex'), text), { salt, text })(record)
    },
  ],
  [
    'the proposal’s chain twice, another one first',
    'out_of_place',
    (record) => ({
      ...record,
      chains: [...record.chains.filter(({ name }) => name === nameOf(record)).map(begunOf), ...record.chains],
    }),
  ],
  [
    'a vote cast by another',
    'stand_in_unproved',
    told('vote.cast', (data, record) => ({ ...data, castBy: votesOf(record)[0]?.data.voter })),
  ],
  [
    'signed in by another',
    'stand_in_unproved',
    told('member.signed-in', (data, record) => ({ ...data, inPerson: votesOf(record)[0]?.data.voter }), hallOf),
  ],
  [
    'signed in by a proxy of whom the law knows nothing',
    'stand_in_unproved',
    entrusted((entry, principal, proxy) =>
      entry.kind === 'member.signed-in' && entry.data.person === principal
        ? { ...entry, data: { ...entry.data, inPerson: proxy } }
        : entry,
    ),
  ],
  [
    'a vote cast by a proxy of whom the law knows nothing',
    'stand_in_unproved',
    entrusted((entry, principal, proxy) =>
      entry.kind === 'vote.cast' && entry.data.voter === principal
        ? { ...entry, data: { ...entry.data, castBy: proxy } }
        : entry,
    ),
  ],
  [
    'a meeting called a second time, with another roll',
    'refused_on_replay',
    addedAfter(
      'roll.called',
      (record) => {
        const { kind, data } = found(entriesOf(record, hallOf(record))[0])
        return { kind, data: { ...data, roll: (data.roll as readonly object[]).slice(1) } }
      },
      hallOf,
    ),
  ],
  [
    'minutes before the end',
    'minutes_wrong',
    addedAfter('roll.called', (record) => minutes(presiderOf(record)), hallOf),
  ],
  [
    'confirmed by its author',
    'confirmed_by_its_author',
    inChain(nameOf, (entries) => {
      const entry = found(entries[2])
      return entries.with(2, { ...entry, ...{ attested: { evidence: nothing, confirmedBy: [entry.actor] } } })
    }),
  ],
  [
    'a key that was not announced',
    'checkpoint_unsigned',
    inChain(
      () => 'community',
      (entries) => entries.filter(({ kind }) => kind !== 'key.published'),
    ),
  ],
]

/** The newest entry of a kind as if another had entered it. */
const enteredBy = (kind: string, who: (record: Record) => string): Change =>
  inChain(nameOf, (entries, record) => {
    const at = entries.findLastIndex((entry) => entry.kind === kind)
    return entries.with(at, { ...found(entries[at]), actor: who(record) })
  })

const clerkOf = (record: Record): string => newest(record, 'intake.accepted').actor

/** What only somebody finds who has the procedures: an adoption that its choices do not come to. */
export const procedureTamperings: readonly (readonly [what: string, change: Change])[] = [
  ['a step left out', adopting((adoption) => ({ ...adoption, stages: adoption.stages.filter((_, n) => n !== 1) }))],
  [
    'the procedure’s own rule left out',
    adopting((adoption) => ({
      ...adoption,
      stages: adoption.stages.map((stage) => (stage.own ? { ...stage, own: [] } : stage)),
    })),
  ],
  [
    'a choice that it does not offer',
    adopting(({ choices, ...adoption }) => ({ ...adoption, choices: { ...(choices as object), publicationDays: 1 } })),
  ],
  [
    'a choice that it was not made of',
    adopting(({ choices, ...adoption }) => ({ ...adoption, choices: { ...(choices as object), calls: 9 } })),
  ],
  ['a procedure under another title', adopting((adoption) => ({ ...adoption, title: { zh: '村规', en: 'Ours' } }))],
  ['no procedure', adopting((adoption) => ({ ...adoption, choices: 1 }))],
]

/** A comment that was taken back, altered: what was done, and what both verifiers call it. */
export const withdrawalTamperings: readonly Case[] = [
  ['taken back by the clerk in its author’s name', 'withdrawn_by_another', enteredBy('comment.withdrawn', clerkOf)],
  [
    'taken back by an account that never spoke',
    'withdrawn_by_another',
    enteredBy('comment.withdrawn', ({ community }) => community),
  ],
  [
    'taken back though nobody is named as its author',
    'withdrawn_by_another',
    inChain(nameOf, (entries) => {
      const { comment } = found(entries.findLast(({ kind }) => kind === 'comment.withdrawn')).data
      return entries.map((entry) => {
        if (entry.kind !== 'comment.received' || entry.data.comment !== comment) return entry
        const { author: _, ...data } = entry.data
        return { ...entry, data }
      })
    }),
  ],
]

/** Copies that were altered within what the format allows: both find nothing wrong. */
export const allowed: readonly (readonly [what: string, change: Change])[] = [
  ['a proxy given and made no use of', entrusted((entry) => entry)],
  ['written anew with another key that is announced', (record) => rewritten(record, (entries) => entries)],
  [
    'a choice withheld',
    (record) => {
      const { [lastChoice(record)]: _, ...disclosures } = record.disclosures
      return { ...record, disclosures }
    },
  ],
]

/** The proposal's chain as it was when it had one entry. */
const begun = (record: Record): Chain => begunOf(found(record.chains.find(({ name }) => name === nameOf(record))))

/** A chain of one entry, of that kind, with that data, beside a proposal just opened: can it be read? */
export const alone = ({ tree: _, ...record }: Record, name: string, kind: string, data: Data): Record => {
  const [first] = entriesOf(record, name)
  const entries = chained([canonical({ ...found(first), seq: 1, kind, data })])
  const chain = { name, entries, signedHead: '' }
  // A case that has begun stands on the community's word that its procedure was adopted.
  const community = record.chains.filter((one) => one.name === 'community' && one.name !== name)
  return { ...record, chains: name === nameOf(record) ? [chain] : [...community, begun(record), chain] }
}
