import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate'
import { enter, type Facts, noFacts } from './facts.ts'
import { fold } from './folding.ts'
import { catalogue, type EntryKind, isEntryKind, isMove, type MoveKind, tagOf } from './format/catalogue.ts'
import { dayOfEntry, dayRecorded, type Entry } from './format/entry.ts'
import { groundsOf, machineOf, type Position, positionOf, start, take, waysFrom } from './machine.ts'
import type { Misfit } from './misfit.ts'
import type { Day } from './rules/days.ts'
import { type Ask, allMet, type GateGround, type Way } from './stages/gate.ts'
import { type ExpandedProcedure, type Stage, stageNamed } from './stages/stage.ts'

/** A proposal as its record tells it: the machine's snapshot and the facts folded so far, in place. */
export interface Case {
  readonly procedure: ExpandedProcedure
  readonly machine: AnyStateMachine
  snapshot: AnyMachineSnapshot
  readonly facts: Facts
}

/** Why an entry cannot follow what a case has come to. */
export type CaseRefusal =
  | { readonly code: 'case_ended'; readonly end: string }
  | {
      readonly code: 'not_in_this_step'
      readonly move: string
      readonly stage: string
      readonly step: string
      readonly open: readonly string[]
    }
  | {
      readonly code: 'gate_closed'
      readonly move: string
      readonly stage: string
      readonly step: string
      readonly grounds: readonly GateGround[]
    }
  | { readonly code: 'does_not_fit'; readonly move: string; readonly why: Misfit }

/** A case before its first entry, pinned to an adoption. */
export const openCase = (adoptionHash: string, procedure: ExpandedProcedure): Case => {
  const machine = machineOf(adoptionHash, procedure)
  const [first] = procedure.stages
  if (!first) throw new TypeError('a procedure has at least one stage')
  return { procedure, machine, snapshot: start(machine), facts: noFacts(first.id) }
}

/** The stage that a case is in, or was in when it ended. */
export const stageOf = (c: Case): Stage => {
  const stage = stageNamed(c.procedure, c.facts.stage)
  if (!stage) throw new Error(`the procedure has no stage ${c.facts.stage}`)
  return stage
}

export const standing = (c: Case): Position => positionOf(c.snapshot)

/** What is put to the gates for a move at an instant. */
const askOf = (c: Case, move: MoveKind, at: string, on: Day, data?: unknown): Omit<Ask, 'missed'> => ({
  at,
  on,
  move,
  data,
  facts: c.facts,
  place: c.procedure.place,
  ...(c.procedure.expiryDays === undefined ? {} : { expiryDays: c.procedure.expiryDays }),
})

/** A move as `…/next` lists it: one way out of the step, open or with what is missing. */
export interface NextMove {
  readonly move: MoveKind
  readonly to: Way['to']
  readonly open: boolean
  readonly grounds: readonly GateGround[]
  /** For the close of a ballot: the answer that this way stands for. */
  readonly carried?: Way['carried']
}

/** Every move that leads out of where the case stands, with its grounds as they are at this instant. */
export const nextMoves = (
  c: Case,
  at: string,
  on: Day,
  data?: { readonly move: MoveKind; readonly data: unknown },
): readonly NextMove[] => {
  const position = standing(c)
  if ('end' in position) return []
  return waysFrom(c.snapshot)
    .filter(({ way }) => data === undefined || way.on === data.move)
    .map((params) => {
      const { way } = params
      const grounds = groundsOf(params, { ...askOf(c, way.on, at, on, data?.data), missed: position.missed })
      return {
        move: way.on,
        to: way.to,
        open: allMet(grounds),
        grounds,
        ...(way.carried ? { carried: way.carried } : {}),
      }
    })
}

/** The facts that may be said of a case where it stands; once it has ended, those only that are said afterwards. */
export const openFacts = (c: Case): readonly EntryKind[] => {
  const ended = 'end' in standing(c)
  return Object.keys(catalogue)
    .filter(isEntryKind)
    .filter((kind) => {
      const tag = tagOf(kind)
      return tag !== undefined && (tag === 'afterwards' || (!ended && c.snapshot.hasTag(tag)))
    })
}

