/** A scratch store on a free port: what `dragoman serve --scratch` serves. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'vitest'
import { loadSettings } from '../../src/config.ts'
import { createScratchEngine } from '../../src/engine/embedded/scratch.ts'
import { createScratchApp } from '../../src/serve/app.ts'
import { requester } from '../serve/world.ts'

export async function startScratch() {
  const { settings } = loadSettings({ environment: {} })
  const report = (error: unknown) => {
    throw error
  }
  const server = createServer(createScratchApp({ settings, engine: createScratchEngine(), report }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const ask = requester((server.address() as AddressInfo).port)
  const post = (kind: 'query' | 'update', body: string, accept = '*/*') =>
    ask('/sparql', { method: 'POST', headers: { 'Content-Type': `application/sparql-${kind}`, Accept: accept }, body })
  return {
    ask,
    query: (text: string, accept?: string) => post('query', text, accept),
    /** Replaces everything by these graphs, given as N-Triples; undefined is the default graph. */
    load: async (graphs: readonly { readonly iri?: string | undefined; readonly ntriples: string }[]) => {
      const inserts = graphs.map(({ iri, ntriples }) =>
        iri === undefined ? ntriples : `GRAPH <${iri}> {\n${ntriples}}\n`,
      )
      // Each in an update of its own, as blank nodes of two files are never the same.
      for (const update of ['DROP ALL', ...inserts.map((insert) => `INSERT DATA {\n${insert}}`)]) {
        const { status, text } = await post('update', update)
        expect([status, text]).toEqual([204, ''])
      }
    },
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

export type Scratch = Awaited<ReturnType<typeof startScratch>>
