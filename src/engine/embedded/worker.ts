/** The thread in which queries run: a store of its own, one query at a time; stopped from outside when it takes too long. */
import { getHeapStatistics } from 'node:v8'
import { parentPort, workerData } from 'node:worker_threads'
import { Store } from 'oxigraph'
import { EngineError } from '../engine.ts'
import { evaluate, type Request } from './evaluate.ts'
import { load } from './load.ts'
import type { WorkerData, WorkerMessage } from './message.ts'

const { parts, manner } = workerData as WorkerData
const store = new Store()
load(store, parts)

const memory = () => getHeapStatistics().external_memory
const tell = (message: WorkerMessage, transfer: readonly ArrayBuffer[] = []) =>
  parentPort?.postMessage(message, transfer)

parentPort?.on('message', (request: Request) => {
  try {
    const { form, mediaType, body } = evaluate(store, request, manner)
    tell({ kind: 'answer', form, mediaType, body, memory: memory() }, [body.buffer])
  } catch (error) {
    if (!(error instanceof EngineError)) tell({ kind: 'broken' })
    else {
      const { code, message, line, column } = error
      const at = line !== undefined && column !== undefined ? { line, column } : {}
      tell({ kind: 'failure', code, message, ...at, memory: memory() })
    }
  }
})
tell({ kind: 'loaded', memory: memory() })
