/** The thread in which words are sought for queries: one query at a time; stopped from outside when it takes too long. */
import { parentPort, workerData } from 'node:worker_threads'
import { openIndex, type SearchIndex } from '../../search/read.ts'
import { EngineError } from '../engine.ts'
import { expand, type Seek } from './expand.ts'
import type { SeekerData, SeekerMessage } from './message.ts'

const { index, base } = workerData as SeekerData
let opened: SearchIndex | undefined
const seek: Seek = (shelf, words, options) => {
  opened ??= openIndex(index)
  return opened.search(shelf, words, options)
}

function answer(text: string): SeekerMessage {
  try {
    const expanded = expand(text, base, seek)
    return expanded === undefined ? { kind: 'unread' } : { kind: 'expanded', text: expanded }
  } catch (error) {
    const { message } = error as Error
    if (!(error instanceof EngineError))
      return { kind: 'failure', code: 'unavailable', message: `The search index failed (${message}).` }
    const { code, line, column } = error
    return { kind: 'failure', code, message, ...(line !== undefined && column !== undefined && { line, column }) }
  }
}

const tell = (message: SeekerMessage) => parentPort?.postMessage(message)
parentPort?.on('message', (text: string) => tell(answer(text)))
tell({ kind: 'ready' })
