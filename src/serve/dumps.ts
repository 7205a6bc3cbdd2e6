/** `/dumps/`: the files of each version that is kept; undated names are those of the newest. */
import { type Request, type Response, Router } from 'express'
import { dumpsPage } from '../pages/dumps.tsx'
import { lastModified, type Manifest } from '../release/manifest.ts'
import { readManifest, versionFolder } from '../release/versions.ts'
import { notFound } from './failure.ts'
import { sendFile, type Version } from './files.ts'
import { HTML } from './forms.ts'
import { FOREVER } from './freshness.ts'
import { generationOf } from './generations.ts'
import { linkHeader } from './links.ts'
import { represent, send } from './send.ts'
import type { Services } from './services.ts'
import { absoluteOf, addressOf, siteOf } from './site.ts'

const FOLDER = 'dumps/'

export function dumps(services: Services): Router {
  const router = Router({ strict: true, caseSensitive: true })
  const versionOf = (version: string): Manifest => {
    const manifest = /^[0-9a-f]{12}$/.test(version)
      ? readManifest(versionFolder(services.settings.out, version))
      : undefined
    if (manifest === undefined) throw notFound()
    return manifest
  }
  const index = async (req: Request, res: Response, manifest: Manifest) => {
    const files = manifest.files
      .filter(({ path }) => path.startsWith(FOLDER))
      .map((file) => ({ ...file, name: file.path.slice(FOLDER.length) }))
    const html = dumpsPage({ site: siteOf(services, req, res), version: manifest.version, files })
    await send(req, res, represent(HTML.mediaType, html), lastModified(manifest))
  }
  const current = (res: Response) => generationOf(res).release

  router.get('/dumps', (req, res) => res.redirect(301, `${addressOf(req)}/dumps/`))
  router.get('/dumps/', (req, res) => index(req, res, current(res).manifest))
  router.get('/dumps/:version/', (req, res) => index(req, res, versionOf(req.params.version)))
  router.get('/dumps/:name', (req, res) => {
    const release = current(res)
    const { name } = req.params
    res.set('Content-Location', `${addressOf(req)}/dumps/${release.manifest.version}/${name}`)
    sendDump(req, res, release, name)
  })
  router.get('/dumps/:version/:name', (req, res) => {
    const { version, name } = req.params
    const manifest = versionOf(version)
    // Only a takedown changes a version; its tag changes with it.
    res.set('Cache-Control', FOREVER)
    sendDump(req, res, { manifest, directory: versionFolder(services.settings.out, version) }, name)
  })
  return router
}

function sendDump(req: Request, res: Response, version: Version, name: string): void {
  res.set('Link', linkHeader([{ rel: 'collection', href: `${absoluteOf(req, res)}/dataset`, type: 'text/html' }]))
  sendFile(res, version, FOLDER + name)
}
