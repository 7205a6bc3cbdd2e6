/** What can be asked of each kind of thing: its properties, forwards and backwards, and what their values are. */
import type { Quad } from '@rdfjs/types'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { rdf } from '../rdf/vocabulary/rdf.ts'
import { rdfs } from '../rdf/vocabulary/rdfs.ts'
import { skos } from '../rdf/vocabulary/skos.ts'
import { xsd } from '../rdf/vocabulary/xsd.ts'
import { type Constraint, readTerms, SCHEMES, shortOf, type Terms } from './terms.ts'
import { ALSO, DATE, KIND, NAME, NAMED, REACHING, SOUGHT, SPOKEN, TIMED, USEFUL, VALUES, WORDS } from './useful.ts'

export interface Choice {
  readonly iri: string
  /** In an address: `ciphered-telegram`, `RequestAct`. */
  readonly name: string
  readonly label: string
  /** Whether narrower concepts stand below it. */
  readonly isBroader: boolean
}

/** What the values of a property are, and so how a condition on them is put. */
export type Values =
  | { readonly kind: 'things'; readonly classes: readonly string[] }
  | { readonly kind: 'concepts' | 'classes'; readonly choices: readonly Choice[] }
  /** First and last day stand beside each other: IRIs of the two and of what is shown. */
  | { readonly kind: 'period'; readonly first: string; readonly last: string; readonly shown: string }
  | { readonly kind: 'moment'; readonly datatype: 'date' | 'dateTime' }
  | { readonly kind: 'number' | 'truth' | 'text' }
  | { readonly kind: 'search'; readonly shelf: Shelf }

/** What a search function finds. */
export type Shelf = 'documents' | 'things'

export interface Property {
  /** In an address: `sender`, `sender-of`, `dcterms:title`. */
  readonly name: string
  readonly label: string
  readonly definition?: string
  /** As SPARQL writes it; empty where it is the thing itself that is asked. */
  readonly path: string
  /** One step of a path that goes on: enough where nothing is asked of what it leads to. */
  readonly step?: string
  /** The property that the path is made of, where it is made of one. */
  readonly iri?: string
  readonly values: Values
  /** Whether it stands in the table of what is asked most. */
  readonly isUseful: boolean
}

export interface Model {
  /** What can be sought: headings, and the classes under each. */
  readonly sought: readonly { readonly heading: string; readonly classes: readonly Choice[] }[]
  /** IRI of a class by its name in an address, of those that are sought or are among the values of properties. */
  classNamed(name: string): string | undefined
  label(iri: string): string
  /** Classes below some classes, those included where there are several. */
  kinds(classes: readonly string[]): readonly Choice[]
  properties(classes: readonly string[]): readonly Property[]
  property(classes: readonly string[], name: string): Property | undefined
  /** The properties that lead to what a thing is called; empty where it is called nothing. */
  spoken(classes: readonly string[]): readonly string[]
  /** Where the names of things of these classes are sought; undefined where no index has them. */
  shelf(classes: readonly string[]): Shelf | undefined
}

const NAMING = [skos.prefLabel, dcterms.title, rdfs.label].map(({ value }) => value)
const NUMBERS = [xsd.integer, xsd.decimal, xsd.double].map(({ value }) => value)

