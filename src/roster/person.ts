import { ok, type Result, refuse } from '../../workflows/result.ts'
import type { Day } from '../../workflows/rules/days.ts'
import { readGroup, readName, readPhone } from './cells.ts'
import { type ToldFault, tellFault } from './faults.ts'
import { type IdNumber, readIdNumber } from './id-number.ts'

/** What a clerk types of one person; what is left out is not asked. */
export interface TypedPerson {
  readonly name?: string | undefined
  /** Empty: none. */
  readonly phone?: string | undefined
  readonly part?: string | undefined
  readonly idNumber?: string | undefined
  /** As the clerk sees it; the ID number must agree. */
  readonly sex?: 'male' | 'female' | undefined
}

/** The same, read as an import reads it. */
export interface ReadPerson {
  readonly name?: string | undefined
  readonly phone?: string | undefined
  readonly part?: string | undefined
  readonly id?: IdNumber | undefined
}

/** Reads what was typed by the rules of the import: every fault of it, or the person. */
export const readPerson = (typed: TypedPerson, today: Day): Result<ReadPerson, readonly ToldFault[]> => {
  const name = typed.name === undefined ? ok(undefined) : readName(typed.name)
  const phone = typed.phone === undefined ? ok(undefined) : readPhone(typed.phone)
  const part = typed.part === undefined ? ok(undefined) : readGroup(typed.part)
  const id = typed.idNumber === undefined ? ok(undefined) : readIdNumber(typed.idNumber, today)
  const faults = [name, phone, part, id].flatMap((read) => (read.ok ? [] : [read.refusal]))
  const mismatch = id.ok && id.value && typed.sex !== undefined && id.value.sex !== typed.sex
  if (mismatch) faults.push({ code: 'id_sex_mismatch' })
  return name.ok && phone.ok && part.ok && id.ok && faults.length === 0
    ? ok({ name: name.value, phone: phone.value, part: part.value, id: id.value })
    : refuse(faults.map(tellFault))
}
