/** The ontology as a whole: what it is for, its core as a picture, and every term with its definition. */
import type { VNode } from 'preact'
import { dcterms } from '../../rdf/vocabulary/dcterms.ts'
import { owl } from '../../rdf/vocabulary/owl.ts'
import { rdfs } from '../../rdf/vocabulary/rdfs.ts'
import { skos } from '../../rdf/vocabulary/skos.ts'
import { renderPage } from '../layout.tsx'
import { type Alternate, href, NAMESPACE, type Site } from '../page.ts'
import { Facts } from '../parts.tsx'
import { Core } from './diagram.tsx'
import { type Counts, Entry, TermLink, TermLinks, type Words } from './parts.tsx'
import { dcam, definitionOf, localName, type Terms } from './terms.ts'

export interface OntologyPage {
  readonly site: Site
  readonly terms: Terms
  readonly counts: Counts
  readonly alternates: readonly Alternate[]
}

const ONTOLOGY = `${NAMESPACE}ontology`

/** HTML of the overview. */
export function ontologyPage({ site, terms, counts, alternates }: OntologyPage): string {
  const words = { site, terms }
  const { about } = terms
  const title = about.text(ONTOLOGY, dcterms.title) || 'Ontology'
  const schemes = terms.all('scheme')
  const [classes, properties] = [terms.all('class'), terms.all('property')]
  return renderPage(
    { site, title, canonical: ONTOLOGY, alternates },
    <>
      <h1>{title}</h1>
      <p>{about.text(ONTOLOGY, dcterms.description)}</p>
      <Facts
        facts={[
          ['Namespace', <code>{`${ONTOLOGY}#`}</code>],
          about.text(ONTOLOGY, owl.versionInfo) === '' ? undefined : ['Version', about.text(ONTOLOGY, owl.versionInfo)],
          licence(words),
          [
            'On this page',
            <>
              <a href="#core">The core</a> · <a href="#classes">{classes.length} classes</a> ·{' '}
              <a href="#properties">{properties.length} properties</a> ·{' '}
              <a href="#schemes">{schemes.length} concept schemes</a>
            </>,
          ],
          [
            'What is asked of data',
            <>
              <a href={`${site.root}/shapes`}>The shapes</a>, by which every document is checked
            </>,
          ],
        ]}
      />
      <Core {...words} />
      <h2 id="classes">Classes</h2>
      <Tree {...words} counts={counts} iris={classes.filter((iri) => terms.above(iri).length === 0)} />
      <h2 id="properties">Properties</h2>
      <Properties {...words} counts={counts} />
      {schemes.length > 0 && <h2 id="schemes">Concept schemes</h2>}
      {schemes.map((scheme) => (
        <div key={scheme} class="term">
          <p class="name">
            <TermLink {...words} iri={scheme} />{' '}
            <span class="small">{terms.pointing(skos.inScheme, scheme).length} concepts</span>
          </p>
          <p>{definitionOf(terms, scheme)}</p>
        </div>
      ))}
    </>,
  )
}

/** The licence of a vocabulary, as its Turtle gives it. */
function licence({ site, terms }: Words) {
  const iri = terms.about.text(ONTOLOGY, dcterms.license)
  return iri === '' ? undefined : (['Licence', <a href={href(site, iri)}>{iri}</a>] as const)
}

/** Classes with those below them. */
function Tree({ iris, counts, ...words }: Words & { iris: readonly string[]; counts: Counts }): VNode {
  return (
    <ul class="tree">
      {iris.map((iri) => {
        const below = words.terms.pointing(rdfs.subClassOf, iri)
        return (
          <li key={iri}>
            <Entry {...words} iri={iri} id={localName(iri)} count={counts(iri)} kind="class" />
            {below.length > 0 && <Tree {...words} iris={below} counts={counts} />}
          </li>
        )
      })}
    </ul>
  )
}

/** Properties by the class that they are about, in the order of how many there are; in each by where they lead. */
function Properties({ counts, ...words }: Words & { counts: Counts }): VNode {
  const { terms } = words
  const groups = groupsOf(terms)
  // What is said of several classes stands with each of them, and is found with the first.
  const named = new Set<string>()
  const idOf = (iri: string) => {
    if (named.has(iri)) return undefined
    named.add(iri)
    return localName(iri)
  }
  return (
    <>
      {groups.map(({ domain, byRange }) => (
        <section key={domain} aria-labelledby={domain === '' ? 'of-anything' : `of-${localName(domain)}`}>
          <h3 id={domain === '' ? 'of-anything' : `of-${localName(domain)}`}>
            {domain === '' ? 'Of anything' : <>Of: {terms.about.label(domain)}</>}
          </h3>
          {byRange.map(({ range, properties }) => (
            <div key={range} class="range">
              <p class="small">
                {range === '' ? (
                  'Values'
                ) : isConcept(range) ? (
                  'Concepts of a scheme'
                ) : (
                  <>
                    Leads to: <TermLink {...words} iri={range} />
                  </>
                )}
              </p>
              {properties.map((iri) => (
                <Entry key={iri} {...words} iri={iri} id={idOf(iri)} count={counts(iri)} kind="property">
                  <Values {...words} iri={iri} />
                </Entry>
              ))}
            </div>
          ))}
        </section>
      ))}
    </>
  )
}

/** The scheme that a property takes its values from. */
function Values({ iri, ...words }: Words & { iri: string }): VNode | null {
  const schemes = words.terms.about
    .all(iri, rdfs.seeAlso)
    .map(({ value }) => value)
    .filter((value) => words.terms.kind(value) === 'scheme')
  if (schemes.length === 0) return null
  return (
    <>
      {' '}
      Values: <TermLinks {...words} iris={schemes} />.
    </>
  )
}

interface Group {
  /** A class; empty for what is said of anything. */
  readonly domain: string
  /** By the first of our classes that they lead to, or SKOS's class of concepts; empty for values. */
  readonly byRange: readonly { readonly range: string; readonly properties: readonly string[] }[]
}

function groupsOf(terms: Terms): readonly Group[] {
  const { about } = terms
  const domains = new Map<string, Map<string, string[]>>()
  for (const iri of terms.all('property')) {
    const domain = about.all(iri, dcam.domainIncludes).map(({ value }) => value)
    const range = about
      .all(iri, dcam.rangeIncludes)
      .find(({ value }) => terms.kind(value) === 'class' || isConcept(value))
    for (const one of domain.length === 0 ? [''] : domain) {
      const byRange = domains.get(one) ?? new Map<string, string[]>()
      byRange.set(range?.value ?? '', [...(byRange.get(range?.value ?? '') ?? []), iri])
      domains.set(one, byRange)
    }
  }
  const size = (byRange: ReadonlyMap<string, readonly string[]>) => [...byRange.values()].flat().length
  return [...domains]
    .sort(([a, inA], [b, inB]) => last(a, b) || size(inB) - size(inA) || (about.label(a) < about.label(b) ? -1 : 1))
    .map(([domain, byRange]) => ({
      domain,
      byRange: [...byRange]
        .sort(([a], [b]) => last(a, b) || (about.label(a) < about.label(b) ? -1 : 1))
        .map(([range, properties]) => ({ range, properties })),
    }))
}

const isConcept = (iri: string) => iri === skos.Concept.value

/** What is named by no class of ours comes last. */
const last = (a: string, b: string): number => rank(a) - rank(b)
const rank = (iri: string) => (iri === '' ? 2 : isConcept(iri) ? 1 : 0)
