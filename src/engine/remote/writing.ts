/**
 * Answers of a store in the form that the client asked for. Large ones are put so in a thread: others are served
 * meanwhile, and what is too large for memory ends the thread alone.
 */
import { type Answerer, startAnswerer, workerFile } from '../../worker.ts'
import { outOfMemory } from '../engine.ts'
import { type Draft, type Written, write } from './write.ts'

export interface Writing {
  /** @throws EngineError `too-large`; Error where the store's text is none, or not whole */
  write(draft: Draft): Promise<Written>
  close(): Promise<void>
}

/** Bytes that are written in less time than others would notice. */
const SMALL = 250_000

export function createWriting(): Writing {
  let thread: Answerer<Draft, Written> | undefined
  return {
    write: async (draft) => {
      if (draft.bytes.byteLength < SMALL) return write(draft)
      thread ??= startAnswerer(workerFile(import.meta.filename, 'worker'))
      try {
        return await thread.ask(draft)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ERR_WORKER_OUT_OF_MEMORY') throw error
        thread = undefined
        throw outOfMemory()
      }
    },
    close: async () => {
      await thread?.stop()
    },
  }
}
