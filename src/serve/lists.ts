/** The front page, and the A–Z lists of each kind. */
import { Router } from 'express'
import { KINDS } from '../iris.ts'
import { frontPage } from '../pages/front.tsx'
import { listPage } from '../pages/list.tsx'
import { catalogueLink } from './catalogue.ts'
import { notFound } from './failure.ts'
import { chooseForm, HTML } from './forms.ts'
import { generationOf } from './generations.ts'
import { linkHeader } from './links.ts'
import { represent, send } from './send.ts'
import type { Services } from './services.ts'
import { addressOf, siteOf } from './site.ts'
import { pageNumber } from './things.ts'

/** Rows of one page. */
const ROWS = 100

export function lists(services: Services): Router {
  const router = Router({ strict: true, caseSensitive: true })

  router.get('/', async (req, res) => {
    chooseForm(req.headers.accept, [HTML], addressOf(req))
    const { manifest, iris } = generationOf(res).release
    res.set('Link', linkHeader([catalogueLink(iris.base), { rel: 'describedby', href: `${iris.base}/dataset` }]))
    const counts = KINDS.map((kind) => ({ kind, count: manifest.counts.things[kind] ?? 0 }))
    const site = siteOf(services, req, res)
    const page = frontPage({ site, counts, triples: manifest.counts.triples, questions: services.questions })
    await send(req, res.vary('Accept'), represent(HTML.mediaType, page), manifest.published)
  })

  for (const kind of KINDS) {
    router.get(`/${kind}`, (req, res) => res.redirect(301, `${addressOf(req)}/${kind}/`))
    router.get(`/${kind}/`, async (req, res) => {
      chooseForm(req.headers.accept, [HTML], addressOf(req))
      const { release } = generationOf(res)
      const page = pageNumber(req)
      const { total, rows, letters } = await release.list(kind, { offset: (page - 1) * ROWS, limit: ROWS })
      const pages = Math.max(1, Math.ceil(total / ROWS))
      if (page > pages) throw notFound()
      const html = listPage({
        site: siteOf(services, req, res),
        kind,
        rows,
        total,
        page,
        pages,
        letters: letters.map(({ letter, offset }) => ({ letter, page: Math.floor(offset / ROWS) + 1 })),
      })
      await send(req, res.vary('Accept'), represent(HTML.mediaType, html), release.manifest.published)
    })
  }
  return router
}
