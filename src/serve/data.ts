/** Graphs, vocabularies, shapes and the description of the dataset: RDF by negotiation and by ending, some with a page. */
import type { Quad } from '@rdfjs/types'
import { type Request, type Response, Router } from 'express'
import { datasetPage } from '../pages/dataset.tsx'
import type { Alternate, Site } from '../pages/page.ts'
import { vocabularyPage } from '../pages/vocabulary.tsx'
import type { Release } from '../release/read.ts'
import { notFound } from './failure.ts'
import { alternates, chooseForm, HTML } from './forms.ts'
import { generationOf } from './generations.ts'
import { linkHeader } from './links.ts'
import { ALL_FORMS, type DataForm, isRdf, RDF_FORMS, rdfRepresentation } from './rdf.ts'
import { represent, send } from './send.ts'
import type { Services } from './services.ts'
import { datasetLanding, type Landing, linksOf } from './signposting.ts'
import { absoluteOf, addressOf, siteOf } from './site.ts'

const NAMESPACE = 'https://w3id.org/diplomacy/'
const FORMS = new Map<string, DataForm>(ALL_FORMS.map((form) => [form.extension, form]))

interface View {
  readonly site: Site
  readonly quads: readonly Quad[]
  readonly alternates: readonly Alternate[]
}

/** What stands at an address: quads, and a page of them where there is one. */
interface Resource {
  quads(release: Release): Promise<readonly Quad[] | undefined>
  page?(view: View): string
  /** What signposts say of it. */
  landing?(release: Release, root: string): Landing
}

const vocabulary = (title: string) => (view: View) => vocabularyPage({ ...view, title })
/** The terms of the vocabularies that begin with an IRI. */
const terms =
  (begins: (iri: string) => boolean): Resource['quads'] =>
  async (release) =>
    (await release.graph(release.iris.graph('vocabulary')))?.filter(({ subject }) => begins(subject.value))
const description: Resource['quads'] = (release) => release.graph(release.iris.graph('release'))

/** What stands at a path without its ending, or undefined. */
function resourceAt(path: string, { shapes }: Services): Resource | undefined {
  const [, first, ...rest] = path.split('/')
  if (path === '/ontology')
    return { quads: terms((iri) => iri.startsWith(`${NAMESPACE}ontology`)), page: vocabulary('Ontology') }
  if (path === '/shapes') return { quads: async () => shapes, page: vocabulary('Shapes') }
  if (path === '/.well-known/void') return { quads: description }
  if (path === '/dataset')
    return {
      quads: description,
      page: (view) => datasetPage({ ...view, iri: `${view.site.iris.base}/dataset` }),
      landing: datasetLanding,
    }
  if (first === 'graph' && rest.length > 0)
    return { quads: (release) => release.graph(release.iris.graph(rest.join('/'))) }
  if (first === 'vocab' && rest.length > 0 && rest.length <= 2) {
    const iri = NAMESPACE + path.slice(1)
    const title = (rest.at(-1) ?? '').replaceAll('-', ' ')
    return { quads: terms((term) => term === iri || term.startsWith(`${iri}/`)), page: vocabulary(title) }
  }
  return undefined
}

/** A path with one of our endings, apart. */
function split(path: string): { readonly path: string; readonly form?: DataForm } {
  const dot = path.lastIndexOf('.')
  const form = FORMS.get(path.slice(dot + 1))
  return form === undefined ? { path } : { path: path.slice(0, dot), form }
}

export function data(services: Services): Router {
  const router = Router({ strict: true, caseSensitive: true })
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
    return represent(HTML.mediaType, page({ site, quads, alternates: others }))
  })
  if (representation === undefined) throw notFound()
  if (form === undefined) res.set('Content-Location', `${address}.${chosen.extension}`)
  const links = resource.landing?.(release, absoluteOf(req, res))
  res.set(
    'Link',
    links === undefined
      ? alternates(forms, address)
      : linkHeader(linksOf(links, { ...chosen, role: isRdf(chosen) ? 'metadata' : 'page' })),
  )
  await send(req, res, representation, release.manifest.published)
}
