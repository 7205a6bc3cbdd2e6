/** What the engine and the thread that seeks words tell each other. */
import type { EngineErrorCode } from '../engine.ts'

/** What the thread is started with. */
export interface SeekerData {
  /** Path of the search index. */
  readonly index: string
  /** What relative IRIs refer to. */
  readonly base: string
}

export type SeekerMessage =
  /** It has started. */
  | { readonly kind: 'ready' }
  /** The query with what was found. */
  | { readonly kind: 'expanded'; readonly text: string }
  /** It could not be read. */
  | { readonly kind: 'unread' }
  | {
      readonly kind: 'failure'
      readonly code: EngineErrorCode
      readonly message: string
      readonly line?: number
      readonly column?: number
    }
