/**
 * FAIR Signposting: a page says which IRI to cite, where its data are and what it is; the data say which page they
 * describe. Level 1 in the header `Link`, level 2 as a link set of its own.
 */
import { type Request, type Response, Router } from 'express'
import { SCHEMA_TYPES } from '../crosswalk/schema-things.ts'
import { KINDS, type Kind } from '../iris.ts'
import type { Release } from '../release/read.ts'
import { notFound } from './failure.ts'
import { type Form, HTML } from './forms.ts'
import { generationOf } from './generations.ts'
import { LINKSET, type Link, type LinkContext, linkset } from './links.ts'
import { RDF_FORMS } from './rdf.ts'
import { send } from './send.ts'
import { absoluteOf } from './site.ts'
import { formsOf } from './thing-forms.ts'

/** A form of a page: the page itself, what describes it, or the content that it is about. */
export interface SignedForm extends Form {
  readonly role: 'page' | 'metadata' | 'content'
}

/** The forms of a page whose data are RDF. */
export const DATA_ROLES: readonly SignedForm[] = [
  { ...HTML, role: 'page' },
  ...RDF_FORMS.map((format): SignedForm => ({ ...format, role: 'metadata' })),
]

/** A page with its data. */
export interface Landing {
  /** IRI of what it is about. */
  readonly iri: string
  /** Absolute address of the page, without an ending. */
  readonly page: string
  /** Absolute address of its link set. */
  readonly linkset: string
  /** Name of its class in schema.org. */
  readonly type: string
  readonly forms: readonly SignedForm[]
  readonly license?: string
  /** Page of the dataset that it belongs to. */
  readonly collection?: string | undefined
  /** The content itself, where the page is about files. */
  readonly items?: readonly { readonly href: string; readonly type: string }[]
}

/** The page of a thing. @param root absolute address of the front page, without a slash at the end */
export function landingOf(
  release: Release,
  { kind, slug, forms }: { readonly kind: Kind; readonly slug: string; readonly forms: readonly SignedForm[] },
  root: string,
): Landing {
  const { license } = release.manifest.collection.dataset
  const path = `${kind}/${encodeURI(slug)}`
  return {
    iri: release.iris.thing(kind, slug),
    page: `${root}/${path}`,
    linkset: `${root}/linkset/${path}`,
    type: SCHEMA_TYPES[kind] ?? 'Thing',
    forms,
    collection: `${root}/dataset`,
    ...(license !== undefined && { license }),
  }
}

/** The page of the dataset, whose content are its dumps. */
export function datasetLanding(release: Release, root: string): Landing {
  const { license } = release.manifest.collection.dataset
  const items = release.manifest.files
    .filter(({ path }) => path.startsWith('dumps/all.'))
    .map(({ path, mediaType }) => ({ href: `${root}/${path}`, type: mediaType }))
  return {
    iri: `${release.iris.base}/dataset`,
    page: `${root}/dataset`,
    linkset: `${root}/linkset/dataset`,
    type: 'Dataset',
    forms: DATA_ROLES,
    items,
    ...(license !== undefined && { license }),
  }
}

/** The page of the ontology, a term, a concept scheme, a concept, or the shapes. @param path of it, below the front page */
export function vocabularyLanding(
  { path, ...said }: Pick<Landing, 'iri' | 'type' | 'license'> & { readonly path: string },
  root: string,
): Landing {
  return {
    ...said,
    page: `${root}/${path}`,
    linkset: `${root}/linkset/${path}`,
    forms: DATA_ROLES,
    collection: `${root}/dataset`,
  }
}

const addressIn = (page: string, { extension }: Form) => `${page}.${extension}`

/** What every form of a page says. */
function commonLinks({ page, linkset, forms, license, collection }: Landing): Link[] {
  return [
    ...forms.map((form) => ({ rel: 'alternate', href: addressIn(page, form), type: form.mediaType })),
    { rel: 'linkset', href: linkset, type: LINKSET },
    ...(license === undefined ? [] : [{ rel: 'license', href: license }]),
    ...(collection === undefined ? [] : [{ rel: 'collection', href: collection, type: 'text/html' }]),
  ]
}

/** The links of a page, of its data, or of its content. */
export function linksOf(landing: Landing, form: SignedForm): Link[] {
  const { iri, page, type, forms, items = [] } = landing
  const back = (rel: string): Link => ({ rel, href: page, type: 'text/html' })
  if (form.role === 'content') return [...commonLinks({ ...landing, collection: undefined }), back('collection')]
  if (form.role === 'metadata') return [...commonLinks(landing), back('describes')]
  const to = (role: SignedForm['role'], rel: string) =>
    forms
      .filter((other) => other.role === role)
      .map((other) => ({ rel, href: addressIn(page, other), type: other.mediaType }))
  return [
    ...commonLinks(landing),
    { rel: 'cite-as', href: encodeURI(iri) },
    ...to('metadata', 'describedby'),
    ...to('content', 'item'),
    { rel: 'type', href: 'https://schema.org/AboutPage' },
    { rel: 'type', href: `https://schema.org/${type}` },
    ...items.map((item) => ({ rel: 'item', ...item })),
  ]
}

/** A page, its data and its content, each with its links. */
function contextsOf(landing: Landing): LinkContext[] {
  const { page, forms, items = [] } = landing
  return [
    ...forms.map((form) => ({
      anchor: form.role === 'page' ? page : addressIn(page, form),
      links: linksOf(landing, form).filter(({ rel }) => rel !== 'linkset'),
    })),
    ...items.map(({ href }) => ({ anchor: href, links: [{ rel: 'collection', href: page, type: 'text/html' }] })),
  ]
}

/** Sends the link set of a page. */
export const sendLinks = (req: Request, res: Response, landing: Landing): Promise<void> =>
  send(req, res, linkset(contextsOf(landing)), generationOf(res).release.manifest.published)

/** `/linkset/…`: the link set of each page of a thing, and of the dataset. */
export function signposting(): Router {
  const router = Router({ strict: true, caseSensitive: true })
  router.get('/linkset/dataset', (req, res) =>
    sendLinks(req, res, datasetLanding(generationOf(res).release, absoluteOf(req, res))),
  )
  router.get('/linkset/:kind/:slug', async (req, res, next) => {
    const { release } = generationOf(res)
    const { slug } = req.params
    const kind = KINDS.find((name) => name === req.params.kind)
    if (kind === undefined) return next()
    const iri = release.iris.thing(kind, slug)
    const { standing } = await release.standing(iri)
    if (standing !== 'published' && standing !== 'stale') throw notFound()
    await sendLinks(
      req,
      res,
      landingOf(release, { kind, slug, forms: await formsOf(release, kind, iri) }, absoluteOf(req, res)),
    )
  })
  return router
}