/** Takes an entry: a move through its gate, or a fact that the step admits. Refused entries change nothing. */
export const follow = (c: Case, entry: Entry): CaseRefusal | undefined => following(c, entry, isInCatalogue)

/** The same of an entry that was read from a record: its data has been held to the catalogue already. */
export const followRead = (c: Case, entry: Entry): CaseRefusal | undefined => following(c, entry, () => true)

const isInCatalogue = ({ kind, data }: Entry): boolean => catalogue[kind].data.safeParse(data).success

const following = (c: Case, entry: Entry, admitted: (entry: Entry) => boolean): CaseRefusal | undefined => {
  const { kind } = entry
  const position = standing(c)
  const tag = tagOf(kind)
  const afterwards = tag === 'afterwards'
  const end = 'end' in position
  if (end && !afterwards) return { code: 'case_ended', end: position.end }
  const on = dayOfEntry(entry)
  const misfit = unfit(c, entry, on) ?? (admitted(entry) ? undefined : 'not_in_catalogue')
  if (misfit) return { code: 'does_not_fit', move: kind, why: misfit }
  if (end || afterwards) {
    const why = fold(c.facts, entry, c.procedure)
    return why && { code: 'does_not_fit', move: kind, why }
  }

  const { stage, step } = position
  if (!isMove(kind)) {
    if (tag === undefined || !c.snapshot.hasTag(tag))
      return { code: 'not_in_this_step', move: kind, stage, step, open: openMoves(c) }
    const why = fold(c.facts, entry, c.procedure)
    return why && { code: 'does_not_fit', move: kind, why }
  }

  const next = take(c.machine, c.snapshot, { type: kind, ask: askOf(c, kind, entry.recordedAt, on, entry.data) })
  if (!next) {
    const ways = nextMoves(c, entry.recordedAt, on, { move: kind, data: entry.data })
    const [nearest] = [...ways].sort((a, b) => unmet(a.grounds) - unmet(b.grounds))
    return nearest
      ? { code: 'gate_closed', move: kind, stage, step, grounds: nearest.grounds }
      : { code: 'not_in_this_step', move: kind, stage, step, open: openMoves(c) }
  }
  const why = fold(c.facts, entry, c.procedure)
  if (why) return { code: 'does_not_fit', move: kind, why }
  c.snapshot = next
  c.facts.movedOn = on
  const after = positionOf(next)
  if ('stage' in after && after.stage !== stage) enter(c.facts, after.stage, entry)
  return undefined
}

/**
 * What no step admits: anything before the opening, a day later than its recording, an earlier day that nobody attests; and
 * a move said to have happened before the last one.
 */
const unfit = ({ facts }: Case, entry: Entry, on: Day): Misfit | undefined => {
  const { kind, occurredOn, attested } = entry
  if (facts.adoption === undefined && kind !== 'proposal.opened') return 'not_opened'
  if (occurredOn !== undefined && on > dayRecorded(entry)) return 'occurred_after_recording'
  if (occurredOn !== undefined && attested === undefined && !saysItsDay(entry)) return 'not_attested'
  if (isMove(kind) && on < facts.movedOn) return 'occurred_before_last_move'
  return undefined
}

/** What an office enters later by its own word: a discussion held on the day that it names, and a comment that came otherwise than by phone. */
const saysItsDay = (entry: Entry): boolean =>
  (entry.kind === 'party-discussion.filed' && entry.occurredOn === entry.data.heldOn) ||
  (entry.kind === 'comment.received' && entry.data.channel !== 'online')

const unmet = (grounds: readonly GateGround[]): number => grounds.filter((ground) => !ground.met).length

/** What a case says of a move that belongs to steps of another kind than the one it stands in. */
export const outOfStep = (c: Case, move: MoveKind): CaseRefusal => {
  const position = standing(c)
  if ('end' in position) return { code: 'case_ended', end: position.end }
  return { code: 'not_in_this_step', move, stage: position.stage, step: position.step, open: openMoves(c) }
}

const openMoves = (c: Case): readonly string[] => [...new Set(waysFrom(c.snapshot).map(({ way }) => way.on))]
