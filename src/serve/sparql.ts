/** `/sparql`: SPARQL 1.1 Protocol, the service description, and for browsers the form and the table. */
import express, { type Request, type RequestHandler, type Response, Router } from 'express'
import { serviceDescription } from '../engine/description.ts'
import type { QueryOptions } from '../engine/engine.ts'
import { HttpFailure } from './failure.ts'
import { chooseForm } from './forms.ts'
import { generationOf } from './generations.ts'
import { becomesPage, forPage, sendAnswerPage, sendFormPage } from './query-page.ts'
import { clientOf } from './rate.ts'
import { DATA_FORMS, isRdf, rdfRepresentation } from './rdf.ts'
import type { Representation } from './representations.ts'
import { represent, send } from './send.ts'
import type { ScratchServices, Services } from './services.ts'
import { addressOf } from './site.ts'
import { readSparqlRequest, resultTypes, type SparqlRequest } from './sparql-request.ts'

/** Bytes of a query. */
const LONGEST = 1_000_000
const PATHS = ['/sparql', '/sparql/']
const METHODS = 'GET, HEAD, POST, OPTIONS'

const readBody: RequestHandler = express.raw({ type: () => true, limit: LONGEST })

/** The read-only endpoint of a release. @param rate counts the queries of a client */
export function sparql(services: Services, rate: (req: Request) => void): Router {
  const router = Router({ strict: true, caseSensitive: true })
  const handle = async (req: Request, res: Response) => {
    const request = readSparqlRequest(req)
    res.vary('Accept')
    if (request.update !== undefined)
      throw new HttpFailure(403, 'This endpoint is read-only: it takes queries, no updates.')
    if (request.query === undefined) return withoutQuery(services, req, res)
    rate(req)
    const types = resultTypes(req.headers.accept, request.format)
    const begun = performance.now()
    const answer = await askRelease(services, req, res, request, forPage(types, services.settings.queryRows))
    if (becomesPage(types, answer))
      return sendAnswerPage(services, req, res, { request, answer, milliseconds: performance.now() - begun })
    await send(req, res, answer)
  }
  router.get(PATHS, handle)
  router.post(PATHS, readBody, handle)
  router.all(PATHS, methodNotAllowed)
  return router
}

/** The endpoint of a scratch store, which also takes updates. */
export function scratchSparql({ engine }: ScratchServices): Router {
  const router = Router({ strict: true, caseSensitive: true })
  const handle = async (req: Request, res: Response) => {
    const request = readSparqlRequest(req)
    if (request.update !== undefined) {
      await engine.update(request.update, request)
      return void res.status(204).end()
    }
    const types = resultTypes(req.headers.accept, request.format)
    const { mediaType, body } = await untilGone(res, (signal) =>
      engine.query(queryOf(request), { types: forPage(types, 0).types, ...datasetOf(request), signal }),
    )
    await send(req, res, represent(mediaType, body))
  }
  router.get(PATHS, handle)
  router.post(PATHS, readBody, handle)
  router.all(PATHS, methodNotAllowed)
  return router
}

const methodNotAllowed: RequestHandler = () => {
  throw new HttpFailure(405, `This address takes ${METHODS}.`, { Allow: METHODS })
}

function queryOf({ query }: SparqlRequest): string {
  if (query === undefined) throw new HttpFailure(400, 'There is no query. Send it as query=.')
  return query
}

const datasetOf = ({ defaultGraphs, namedGraphs }: SparqlRequest) => ({ defaultGraphs, namedGraphs })

/** Does something that is stopped when the client goes. */
async function untilGone<T>(res: Response, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const gone = new AbortController()
  const onClose = () => gone.abort()
  res.once('close', onClose)
  try {
    return await work(gone.signal)
  } finally {
    res.off('close', onClose)
  }
}

/** The answer of the release, from memory where it was given before; with the header that says how long it holds. */
export async function askRelease(
  { engine }: Services,
  req: Request,
  res: Response,
  request: SparqlRequest,
  options: Pick<QueryOptions, 'types' | 'maxRows'>,
): Promise<Representation> {
  const { answers } = generationOf(res)
  const asked = { ...options, ...datasetOf(request), client: clientOf(req) }
  const { representation, isRepeatable } = await untilGone(res, (signal) =>
    answers.ask(engine, queryOf(request), { ...asked, signal }),
  )
  // Until the next release, which may come at any time: to be kept, and to be asked for.
  res.set('Cache-Control', isRepeatable === false ? 'no-store' : 'public, no-cache')
  return representation
}

/** The form for a browser, the service description for everyone else. */
async function withoutQuery(services: Services, req: Request, res: Response): Promise<void> {
  if (req.method === 'POST') throw new HttpFailure(400, 'There is no query. Send it as query=.')
  const { manifest, iris } = generationOf(res).release
  const form = chooseForm(req.headers.accept, DATA_FORMS, `${addressOf(req)}/sparql`)
  if (isRdf(form)) {
    // What is said of the release is asked for with the rest, and is in no dump.
    const own = manifest.files.find(({ path }) => path === 'release.nq')?.triples ?? 0
    const description = serviceDescription(iris.base, manifest.counts.triples + own)
    return send(req, res, rdfRepresentation(description, form), manifest.published)
  }
  await sendFormPage(services, req, res)
}
