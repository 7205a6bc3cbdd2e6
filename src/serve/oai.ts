/** `/oai`: OAI-PMH 2.0 over HTTP, by GET and by POST. What it says is in `src/oai`. */
import express, { type Request, type RequestHandler, type Response, Router } from 'express'
import { answer } from '../oai/answer.ts'
import { openRepository, type Repository } from '../oai/repository.ts'
import type { Release } from '../release/read.ts'
import { HttpFailure } from './failure.ts'
import { generationOf } from './generations.ts'
import { represent, send } from './send.ts'
import { createTurns } from './turns.ts'

const PATH = '/oai'
const METHODS = 'GET, HEAD, POST, OPTIONS'
/** Bytes of a form: longer than any request of the protocol. */
const MOST_BYTES = 64 * 1024
/** Answers that are made at the same time, and requests that may wait for their turn. */
const AT_ONCE = 4
const MOST_WAITING = 100
/** Seconds after which a harvester should ask again when too many wait. */
const RETRY_AFTER = 10

const readForm = express.text({ type: () => true, limit: MOST_BYTES })

export function oai(): Router {
  const router = Router({ strict: true })
  const repositories = new WeakMap<Release, Promise<Repository>>()
  const inTurn = createTurns(AT_ONCE, MOST_WAITING)

  /** Made once for a release, when it is first asked for. */
  const repositoryOf = (release: Release): Promise<Repository> => {
    const known = repositories.get(release)
    if (known !== undefined) return known
    const { adminEmail } = release.manifest.collection.dataset
    if (adminEmail === undefined)
      throw new HttpFailure(
        404,
        'OAI-PMH is not offered here, since it needs the address of a contact. Set dataset.adminEmail in dragoman.config.json and build again.',
        {},
        { setting: 'dataset.adminEmail' },
      )
    const opening = openRepository(release, adminEmail)
    repositories.set(release, opening)
    opening.catch(() => repositories.delete(release))
    return opening
  }
  const respond = async (req: Request, res: Response, parameters: URLSearchParams) => {
    const { release } = generationOf(res)
    const repository = await repositoryOf(release)
    const text = await inTurn(() => answer(repository, parameters, new Date()))
    if (text === undefined)
      throw new HttpFailure(503, 'Too many harvesters ask at the same time. Ask again in a few seconds.', {
        'Retry-After': String(RETRY_AFTER),
      })
    // A list may be another with the next release; a copy that is kept is asked for again.
    res.set('Cache-Control', 'no-cache')
    await send(req, res, represent('text/xml', text))
  }

  router.get(PATH, (req, res) => respond(req, res, parametersOf(req.originalUrl)))
  router.post(PATH, onlyForms, readForm, (req, res) =>
    respond(req, res, new URLSearchParams(typeof req.body === 'string' ? req.body : '')),
  )
  router.all(PATH, () => {
    throw new HttpFailure(405, `This address takes ${METHODS}.`, { Allow: METHODS })
  })
  return router
}

/** As they came: the framework's own reading would join what is given twice. */
const parametersOf = (url: string): URLSearchParams =>
  new URLSearchParams(url.includes('?') ? url.slice(url.indexOf('?') + 1) : '')

const onlyForms: RequestHandler = (req, _res, next) => {
  const type = req.get('Content-Type')
  if (type === undefined || /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type)) return next()
  throw new HttpFailure(415, 'A POST of OAI-PMH is a form: application/x-www-form-urlencoded.')
}
