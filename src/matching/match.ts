/** Names of a table matched with the things of the collection: the candidates of a query, the best first. */
import type { Quad } from '@rdfjs/types'
import type { Iris } from '../iris.ts'
import { labelOf } from '../rdf/labels.ts'
import type { Found } from '../search/read.ts'
import { similarity } from './similar.ts'
import { isMatched, MATCHED, type MatchedKind, PROPERTIES, typeOf, valuesOf } from './things.ts'

/** What matching asks of a release. */
export interface Collection {
  readonly iris: Iris
  /** Things by their names: `isAny` if one of the words is enough. */
  seek(words: string, most: number, isAny: boolean): Promise<Found>
  describe(iri: string): Promise<readonly Quad[] | undefined>
}

/** A query of the Reconciliation Service API 0.2, section 4.1. */
export interface Query {
  readonly query: string
  /** Kinds; empty for any. */
  readonly types: readonly string[]
  readonly limit: number
  /** What the table knows beside the name: ids of properties with values. */
  readonly properties: readonly { readonly pid: string; readonly values: readonly string[] }[]
}

/** A candidate, section 4.2. */
export interface Candidate {
  /** `person/joseph-stalin`: what stands behind `B/id/`. */
  readonly id: string
  readonly name: string
  readonly description?: string
  readonly type: readonly { readonly id: string; readonly name: string }[]
  /** From 0 to 100. */
  readonly score: number
  /** It alone has this name. */
  readonly match: boolean
}

/** Things that are looked at for one query. */
const LOOKED_AT = 60
/** What a property that agrees adds, and one that does not takes, of the score. */
const PROPERTY_WEIGHT = 15
/** Below this, a candidate is of no use to anyone. */
const LEAST = 30

const NAMES = PROPERTIES[0]

/** The words of a name as the index takes them: nothing in it is a sign of the search language. */
const plain = (name: string): string => name.replace(/["*]/g, ' ').slice(0, 300)

/**
 * The candidates of a query, the best first; equal ones by their ids.
 * @param least score of a candidate
 */
export async function match(query: Query, collection: Collection, least = LEAST): Promise<Candidate[]> {
  const kinds = query.types.filter(isMatched)
  if (query.types.length > 0 && kinds.length === 0) return []
  const candidates = await Promise.all(
    (await found(query.query, collection)).map((iri) => candidateFor(iri, query, kinds, collection)),
  )
  const ranked = candidates
    .filter((candidate) => candidate !== undefined)
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
  const isSole = ranked[0] !== undefined && ranked[0].score === 100 && ranked[1]?.score !== 100
  return ranked.slice(0, query.limit).map((candidate, at) => ({ ...candidate, match: isSole && at === 0 }))
}

/** Things that have all the words, then those that have one of them. */
async function found(name: string, { seek }: Collection): Promise<string[]> {
  const words = plain(name)
  const iris = new Set<string>()
  for (const isAny of [false, true]) {
    const result = await seek(words, LOOKED_AT, isAny)
    if ('hits' in result) for (const { iri } of result.hits) iris.add(iri)
  }
  return [...iris].slice(0, LOOKED_AT)
}

async function candidateFor(
  iri: string,
  { query, properties }: Query,
  kinds: readonly MatchedKind[],
  { iris, describe }: Collection,
): Promise<Omit<Candidate, 'match'> | undefined> {
  const { kind = '', slug } = iris.parse(iri) ?? {}
  if (!isMatched(kind) || (kinds.length > 0 && !kinds.includes(kind))) return undefined
  const quads = await describe(iri)
  if (quads === undefined || NAMES === undefined) return undefined
  const label = labelOf(quads.filter(({ subject }) => subject.value === iri)) ?? String(slug)
  const names = [label, ...valuesOf(NAMES, iri, quads).map(({ value }) => value)]
  const alike = Math.max(...names.map((name) => similarity(query, name)))
  const told = properties.map(({ pid, values }) => agrees(pid, values, iri, quads))
  const adjusted = told.reduce((score, agreed) => score + (agreed ? PROPERTY_WEIGHT : -PROPERTY_WEIGHT), alike)
  const score = told.length === 0 ? alike : Math.max(0, Math.min(told.includes(false) ? 99 : 100, adjusted))
  const description = describing(kind, iri, quads)
  return { id: `${kind}/${slug}`, name: label, ...(description !== '' && { description }), type: [typeOf(kind)], score }
}

/** Whether a thing has one of the values: an IRI, the label of one, a year of a date. */
function agrees(pid: string, values: readonly string[], iri: string, quads: readonly Quad[]): boolean {
  const property = PROPERTIES.find(({ id }) => id === pid)
  if (property === undefined) return false
  const own = valuesOf(property, iri, quads).flatMap(({ value }) => [value, labelIn(value, quads) ?? value])
  return values.some((value) => own.some((mine) => similarity(value, mine) >= 95 || mine.startsWith(`${value}-`)))
}

const labelIn = (iri: string, quads: readonly Quad[]): string | undefined =>
  labelOf(quads.filter(({ subject }) => subject.value === iri))

/** A few words that tell things of one name apart: years, office, archive. */
export function describing(kind: MatchedKind, iri: string, quads: readonly Quad[]): string {
  const first = (id: string) => {
    const property = PROPERTIES.find((known) => known.id === id)
    const [value] = property === undefined ? [] : valuesOf(property, iri, quads)
    return value && (labelIn(value.value, quads) ?? value.value)
  }
  const years = [first('birthDate'), first('deathDate')].map((date) => date?.slice(0, 4) ?? '')
  const parts = [
    MATCHED[kind],
    years.join('') === '' ? undefined : years.join('–'),
    ...['position', 'represents', 'subordinateTo', 'unitOf'].map(first),
  ]
  return parts.filter((part) => part !== undefined).join(', ')
}
