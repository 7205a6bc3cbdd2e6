/** The page of a class or a property: what it means, how it is meant to be used, how it is used, and what it is like elsewhere. */
import type { VNode } from 'preact'
import { dcterms } from '../../rdf/vocabulary/dcterms.ts'
import { owl } from '../../rdf/vocabulary/owl.ts'
import { rdf } from '../../rdf/vocabulary/rdf.ts'
import { rdfs } from '../../rdf/vocabulary/rdfs.ts'
import { sh } from '../../rdf/vocabulary/sh.ts'
import { skos } from '../../rdf/vocabulary/skos.ts'
import { renderPage } from '../layout.tsx'
import { type Alternate, NAMESPACE, type Site } from '../page.ts'
import { Crumbs, type Fact, Facts } from '../parts.tsx'
import { Alignment } from './alignment.tsx'
import { type Counts, counted, Entry, Example, type Shown, TermLink, TermLinks, type Words } from './parts.tsx'
import { dcam, definitionOf, localName, shortName, type TermKind, type Terms } from './terms.ts'

export interface TermPage {
  readonly site: Site
  readonly terms: Terms
  readonly iri: string
  readonly counts: Counts
  /** By each property that uses it, a statement; those used most first. */
  readonly shown: readonly Shown[]
  readonly alternates: readonly Alternate[]
}

const KIND_NAMES: ReadonlyMap<string, string> = new Map([
  [owl.Class.value, 'Class'],
  [owl.ObjectProperty.value, 'Property that leads to a thing'],
  [owl.DatatypeProperty.value, 'Property with a value'],
  [owl.AnnotationProperty.value, 'Annotation property'],
])

/** HTML of the page of a class or a property. */
export function termPage({ site, terms, iri, counts, shown, alternates }: TermPage): string {
  const words = { site, terms }
  const { about } = terms
  const kind = terms.kind(iri) === 'class' ? 'class' : 'property'
  const types = about.all(iri, rdf.type)
  const title = about.label(iri)
  const example = shown[0]
  return renderPage(
    { site, title, canonical: iri, alternates, jsonLd: definedTerm(words, iri, `${NAMESPACE}ontology`) },
    <article>
      <Crumbs
        path={[
          ['Ontology', `${site.root}/ontology`],
          kind === 'class'
            ? ['Classes', `${site.root}/ontology#classes`]
            : ['Properties', `${site.root}/ontology#properties`],
        ]}
      />
      <h1>{title}</h1>
      <p class="kind">
        {types.map(({ value }) => KIND_NAMES.get(value)).find((name) => name !== undefined)} ·{' '}
        <code>{shortName(iri)}</code>
      </p>
      <p class="definition">{definitionOf(terms, iri)}</p>
      <Facts
        facts={[
          ['Address', <code>{iri}</code>],
          text(terms, 'Note on its use', iri, skos.scopeNote, skos.note),
          text(terms, 'For example', iri, skos.example),
          links(words, 'Kind of', terms.above(iri)),
          links(words, 'Kinds of it', [
            ...terms.pointing(rdfs.subClassOf, iri),
            ...terms.pointing(rdfs.subPropertyOf, iri),
          ]),
          kind === 'class' ? undefined : links(words, 'Said of', objects(terms, iri, dcam.domainIncludes), 'anything'),
          kind === 'class' ? undefined : links(words, 'Leads to', objects(terms, iri, dcam.rangeIncludes)),
          links(words, 'Values', objects(terms, iri, rdfs.seeAlso)),
          links(words, 'The other way round', [
            ...objects(terms, iri, owl.inverseOf),
            ...terms.pointing(owl.inverseOf, iri),
          ]),
          ['In this release', counts(iri) === 0 ? 'not used' : counted(counts(iri), kind)],
        ]}
      />
      {example !== undefined && (
        <section aria-labelledby="example">
          <h2 id="example">From our data</h2>
          <Example {...words} shown={example} />
        </section>
      )}
      {kind === 'class' && <OfClass {...words} iri={iri} counts={counts} />}
      <Shapes {...words} iri={iri} />
      <Alignment {...words} iri={iri} />
    </article>,
  )
}

