import { type Result, refuse } from '../../../workflows/result.ts'
import type { Actor } from '../../services/act.ts'
import { isVisitor, type Reader } from '../../services/look.ts'
import type { Refusal } from '../../services/refusal.ts'

/** Asks what only somebody signed in may ask. */
export const bySignedIn = async <T>(
  reader: Reader,
  ask: (actor: Actor) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> => (isVisitor(reader) ? refuse({ code: 'session_ended' }) : ask(reader))
