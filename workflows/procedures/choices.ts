import type { Title } from '../stages/stage.ts'

/** A decision that a procedure leaves to the community, made when it is adopted; none has a silent default. */
export type Choice = (
  | { readonly sort: 'one-of'; readonly options: readonly { readonly value: string; readonly title: Title }[] }
  | { readonly sort: 'whole'; readonly atLeast: number; readonly atMost: number }
) & { readonly title: Title; readonly why: Title }

/** The value that a choice takes: an option's key or a whole number. */
export type ChoiceValue<C extends Choice> = C extends { sort: 'one-of'; options: readonly { value: infer V }[] }
  ? V
  : number

/** One of several named options. */
export const oneOf = <const V extends string>(title: Title, why: Title, options: Readonly<Record<V, Title>>) => ({
  sort: 'one-of' as const,
  title,
  why,
  options: (Object.entries(options) as [V, Title][]).map(([value, name]) => ({ value, title: name })),
})

/** A whole number within bounds. */
export const whole = (title: Title, why: Title, bounds: { readonly atLeast: number; readonly atMost: number }) => ({
  sort: 'whole' as const,
  title,
  why,
  ...bounds,
})

/** What is wrong with a choice made. */
export interface ChoiceFault {
  readonly choice: string
  readonly why: 'missing' | 'unknown' | 'not_an_option' | 'out_of_bounds'
  readonly allowed?: readonly string[]
  readonly atLeast?: number
  readonly atMost?: number
}

/** Checks choices against what a procedure asks: every one made, none besides. */
export const choiceFaults = (
  asked: Readonly<Record<string, Choice>>,
  made: Readonly<Record<string, string | number>>,
): readonly ChoiceFault[] => [
  ...Object.keys(made)
    .filter((name) => !Object.hasOwn(asked, name))
    .map((choice): ChoiceFault => ({ choice, why: 'unknown' })),
  ...Object.entries(asked).flatMap(([choice, ask]): ChoiceFault[] => {
    const value = made[choice]
    if (value === undefined) return [{ choice, why: 'missing' }]
    if (ask.sort === 'one-of') {
      const allowed = ask.options.map((option) => option.value)
      return typeof value === 'string' && allowed.includes(value) ? [] : [{ choice, why: 'not_an_option', allowed }]
    }
    const { atLeast, atMost } = ask
    return typeof value === 'number' && Number.isSafeInteger(value) && atLeast <= value && value <= atMost
      ? []
      : [{ choice, why: 'out_of_bounds', atLeast, atMost }]
  }),
]
