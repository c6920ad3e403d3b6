import { type Line, misfit, type Reading, taking } from './letters.ts'

const [zero, nine] = [0x30, 0x39]
/** A longer number may not be what its digits say; such are read in full, as those below zero are. */
const digitsAtMost = 15

const digitAt = ({ bytes, at }: Line): number => bytes[at] ?? 0

/** A whole number in its one written form, within bounds. */
export const wholeRead =
  ({ least, most }: { readonly least: number; readonly most: number }): Reading =>
  (line) => {
    const from = line.at
    const first = digitAt(line)
    let value = 0
    for (let digit = first; digit >= zero && digit <= nine; digit = digitAt(line)) {
      value = value * 10 + digit - zero
      line.at += 1
    }
    const length = line.at - from
    const written = length > 0 && length <= digitsAtMost && (first !== zero || length === 1)
    return written && value >= least && value <= most ? value : misfit(line)
  }

/** One value, by the letters that say it. */
export const exactly = (value: unknown): Reading => {
  const takes = taking(JSON.stringify(value))
  return (line) => (takes(line) ? value : misfit(line))
}

const [yes, no] = [taking('true'), taking('false')]

export const truthRead: Reading = (line) => yes(line) || (no(line) ? false : misfit(line))
