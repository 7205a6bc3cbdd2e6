/** A small release, served on a free port; removed with everything at the end. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type RequestOptions, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { type DatasetSettings, loadSettings } from '../../src/config.ts'
import { engineData } from '../../src/engine/data.ts'
import { createEmbeddedEngine } from '../../src/engine/embedded/index.ts'
import type { EngineData } from '../../src/engine/engine.ts'
import { createSeekingEngine } from '../../src/engine/words/index.ts'
import { createIris } from '../../src/iris.ts'
import { serialise } from '../../src/rdf/serialise.ts'
import { dcterms } from '../../src/rdf/vocabulary/dcterms.ts'
import { dip } from '../../src/rdf/vocabulary/dip.ts'
import { owl } from '../../src/rdf/vocabulary/owl.ts'
import { rdf } from '../../src/rdf/vocabulary/rdf.ts'
import { rdfs } from '../../src/rdf/vocabulary/rdfs.ts'
import { skos } from '../../src/rdf/vocabulary/skos.ts'
import { describeRelease } from '../../src/release/describe.ts'
import { currentFolder, openRelease } from '../../src/release/read.ts'
import { ReleaseWriter } from '../../src/release/write.ts'
import { createApp } from '../../src/serve/app.ts'
import { createGenerations } from '../../src/serve/generations.ts'

const { namedNode, literal, quad } = DataFactory

export const BASE = 'http://data.example.org'
export const LICENSE = 'https://creativecommons.org/publicdomain/zero/1.0/'
export const iris = createIris(BASE)
const TOOL = { name: 'dragoman', version: '0.0.0' }
const PUBLISHED = '2020-01-01T00:00:00Z'
const SCHEME = 'https://w3id.org/diplomacy/vocab/precedence'

/** What little the served collection says of itself. */
const DATASET: DatasetSettings = { title: 'Telegrams', license: LICENSE }
/** A collection that says all that can be configured. */
export const FULL_DATASET: DatasetSettings = {
  title: 'Telegrams of an embassy',
  description: 'Telegrams that an embassy sent and received. All of them are invented. They serve as an example.',
  publisher: {
    iri: 'https://archive.example.org/',
    name: 'An archive',
    email: 'data@archive.example.org',
    identifier: 'XX-Archive',
  },
  creator: {
    iri: 'https://archive.example.org/editors',
    name: 'Its editors',
    email: 'editors@archive.example.org',
    identifier: 'XX-Editors',
  },
  license: LICENSE,
  adminEmail: 'data@archive.example.org',
  created: '2019-12-01',
  language: ['en'],
  temporal: '1945/1997-10',
  spatial: ['https://places.example.org/1'],
  about: ['https://subjects.example.org/1'],
}
/** `count` telegrams by one person, and a little of the vocabulary. */
export function collection(count: number): Quad[] {
  const derived = namedNode(iris.graph('derived'))
  const vocabulary = namedNode(iris.graph('vocabulary'))
  const person = namedNode(iris.thing('person', 'ivan-иванов'))
  const urgent = namedNode(`${SCHEME}/urgent`)
  return [
    quad(person, rdf.type, dip.Person, derived),
    quad(person, rdfs.label, literal('Ivan “Иван” 🕊', 'en'), derived),
    quad(dip.Telegram, rdf.type, owl.Class, vocabulary),
    quad(dip.Telegram, rdfs.label, literal('telegram', 'en'), vocabulary),
    quad(namedNode(SCHEME), rdf.type, skos.ConceptScheme, vocabulary),
    quad(urgent, rdf.type, skos.Concept, vocabulary),
    quad(urgent, skos.inScheme, namedNode(SCHEME), vocabulary),
    ...Array.from({ length: count }, (_, i) => telegram(i + 1, person)).flat(),
  ]
}

function telegram(n: number, person: ReturnType<typeof namedNode>): Quad[] {
  const slug = `wcda-${n}`
  const document = namedNode(iris.thing('document', slug))
  const stated = namedNode(iris.graph(`document/${slug}`))
  const extracted = namedNode(iris.graph(`extracted/${slug}`))
  const act = namedNode(`${document.value}#act-1`)
  return [
    quad(document, rdf.type, dip.Document, stated),
    quad(document, rdf.type, dip.Telegram, stated),
    quad(document, dcterms.title, literal(`Telegram ${n}: é 𝒳 "a"\nb`, 'en'), stated),
    quad(document, dip.author, person, stated),
    quad(act, rdf.type, dip.RequestAct, extracted),
    quad(document, dip.reportsAct, act, extracted),
  ]
}

