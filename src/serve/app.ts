/** The web application: what stands at which address. Never listens. */
import express, { type Express, type RequestHandler, Router } from 'express'
import { icon } from '../pages/icon.ts'
import { messagePage } from '../pages/message.tsx'
import { style } from '../pages/style.ts'
import { ask } from './ask.ts'
import { catalogue } from './catalogue.ts'
import { changes } from './changes.ts'
import { correspondence } from './correspondence.ts'
import { data } from './data.ts'
import { dumps } from './dumps.ts'
import { failures, faultPageOf, HttpFailure, notFound } from './failure.ts'
import { FRESH } from './freshness.ts'
import { generationOf, withGeneration } from './generations.ts'
import { lists } from './lists.ts'
import { oai } from './oai.ts'
import { queryFaultPage } from './query-page.ts'
import { limitRate } from './rate.ts'
import { reconcile } from './reconcile.ts'
import { robots } from './robots.ts'
import { scripts } from './scripts.ts'
import { search } from './search.ts'
import { represent, send } from './send.ts'
import type { ScratchServices, Services } from './services.ts'
import { signposting } from './signposting.ts'
import { siteOf } from './site.ts'
import { scratchSparql, sparql } from './sparql.ts'
import { things } from './things.ts'
import { views } from './views.ts'

/** Anyone may read, from any page: the same for errors. */
const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers':
    'Link, ETag, Content-Location, Content-Range, Vary, Last-Modified, Location, Retry-After',
}
const PREFLIGHT = {
  'Access-Control-Allow-Headers': 'Accept, Content-Type, If-None-Match, If-Modified-Since, Range, If-Range',
  'Access-Control-Max-Age': '86400',
}
const cors: RequestHandler = (req, res, next) => {
  res.set(CORS)
  if (req.method !== 'OPTIONS') return next()
  const methods = /^\/(?:sparql\/?|reconcile|oai)$/.test(req.path) ? 'GET, HEAD, POST, OPTIONS' : 'GET, HEAD, OPTIONS'
  res.set(PREFLIGHT).set({ Allow: methods, 'Access-Control-Allow-Methods': methods }).status(204).end()
}

/**
 * `no-cache` asks caches to validate (RFC 9111, 5.2.1.4), which is what a condition asks us. Node's `fetch` sends it with
 * every condition, and express would send all anew.
 */
const forCaches: RequestHandler = (req, _res, next) => {
  delete req.headers['cache-control']
  next()
}

const readOnly: RequestHandler = (req, _res, next) => {
  if (req.method === 'GET' || req.method === 'HEAD') return next()
  throw new HttpFailure(405, 'This address takes GET, HEAD, OPTIONS.', { Allow: 'GET, HEAD, OPTIONS' })
}

function bare(): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('query parser', 'simple')
  app.set('case sensitive routing', true)
  return app
}

/** The application over a release. */
export function createApp(services: Services): Express {
  const { engine, generations, settings } = services
  const router = Router({ strict: true, caseSensitive: true })
  router.use(cors, forCaches, withGeneration(generations))
  router.use((_req, res, next) => {
    if (generationOf(res).release.manifest.collection.noindex) res.set('X-Robots-Tag', 'noindex')
    next()
  })
  const rate = limitRate(settings.queryRate, 'queries')
  router.use(sparql(services, rate), reconcile())
  router.get('/health', async (_req, res) => {
    const health = await engine.health()
    res.status(health.ok ? 200 : 503).set('Cache-Control', 'no-store')
    const status = health.ok ? 'ok' : 'failing'
    res.json({ status, version: generationOf(res).release.manifest.version, ...health })
  })
  router.use(oai())
  router.use(readOnly, (_req, res, next) => next(void res.set('Cache-Control', FRESH)))
  router.get('/style.css', (req, res) => send(req, res, represent('text/css', style)))
  router.get('/icon.svg', (req, res) => send(req, res, represent('image/svg+xml', icon)))
  router.use(robots(), catalogue(), signposting(), scripts(services), dumps(services), correspondence(), changes())
  // What is made for whoever wants everything is not rationed.
  const ration = limitRate(settings.crawlRate, 'pages and data')
  router.use((req, _res, next) => next(void ration(req)))
  router.use(search(services), ask(services, rate), views(services), data(services), lists(services), things(services))
  router.use(() => {
    throw notFound()
  })
  router.use(
    failures({
      base: generations.current.release.iris.base,
      report: services.report,
      page: (req, res, message) =>
        faultPageOf(res, message) ??
        queryFaultPage(services, req, res, message) ??
        messagePage({ site: siteOf(services, req, res), ...message }),
    }),
  )

  const app = bare()
  app.set('trust proxy', settings.trustProxy)
  // A base with a path is served under that path, and under none for a proxy that takes it off.
  const path = new URL(generations.current.release.iris.base).pathname.replace(/\/$/, '')
  if (path !== '') app.use(path, router)
  app.use(router)
  return app
}

/** The application over an empty store that takes updates. */
export function createScratchApp(services: ScratchServices): Express {
  const app = bare()
  app.use(cors, scratchSparql(services))
  app.use(() => {
    throw notFound()
  })
  app.use(failures({ base: services.settings.base, report: services.report }))
  return app
}