/** @param quads Those of the ontology, the schemes and the shapes. */
export function readModel(quads: readonly Quad[]): Model {
  const terms = readTerms(quads)
  const kept = new Map<string, ReadonlyMap<string, Property>>()
  const choice = (iri: string): Choice => ({
    iri,
    name: nameOf(iri),
    label: terms.label(iri),
    isBroader: false,
  })
  const known = (classes: readonly string[]) => {
    const key = classes.join(' ')
    const found = kept.get(key) ?? propertiesOf(terms, classes, choice)
    kept.set(key, found)
    return found
  }
  const spokenOf = (iri: string): readonly string[] => {
    const table = terms
      .above(iri)
      .map((term) => SPOKEN[term])
      .find((path) => path !== undefined)
    if (table !== undefined) return table
    if (iri === skos.Concept.value) return [skos.prefLabel.value]
    const required = terms.constraints(iri).filter(({ minimum }) => minimum > 0)
    const naming = NAMING.find((name) => required.some(({ path }) => path === name))
    const text = required.find(({ path, class: type }) => type === undefined && isText(terms.ranges(path)))
    const found = naming ?? text?.path
    return found === undefined ? [] : [found]
  }
  return {
    sought: SOUGHT.map(([heading, iri]) => ({ heading, classes: [iri, ...terms.below(iri)].map(choice) })),
    classNamed: (name) => {
      const iri = iriOf(name)
      return SOUGHT.some(([, top]) => terms.above(iri).includes(top)) ? iri : undefined
    },
    label: terms.label,
    kinds: (classes) =>
      [...new Set(classes.flatMap((iri) => [...(classes.length > 1 ? [iri] : []), ...terms.below(iri)]))].map(choice),
    properties: (classes) => [...known(classes).values()],
    property: (classes, name) => known(classes).get(name),
    spoken: (classes) => {
      const paths = classes.map(spokenOf)
      return paths.every((path) => path.join() === paths[0]?.join()) ? (paths[0] ?? []) : []
    },
    shelf: (classes) => {
      const isOf = (tops: readonly string[]) =>
        classes.every((iri) => terms.above(iri).some((term) => tops.includes(term)))
      return isOf([dip.Document.value]) ? 'documents' : isOf(NAMED) ? 'things' : undefined
    },
  }
}

/** A class or property in an address; ours without a prefix. */
const nameOf = (iri: string): string => shortOf(iri).replace(/^dip:/, '')
const iriOf = (name: string): string => dip.iri + name
const isText = (ranges: readonly string[]) =>
  ranges.length > 0 && ranges.every((iri) => iri === xsd.string.value || iri === `${rdf.iri}langString`)

/** By name, the useful ones first, the others by label. */
function propertiesOf(
  terms: Terms,
  classes: readonly string[],
  choice: (iri: string) => Choice,
): ReadonlyMap<string, Property> {
  const found = new Map<string, Property>()
  const add = (property: Property) => {
    if (!found.has(property.name)) found.set(property.name, property)
  }
  const all = classes.flatMap((iri) => terms.above(iri))
  const isOne = (iri: string) => all.includes(iri)
  const constraints = classes
    .flatMap((iri) => [iri, ...(ALSO[iri] ?? [])])
    .flatMap((iri) => terms.constraints(iri))
    .sort((a, b) => b.minimum - a.minimum || a.label.length - b.label.length)

  for (const property of itself(terms, classes, choice)) add(property)
  for (const iri of terms.properties) if (terms.domains(iri).some(isOne)) add(forwards(terms, iri, constraints))
  for (const { path } of constraints) if (path !== rdf.type.value) add(forwards(terms, path, constraints))
  // What is said in both directions is not offered twice.
  const reached = new Set([...found.values()].flatMap(({ values }) => (values.kind === 'things' ? values.classes : [])))
  for (const iri of terms.properties) {
    const domains = terms.domains(iri)
    if (!terms.ranges(iri).some(isOne) || domains.length === 0 || terms.inverse(iri) !== undefined) continue
    if (domains.some((domain) => isOne(domain) || !reached.has(domain))) add(backwards(terms, iri, domains))
  }

  const useful = all.flatMap((iri) => USEFUL[iri] ?? []).map((entry) => (typeof entry === 'string' ? [entry] : entry))
  const first = useful.flatMap(([name = '', label]) => {
    const property = found.get(name)
    return property === undefined ? [] : [{ ...property, ...(label !== undefined && { label }), isUseful: true }]
  })
  const isBackwards = ({ name }: Property) => Number(name.endsWith('-of'))
  const rest = [...found.values()].sort((a, b) => isBackwards(a) - isBackwards(b) || (a.label < b.label ? -1 : 1))
  const ordered = new Map<string, Property>()
  for (const property of [...first, ...rest]) if (!ordered.has(property.name)) ordered.set(property.name, property)
  return ordered
}

