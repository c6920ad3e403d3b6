import { expand } from '../../workflows/procedures/procedure.ts'
import { procedures } from '../../workflows/registry.ts'
import type { ExpandedProcedure, Place } from '../../workflows/stages/stage.ts'

export type Choices = Readonly<Record<string, string | number>>

/** Choices that a community might make of each procedure. */
export const cityChoices: Choices = {
  base: 'present',
  postingDays: 7,
  postingCounted: 'working',
  publicationDays: 15,
  ratingDays: 7,
  rollCall: 'public',
  calls: 2,
  expiryDays: 365,
  objectionBody: 'residents-committee',
  objectionDays: 5,
}
export const villageChoices: Choices = {
  branch: 'party-committee',
  decides: 'representatives',
  half: 'representatives',
  amendment: 'continue',
  publicationDays: 15,
  ratingDays: 7,
  rollCall: 'public',
  calls: 3,
  expiryDays: 365,
}

/** A village elects a chair and two members; few choices are the same for a recall. */
export const electionChoices: Choices = {
  deputies: 0,
  members: 2,
  postingDays: 5,
  calls: 2,
  publicationDays: 15,
  expiryDays: 365,
}
export const recallChoices: Choices = { calls: 2, publicationDays: 15, expiryDays: 365 }

export const ownersChoices: Choices = {
  held: 'circulated',
  ballotDays: 7,
  postingDays: 7,
  objectionBody: 'residents-committee',
  objectionDays: 5,
  publicationDays: 15,
  ratingDays: 7,
  rollCall: 'members',
  calls: 2,
  expiryDays: 365,
}

/** A collective whose members decide. */
export const collectiveChoices: Choices = {
  decides: 'members',
  postingDays: 10,
  objectionBody: 'supervision-committee',
  objectionDays: 5,
  calls: 2,
  publicationDays: 15,
  ratingDays: 7,
  rollCall: 'public',
  expiryDays: 365,
}

/** An adoption made of a procedure of the registry. */
export const adopted = (id: string, choices: Choices, place: Place): ExpandedProcedure => {
  const procedure = procedures.get(id)
  if (!procedure) throw new Error(`the registry has no procedure ${id}`)
  const made = expand(procedure, choices, place)
  if (!made.ok) throw new Error(JSON.stringify(made.refusal))
  return made.value
}

/** 六步议事 in a neighbourhood, with some choices changed. */
export const sixStepWith = (change: Choices = {}): ExpandedProcedure =>
  adopted('six-step@1', { ...cityChoices, ...change }, { sort: 'city' })

/** 三审一公决 in a village of Shandong, with some choices changed. */
export const threeReviewsWith = (change: Choices = {}): ExpandedProcedure =>
  adopted('three-reviews@1', { ...villageChoices, ...change }, { sort: 'village', jurisdiction: 'CN-37' })

/** 村民委员会选举 and 罢免 in a village of Shandong. */
export const electionWith = (change: Choices = {}): ExpandedProcedure =>
  adopted('village-election@1', { ...electionChoices, ...change }, { sort: 'village', jurisdiction: 'CN-37' })
export const recallWith = (change: Choices = {}): ExpandedProcedure =>
  adopted('village-recall@1', { ...recallChoices, ...change }, { sort: 'village', jurisdiction: 'CN-37' })

/** 居民委员会选举 and 罢免 in a neighbourhood. */
export const residentsElectionWith = (change: Choices = {}): ExpandedProcedure =>
  adopted('residents-election@1', { ...electionChoices, electedBy: 'persons', ...change }, { sort: 'city' })
export const residentsRecallWith = (change: Choices = {}): ExpandedProcedure =>
  adopted('residents-recall@1', { ...recallChoices, electedBy: 'persons', ...change }, { sort: 'city' })

/** 业主共同决定 in a neighbourhood, with some choices changed. */
export const ownersWith = (change: Choices = {}): ExpandedProcedure =>
  adopted('owners-decision@1', { ...ownersChoices, ...change }, { sort: 'city' })

/** 农村集体经济组织 in a village of Shandong. */
export const collectiveWith = (change: Choices = {}): ExpandedProcedure =>
  adopted('collective-decision@1', { ...collectiveChoices, ...change }, { sort: 'village', jurisdiction: 'CN-37' })

/** Adoptions whose straight courses differ. */
export const everyCourse: readonly (readonly [string, ExpandedProcedure])[] = [
  ['六步议事, two thirds of those present', sixStepWith()],
  ['六步议事, two thirds of all', sixStepWith({ base: 'entitled' })],
  ['三审一公决, by the representatives', threeReviewsWith()],
  ['三审一公决, by the assembly of persons', threeReviewsWith({ decides: 'persons', branch: 'party-assembly' })],
  ['三审一公决, by the assembly of households', threeReviewsWith({ decides: 'households', half: 'members' })],
  ['农村集体经济组织, by its members', collectiveWith()],
  ['农村集体经济组织, by the representatives', collectiveWith({ decides: 'representatives' })],
]
