/** Bodies that were made once and may be sent again: bounded by their bytes, the longest unused goes first. */

export interface Representation {
  /** As it is sent, with charset where it has one. */
  readonly contentType: string
  readonly body: Buffer
  /** Strong, of the identity coding, without quotes. */
  readonly tag: string
  /** The body in other codings, made when first asked for. */
  readonly coded: Map<string, Buffer>
}

/** What tells a client whether it has a representation. */
export interface Validators extends Pick<Representation, 'tag'> {
  /** Bytes of the identity coding. */
  readonly length: number
}

export interface Representations {
  /** What is kept under the key, or what `make` gives; undefined is not kept. */
  get(key: string, make: () => Promise<Representation | undefined>): Promise<Representation | undefined>
}

/** Compressed bodies come beside the plain one. */
const OVERHEAD = 1.5
/** What keeping costs beside the bytes. */
const ENTRY = 1000

/** @param most Bytes that are kept. */
export function createRepresentations(most: number): Representations {
  const kept = new Map<string, Representation>()
  let size = 0
  const weight = ({ body }: Representation) => body.byteLength * OVERHEAD + ENTRY
  return {
    get: async (key, make) => {
      const found = kept.get(key)
      if (found !== undefined) {
        kept.delete(key)
        kept.set(key, found)
        return found
      }
      const made = await make()
      if (made === undefined || weight(made) > most / 4 || kept.has(key)) return made
      kept.set(key, made)
      size += weight(made)
      for (const [oldest, representation] of kept) {
        if (size <= most) break
        kept.delete(oldest)
        size -= weight(representation)
      }
      return made
    },
  }
}

/** The validators of what was made, also where its bytes are not kept any more: some 300 bytes each. */
export interface Made {
  get(key: string): Validators | undefined
  add(key: string, representation: Representation): void
}

/** @param most Keys that are remembered: the first, so that who asks for all, again and again, finds many of them. */
export function createMade(most: number): Made {
  const made = new Map<string, Validators>()
  return {
    get: (key) => made.get(key),
    add: (key, { tag, body }) => {
      if (made.size < most) made.set(key, { tag, length: body.byteLength })
    },
  }
}
