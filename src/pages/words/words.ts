type Word = string | ((...facts: never[]) => string)

/** Words in both languages: Chinese is the master, English says all that it says. */
export const words = <T extends Readonly<Record<string, Word>>>(
  zh: T,
  en: { readonly [K in keyof T]: T[K] extends string ? string : T[K] },
) => ({ zh, en }) as const