/** What the registry says of documents that ended. */
const ENDED = [
  'slug,status,key,target,label,reason,ended,first,version',
  'wcda-901,withdrawn,wcda|901,,Gone,its page was taken off,2020-01-02,2019-01-01,',
  'wcda-902,merged,wcda|902,wcda-1,,,,,',
  '',
].join('\n')

/** What the collection says of itself. */
export interface Said {
  readonly dataset?: DatasetSettings
  readonly noindex?: boolean
  /** Instead of the telegrams. */
  readonly quads?: readonly Quad[]
  /** Beside them. */
  readonly more?: readonly Quad[]
  readonly published?: string
  /** Instead of one that asks nothing. */
  readonly shapes?: readonly Quad[]
}

/**
 * @param published Time of the publication.
 * @param own IRIs, where the base is another.
 */
export async function publish(
  out: string,
  quads: Iterable<Quad>,
  published = PUBLISHED,
  { dataset = DATASET, noindex = false }: Said = {},
  own = iris,
) {
  const writer = new ReleaseWriter(out, own)
  writer.add(quads)
  const described = { iris: own, dataset, tool: TOOL, published }
  await writer.finish({
    collection: { dataset, noindex },
    tool: TOOL,
    inputs: [],
    stale: [],
    conforms: true,
    published,
    keepVersions: 5,
    ended: ENDED,
    report: [],
    describe: (measured) => serialise(describeRelease(described, measured), 'nquads'),
    beforeSwitch: () => {},
  })
  const folder = currentFolder(out)
  if (folder === undefined) throw new Error('nothing was published')
  return openRelease(folder)
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Buffer
  readonly text: string
}

export interface Asked {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
  readonly signal?: AbortSignal
}

/** Requests just as they are written: no path is tidied, no header added, no redirect followed. */
export const requester =
  (port: number) =>
  (path: string, { method = 'GET', headers = {}, body, signal }: Asked = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const options: RequestOptions = { host: '127.0.0.1', port, path, method, headers, ...(signal && { signal }) }
      const sent = request(options, (response) => {
        const pieces: Buffer[] = []
        response.on('data', (piece) => pieces.push(piece))
        response.on('error', reject)
        response.on('end', () => {
          const whole = Buffer.concat(pieces)
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers as Record<string, string | undefined>,
            body: whole,
            text: whole.toString('utf8'),
          })
        })
      })
      sent.on('error', reject)
      sent.end(body)
    })

/**
 * Starts the application.
 * @param flags Settings by name; without `port` any that is free.
 * @param data What the engine answers from instead of the release.
 * @param said What the collection says of itself, and holds.
 */
export async function startWorld(flags: Readonly<Record<string, string>> = {}, data?: EngineData, said: Said = {}) {
  const out = mkdtempSync(join(tmpdir(), 'serve-'))
  const { settings: loaded } = loadSettings({ environment: {}, cwd: out, flags: { base: BASE, out, ...flags } })
  const settings = { ...loaded, dataset: said.dataset ?? DATASET }
  const quads = [...(said.quads ?? collection(250)), ...(said.more ?? [])]
  const release = await publish(out, quads, said.published, said, createIris(settings.base))
  const generations = createGenerations(release, settings.queryCache)
  const answered = data ?? engineData(release)
  const embedded = await createEmbeddedEngine(answered, {
    timeout: settings.queryTimeout,
    maxRows: settings.queryRows,
    maxBytes: settings.queryBytes,
    workers: settings.queryWorkers,
    queue: settings.queryQueue,
    memory: settings.queryMemory,
  })
  const engine = createSeekingEngine(embedded, answered, settings.queryTimeout)
  const faults: unknown[] = []
  const shapes = said.shapes ?? [quad(namedNode('https://w3id.org/diplomacy/shapes#A'), rdf.type, rdfs.Class)]
  const questions = [{ id: '1', sentence: 'Which?', query: 'ASK {}' }]
  const report = (error: unknown) => void faults.push(error)
  const server = createServer(createApp({ settings, generations, engine, shapes, questions, report }))
  await new Promise<void>((resolve) => server.listen(Number(flags['port'] ?? 0), '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    out,
    engine,
    generations,
    faults,
    server,
    address: `http://127.0.0.1:${port}`,
    ask: requester(port),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await engine.close()
      await generations.current.release.close()
      rmSync(out, { recursive: true })
    },
  }
}

export type World = Awaited<ReturnType<typeof startWorld>>
