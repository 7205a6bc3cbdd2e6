/** The terms that one asks with: those of our ontology and concept schemes with labels and definitions, and those of other vocabularies that we use. */
import type { Quad } from '@rdfjs/types'
import { PREFIXES } from './prefixes.ts'
import { dcat } from './vocabulary/dcat.ts'
import { dcterms } from './vocabulary/dcterms.ts'
import { foaf } from './vocabulary/foaf.ts'
import { geo } from './vocabulary/geo.ts'
import { oa } from './vocabulary/oa.ts'
import { org } from './vocabulary/org.ts'
import { owl } from './vocabulary/owl.ts'
import { prov } from './vocabulary/prov.ts'
import { rdf } from './vocabulary/rdf.ts'
import { rdfs } from './vocabulary/rdfs.ts'
import { rico } from './vocabulary/rico.ts'
import { schema } from './vocabulary/schema.ts'
import { skos } from './vocabulary/skos.ts'
import { xsd } from './vocabulary/xsd.ts'

export type TermKind = 'class' | 'property' | 'concept' | 'scheme' | 'datatype'

export interface VocabularyTerm {
  /** `dip:Telegram` */
  readonly name: string
  readonly kind: TermKind
  readonly label?: string
  readonly definition?: string
}

export interface VocabularyTerms {
  /** Namespaces by prefix. */
  readonly prefixes: Readonly<Record<string, string>>
  readonly terms: readonly VocabularyTerm[]
}

/** Namespaces of concepts: each scheme has one. */
const SCHEMES = 'https://w3id.org/diplomacy/vocab/'

const KINDS: ReadonlyMap<string, TermKind> = new Map([
  [owl.Class.value, 'class'],
  [owl.ObjectProperty.value, 'property'],
  [owl.DatatypeProperty.value, 'property'],
  [owl.AnnotationProperty.value, 'property'],
  [skos.Concept.value, 'concept'],
] as const)

const OTHERS = [dcterms, skos, rdf, rdfs, owl, prov, oa, foaf, geo, org, rico, schema, dcat, xsd]

/** The terms that the quads of our vocabularies describe, beside those of others, by name. */
export function vocabularyTerms(quads: readonly Quad[]): VocabularyTerms {
  const prefixes: Record<string, string> = { ...PREFIXES }
  const terms = new Map<string, VocabularyTerm>()
  for (const { iri, ...names } of OTHERS)
    for (const name of Object.keys(names)) add(terms, iri + name, prefixes, iri === xsd.iri ? 'datatype' : kindOf(name))

  const textOf = englishTexts(quads)
  for (const { subject, predicate, object } of quads) {
    const kind = predicate.equals(rdf.type) ? KINDS.get(object.value) : undefined
    if (kind === undefined) continue
    if (subject.value.startsWith(SCHEMES)) declareScheme(prefixes, subject.value)
    const label = textOf(subject.value, skos.prefLabel.value) ?? textOf(subject.value, rdfs.label.value)
    const definition = textOf(subject.value, skos.definition.value) ?? textOf(subject.value, rdfs.comment.value)
    add(terms, subject.value, prefixes, kind, {
      ...(label !== undefined && { label }),
      ...(definition !== undefined && { definition }),
    })
  }
  return { prefixes, terms: [...terms.values()].sort((a, b) => (a.name < b.name ? -1 : 1)) }
}

function add(
  terms: Map<string, VocabularyTerm>,
  iri: string,
  prefixes: Readonly<Record<string, string>>,
  kind: TermKind,
  words: Pick<VocabularyTerm, 'label' | 'definition'> = {},
): void {
  const found = Object.entries(prefixes).find(([, namespace]) => iri.startsWith(namespace))
  const local = iri.slice(found?.[1].length)
  // A local name of which SPARQL would need escapes is left to those who know them.
  if (found === undefined || !/^[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*)$/u.test(local)) return
  const name = `${found[0]}:${local}`
  terms.set(name, { name, kind, ...words })
}

/** `classification-marking/secret` gives the prefix `classificationMarking`. */
function declareScheme(prefixes: Record<string, string>, concept: string): void {
  const namespace = concept.slice(0, concept.indexOf('/', SCHEMES.length) + 1)
  const name = namespace.slice(SCHEMES.length, -1)
  prefixes[name.replace(/-(\w)/g, (_hyphen, letter: string) => letter.toUpperCase())] = namespace
}

/** The text of a property in English, or in no language. */
function englishTexts(quads: readonly Quad[]): (subject: string, predicate: string) => string | undefined {
  const texts = new Map<string, string>()
  for (const { subject, predicate, object } of quads)
    if (object.termType === 'Literal' && (object.language === 'en' || object.language === ''))
      texts.set(`${subject.value} ${predicate.value}`, object.value)
  return (subject, predicate) => texts.get(`${subject} ${predicate}`)
}

/** Classes begin with a capital in all vocabularies that we use. */
const kindOf = (name: string): TermKind => (/^[A-Z]/.test(name) ? 'class' : 'property')
