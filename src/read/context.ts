/** What a reader may ask of the outside: how archives cite, and one limit. */
import type { Authority } from '../authority/authority.ts'

export interface ReadContext {
  /** Largest input that is read, in bytes. */
  readonly maxInputSize: number
  readonly authority: Pick<Authority, 'schemes'>
}

/** One input with the path that its problems and its source text carry. */
export interface Input {
  readonly path: string
  readonly bytes: Uint8Array
}
