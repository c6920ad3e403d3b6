import type { SignInDoor } from './format/catalogue.ts'
import type { Entry } from './format/entry.ts'

/** One time in the hall. What was entered from paper happened on the day of the meeting, at an hour that nobody wrote down. */
export interface Stay {
  readonly door: SignInDoor
  readonly from: string | null
  readonly until: string | null
  /** How it ended; null while it lasts, or lasted to the end. */
  readonly ended: 'left' | 'adjourned' | 'off-roll' | null
}

export interface Presence {
  readonly stays: readonly Stay[]
  /** Came for the first time after the first roll call. */
  readonly late: boolean
  /** Left and did not come back. */
  readonly leftEarly: boolean
}

export interface Sitting {
  readonly firstRollCall: string | null
  readonly endedAt: string | null
  /** By person, of those only who came. */
  readonly presence: ReadonlyMap<string, Presence>
}

/** Who came and went when, by a meeting's own chain. */
export const sittingOf = (meeting: readonly Entry[]): Sitting => {
  const presence = new Map<string, { readonly late: boolean; stays: Stay[] }>()
  let calledAlready = false
  let firstRollCall: string | null = null
  let endedAt: string | null = null
  const leave = (person: string, until: string | null, ended: Stay['ended']): void => {
    const known = presence.get(person)
    const last = known?.stays.at(-1)
    if (known && last?.ended === null) known.stays = [...known.stays.slice(0, -1), { ...last, until, ended }]
  }
  for (const entry of meeting) {
    const at = entry.occurredOn === undefined ? entry.recordedAt : null
    switch (entry.kind) {
      case 'member.signed-in': {
        const { person, door } = entry.data
        const known = presence.get(person) ?? { late: calledAlready, stays: [] }
        const last = known.stays.at(-1)
        if (last === undefined || last.ended !== null)
          known.stays = [...known.stays, { door, from: at, until: null, ended: null }]
        presence.set(person, known)
        break
      }
      case 'member.left':
        leave(entry.data.person, at, 'left')
        break
      case 'roll.amended':
        if (entry.data.out !== undefined) leave(entry.data.out, at, 'off-roll')
        break
      case 'meeting.adjourned':
        for (const person of presence.keys()) leave(person, at, 'adjourned')
        break
      case 'roll.called':
        if (!calledAlready) firstRollCall = at
        calledAlready = true
        break
      case 'meeting.ended':
        endedAt = at
        break
    }
  }
  return {
    firstRollCall,
    endedAt,
    presence: new Map(
      [...presence].map(([person, { stays, late }]) => [
        person,
        { stays, late, leftEarly: stays.at(-1)?.ended === 'left' },
      ]),
    ),
  }
}
