import { canonicalText } from '../../workflows/format/canonical.ts'
import type { Entry } from '../../workflows/format/entry.ts'
import { sortedChoices } from '../../workflows/stages/voting.ts'
import { disagree } from './disagreement.ts'
import type { Asked } from './tables.ts'

type Choices = Parameters<typeof sortedChoices>[0]

/** A secret ballot as its entries tell it: who took part by which door, and at the close what the phones chose. */
interface Box {
  readonly seq: number
  readonly taken: Map<string, string>
  choices?: Choices
}

/** The secret ballots of a case, by id. */
export type Boxes = Map<string, Box>

/** Notes what an entry says of a secret ballot. */
export const noteBox = (boxes: Boxes, { kind, seq, data }: Entry): void => {
  if (kind === 'ballot.opened' && data.voting === 'secret') boxes.set(data.ballot, { seq, taken: new Map() })
  if (kind === 'ballot.taken') boxes.get(data.ballot)?.taken.set(data.voter, data.door ?? 'phone')
  const box = kind === 'ballot.closed' ? boxes.get(data.ballot) : undefined
  if (kind === 'ballot.closed' && box) box.choices = data.choices ?? []
}

/** Those stored as taking part are those in the record, and the box holds what was committed to at the close, or as many as phones took part. */
export const agreeOnBoxes = async (
  tx: Asked,
  community: string,
  chain: string,
  proposal: string,
  boxes: Boxes,
): Promise<void> => {
  const parts = await tx.unsafe<{ ballot: string; person: string; door: string }[]>(
    `select p.ballot, p.person, p.door from participation p join ballot b on (b.community, b.id) = (p.community, p.ballot)
      where p.community = current_community() and b.proposal = $1::text::uuid`,
    [proposal],
  )
  const choices = await tx.unsafe<{ ballot: string; choice: Choices[number]['choice']; groups: string[] }[]>(
    `select s.ballot, s.choice, s.groups from secret_choice s join ballot b on (b.community, b.id) = (s.community, s.ballot)
      where s.community = current_community() and b.proposal = $1::text::uuid`,
    [proposal],
  )
  const stray = [...parts, ...choices].find(({ ballot }) => !boxes.has(ballot))
  if (stray) disagree(community, { table: 'secret_choice', row: stray.ballot }, 'vote_wrong')
  for (const [ballot, { seq, taken, choices: told }] of boxes) {
    const place = { chain, seq, kind: 'ballot.opened' }
    const here = parts.filter((part) => part.ballot === ballot)
    if (here.length !== taken.size || here.some(({ person, door }) => taken.get(person) !== door))
      disagree(community, place, 'vote_wrong')
    const box = choices.filter((choice) => choice.ballot === ballot)
    const phones = [...taken.values()].filter((door) => door === 'phone').length
    if (box.length !== phones) disagree(community, place, 'vote_wrong')
    if (told && canonicalText(sortedChoices(box)) !== canonicalText(told)) disagree(community, place, 'vote_wrong')
  }
}
