/** `/reconcile`: names of a table are matched with our things, by OpenRefine and its like. */
import express, { type Request, type Response, Router } from 'express'
import { type Collection, match, type Query } from '../matching/match.ts'
import {
  extend,
  manifestOf,
  preview,
  proposedProperties,
  suggestEntities,
  suggestProperties,
  suggestTypes,
} from '../matching/service.ts'
import { previewFragment, previewPage } from '../pages/preview.tsx'
import { HttpFailure, notFound } from './failure.ts'
import { HTML } from './forms.ts'
import { type Generation, generationOf } from './generations.ts'
import { represent, send } from './send.ts'
import { addressOf } from './site.ts'

/** Queries, or things, of one request; and candidates of one query. */
const MOST = { queries: 50, things: 100, candidates: 20 }
const LIMIT = 5
const LONGEST = '1mb'

type Json = Readonly<Record<string, unknown>>

const malformed = (detail: string) => new HttpFailure(400, detail)
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

function jsonOf(text: string, name: string): Json {
  try {
    const value: unknown = JSON.parse(text)
    if (isObject(value)) return value
  } catch {}
  throw malformed(`${name} has to be a JSON object.`)
}

const textsOf = (value: unknown): string[] =>
  [value].flat().map((item) => (isObject(item) ? String(item['id'] ?? item['name'] ?? '') : String(item ?? '')))

function queryOf(value: unknown, key: string): Query {
  if (!isObject(value)) throw malformed(`The query ${key} has to be a JSON object with query, type, limit, properties.`)
  const { query, type, limit, properties } = value
  return {
    query: typeof query === 'string' ? query : '',
    types: type === undefined ? [] : textsOf(type).filter((text) => text !== ''),
    limit: typeof limit === 'number' && limit >= 1 ? Math.min(Math.floor(limit), MOST.candidates) : LIMIT,
    properties: (Array.isArray(properties) ? properties : [])
      .filter(isObject)
      .map(({ pid, v }) => ({ pid: String(pid), values: textsOf(v).filter((text) => text !== '') })),
  }
}

const collectionOf = ({ release, searcher }: Generation): Collection => ({
  iris: release.iris,
  seek: (words, most, isAny) => searcher.search({ shelf: 'things', words, options: { most, isRanked: true, isAny } }),
  describe: release.describe,
})

/** The answer to a batch of queries: one result for each, under its key. */
async function answerBatch(text: string, collection: Collection): Promise<object> {
  const batch = Object.entries(jsonOf(text, 'queries'))
  if (batch.length > MOST.queries)
    throw malformed(`${batch.length} queries are more than ${MOST.queries} of one request. Send them in parts.`)
  const results: [string, object][] = []
  for (const [key, value] of batch) results.push([key, { result: await match(queryOf(value, key), collection) }])
  return Object.fromEntries(results)
}

async function answerExtension(text: string, collection: Collection): Promise<object> {
  const { ids, properties } = jsonOf(text, 'extend')
  if (!Array.isArray(ids) || !Array.isArray(properties)) throw malformed('extend has to have ids and properties.')
  if (ids.length > MOST.things)
    throw malformed(`${ids.length} things are more than ${MOST.things} of one request. Send them in parts.`)
  return extend(ids.map(String), textsOf(properties), collection)
}

export function reconcile(): Router {
  const router = Router({ strict: true })
  const body = express.urlencoded({ extended: false, limit: LONGEST })

  const sendJson = (req: Request, res: Response, content: object) => {
    res.set('Cache-Control', 'public, max-age=60')
    return send(req, res, represent('application/json', JSON.stringify(content)))
  }
  const parameterOf = (req: Request, name: string): string | undefined => {
    const value: unknown = (req.body as Json | undefined)?.[name] ?? req.query[name]
    return typeof value === 'string' ? value : undefined
  }
  const answer = async (req: Request, res: Response): Promise<void> => {
    const generation = generationOf(res)
    const collection = collectionOf(generation)
    const [queries, extension] = [parameterOf(req, 'queries'), parameterOf(req, 'extend')]
    if (queries !== undefined) return sendJson(req, res, await answerBatch(queries, collection))
    if (extension !== undefined) return sendJson(req, res, await answerExtension(extension, collection))
    const { title } = generation.release.manifest.collection.dataset
    return sendJson(req, res, manifestOf(collection, title, addressOf(req)))
  }
  router.get('/reconcile', answer)
  router.post('/reconcile', body, answer)

  const prefixOf = (req: Request): string => parameterOf(req, 'prefix')?.slice(0, 200) ?? ''
  router.get('/reconcile/suggest/entity', async (req, res) => {
    await sendJson(req, res, { result: await suggestEntities(prefixOf(req), collectionOf(generationOf(res))) })
  })
  router.get('/reconcile/suggest/type', (req, res) => sendJson(req, res, { result: suggestTypes(prefixOf(req)) }))
  router.get('/reconcile/suggest/property', (req, res) =>
    sendJson(req, res, { result: suggestProperties(prefixOf(req)) }),
  )
  router.get('/reconcile/properties', (req, res) => {
    const limit = Number(parameterOf(req, 'limit') ?? MOST.things)
    return sendJson(req, res, proposedProperties(parameterOf(req, 'type') ?? '', limit > 0 ? limit : MOST.things))
  })

  const previewed = async (req: Request, res: Response) => {
    const found = await preview(parameterOf(req, 'id') ?? '', collectionOf(generationOf(res)))
    if (found === undefined) throw notFound()
    return { ...found, href: `${addressOf(req)}/${encodeURI(found.id)}` }
  }
  router.get('/reconcile/preview', async (req, res) =>
    send(req, res, represent(HTML.mediaType, previewPage(await previewed(req, res)))),
  )
  router.get('/reconcile/flyout', async (req, res) => {
    const found = await previewed(req, res)
    await sendJson(req, res, { id: found.id, html: previewFragment(found) })
  })
  return router
}
