/** An empty store that takes queries and updates, in this thread and without limits: for tests of the protocol on loopback. */
import { Store } from 'oxigraph'
import { type Engine, EngineError } from '../engine.ts'
import { parse } from '../query.ts'
import { engineError, evaluate } from './evaluate.ts'

export interface UpdateOptions {
  /** The dataset by the protocol, for updates that name none. */
  readonly usingGraphs?: readonly string[] | undefined
  readonly usingNamedGraphs?: readonly string[] | undefined
}

/** An engine that can be changed. */
export interface ScratchEngine extends Engine {
  /** @throws EngineError */
  update(text: string, options: UpdateOptions): Promise<void>
}

/** Rows and bytes without a limit; LIMIT is a number of 32 bits in WebAssembly. */
const ANY_NUMBER = 2 ** 32 - 2

/** @param base What relative IRIs refer to, @param union Whether the default graph is that of all graphs. */
export function createScratchEngine(base = 'http://localhost/sparql', union = false): ScratchEngine {
  const store = new Store()
  return {
    query: async (text, { types, defaultGraphs, namedGraphs, maxRows = ANY_NUMBER, maxBytes = ANY_NUMBER }) =>
      evaluate(store, { text, types, defaultGraphs, namedGraphs, maxRows, maxBytes }, { base, union }),
    update: async (text, options) => {
      try {
        store.update(withDataset(text, base, options), { base_iri: base })
      } catch (error) {
        throw engineError(error)
      }
    },
    health: async () => ({ ok: true, generation: 'scratch', latency: 0, workers: 1, running: 0, waiting: 0 }),
    replace: async () => {},
    close: async () => {},
  }
}

/** The update with USING clauses for the dataset of the protocol. @throws EngineError where it names one itself. */
function withDataset(text: string, base: string, { usingGraphs = [], usingNamedGraphs = [] }: UpdateOptions): string {
  if (usingGraphs.length + usingNamedGraphs.length === 0) return text
  const clauses = [
    ...usingGraphs.map((iri) => `USING <${iri}>`),
    ...usingNamedGraphs.map((iri) => `USING NAMED <${iri}>`),
  ].join(' ')
  const tree = parse(text, base)
  if (tree.type !== 'update') throw new EngineError('syntax', 'This is a query, no update.')
  let result = text
  for (const { operation } of tree.updates.toReversed()) {
    if (operation?.subType !== 'modify') continue
    if (operation.graph !== undefined || operation.from.clauses.length > 0)
      throw new EngineError('syntax', 'The dataset is named both by the update and by the request.')
    if (operation.where.loc.sourceLocationType !== 'source') continue
    const at = result.toLowerCase().lastIndexOf('where', operation.where.loc.start)
    result = `${result.slice(0, at)}${clauses}\n${result.slice(at)}`
  }
  return result
}
