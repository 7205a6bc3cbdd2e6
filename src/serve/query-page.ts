/** The query page: its form, the answer to a query, and the query with what is wrong in it. */
import type { Request, Response } from 'express'
import type { ResultTypes } from '../engine/engine.ts'
import type { Answered } from '../pages/answer.tsx'
import type { Fault } from '../pages/answered.tsx'
import { plainQuery } from '../pages/snippets.ts'
import { type SparqlPage, sparqlPage } from '../pages/sparql.tsx'
import { FORMATS } from '../rdf/formats.ts'
import { parse } from '../rdf/parse.ts'
import type { SparqlJson } from '../rdf/sparql-json.ts'
import type { Message } from './failure.ts'
import { HTML } from './forms.ts'
import { generationOf } from './generations.ts'
import type { Representation } from './representations.ts'
import { queryScript, scriptOf } from './scripts.ts'
import { represent, send } from './send.ts'
import type { Services } from './services.ts'
import { addressOf, siteOf } from './site.ts'
import { JSON_RESULTS, readSparqlRequest, type SparqlRequest } from './sparql-request.ts'

/** Rows or statements that a page shows; the other forms have all. */
export const PAGE_ROWS = 2000
const TITLES: Readonly<Record<string, string>> = {
  syntax: 'This query cannot be read',
  'too-many-rows': 'This answer is too long for a page',
  timeout: 'This query took too long',
}
/** How the engine is asked where an answer may become a page: a page is made of these forms, and has fewer rows. */
export function forPage(
  types: ResultTypes,
  mostRows: number,
): { readonly types: ResultTypes; readonly maxRows?: number } {
  const unlessPage = (wanted: string, form: string) => (wanted === HTML.mediaType ? form : wanted)
  const isPage = types.bindings === HTML.mediaType && types.graph === HTML.mediaType
  return {
    types: {
      bindings: unlessPage(types.bindings, JSON_RESULTS),
      boolean: unlessPage(types.boolean, JSON_RESULTS),
      graph: unlessPage(types.graph, FORMATS.ntriples.mediaType),
    },
    ...(isPage && { maxRows: Math.min(PAGE_ROWS, mostRows) }),
  }
}

/** The form, with the example that is asked for. */
export async function sendFormPage(services: Services, req: Request, res: Response): Promise<void> {
  const example = services.questions.find(({ id }) => id === req.query['example'])
  const page = render(services, req, res, { query: example?.query.trimEnd() })
  // Without it, a browser may keep a page whose editor is no longer served.
  res.set('Cache-Control', 'public, no-cache')
  await send(req, res, represent(HTML.mediaType, page), generationOf(res).release.manifest.published)
}

/** Whether an answer in a form that pages are made of was asked for as one. */
export const becomesPage = (types: ResultTypes, { contentType }: Representation): boolean =>
  (contentType === JSON_RESULTS && types.bindings === HTML.mediaType) ||
  (contentType === FORMATS.ntriples.mediaType && types.graph === HTML.mediaType)

interface Asked {
  readonly request: SparqlRequest
  readonly answer: Representation
  readonly milliseconds: number
}

export async function sendAnswerPage(services: Services, req: Request, res: Response, asked: Asked): Promise<void> {
  const { request, answer, milliseconds } = asked
  const answered = await readAnswer(answer)
  const page = render(services, req, res, { query: request.query, request, answer: { ...answered, milliseconds } })
  await send(req, res, represent(HTML.mediaType, page))
}

/** A representation in a form that pages are made of, as what a page shows. */
export async function readAnswer({ contentType, body }: Representation): Promise<Answered> {
  const text = body.toString('utf8')
  if (contentType !== JSON_RESULTS) return { kind: 'graph', quads: await parse(text, 'ntriples') }
  const found = JSON.parse(text) as SparqlJson
  return found.boolean === undefined ? { kind: 'bindings', found } : { kind: 'boolean', value: found.boolean }
}

/** The page of a query that was not answered, with the query in its form; undefined where none was sent. */
export function queryFaultPage(services: Services, req: Request, res: Response, message: Message): string | undefined {
  const request = requestIn(req)
  if (request?.query === undefined) return undefined
  return render(services, req, res, { query: request.query, request, fault: faultOf(message) })
}

/** What an engine's error is on a page. */
export function faultOf({ title, detail, members: { code, line } }: Message): Fault {
  return {
    title: TITLES[String(code)] ?? title,
    detail,
    ...(typeof line === 'number' && { line }),
    isTooLong: code === 'too-many-rows',
  }
}

function requestIn(req: Request): SparqlRequest | undefined {
  if (!/^\/sparql\/?$/.test(req.path)) return undefined
  try {
    return readSparqlRequest(req)
  } catch {
    return undefined
  }
}

type Shown = Pick<SparqlPage, 'answer' | 'fault'> & {
  readonly query: string | undefined
  readonly request?: SparqlRequest
}

function render(services: Services, req: Request, res: Response, { query, request, ...shown }: Shown): string {
  const { settings, questions, local } = services
  const script = scriptOf(req.baseUrl, queryScript(services), services.report)
  return sparqlPage({
    site: siteOf(services, req, res),
    questions,
    ...(query !== undefined && { query: plainQuery(query) }),
    ...shown,
    endpoint: endpointOf(req, res, request),
    timeLimit: settings.queryTimeout / 1000,
    rowLimit: settings.queryRows,
    pageRows: Math.min(PAGE_ROWS, settings.queryRows),
    ...(script !== undefined && { script }),
    ...(local !== undefined && { local }),
  })
}

/** Where programs send a query: the published address where the request came to its host, else the address in use. */
export function endpointOf(req: Request, res: Response, request?: SparqlRequest): string {
  const { base } = generationOf(res).release.iris
  const isPublished = req.get('Host') === new URL(base).host || !/^https?:/.test(addressOf(req))
  const dataset = new URLSearchParams([
    ...(request?.defaultGraphs ?? []).map((iri) => ['default-graph-uri', iri] as [string, string]),
    ...(request?.namedGraphs ?? []).map((iri) => ['named-graph-uri', iri] as [string, string]),
  ]).toString()
  return `${isPublished ? base : addressOf(req)}/sparql${dataset === '' ? '' : `?${dataset}`}`
}
