/** Graphs, vocabularies, shapes and the description of the dataset: RDF by negotiation, some of it with a page. */
import type { Quad } from '@rdfjs/types'
import { type Request, type Response, Router } from 'express'
import { vocabularyPage } from '../pages/vocabulary.tsx'
import type { Release } from '../release/read.ts'
import { notFound } from './failure.ts'
import { generationOf } from './generations.ts'
import { ALL_FORMS, chooseForm, DATA_FORMS, type Form, HTML, isHtml, RDF_FORMS, rdfRepresentation } from './rdf.ts'
import { represent, send } from './send.ts'
import type { Services } from './services.ts'
import { addressOf, siteOf } from './site.ts'

const NAMESPACE = 'https://w3id.org/diplomacy/'
const FORMS = new Map(ALL_FORMS.map((form) => [form.extension, form]))

/** What stands at an address: quads, and a title where there is a page of them. */
interface Resource {
  readonly title?: string
  quads(release: Release): Promise<readonly Quad[] | undefined>
}

export function data(services: Services): Router {
  const router = Router({ strict: true })

  const answer = async (
    req: Request,
    res: Response,
    path: string,
    { title, quads }: Resource,
    { forms = ALL_FORMS, form }: { readonly forms?: readonly Form[]; readonly form?: Form | undefined } = {},
  ) => {
    const { release, representations } = generationOf(res)
    const page = addressOf(req) + path
    const offered = title === undefined ? forms.filter((offer) => !isHtml(offer)) : forms
    if (form === undefined) res.vary('Accept')
    const chosen = form ?? chooseForm(req.headers.accept, offered, page)
    const key = `${path} ${chosen.extension} ${isHtml(chosen) ? req.baseUrl : ''}`
    const representation = await representations.get(key, async () => {
      const found = await quads(release)
      if (found === undefined || found.length === 0) return undefined
      if (!isHtml(chosen)) return rdfRepresentation(found, chosen)
      const site = siteOf(services, req, res)
      const alternates = RDF_FORMS.map(({ extension, mediaType, label }) => ({
        href: `${site.root}${path}.${extension}`,
        mediaType,
        label,
      }))
      return represent(HTML.mediaType, vocabularyPage({ site, title: title ?? '', quads: found, alternates }))
    })
    if (representation === undefined) throw notFound()
    await send(req, res, representation, release.manifest.published)
  }

  /** An address and its fixed forms. */
  const serve = (path: string, resource: Resource) => {
    router.get(path, (req, res) => answer(req, res, path, resource))
    router.get(`${path}.:ending`, (req, res) => {
      const form = FORMS.get(req.params['ending'] as Form['extension'])
      if (form === undefined || (isHtml(form) && resource.title === undefined)) throw notFound()
      return answer(req, res, path, resource, { form })
    })
  }

  const vocabulary = (release: Release) => release.graph(release.iris.graph('vocabulary'))
  const about =
    (iri: string): Resource['quads'] =>
    async (release) =>
      (await vocabulary(release))?.filter(({ subject }) => subject.value === iri || subject.value.startsWith(`${iri}/`))

  serve('/ontology', {
    title: 'Ontology',
    quads: async (release) =>
      (await vocabulary(release))?.filter(({ subject }) => subject.value.startsWith(`${NAMESPACE}ontology`)),
  })
  serve('/shapes', { title: 'Shapes', quads: async () => services.shapes })
  serve('/dataset', { title: 'Dataset', quads: (release) => release.graph(release.iris.graph('release')) })

  router.get('/.well-known/void', (req, res) =>
    answer(
      req,
      res,
      '/dataset',
      { quads: (release) => release.graph(release.iris.graph('release')) },
      { forms: DATA_FORMS },
    ),
  )
  router.get('/vocab/:scheme', (req, res) => {
    const { scheme } = req.params
    return answer(req, res, `/vocab/${scheme}`, {
      title: scheme.replaceAll('-', ' '),
      quads: about(`${NAMESPACE}vocab/${scheme}`),
    })
  })
  router.get('/vocab/:scheme/:concept', (req, res) => {
    const { scheme, concept } = req.params
    return answer(req, res, `/vocab/${scheme}/${concept}`, {
      title: concept.replaceAll('-', ' '),
      quads: about(`${NAMESPACE}vocab/${scheme}/${concept}`),
    })
  })
  router.get('/graph/*name', (req, res) => {
    const name = req.params.name.join('/')
    return answer(req, res, `/graph/${name}`, { quads: (release) => release.graph(release.iris.graph(name)) })
  })
  return router
}
