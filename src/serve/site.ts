/** The address in use: where links on pages and redirects lead. IRIs in data are always the base's. */
import type { Request, Response } from 'express'
import { KINDS } from '../iris.ts'
import type { Site } from '../pages/page.ts'
import { generationOf } from './generations.ts'
import type { Services } from './services.ts'

/**
 * Scheme, host and path under which the request came, without a slash at the end; only the path of a host that is none.
 * A proxy that is trusted says what it was asked under.
 */
export function addressOf(req: Request): string {
  const host = req.host ?? ''
  return /^[\w.-]+(?::\d+)?$|^\[[\da-f:.]+\](?::\d+)?$/i.test(host)
    ? `${req.protocol}://${host}${req.baseUrl}`
    : req.baseUrl
}

/** The same where an address has to be absolute: the base where the request names no host. */
export function absoluteOf(req: Request, res: Response): string {
  const address = addressOf(req)
  return address === req.baseUrl ? generationOf(res).release.iris.base : address
}

/** What every page is given. */
export function siteOf({ generations, local }: Services, req: Request, res: Response): Site {
  const { release } = generationOf(res) ?? generations.current
  const { collection, counts } = release.manifest
  return {
    iris: release.iris,
    dataset: collection.dataset,
    root: req.baseUrl,
    version: release.manifest.version,
    ...(collection.notice !== undefined && { notice: collection.notice }),
    noindex: collection.noindex,
    ...(local !== undefined && { isStatic: true }),
    without: KINDS.filter((kind) => (counts.things[kind] ?? 0) === 0),
    style: `${req.baseUrl}/style.css`,
  }
}
