/** `/cmif.xml`, `/edges.csv`, `/nodes.csv`: the correspondence in the formats of others, as the build wrote it. */
import { Router } from 'express'
import { missingForCmif } from '../crosswalk/cmif.ts'
import { CORRESPONDENCE_FILES } from '../release/correspondence.ts'
import { HttpFailure } from './failure.ts'
import { sendCoded, sendFile } from './files.ts'
import { generationOf } from './generations.ts'

export function correspondence(): Router {
  const router = Router({ strict: true })
  for (const [path, mediaType] of Object.entries(CORRESPONDENCE_FILES)) {
    const contentType = mediaType === 'text/csv' ? `${mediaType}; charset=utf-8` : mediaType
    router.get([`/${path}`, `/${path}.gz`], (req, res) => {
      const { release } = generationOf(res)
      const { collection, files } = release.manifest
      if (!files.some((file) => file.path === path)) throw notOffered(path, missingForCmif(collection.dataset))
      res.set('Link', `<${release.iris.base}/dataset>; rel="collection"`)
      if (req.path.endsWith('.gz')) return sendFile(res, release, `${path}.gz`)
      sendCoded(req, res, release, path, contentType)
    })
  }
  return router
}

/** Why a release does not have a file: it says what to write into the configuration, or that it is of an older program. */
function notOffered(path: string, missing: readonly string[]): HttpFailure {
  if (path !== 'cmif.xml' || missing.length === 0)
    return new HttpFailure(404, 'This release was made before there was such a file. Build it again to have it.')
  return new HttpFailure(
    404,
    `The correspondence is not offered as CMIF: such a file must name its publisher and its licence, and the configuration lacks ${missing.join(' and ')}. Set that and build again.`,
  )
}
