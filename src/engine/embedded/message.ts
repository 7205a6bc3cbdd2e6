/** What the engine and its workers tell each other. */
import type { Answer, DataPart, EngineErrorCode, Fault } from '../engine.ts'
import type { Manner } from './evaluate.ts'

/** What a worker is told first. */
export interface WorkerData {
  readonly parts: readonly DataPart[]
  readonly manner: Manner
}

export type WorkerMessage =
  | { readonly kind: 'loaded'; readonly memory: number }
  | {
      readonly kind: 'answer'
      readonly answer: Answer
      /** Bytes outside the heap, which is where the store lives. */
      readonly memory: number
    }
  | {
      readonly kind: 'failure'
      readonly code: EngineErrorCode
      readonly message: string
      readonly fault: Fault
      readonly memory: number
    }
  /** The store cannot be relied on any more. */
  | { readonly kind: 'broken' }
