/** `/changes`: what came, changed and went, for whoever keeps a copy in step. */
import { type Request, type Response, Router } from 'express'
import { changesEntry, changesOn, changesPage, isFinal } from '../crosswalk/activity-streams.ts'
import { notFound } from './failure.ts'
import { FOREVER } from './freshness.ts'
import { generationOf } from './generations.ts'
import { negotiate } from './negotiate.ts'
import { represent, send } from './send.ts'
import { addressOf } from './site.ts'

const ACTIVITY = { mediaType: 'application/activity+json' }
const JSON_LD = {
  mediaType: 'application/ld+json',
  aliases: ['application/json', 'application/json+ld', 'text/json'],
}

/** The JSON under the media type that is asked for; every client gets it, whatever it names. */
async function answer(req: Request, res: Response, content: object, modified: string): Promise<void> {
  const { mediaType } = negotiate(req.headers.accept, [ACTIVITY, JSON_LD]) ?? ACTIVITY
  res.vary('Accept')
  await send(req, res, represent(mediaType, JSON.stringify(content)), modified)
}

export function changes(): Router {
  const router = Router({ strict: true, caseSensitive: true })
  router.get('/changes', async (req, res) => {
    const { iris, manifest } = generationOf(res).release
    const { total, last } = manifest.changes ?? { total: 0, last: manifest.published }
    await answer(req, res, changesEntry(iris, manifest.collection.dataset.title, total), last)
  })
  router.get('/changes/', (req, res) => res.redirect(301, `${addressOf(req)}/changes`))
  router.get('/changes/:page', async (req, res) => {
    const { iris, manifest, history } = generationOf(res).release
    const { page } = req.params
    const total = manifest.changes?.total ?? 0
    const number = /^[1-9]\d{0,8}$/.test(page) ? Number(page) : 0
    const stretch = changesOn(number, total)
    if (stretch === undefined) throw notFound()
    const activities = await history.changes(stretch)
    if (isFinal(number, total)) res.set('Cache-Control', FOREVER)
    await answer(req, res, changesPage(iris, number, total, activities), activities.at(-1)?.time ?? manifest.published)
  })
  return router
}
