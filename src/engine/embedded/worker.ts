/** The thread in which queries run: a store of its own, one query at a time; stopped from outside when it takes too long. */
import { getHeapStatistics } from 'node:v8'
import { parentPort } from 'node:worker_threads'
import { Store } from 'oxigraph'
import { EngineError } from '../engine.ts'
import { evaluate, type Manner, type Request } from './evaluate.ts'
import { load } from './load.ts'
import type { WorkerData, WorkerMessage } from './message.ts'

const store = new Store()
const memory = () => getHeapStatistics().external_memory
const tell = (message: WorkerMessage, transfer: readonly ArrayBuffer[] = []) =>
  parentPort?.postMessage(message, transfer)

function answer(request: Request, manner: Manner): void {
  try {
    const answer = evaluate(store, request, manner)
    tell({ kind: 'answer', answer, memory: memory() }, [answer.body.buffer])
  } catch (error) {
    if (!(error instanceof EngineError)) tell({ kind: 'broken' })
    else {
      const { code, message, fault } = error
      tell({ kind: 'failure', code, message, fault, memory: memory() })
    }
  }
}

// The data come first, as soon as they are there; from then on queries.
parentPort?.once('message', ({ parts, manner }: WorkerData) => {
  load(store, parts)
  parentPort?.on('message', (request: Request) => answer(request, manner))
  tell({ kind: 'loaded', memory: memory() })
})
