/** Entry of the thread that takes the text out of PDF files: bytes in, what became of them out. */
import { parentPort } from 'node:worker_threads'
import { extract } from './extract.ts'

parentPort?.on('message', async (bytes: Uint8Array) => {
  parentPort?.postMessage(await extract(bytes))
})
