/** What the service says of itself, suggests and gives for a thing: the Reconciliation Service API 0.2. */
import type { Quad } from '@rdfjs/types'
import { labelOf } from '../rdf/labels.ts'
import { type Candidate, type Collection, describing, match } from './match.ts'
import { isMatched, MATCHED, type MatchedKind, PROPERTIES, typeOf, valuesOf } from './things.ts'

const KINDS = Object.keys(MATCHED) as MatchedKind[]

/** Size of the frame in which a preview is shown, in pixels. */
export const PREVIEW = { width: 430, height: 220 }

/** The manifest, section 3. @param root of the addresses in use; IRIs are the base's */
export function manifestOf({ iris }: Pick<Collection, 'iris'>, title: string | undefined, root: string): object {
  const service = (path: string) => ({ service_url: root, service_path: `/reconcile/suggest/${path}` })
  return {
    versions: ['0.1', '0.2'],
    name: title ?? 'Collection',
    identifierSpace: `${iris.base}/id/`,
    schemaSpace: 'https://w3id.org/diplomacy/ontology#',
    defaultTypes: KINDS.map(typeOf),
    view: { url: `${root}/{{id}}` },
    preview: { url: `${root}/reconcile/preview?id={{id}}`, ...PREVIEW },
    suggest: {
      entity: { ...service('entity'), flyout_service_url: root, flyout_service_path: `/reconcile/flyout?id=$\{id}` },
      type: service('type'),
      property: service('property'),
    },
    extend: {
      propose_properties: { service_url: root, service_path: '/reconcile/properties' },
      property_settings: [],
    },
  }
}

interface Suggestion {
  readonly id: string
  readonly name: string
  readonly description?: string
}

/** Things whose names begin so, section 5. */
export async function suggestEntities(prefix: string, collection: Collection): Promise<Suggestion[]> {
  const words = prefix.replace(/["*]/g, ' ').trim()
  const { seek } = collection
  const beginning: Collection = { ...collection, seek: (_, most) => seek(`${words}*`, most, false) }
  const candidates = await match({ query: words, types: [], limit: 20, properties: [] }, beginning, 0)
  return candidates.map(({ id, name, description }: Candidate) => ({ id, name, ...(description && { description }) }))
}

const has = (name: string, prefix: string): boolean => name.toLowerCase().includes(prefix.toLowerCase())

export const suggestTypes = (prefix: string): Suggestion[] => KINDS.map(typeOf).filter(({ name }) => has(name, prefix))

export const suggestProperties = (prefix: string): Suggestion[] =>
  PROPERTIES.filter(({ name }) => has(name, prefix)).map(({ id, name }) => ({ id, name }))

/** Properties that things of a type have, section 7.1. */
export function proposedProperties(type: string, limit: number): object {
  const properties = PROPERTIES.filter(({ kinds }) => kinds.some((kind) => kind === type))
  return { type, limit, properties: properties.slice(0, limit).map(({ id, name }) => ({ id, name })) }
}

/** Values of properties of things, section 7.2: a thing that is not known has none. */
export async function extend(
  ids: readonly string[],
  properties: readonly string[],
  collection: Collection,
): Promise<object> {
  const wanted = properties.flatMap((id) => PROPERTIES.find((property) => property.id === id) ?? [])
  const rows = await Promise.all(
    ids.map(async (id) => {
      const { iri, quads } = await described(id, collection)
      const cells = wanted.map((property) => [
        property.id,
        valuesOf(property, iri, quads).map((value) => cellOf(value, quads, collection)),
      ])
      return [id, Object.fromEntries(cells)]
    }),
  )
  return { meta: wanted.map(({ id, name }) => ({ id, name })), rows: Object.fromEntries(rows) }
}

async function described(id: string, { iris, describe }: Collection) {
  const iri = `${iris.base}/id/${id}`
  return { iri, quads: iris.parse(iri) === undefined ? [] : ((await describe(iri)) ?? []) }
}

/** A thing of ours is one that can be matched again; all else is text. */
function cellOf(value: Quad['object'], quads: readonly Quad[], { iris }: Collection) {
  const { kind, slug } = value.termType === 'NamedNode' ? (iris.parse(value.value) ?? {}) : {}
  if (kind === undefined) return { str: value.value }
  const name = labelOf(quads.filter(({ subject }) => subject.value === value.value)) ?? String(slug)
  return { id: `${kind}/${slug}`, name }
}

/** What a preview shows of a thing: its name, its other names, and what it is; undefined for what is not known. */
export async function preview(id: string, collection: Collection) {
  const { iri, quads } = await described(id, collection)
  const { kind = '' } = collection.iris.parse(iri) ?? {}
  const [names] = PROPERTIES
  if (!isMatched(kind) || quads.length === 0 || names === undefined) return undefined
  const name = labelOf(quads.filter(({ subject }) => subject.value === iri)) ?? id
  const others = valuesOf(names, iri, quads).flatMap(({ value }) => (value === name ? [] : [value]))
  return { iri, id, name, others, description: describing(kind, iri, quads) }
}