/** What is asked of the thing itself: words, any name, time, class. */
function itself(terms: Terms, classes: readonly string[], choice: (iri: string) => Choice): readonly Property[] {
  const plain = (name: string, label: string, values: Values): Property => ({
    name,
    label,
    path: '',
    values,
    isUseful: true,
  })
  const timed = classes.flatMap((iri) => terms.above(iri)).flatMap((iri) => TIMED[iri] ?? [])[0]
  const isNamed = classes.every((iri) => terms.above(iri).some((term) => NAMED.includes(term)))
  const kinds = classes.flatMap((iri) => [iri, ...terms.below(iri)])
  const [first, last] = [dip.dateEarliest.value, dip.dateLatest.value]
  return [
    ...(classes.every((iri) => terms.above(iri).includes(dip.Document.value))
      ? [plain(WORDS, 'words', { kind: 'search', shelf: 'documents' })]
      : []),
    ...(isNamed ? [plain(NAME, 'name', { kind: 'search', shelf: 'things' })] : []),
    ...(timed === undefined ? [] : [plain(DATE, 'date', { kind: 'period', first, last, shown: timed })]),
    ...(kinds.length > 1 ? [plain(KIND, 'kind', { kind: 'classes', choices: kinds.map(choice) })] : []),
  ]
}

function forwards(terms: Terms, iri: string, constraints: readonly Constraint[]): Property {
  const name = nameOf(iri)
  const own = constraints.filter(({ path }) => path === iri)
  const definition = terms.definition(iri)
  return {
    name,
    label: iri.startsWith(dip.iri) ? terms.label(iri) : (own[0]?.label ?? terms.label(iri)),
    ...(definition !== undefined && { definition }),
    ...reaching(name, shortOf(iri)),
    iri,
    values: valuesOf(terms, iri, own),
    isUseful: false,
  }
}

function reaching(name: string, step: string): Pick<Property, 'path' | 'step'> {
  const path = REACHING[name]
  return path === undefined ? { path: step } : { path, step }
}

function backwards(terms: Terms, iri: string, domains: readonly string[]): Property {
  const name = `${nameOf(iri)}-of`
  const owners = domains.map((domain) => `${/^[aeiou]/.test(terms.label(domain)) ? 'an' : 'a'} ${terms.label(domain)}`)
  return {
    name,
    label: `${owners.join(' or ')} has this as “${terms.label(iri)}”`,
    ...reaching(name, `^${shortOf(iri)}`),
    iri,
    values: { kind: 'things', classes: domains },
    isUseful: false,
  }
}

function valuesOf(terms: Terms, iri: string, constraints: readonly Constraint[]): Values {
  const ranges = terms.ranges(iri)
  const scheme = terms.patterns(iri).flatMap((pattern) => schemeIn(pattern) ?? [])[0]
  if (scheme !== undefined)
    return {
      kind: 'concepts',
      choices: terms.concepts(scheme).map((concept) => ({ ...concept, name: concept.iri.slice(scheme.length) })),
    }
  if (ranges.includes(dip.DateStatement.value))
    return { kind: 'period', first: dip.earliest.value, last: dip.latest.value, shown: dip.edtf.value }
  const classes = [
    ...new Set([VALUES[iri] ?? [], ranges.filter(isClass), constraints.flatMap((c) => c.class ?? [])].flat()),
  ]
  if (classes.length > 0)
    return { kind: 'things', classes: ranges.length > 0 ? classes.filter((c) => ranges.includes(c)) : classes }
  const datatypes = [...ranges, ...constraints.flatMap(({ datatype }) => datatype ?? [])]
  const has = (...types: readonly string[]) => datatypes.some((type) => types.includes(type))
  if (has(xsd.date.value)) return { kind: 'moment', datatype: 'date' }
  if (has(xsd.dateTime.value)) return { kind: 'moment', datatype: 'dateTime' }
  if (has(xsd.boolean.value)) return { kind: 'truth' }
  if (has(...NUMBERS) || constraints.some(({ isBounded }) => isBounded)) return { kind: 'number' }
  return { kind: 'text' }
}

const isClass = (iri: string): boolean => iri.startsWith(dip.iri) || iri === skos.Concept.value

/** `^https://w3id\.org/diplomacy/vocab/factuality/[a-z-]+$` gives the namespace of the scheme. */
function schemeIn(pattern: string): string | undefined {
  const plain = pattern.replaceAll('\\', '').replace(/^\^/, '')
  return plain.startsWith(SCHEMES) ? plain.slice(0, plain.lastIndexOf('/') + 1) : undefined
}
