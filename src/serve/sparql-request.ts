/** Reads a request of the SPARQL 1.1 Protocol: what is asked, of which graphs, and in which form the answer is wanted. */
import type { Request } from 'express'
import type { ResultTypes } from '../engine/engine.ts'
import { FORMATS } from '../rdf/formats.ts'
import { HttpFailure } from './failure.ts'
import { isIndifferent, namesHtml, negotiate, type Offer } from './negotiate.ts'

/** What a request asks. */
export interface SparqlRequest {
  readonly query?: string | undefined
  readonly update?: string | undefined
  readonly defaultGraphs?: readonly string[] | undefined
  readonly namedGraphs?: readonly string[] | undefined
  readonly usingGraphs?: readonly string[] | undefined
  readonly usingNamedGraphs?: readonly string[] | undefined
  /** `format=` or `output=`. */
  readonly format?: string | undefined
}

const malformed = (detail: string) => new HttpFailure(400, detail)

/** Reads URL and body. @throws HttpFailure 400 or 415 */
export function readSparqlRequest(req: Request): SparqlRequest {
  const url = parametersOf(req.url.slice(req.url.indexOf('?') + 1 || req.url.length))
  if (req.method !== 'POST') {
    if (url.has('update')) throw malformed('An update is sent by POST.')
    return requestOf(url)
  }
  const [mediaType, charset] = contentType(req)
  const body = textOf(req.body)
  if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8')
    throw new HttpFailure(415, 'The body has to be UTF-8.')
  switch (mediaType) {
    case 'application/x-www-form-urlencoded': {
      const all = new URLSearchParams([...url, ...parametersOf(body)])
      return requestOf(all)
    }
    case 'application/sparql-query':
      return requestOf(new URLSearchParams([...url, ['query', body]]))
    case 'application/sparql-update':
      return requestOf(new URLSearchParams([...url, ['update', body]]))
  }
  throw new HttpFailure(
    415,
    'Send the query as application/sparql-query, or as query= in application/x-www-form-urlencoded.',
  )
}

function contentType(req: Request): readonly [mediaType: string, charset: string | undefined] {
  const [mediaType = '', ...parameters] = (req.get('Content-Type') ?? '').split(';').map((part) => part.trim())
  const charset = parameters.find((parameter) => /^charset\s*=/i.test(parameter))
  return [
    mediaType.toLowerCase(),
    charset
      ?.slice(charset.indexOf('=') + 1)
      .replace(/[\s"]/g, '')
      .toLowerCase(),
  ]
}

function textOf(body: unknown): string {
  if (!Buffer.isBuffer(body)) return ''
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    throw malformed('The body is not UTF-8.')
  }
}

function parametersOf(text: string): URLSearchParams {
  const parameters = new URLSearchParams(text)
  // URLSearchParams puts U+FFFD for bytes that are no UTF-8: a query must not be changed in silence.
  if ([...parameters.values()].some((value) => value.includes('\uFFFD')) && !/%ef%bf%bd|\uFFFD/i.test(text))
    throw malformed('A parameter is not UTF-8.')
  return parameters
}

function requestOf(parameters: URLSearchParams): SparqlRequest {
  const single = (name: string): string | undefined => {
    const [value, ...others] = parameters.getAll(name)
    if (others.length > 0) throw malformed(`There is more than one ${name}.`)
    return value
  }
  const query = single('query')
  const update = single('update')
  if (query !== undefined && update !== undefined) throw malformed('There is both a query and an update.')
  const graphs = (name: string) => (parameters.has(name) ? parameters.getAll(name) : undefined)
  return {
    query,
    update,
    defaultGraphs: graphs('default-graph-uri'),
    namedGraphs: graphs('named-graph-uri'),
    usingGraphs: graphs('using-graph-uri'),
    usingNamedGraphs: graphs('using-named-graph-uri'),
    format: parameters.get('format') ?? parameters.get('output') ?? undefined,
  }
}

export const JSON_RESULTS = 'application/sparql-results+json'
const BINDINGS: readonly Offer[] = [
  { mediaType: JSON_RESULTS, aliases: ['application/json', 'text/json', 'text/javascript', 'application/javascript'] },
  { mediaType: 'application/sparql-results+xml', aliases: ['application/xml', 'text/xml'] },
  { mediaType: 'text/csv' },
  { mediaType: 'text/tab-separated-values', aliases: ['text/tsv'] },
  { mediaType: 'text/html' },
]
const GRAPHS: readonly Offer[] = [...Object.values(FORMATS), { mediaType: 'text/html' }]

/** The short names of `format=`, for each kind of result; a name for one kind leaves the other at its default. */
const NAMES: Readonly<Record<string, readonly [bindings: string, graph: string]>> = {
  json: [JSON_RESULTS, FORMATS.jsonld.mediaType],
  xml: ['application/sparql-results+xml', FORMATS.rdfxml.mediaType],
  csv: ['text/csv', FORMATS.turtle.mediaType],
  tsv: ['text/tab-separated-values', FORMATS.turtle.mediaType],
  html: ['text/html', 'text/html'],
  ...Object.fromEntries(
    Object.values(FORMATS).flatMap(({ key, extension, mediaType }) =>
      [key, extension].map((name) => [name, [JSON_RESULTS, mediaType]] as const),
    ),
  ),
  'rdf+xml': [JSON_RESULTS, FORMATS.rdfxml.mediaType],
  'rdf/xml': [JSON_RESULTS, FORMATS.rdfxml.mediaType],
  'json-ld': [JSON_RESULTS, FORMATS.jsonld.mediaType],
  n3: [JSON_RESULTS, FORMATS.turtle.mediaType],
}

/**
 * The media types of the answer. `format` counts where `Accept` leaves the choice or comes from a browser, which cannot
 * set it. A result of the other kind than what was asked for (a graph for JSON results) comes in its default form.
 * @throws HttpFailure 406 when neither kind can be had.
 */
export function resultTypes(accept: string | undefined, format: string | undefined): ResultTypes {
  const named = format === undefined || !(isIndifferent(accept) || namesHtml(accept)) ? undefined : typesOf(format)
  if (named !== undefined) return { bindings: named[0], boolean: named[0], graph: named[1] }
  const bindings = negotiate(accept, BINDINGS)
  const graph = negotiate(accept, GRAPHS)
  if (bindings === undefined && graph === undefined)
    throw new HttpFailure(
      406,
      `Results are to be had as ${[...BINDINGS, ...GRAPHS].map(({ mediaType }) => mediaType).join(', ')}.`,
    )
  const result = bindings?.mediaType ?? JSON_RESULTS
  return { bindings: result, boolean: result, graph: graph?.mediaType ?? FORMATS.turtle.mediaType }
}

function typesOf(format: string): readonly [bindings: string, graph: string] | undefined {
  const name = format.toLowerCase().replaceAll(' ', '+')
  const short = NAMES[name]
  if (short !== undefined) return short
  const [bindings, graph] = [negotiate(name, BINDINGS), negotiate(name, GRAPHS)]
  if (!name.includes('/') || (bindings === undefined && graph === undefined)) return undefined
  return [bindings?.mediaType ?? JSON_RESULTS, graph?.mediaType ?? FORMATS.turtle.mediaType]
}
