import type { GateGround } from '../../../workflows/stages/gate.ts'
import type { Lang } from '../../../workflows/wording.ts'

/** A share as anybody can multiply it out: 20×3 ≥ 2×30 成立; a plain number where the test asks for no share. */
export const crossMultiplied = ({ test, have, need, of, met }: GateGround, lang: Lang): string => {
  const holds = lang === 'zh' ? (met ? '成立' : '不成立') : met ? 'holds' : 'does not hold'
  if (test === undefined) return ''
  if ('atLeastNumber' in test) return `${have} ≥ ${need} ${holds}`
  const [sign, [num, den]] = 'atLeast' in test ? ['≥', test.atLeast] : ['>', test.moreThan]
  return `${have}×${den} ${sign} ${num}×${of ?? 0} ${holds}`
}
