/** The RDF formats: one table that drives Accept, file endings, the names of dumps and `--format`. */

export const FORMAT_KEYS = ['turtle', 'trig', 'ntriples', 'nquads', 'jsonld', 'rdfxml'] as const

export type FormatKey = (typeof FORMAT_KEYS)[number]

export interface RdfFormat {
  readonly key: FormatKey
  /** For people: `Turtle`. */
  readonly label: string
  /** The registered media type; what is sent. */
  readonly mediaType: string
  /** Other media types by which clients ask for it or send it. */
  readonly aliases: readonly string[]
  /** Ending of files and addresses, without a dot. */
  readonly extension: string
  /** Whether it can name the graph of a statement; else the statements of all graphs are merged. */
  readonly graphs: boolean
}

/** The formats, the simplest to use first: the order of lists for people and of what a server offers. */
export const FORMATS: Readonly<Record<FormatKey, RdfFormat>> = {
  turtle: {
    key: 'turtle',
    label: 'Turtle',
    mediaType: 'text/turtle',
    aliases: ['application/x-turtle', 'application/turtle', 'text/n3', 'text/rdf+n3'],
    extension: 'ttl',
    graphs: false,
  },
  jsonld: {
    key: 'jsonld',
    label: 'JSON-LD',
    mediaType: 'application/ld+json',
    aliases: ['application/json', 'application/json+ld', 'text/json'],
    extension: 'jsonld',
    graphs: true,
  },
  rdfxml: {
    key: 'rdfxml',
    label: 'RDF/XML',
    mediaType: 'application/rdf+xml',
    aliases: ['application/xml', 'text/xml', 'application/rdf'],
    extension: 'rdf',
    graphs: false,
  },
  ntriples: {
    key: 'ntriples',
    label: 'N-Triples',
    mediaType: 'application/n-triples',
    aliases: ['text/plain', 'text/ntriples', 'text/rdf+nt', 'application/ntriples'],
    extension: 'nt',
    graphs: false,
  },
  nquads: {
    key: 'nquads',
    label: 'N-Quads',
    mediaType: 'application/n-quads',
    aliases: ['text/x-nquads', 'text/nquads', 'application/nquads'],
    extension: 'nq',
    graphs: true,
  },
  trig: {
    key: 'trig',
    label: 'TriG',
    mediaType: 'application/trig',
    aliases: ['application/x-trig', 'text/trig'],
    extension: 'trig',
    graphs: true,
  },
}

const all = Object.values(FORMATS)

/** The format of a media type (parameters and case do not matter), or undefined. */
export function formatByMediaType(mediaType: string): RdfFormat | undefined {
  const bare = (mediaType.split(';', 1)[0] ?? '').trim().toLowerCase()
  return all.find((format) => format.mediaType === bare) ?? all.find((format) => format.aliases.includes(bare))
}

/** The format of a file name or address, by its ending (`.gz` may follow), or undefined. */
export function formatByName(name: string): RdfFormat | undefined {
  const ending = /\.([a-z]+)(?:\.gz)?$/i.exec(name)?.[1]?.toLowerCase()
  return all.find((format) => format.extension === ending)
}
