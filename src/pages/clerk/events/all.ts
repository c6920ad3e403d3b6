import { catalogue, type EntryKind, type MoveKind } from '../../../../workflows/format/catalogue.ts'
import type { Title } from '../../../../workflows/stages/stage.ts'
import { formsDecided } from './decided.ts'
import type { EventForm } from './event-form.ts'
import { formsOnTheWall } from './on-the-wall.ts'
import { formsOnTheWay } from './on-the-way.ts'

/** Everything that is said of a proposal outside its meetings, each as a form. */
export const eventForms: readonly EventForm[] = [...formsOnTheWay, ...formsOnTheWall, ...formsDecided]

/** Moves that a meeting makes, at its own desk. */
export const movesOfMeetings: readonly MoveKind[] = [
  'meeting.convened',
  'meeting.postponed',
  'quorum.missed',
  'ballot.opened',
  'ballot.closed',
  'ballot.voided',
  'poll.opened',
  'poll.closed',
]

export const formNamed = (name: string): EventForm | undefined => eventForms.find((form) => form.name === name)

/** The forms that say an entry of a kind. */
export const formsOfKind = (kind: EntryKind): readonly EventForm[] => eventForms.filter((form) => form.kind === kind)

/** What an entry of a kind is called. */
export const kindTitle = (kind: EntryKind): Title => {
  const { zh, en } = catalogue[kind]
  return { zh, en }
}

export const titleOf = (form: EventForm): Title => form.title ?? kindTitle(form.kind)
