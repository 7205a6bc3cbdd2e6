/** What crawlers ask for first: `/robots.txt` (RFC 9309), `/sitemap.xml`, and what browsers ask for without being told. */

import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { type Request, type Response, Router } from 'express'
import { lastModified } from '../release/manifest.ts'
import type { Release } from '../release/read.ts'
import { SITEMAP_INDEX, SITEMAPS } from '../release/sitemap.ts'
import { HttpFailure, notFound } from './failure.ts'
import { A_DAY } from './freshness.ts'
import { generationOf } from './generations.ts'
import { negotiateCoding } from './negotiate.ts'
import { represent, send } from './send.ts'

/** What crawlers are asked to leave: queries, searches and filters; of a query's address the description may be read. */
const QUERIES = ['/sparql', '/search?', '/ask?', '/timeline?', '/network?', '/network/meetings?', '/map?', '/matrix?']
const DESCRIPTION = '/sparql$'

/**
 * The rules for robots. A collection that is not to be indexed may be crawled all the same, or no robot would read that
 * it asks for it; but it is not offered to search engines by a sitemap.
 */
function robotsOf({ iris, manifest }: Release): string {
  const path = new URL(iris.base).pathname.replace(/\/$/, '')
  const lines = [
    'User-agent: *',
    `Allow: ${path}${DESCRIPTION}`,
    ...QUERIES.map((query) => `Disallow: ${path}${query}`),
    'Allow: /',
    ...(manifest.collection.noindex ? [] : ['', `Sitemap: ${iris.base}/${SITEMAP_INDEX}`]),
  ]
  return `${lines.join('\n')}\n`
}

export function robots(): Router {
  const router = Router({ strict: true, caseSensitive: true })
  router.get('/robots.txt', (req, res) =>
    send(req, res.set('Cache-Control', A_DAY), represent('text/plain', robotsOf(generationOf(res).release))),
  )
  router.get('/sitemap{-:number}.xml{.:coding}', (req, res, next) => {
    const { number, coding } = req.params
    if (coding !== undefined && coding !== 'gz') return next()
    return sendSitemap(req, res, number === undefined ? SITEMAP_INDEX : `sitemap-${number}.xml`, coding !== undefined)
  })
  // Browsers and services ask for these again and again.
  router.get(['/favicon.ico', '/.well-known/*name'], (req, _res, next) => {
    if (/^\/\.well-known\/(?:void|api-catalog)(?:\.\w+)?$/.test(req.path)) return next()
    throw new HttpFailure(404, notFound().message, { 'Cache-Control': A_DAY })
  })
  return router
}

/** Sends a sitemap of the version as the compressed file, or as what is in it, in the coding that the client wants. */
async function sendSitemap(req: Request, res: Response, name: string, asFile: boolean): Promise<void> {
  const { manifest, directory } = generationOf(res).release
  const path = `${SITEMAPS}${name}.gz`
  const file = manifest.files.find((entry) => entry.path === path)
  if (file === undefined) throw notFound()
  const isCoded = asFile || negotiateCoding(req.get('Accept-Encoding')?.replace(/\bbr\b/, 'gzip')) !== 'identity'
  if (!asFile) res.vary('Accept-Encoding')
  res.set('ETag', `"${file.sha256.slice(0, 32)}${isCoded ? '' : '-plain'}"`)
  res.set('Last-Modified', new Date(lastModified(manifest)).toUTCString())
  if (req.fresh) return void res.status(304).end()
  res.setHeader('Content-Type', asFile ? file.mediaType : 'application/xml; charset=utf-8')
  if (isCoded && !asFile) res.set('Content-Encoding', 'gzip')
  if (isCoded) res.set('Content-Length', String(file.bytes))
  if (req.method === 'HEAD') return void res.end()
  const source = createReadStream(join(directory, path))
  await (isCoded ? pipeline(source, res) : pipeline(source, createGunzip(), res))
}
