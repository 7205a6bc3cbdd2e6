/** Every IRI that Dragoman mints, in one place: things, their documents on the web, graphs, fragments and slugs. */
import { createHash } from 'node:crypto'
import { foldWords } from './letters.ts'

export const KINDS = [
  'document',
  'person',
  'body',
  'state',
  'position',
  'place',
  'event',
  'unit',
  'subject',
  'collection',
  'source',
  'rule',
] as const

export type Kind = (typeof KINDS)[number]

export interface ThingAddress {
  readonly kind: Kind
  readonly slug: string
  /** Without `#`; absent for the thing itself. */
  readonly fragment?: string
}

/** Mints and reads the IRIs of one base. */
export interface Iris {
  /** Without a slash at the end. */
  readonly base: string
  /** `B/id/{kind}/{slug}`: the thing. */
  thing(kind: Kind, slug: string): string
  /** `B/{kind}/{slug}`: the document on the web about the thing. */
  page(kind: Kind, slug: string): string
  /** `B/graph/{name}`. */
  graph(name: string): string
  /** `{iri}#{fragment}`. */
  part(iri: string, fragment: string): string
  /** What `B/id/…` names, or undefined for any other IRI. */
  parse(iri: string): ThingAddress | undefined
}

/** Makes the mint for a base IRI (http or https, with or without a slash at the end). */
export function createIris(base: string): Iris {
  const root = base.replace(/\/+$/, '')
  const things = `${root}/id/`
  return {
    base: root,
    thing: (kind, slug) => `${things}${kind}/${slug}`,
    page: (kind, slug) => `${root}/${kind}/${slug}`,
    graph: (name) => `${root}/graph/${name}`,
    part: (iri, fragment) => `${iri}#${fragment}`,
    parse: (iri) => {
      if (!iri.startsWith(things)) return undefined
      const [path = '', fragment] = iri.slice(things.length).split('#', 2)
      const slash = path.indexOf('/')
      const kind = path.slice(0, slash) as Kind
      const slug = path.slice(slash + 1)
      if (slash < 1 || slug === '' || !KINDS.includes(kind)) return undefined
      return fragment === undefined ? { kind, slug } : { kind, slug, fragment }
    },
  }
}

/** The thing that a node is a part of, or itself: an IRI or address without what is behind `#`. */
export function withoutFragment(iri: string): string {
  const hash = iri.indexOf('#')
  return hash === -1 ? iri : iri.slice(0, hash)
}

const SLUG_LENGTH = 60

/**
 * The slug of a text: NFKD, marks and apostrophes dropped, lower case, all else to single hyphens, cut at 60
 * characters at a hyphen. Letters of other scripts stay (percent-encoded by `encodeURI` where an address needs it);
 * a text without letter or digit gives an empty string.
 */
export function slugify(text: string): string {
  const slug = foldWords(text).replaceAll(' ', '-')
  if (slug.length <= SLUG_LENGTH) return slug
  const cut = slug.lastIndexOf('-', SLUG_LENGTH)
  return slug.slice(0, cut > 0 ? cut : SLUG_LENGTH)
}

/** The date part of a slug: `19570515`, `195705`, `1957`, or `undated`. */
export function dateSlug(edtf: string | undefined): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(edtf ?? '') ?? []
  return year === undefined ? 'undated' : year + (month ?? '') + (day ?? '')
}

/** Hex SHA-256 of a string (UTF-8) or of bytes. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/** The first `length` hex digits of the SHA-256 of a key. */
export const shortHash = (key: string, length = 8): string => sha256(key).slice(0, length)
