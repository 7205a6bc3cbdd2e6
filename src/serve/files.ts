/** Files of a version that are sent as they are, whole or in ranges; with Express, which knows `Range` and `If-Range`. */
import { join } from 'node:path'
import type { Request, Response } from 'express'
import { lastModified, type Manifest } from '../release/manifest.ts'
import { notFound } from './failure.ts'
import { negotiateCoding } from './negotiate.ts'

/** A version, and the folder in which its files stand. */
export interface Version {
  readonly manifest: Manifest
  readonly directory: string
}

/** Sends a file that the manifest names. @throws HttpFailure 404 */
export function sendFile(res: Response, version: Version, path: string): void {
  const file = version.manifest.files.find((entry) => entry.path === path)
  if (file === undefined) throw notFound()
  // Not `set`, which adds a charset to every text.
  res.setHeader('Content-Type', res.getHeader('Content-Type') ?? file.mediaType)
  res.set({
    ETag: `"${file.sha256}"`,
    'Last-Modified': new Date(lastModified(version.manifest)).toUTCString(),
    'Accept-Ranges': 'bytes',
  })
  const options = { etag: false, lastModified: false, cacheControl: false, dotfiles: 'allow' } as const
  res.sendFile(join(version.directory, path), options)
}

/** Sends a file that stands beside its compressed form in the one that the client takes. @param contentType as it is sent */
export function sendCoded(req: Request, res: Response, version: Version, path: string, contentType: string): void {
  const isCompressed = negotiateCoding(req.get('Accept-Encoding'), ['gzip', 'identity']) === 'gzip'
  res.vary('Accept-Encoding')
  res.setHeader('Content-Type', contentType)
  if (isCompressed) res.set('Content-Encoding', 'gzip')
  sendFile(res, version, isCompressed ? `${path}.gz` : path)
}