/** The properties that are said of a class, those of the classes above it, and those that lead to it. */
function OfClass({ iri, counts, ...words }: Words & { iri: string; counts: Counts }): VNode {
  const { terms } = words
  const own = terms.pointing(dcam.domainIncludes, iri)
  const leading = terms.pointing(dcam.rangeIncludes, iri)
  const inherited = terms
    .above(iri)
    .map((above) => ({ above, properties: terms.pointing(dcam.domainIncludes, above) }))
    .filter(({ properties }) => properties.length > 0)
  const list = (properties: readonly string[], predicate: typeof dcam.rangeIncludes, before: string) =>
    properties.map((property) => (
      <Entry key={property} {...words} iri={property} count={counts(property)} kind="property">
        <Ends {...words} before={before} iris={objects(terms, property, predicate)} />
      </Entry>
    ))
  return (
    <>
      {(own.length > 0 || inherited.length > 0) && (
        <section aria-labelledby="properties">
          <h2 id="properties">What is said of it</h2>
          {list(own, dcam.rangeIncludes, 'Leads to')}
          {inherited.map(({ above, properties }) => (
            <p key={above} class="inherited">
              As of any <TermLink {...words} iri={above} />: <TermLinks {...words} iris={properties} />
            </p>
          ))}
        </section>
      )}
      {leading.length > 0 && (
        <section aria-labelledby="leading">
          <h2 id="leading">What leads to it</h2>
          {list(leading, dcam.domainIncludes, 'Said of')}
        </section>
      )}
    </>
  )
}

/** Where a property comes from or leads to, after its definition. */
function Ends({ before, iris, ...words }: Words & { before: string; iris: readonly string[] }): VNode | null {
  if (iris.length === 0) return null
  return (
    <span class="small ends">
      {before}: <TermLinks {...words} iris={iris} />
    </span>
  )
}

/** The shapes that speak of a term. */
function Shapes({ iri, ...words }: Words & { iri: string }): VNode | null {
  const shapes = words.terms.shapesOf(iri)
  if (shapes.length === 0) return null
  return (
    <section aria-labelledby="shapes">
      <h2 id="shapes">Shapes that speak of it</h2>
      <ul>
        {shapes.map((shape) => (
          <li key={shape}>
            <TermLink {...words} iri={shape} /> <span class="small">{words.terms.about.text(shape, sh.message)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const objects = ({ about }: Terms, iri: string, predicate: { readonly value: string }): readonly string[] =>
  about.all(iri, predicate).map(({ value }) => value)

function links(words: Words, label: string, iris: readonly string[], none?: string): Fact | undefined {
  if (iris.length > 0) return [label, <TermLinks {...words} iris={iris} />]
  return none === undefined ? undefined : [label, none]
}

function text(
  { about }: Terms,
  label: string,
  iri: string,
  ...predicates: { readonly value: string }[]
): Fact | undefined {
  const texts = predicates.flatMap((predicate) => about.all(iri, predicate)).map(({ value }) => value)
  return texts.length === 0 ? undefined : [label, texts.join(' ')]
}

/** A term in schema.org's words, for crawlers. @param set that it belongs to */
export function definedTerm({ site, terms }: Words, iri: string, set: string): object {
  const kind: TermKind | undefined = terms.kind(iri)
  const description = definitionOf(terms, iri)
  return {
    '@context': 'https://schema.org/',
    '@id': iri,
    '@type': kind === 'scheme' ? 'DefinedTermSet' : 'DefinedTerm',
    name: terms.about.label(iri),
    ...(description !== '' && { description }),
    ...(kind === 'scheme'
      ? { license: terms.about.text(iri, dcterms.license) || undefined, version: site.version }
      : { termCode: localName(iri), inDefinedTermSet: set }),
  }
}
