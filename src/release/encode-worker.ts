/** Entry of the thread that makes dumps. */
import { parentPort } from 'node:worker_threads'
import { encode } from './encode.ts'
import type { Answer, Request } from './encoder.ts'

parentPort?.on('message', async ({ order, draft }: Request) => {
  const answer: Answer = await encode(order, draft).then(
    (files) => ({ order, files }),
    (error: Error) => ({ order, error }),
  )
  parentPort?.postMessage(answer)
})
