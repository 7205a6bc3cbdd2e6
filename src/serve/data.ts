/** Graphs, vocabularies, shapes and the description of the dataset: RDF by negotiation and by ending, some with a page. */
import { type Request, type Response, Router } from 'express'
import { datasetPage } from '../pages/dataset.tsx'
import { notFound } from './failure.ts'
import { alternates, chooseForm, HTML } from './forms.ts'
import { generationOf } from './generations.ts'
import { linkHeader } from './links.ts'
import { ALL_FORMS, type DataForm, isRdf, RDF_FORMS, rdfRepresentation } from './rdf.ts'
import type { Resource } from './resource.ts'
import { represent, send } from './send.ts'
import type { Services } from './services.ts'
import { datasetLanding, linksOf, sendLinks } from './signposting.ts'
import { absoluteOf, addressOf, siteOf } from './site.ts'
import { vocabularyAt } from './vocabulary.ts'

const FORMS = new Map<string, DataForm>(ALL_FORMS.map((form) => [form.extension, form]))

const description: Resource['quads'] = (release) => release.graph(release.iris.graph('release'))

/** What stands at a path without its ending, or undefined. */
function resourceAt(path: string, services: Services): Resource | undefined {
  const [, first, ...rest] = path.split('/')
  if (path === '/.well-known/void') return { quads: description }
  if (path === '/dataset')
    return {
      quads: description,
      page: (view) => datasetPage({ ...view, iri: `${view.site.iris.base}/dataset` }),
      landing: datasetLanding,
    }
  if (first === 'graph' && rest.length > 0)
    return { quads: (release) => release.graph(release.iris.graph(rest.join('/'))) }
  return vocabularyAt(path, services)
}

/** A path with one of our endings, apart. */
function split(path: string): { readonly path: string; readonly form?: DataForm } {
  const dot = path.lastIndexOf('.')
  const form = FORMS.get(path.slice(dot + 1))
  return form === undefined ? { path } : { path: path.slice(0, dot), form }
}

export function data(services: Services): Router {
  const router = Router({ strict: true, caseSensitive: true })
  router.get('/linkset/*path', async (req, res, next) => {
    const resource = vocabularyAt(`/${req.params.path.join('/')}`, services)
    const { release } = generationOf(res)
    const landing = await resource?.landing?.(release, absoluteOf(req, res))
    if (landing === undefined || !(await resource?.quads(release))?.length) return next()
    await sendLinks(req, res, landing)
  })
  router.get('/*path', async (req, res, next) => {
    const { path, form } = split(`/${req.params.path.join('/')}`)
    const resource = resourceAt(path, services)
    if (resource === undefined) return next()
    await answer(services, req, res, { path, form, resource })
  })
  return router
}

interface Wanted {
  readonly path: string
  readonly form: DataForm | undefined
  readonly resource: Resource
}

async function answer(services: Services, req: Request, res: Response, { path, form, resource }: Wanted) {
  const { release, representations } = generationOf(res)
  const address = addressOf(req) + encodeURI(path)
  const forms: readonly DataForm[] = resource.page === undefined ? RDF_FORMS : ALL_FORMS
  if (form === undefined) res.vary('Accept')
  const chosen = form ?? chooseForm(req.headers.accept, forms, address)
  const { page } = resource
  const key = `${path} ${chosen.extension} ${isRdf(chosen) ? '' : req.baseUrl}`
  const representation = await representations.get(key, async () => {
    const quads = await resource.quads(release)
    if (quads === undefined || quads.length === 0) return undefined
    if (isRdf(chosen)) return rdfRepresentation(quads, chosen)
    if (page === undefined) return undefined
    const site = siteOf(services, req, res)
    const others = RDF_FORMS.map(({ extension, mediaType, label }) => ({
      href: `${site.root}${encodeURI(path)}.${extension}`,
      mediaType,
      label,
    }))
    return represent(HTML.mediaType, await page({ site, release, quads, alternates: others }))
  })
  if (representation === undefined) throw notFound()
  if (form === undefined) res.set('Content-Location', `${address}.${chosen.extension}`)
  const links = await resource.landing?.(release, absoluteOf(req, res))
  res.set(
    'Link',
    links === undefined
      ? alternates(forms, address)
      : linkHeader(linksOf(links, { ...chosen, role: isRdf(chosen) ? 'metadata' : 'page' })),
  )
  await send(req, res, representation, release.manifest.published)
}
