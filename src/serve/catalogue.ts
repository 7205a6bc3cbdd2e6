/**
 * `/.well-known/api-catalog` (RFC 9727, as FAIRiCat has it): every way for programs to take the collection, each with
 * what documents it and what it says of itself.
 */
import { Router } from 'express'
import type { Manifest } from '../release/manifest.ts'
import { SITEMAP_INDEX } from '../release/sitemap.ts'
import { generationOf } from './generations.ts'
import { LINKSET, type Link, type LinkContext, linkHeader, linkset } from './links.ts'
import { RDF_FORMS } from './rdf.ts'
import { send } from './send.ts'

const PATH = '/.well-known/api-catalog'
const PROFILES = ['https://signposting.org/FAIRiCat/', 'https://www.rfc-editor.org/info/rfc9727']

/** One way to take the data: what stands at the address, what documents it, and what describes this one. */
interface Interface {
  readonly path: string
  readonly type: string
  readonly title: string
  /** Specification. */
  readonly documentation: string
  /** Path and media type of what it says of itself. */
  readonly description: readonly [path: string, type: string]
  /** Whether a collection offers it; absent where each does. */
  isOffered?(manifest: Manifest): boolean
}

const INTERFACES: readonly Interface[] = [
  {
    path: '/sparql',
    type: 'application/sparql-results+json',
    title: 'SPARQL 1.1 endpoint',
    documentation: 'https://www.w3.org/TR/sparql11-protocol/',
    description: ['/sparql', 'text/turtle'],
  },
  {
    path: '/oai',
    type: 'text/xml',
    title: 'OAI-PMH 2.0',
    documentation: 'http://www.openarchives.org/OAI/openarchivesprotocol.html',
    description: ['/oai?verb=Identify', 'text/xml'],
    // The protocol wants a contact.
    isOffered: ({ collection }) => collection.dataset.adminEmail !== undefined,
  },
  {
    path: '/changes',
    type: 'application/activity+json',
    title: 'Changes as ActivityStreams 2.0',
    documentation: 'https://www.w3.org/TR/activitystreams-core/',
    description: ['/changes', 'application/activity+json'],
  },
  {
    path: `/${SITEMAP_INDEX}`,
    type: 'application/xml',
    title: 'Sitemap',
    documentation: 'https://www.sitemaps.org/protocol.html',
    description: ['/robots.txt', 'text/plain'],
  },
  {
    path: '/dumps/',
    type: 'text/html',
    title: 'Dumps in RDF',
    documentation: 'https://www.w3.org/TR/rdf11-concepts/',
    description: ['/dataset.ttl', 'text/turtle'],
  },
]

/** The link by which the front page leads to the catalogue. */
export const catalogueLink = (base: string): Link => ({
  rel: 'api-catalog',
  href: base + PATH,
  type: LINKSET,
  profile: PROFILES[0] as string,
})

function catalogueOf(base: string, manifest: Manifest): LinkContext[] {
  const offered = INTERFACES.filter(({ isOffered }) => isOffered === undefined || isOffered(manifest))
  return [
    {
      anchor: base + PATH,
      links: [
        ...offered.map(({ path, type, title }) => ({ rel: 'item', href: base + path, type, title })),
        ...RDF_FORMS.map(({ mediaType, extension }) => ({
          rel: 'describedby',
          href: `${base}/dataset.${extension}`,
          type: mediaType,
        })),
      ],
    },
    ...offered.map(({ path, title, documentation, description: [described, type] }) => ({
      anchor: base + path,
      links: [
        { rel: 'service-doc', href: documentation, type: 'text/html', title },
        { rel: 'service-meta', href: base + described, type },
      ],
    })),
  ]
}

export function catalogue(): Router {
  const router = Router({ strict: true, caseSensitive: true })
  router.get(PATH, async (req, res) => {
    const { iris, manifest } = generationOf(res).release
    res.set(
      'Link',
      linkHeader([catalogueLink(iris.base), ...PROFILES.map((profile) => ({ rel: 'profile', href: profile }))]),
    )
    await send(req, res, linkset(catalogueOf(iris.base, manifest)), manifest.published)
  })
  return router
}
