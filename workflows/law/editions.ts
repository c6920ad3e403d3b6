import provisions from '../format/provisions.json' with { type: 'json' }

/** For which body, mode and province a text of the law is, and the hash of its canonical bytes. */
interface KnownText {
  readonly id: string
  readonly body: string
  readonly mode?: string
  readonly jurisdiction?: string
  readonly sha256: string
}

export type Editions = readonly (readonly KnownText[])[]

/**
 * Every text of the law as it has ever stood here, edition by edition: in each the texts that came new, or came to read otherwise.
 * An adoption carries those of the edition that it was made by.
 */
export const editions: Editions = provisions.editions

/** The texts as they stood in an edition, by id; editions count from one. */
export const textsIn = (all: Editions, edition: number): ReadonlyMap<string, KnownText> =>
  new Map(
    all
      .slice(0, edition)
      .flat()
      .map((text) => [text.id, text]),
  )

/** The first edition in which a text reads so; undefined where it never did. */
export const editionOf = (all: Editions, id: string, sha256: string): number | undefined => {
  const at = all.findIndex((texts) => texts.some((text) => text.id === id && text.sha256 === sha256))
  return at < 0 ? undefined : at + 1
}
