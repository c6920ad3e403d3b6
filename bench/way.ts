/** A question put to the assembly. */
export type Question = { readonly ballot: string; readonly proposal: string }

/** One voter's vote, made ready; answers whether it was acknowledged. */
export type Cast = () => Promise<boolean>

/** A way of voting. */
export type Way = {
  readonly name: 'ceiling' | 'service' | 'naive'
  /** Makes everybody's vote ready outside the time taken, each turn anew. */
  readonly ready: (question: Question, turn: number) => Promise<readonly Cast[]>
  /** Looks at the answers after the time taken; throws on one that could not be right. */
  readonly check: () => Promise<void>
}
