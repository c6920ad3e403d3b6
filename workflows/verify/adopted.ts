import { z } from 'zod'
import { canonicalBytes } from '../format/canonical.ts'
import type { EntryOf } from '../format/entry.ts'
import { type Sha256, toHex } from '../format/hash.ts'
import { type Editions, editionOf, editions, textsIn } from '../law/editions.ts'
import { expand, type Procedure } from '../procedures/procedure.ts'
import { procedures } from '../registry.ts'
import type { ExpandedProcedure, Stage } from '../stages/stage.ts'
import type { Chains, Tools } from './chains.ts'
import { disagreeAt } from './disagreement.ts'
import { same } from './roll.ts'

/** Procedures by `id@version`. */
export type Procedures = ReadonlyMap<string, Procedure>

/** What is wrong with each adoption, if anything, by the procedures known: many cases follow one. */
const faults = new WeakMap<Procedures, WeakMap<ExpandedProcedure, { readonly fault: unknown }>>()

const faultOf = (adoption: ExpandedProcedure, sha256: Sha256, known: Procedures): unknown => {
  const found = faults.get(known) ?? new WeakMap<ExpandedProcedure, { readonly fault: unknown }>()
  faults.set(known, found)
  const { fault } = found.get(adoption) ?? { fault: faultIn(adoption, sha256, known) }
  found.set(adoption, { fault })
  return fault
}

/** As much of an adoption as tells what it was made of. */
const made = z.object({
  procedure: z.string(),
  choices: z.record(z.string(), z.union([z.string(), z.int()])),
  place: z.strictObject({ sort: z.enum(['village', 'city']), jurisdiction: z.string().optional() }),
  stages: z.array(z.looseObject({ id: z.string(), law: z.array(z.looseObject({ id: z.string() })).optional() })),
})

/** An adoption is what its procedure makes of the choices that it names, with the law as an edition of it has it: no step is left out and no text asks less. */
export const checkExpanded = (
  opening: EntryOf<'proposal.opened'>,
  adoption: ExpandedProcedure,
  chains: Chains,
  { sha256, procedures: known = procedures }: Tools,
): void => {
  const fault = faultOf(adoption, sha256, known)
  if (fault !== undefined) disagreeAt(opening, 'adoption_wrong', { claimed: adoption.procedure, found: fault })
  const founded = chains.get('community')?.find(({ kind }) => kind === 'community.founded')
  const { sort, jurisdiction } = founded?.kind === 'community.founded' ? founded.data : {}
  const { place } = adoption
  if (place.sort !== sort || place.jurisdiction !== jurisdiction)
    disagreeAt(opening, 'adoption_wrong', { claimed: place, found: { sort, jurisdiction } })
}

const faultIn = (adoption: ExpandedProcedure, sha256: Sha256, known: Procedures): unknown => {
  if (!made.safeParse(adoption).success) return 'no adoption'
  const procedure = known.get(adoption.procedure)
  if (!procedure) return 'no such procedure is known'
  const expanded = expand(procedure, adoption.choices, adoption.place)
  if (!expanded.ok) return expanded.refusal
  if (same(expanded.value, adoption)) return undefined
  const [expected, claimed] = [expanded.value.stages, adoption.stages]
  const other = claimed.find((stage, n) => !same(withoutLaw(stage), withoutLaw(expected[n])))
  if (other) return { stage: other.id, is: 'not what the choices come to' }
  if (!same({ ...expanded.value, stages: [] }, { ...adoption, stages: [] }) || claimed.length !== expected.length)
    return 'not what the choices come to'
  return lawFault(claimed, expected, sha256)
}

const withoutLaw = (stage: Stage | undefined): unknown => {
  if (!stage || !('law' in stage)) return stage ?? 'none'
  const { law: _, ...rest } = stage
  return rest
}

const lawIn = (stage: Stage | undefined) => (stage && 'law' in stage ? stage.law : [])

/** The law of an adoption is all of one edition: each text that applies, in its order, in its words. */
export const lawFault = (
  claimed: readonly Stage[],
  expected: readonly Stage[],
  sha256: Sha256,
  all: Editions = editions,
): unknown => {
  let edition = 1
  const hashes = new Map<unknown, string>()
  for (const text of claimed.flatMap(lawIn)) {
    const hash = toHex(sha256(canonicalBytes(text)))
    const of = editionOf(all, text.id, hash)
    if (of === undefined) return { text: text.id, is: 'not as the law has it' }
    hashes.set(text, hash)
    edition = Math.max(edition, of)
  }
  const texts = textsIn(all, edition)
  for (const [n, stage] of claimed.entries()) {
    const own = lawIn(stage)
    const due = lawIn(expected[n]).flatMap(({ id }) => texts.get(id) ?? [])
    const wrong = due.find(({ id }, at) => own[at]?.id !== id) ?? own[due.length]
    if (wrong) return { stage: stage.id, text: wrong.id, is: 'not where the law has it' }
    const older = own.find((text) => texts.get(text.id)?.sha256 !== hashes.get(text))
    if (older) return { stage: stage.id, text: older.id, is: 'of an older edition than the others' }
  }
  return undefined
}
