/** The second verifier as the tests call it; it takes records as they come, as JSON. */

export type Fault = { readonly chain: string; readonly seq: number; readonly code: string }

export type Loose = {
  readonly seq: number
  readonly kind: string
  readonly actor: string
  readonly recordedAt: string
  readonly data: Readonly<Record<string, unknown>>
}

type Kind = {
  readonly chain: string
  readonly move: boolean
  readonly known: readonly { readonly name: string; readonly optional: boolean; readonly sample: unknown }[]
  readonly sample: Readonly<Record<string, unknown>>
}

type Exported = { readonly bytes: string; readonly head: string }
export type Leaf = { readonly chain: string; readonly seq: number; readonly head: string }
type Key = { readonly x: string }
type Note = { readonly body: string; readonly size: number; readonly root: Uint8Array }
type Signed = { readonly community: string; readonly chain: string; readonly seq: number; readonly head: string }
type Keys = { readonly keys: readonly object[] }

export declare const faultOf: (record: object) => Fault | undefined
/** Throws at what is no export. */
export declare const readExport: (text: string) => object
export declare const archiveFault: (zip: Uint8Array) => Fault | undefined
export declare const receiptFault: (receipt: object, keys: Keys) => string | undefined
export declare const readEntry: (text: string) => { readonly entry?: Loose; readonly fault?: string }
export declare const canonical: (value: unknown) => string
export declare const kinds: ReadonlyMap<string, Kind>

export declare const included: (claim: {
  readonly index: number
  readonly size: number
  readonly leaf: Uint8Array
  readonly proof: readonly Uint8Array[]
  readonly root: Uint8Array
}) => boolean

export declare const consistent: (claim: {
  readonly size1: number
  readonly size2: number
  readonly root1: Uint8Array
  readonly root2: Uint8Array
  readonly proof: readonly Uint8Array[]
}) => boolean

export declare const chained: (texts: readonly string[]) => Exported[]

export declare const rewritten: <R extends object>(
  record: R,
  change: (entries: readonly Loose[], name: string) => readonly Loose[],
  typ?: string,
  before?: readonly object[],
) => R

export declare const endedByAnother: <R extends object>(record: R) => R

export declare const commitmentOf: (salt: Uint8Array, text: string) => string
export declare const leafOf: (text: string) => Uint8Array
export declare const thumbprintOf: (key: { readonly kty: string; readonly crv: string; readonly x: string }) => string
export declare const openHead: (jws: string, keys: Keys) => Signed | undefined
export declare const leafHash: (bytes: Uint8Array) => Uint8Array
export declare const leafBytes: (leaf: Leaf) => string
export declare const rootAt: (leaves: readonly Leaf[], size: number) => Uint8Array
export declare const codeOf: (body: string) => string
export declare const keyIdOf: (name: string, x: string) => Uint8Array
export declare const readNote: (note: string, community: string) => Note | undefined
export declare const noteSignedBy: (note: Note, community: string, keys: readonly Key[]) => boolean
