/** Stores that the tests start. */
import { createServer } from 'node:net'
import type { StoreOptions } from '../../../src/engine/remote/store.ts'

export interface RunningStore {
  readonly stores: readonly StoreOptions[]
  stop(): Promise<void>
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
