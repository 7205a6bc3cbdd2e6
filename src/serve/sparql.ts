/** `/sparql`: SPARQL 1.1 Protocol, the service description, and for browsers the form and the table. */
import express, { type Request, type RequestHandler, type Response, Router } from 'express'
import { serviceDescription } from '../engine/description.ts'
import type { Answer, Engine } from '../engine/engine.ts'
import { HttpFailure } from './failure.ts'
import { generationOf } from './generations.ts'
import { becomesPage, forPage, sendAnswerPage, sendFormPage } from './query-page.ts'
import { clientOf, limitRate } from './rate.ts'
import { chooseForm, DATA_FORMS, isHtml, rdfRepresentation } from './rdf.ts'
import { represent, send } from './send.ts'
import type { ScratchServices, Services } from './services.ts'
import { addressOf } from './site.ts'
import { readSparqlRequest, resultTypes, type SparqlRequest } from './sparql-request.ts'

/** Bytes of a query. */
const LONGEST = 1_000_000
const PATHS = ['/sparql', '/sparql/']
const METHODS = 'GET, HEAD, POST, OPTIONS'

const readBody: RequestHandler = express.raw({ type: () => true, limit: LONGEST })

/** The read-only endpoint of a release. */
export function sparql(services: Services): Router {
  const router = Router({ strict: true })
  const rate = limitRate(services.settings.queryRate)
  const handle = async (req: Request, res: Response) => {
    const request = readSparqlRequest(req)
    res.vary('Accept')
    if (request.update !== undefined)
      throw new HttpFailure(403, 'This endpoint is read-only: it takes queries, no updates.')
    if (request.query === undefined) return withoutQuery(services, req, res)
    rate(req)
    const types = resultTypes(req.headers.accept, request.format)
    res.set('Cache-Control', 'public, no-cache')
    const begun = performance.now()
    const { mediaType, body } = await ask(
      services.engine,
      req,
      res,
      request,
      forPage(types, services.settings.queryRows),
    )
    const answer = represent(mediaType, body)
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
  const router = Router({ strict: true })
  const handle = async (req: Request, res: Response) => {
    const request = readSparqlRequest(req)
    if (request.update !== undefined) {
      await engine.update(request.update, request)
      return void res.status(204).end()
    }
    const types = resultTypes(req.headers.accept, request.format)
    const answer = await ask(engine, req, res, request, { types: forPage(types, 0).types })
    await send(req, res, represent(answer.mediaType, answer.body))
  }
  router.get(PATHS, handle)
  router.post(PATHS, readBody, handle)
  router.all(PATHS, methodNotAllowed)
  return router
}

const methodNotAllowed: RequestHandler = () => {
  throw new HttpFailure(405, `This address takes ${METHODS}.`, { Allow: METHODS })
}

/** Asks the engine; stops the query when the client goes. */
async function ask(
  engine: Engine,
  req: Request,
  res: Response,
  { query, defaultGraphs, namedGraphs }: SparqlRequest,
  options: Pick<Parameters<Engine['query']>[1], 'types' | 'maxRows'>,
): Promise<Answer> {
  if (query === undefined) throw new HttpFailure(400, 'There is no query. Send it as query=.')
  const gone = new AbortController()
  const onClose = () => gone.abort()
  res.once('close', onClose)
  try {
    return await engine.query(query, {
      ...options,
      defaultGraphs,
      namedGraphs,
      client: clientOf(req),
      signal: gone.signal,
    })
  } finally {
    res.off('close', onClose)
  }
}

/** The form for a browser, the service description for everyone else. */
async function withoutQuery(services: Services, req: Request, res: Response): Promise<void> {
  if (req.method === 'POST') throw new HttpFailure(400, 'There is no query. Send it as query=.')
  const { manifest, iris } = generationOf(res).release
  const form = chooseForm(req.headers.accept, DATA_FORMS, `${addressOf(req)}/sparql`)
  if (!isHtml(form)) {
    const description = serviceDescription(iris.base, manifest.counts.triples)
    return send(req, res, rdfRepresentation(description, form), manifest.published)
  }
  await sendFormPage(services, req, res)
}
