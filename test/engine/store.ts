/** A small SPARQL 1.1 store on loopback, whose default graph is the union of its graphs. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { loadSettings } from '../../src/config.ts'
import { createScratchEngine } from '../../src/engine/embedded/scratch.ts'
import { createScratchApp } from '../../src/serve/app.ts'
import { TYPES } from './contract.ts'

export async function startStore() {
  const engine = createScratchEngine('http://a/sparql', true)
  const taken: string[] = []
  let left = Number.POSITIVE_INFINITY
  const { settings } = loadSettings({ environment: {}, flags: {} })
  const counted = {
    ...engine,
    update: async (...[text, options]: Parameters<typeof engine.update>) => {
      if (left-- <= 0) throw new Error('the disk is full')
      taken.push(text)
      return engine.update(text, options)
    },
  }
  const server = createServer(createScratchApp({ settings, engine: counted, report: () => {} }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sparql`,
    /** The updates that were taken. */
    taken,
    /** Fails after so many updates more. */
    failAfter: (more: number) => {
      left = more
    },
    update: (text: string) => engine.update(text, {}),
    /** The first value of a query's answer. */
    value: async (query: string) => {
      const { body } = await engine.query(query, { types: TYPES })
      return new TextDecoder().decode(body).split('\r\n')[1]
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type TestStore = Awaited<ReturnType<typeof startStore>>
