import type { z } from 'zod'
import { ok, type Result } from '../../../workflows/result.ts'
import { isVisitor } from '../../services/look.ts'
import type { Refusal } from '../../services/refusal.ts'
import { type BallotView, ballot } from '../../services/views/meetings.ts'
import { type Entrusted, entrusted } from '../../services/views/mine.ts'
import { type ProposalView, proposal } from '../../services/views/proposals.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Notice } from '../components/notice.tsx'
import { Section } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { type Asked, inBallot, noQuery, page } from '../page.ts'
import { at } from '../ui.ts'
import { ballotWords } from '../words/ballot.ts'
import { common } from '../words/common.ts'
import { Came } from './ballot/came.tsx'
import { Options } from './ballot/options.tsx'
import { OwnStanding } from './ballot/own-standing.tsx'
import { Secret } from './ballot/secret.tsx'

/** A ballot with what it is about, and for whom the reader may vote besides. */
export interface BallotShown {
  readonly ballot: BallotView
  readonly proposal: ProposalView
  readonly others: readonly Entrusted[]
}

export const loadBallot = async ({
  site,
  reader,
  params,
}: Asked<z.output<typeof inBallot>, unknown>): Promise<Result<BallotShown, Refusal>> => {
  const view = await ballot(site.engine, reader, params.b)
  if (!view.ok) return view
  const about = await proposal(site.engine, reader, view.value.proposal)
  if (!about.ok) return about
  const others = isVisitor(reader) ? ok([]) : await entrusted(site.engine, reader, params.b)
  return others.ok ? ok({ ballot: view.value, proposal: about.value, others: others.value }) : others
}

/** One question, three large buttons; for whoever may not vote, how it goes and what it came to. */
export const ballotPage = page({
  path: '/c/:c/ballots/:b',
  may: 'anybody',
  params: inBallot,
  query: noQuery,
  load: loadBallot,
  view: ({ ballot: one, proposal: about, others }, ui) => {
    const w = ballotWords[ui.lang]
    const draft = about.drafts.find(({ n }) => n === one.draft)
    const byPhone = one.open && one.voting !== 'counted'
    return (
      <Document ui={ui} title={about.title ?? common[ui.lang].erased}>
        <p class="question">{motionQuestion(one.motion, w)}</p>
        {one.secrecy ? <Secret ui={ui} secrecy={one.secrecy} /> : null}
        <OwnStanding ui={ui} ballot={one} />
        {byPhone && one.mine.mayVote && !one.mine.voted ? <Options ui={ui} ballot={one.id} /> : null}
        {byPhone
          ? others.map(({ person, name, voted }) => (
              <Section title={w.forWhom(name ?? common[ui.lang].erased)}>
                {voted ? (
                  <Notice kind="done">
                    <p>{w.votedFor(name ?? common[ui.lang].erased)}</p>
                  </Notice>
                ) : (
                  <Options ui={ui} ballot={one.id} voter={person} />
                )}
              </Section>
            ))
          : null}
        <details open={!one.open}>
          <summary>{w.read}</summary>
          <div class="card text">{draft?.text ?? common[ui.lang].erased}</div>
        </details>
        <Came ui={ui} ballot={one} />
        <Buttons>
          <LinkButton href={at(ui, `/meetings/${one.meeting}`)} quiet>
            {w.toMeeting}
          </LinkButton>
        </Buttons>
      </Document>
    )
  },
})

const motions = ['agree', 'agree-amended', 'return', 'refuse'] as const

const motionQuestion = (motion: string, w: (typeof ballotWords)['zh' | 'en']): string =>
  w[motions.find((one) => one === motion) ?? 'agree']
