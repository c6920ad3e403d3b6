import { z } from 'zod'
import { ok, refuse } from '../../../workflows/result.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Confirm } from '../components/confirm.tsx'
import { Notice } from '../components/notice.tsx'
import { Document } from '../layout/document.tsx'
import { formsOn, inBallot, page } from '../page.ts'
import { at, type Ui } from '../ui.ts'
import { ballotWords } from '../words/ballot.ts'
import { common } from '../words/common.ts'
import { choices, marks } from './ballot/options.tsx'
import { loadBallot } from './ballot.tsx'

const chosen = z.object({ choice: z.enum(choices), for: z.uuid().toLowerCase().optional() })

const form = formsOn(inBallot, chosen)

/** The choice once more, and one button: pressed twice, or again after a lost answer, it is one vote with one receipt. */
export const votePage = page({
  path: '/c/:c/ballots/:b/vote',
  may: ['resident'],
  params: inBallot,
  query: chosen,
  load: async (asked) => {
    const shown = await loadBallot(asked)
    if (!shown.ok) return shown
    const voter = shown.value.others.find(({ person }) => person === asked.query.for)
    if (asked.query.for !== undefined && voter === undefined) return refuse({ code: 'may_not_vote_for' } as const)
    return ok({ ...shown.value, voter })
  },
  forms: {
    vote: form(chosen, async ({ site, actor, params, fields }) => {
      const { choice, for: voter } = fields
      const cast = { ballot: params.b, choice, ...(voter === undefined ? {} : { for: voter }) }
      const receipt = await site.votes.cast(actor, cast)
      const here = `/c/${params.c}/ballots/${params.b}`
      if (receipt.ok) return ok({ to: `${here}/receipt` })
      // Cast before, perhaps by this very hand whose answer was lost: the ballot's page says how it stands.
      return receipt.refusal.code === 'voted_already' ? ok({ to: here }) : receipt
    }),
  },
  view: ({ ballot, proposal, voter }, ui, { query: { choice, for: whose } }) => {
    const w = ballotWords[ui.lang]
    const name = voter?.name ?? common[ui.lang].erased
    if (voter?.voted ?? ballot.mine.voted) return <VotedAlready ui={ui} ballot={ballot.id} />
    if (!ballot.open) return <Over ui={ui} ballot={ballot.id} />
    return (
      <Confirm
        ui={ui}
        title={w.confirmTitle}
        form="vote"
        sends={{ choice, ...(whose === undefined ? {} : { for: whose }) }}
        yes={w.confirm(w[choice])}
        back={at(ui, `/ballots/${ballot.id}`)}
        no={w.again}
        patient
      >
        <p class="question">{w.question(proposal.title ?? common[ui.lang].erased, ballot.draft)}</p>
        <p>{voter ? w.youChooseFor(name) : w.youChoose}</p>
        <p class={`chosen ${choice}`}>
          <span aria-hidden="true">{marks[choice]}</span> {w[choice]}
        </p>
      </Confirm>
    )
  },
})

/** Whoever comes back after a lost answer finds that the vote is in. */
const VotedAlready = ({ ui, ballot }: { readonly ui: Ui; readonly ballot: string }) => {
  const w = ballotWords[ui.lang]
  return (
    <Document ui={ui} title={w.title}>
      <Notice kind="done">
        <p>
          <strong>{w.youVoted}</strong>
        </p>
      </Notice>
      <Buttons>
        <LinkButton href={at(ui, `/ballots/${ballot}/receipt`)}>{w.receiptTitle}</LinkButton>
        <LinkButton href={at(ui, `/ballots/${ballot}`)} quiet>
          {common[ui.lang].back}
        </LinkButton>
      </Buttons>
    </Document>
  )
}

const Over = ({ ui, ballot }: { readonly ui: Ui; readonly ballot: string }) => {
  const w = ballotWords[ui.lang]
  return (
    <Document ui={ui} title={w.title}>
      <Notice kind="mind">
        <p>{w.notOpen}</p>
      </Notice>
      <Buttons>
        <LinkButton href={at(ui, `/ballots/${ballot}`)}>{w.result}</LinkButton>
      </Buttons>
    </Document>
  )
}
