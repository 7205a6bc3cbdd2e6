/** Concept schemes and concepts: the values that properties take, with what they mean and how often they are used. */

import type { VNode } from 'preact'
import { dcterms } from '../../rdf/vocabulary/dcterms.ts'
import { owl } from '../../rdf/vocabulary/owl.ts'
import { rdfs } from '../../rdf/vocabulary/rdfs.ts'
import { skos } from '../../rdf/vocabulary/skos.ts'
import { renderPage } from '../layout.tsx'
import { number } from '../numbers.ts'
import { href, NAMESPACE } from '../page.ts'
import { Crumbs, Facts } from '../parts.tsx'
import { searchAddress } from '../search-address.ts'
import { Alignment } from './alignment.tsx'
import { type Counts, counted, Example, TermLink, TermLinks, type Words } from './parts.tsx'
import { definedTerm, type TermPage } from './term.tsx'
import { definitionOf, localName, type Terms } from './terms.ts'

/** HTML of the page of a concept scheme. */
export function schemePage({ site, terms, iri, counts, alternates }: Omit<TermPage, 'shown'>): string {
  const words = { site, terms }
  const { about } = terms
  const title = about.label(iri)
  const license = about.text(iri, dcterms.license)
  const version = about.text(iri, owl.versionInfo)
  return renderPage(
    { site, title, canonical: iri, alternates, jsonLd: definedTerm(words, iri, iri) },
    <article>
      <Crumbs path={crumbs(words)} />
      <h1>{title}</h1>
      <p class="kind">Concept scheme</p>
      <p class="definition">{definitionOf(terms, iri)}</p>
      <Facts
        facts={[
          ['Address', <code>{iri}</code>],
          properties(words, iri),
          version === '' ? undefined : ['Version', version],
          license === '' ? undefined : ['Licence', <a href={href(site, license)}>{license}</a>],
        ]}
      />
      <h2 id="concepts">
        Concepts <span class="small">{terms.pointing(skos.inScheme, iri).length}</span>
      </h2>
      <Concepts {...words} scheme={iri} counts={counts} />
    </article>,
  )
}

/** The concepts of a scheme, narrower ones below and to the right of what they are narrower than. */
function Concepts({ scheme, counts, ...words }: Words & { scheme: string; counts: Counts }): VNode {
  const { terms } = words
  return (
    <div class="wide">
      <table class="concepts">
        <thead>
          <tr>
            <th scope="col">Concept</th>
            <th scope="col">Meaning</th>
            <th scope="col" class="number">
              Uses
            </th>
          </tr>
        </thead>
        <tbody>
          {terms.tree(scheme).map(({ iri, level }) => (
            <tr key={iri} id={localName(iri)}>
              <th scope="row" class={`level-${Math.min(level, DEEPEST)}`}>
                <TermLink {...words} iri={iri} />
                {level > 0 && <span class="aside">, narrower than {broader(terms, iri)}</span>}
              </th>
              <td>
                {definitionOf(terms, iri)}
                <Also terms={terms} iri={iri} />
              </td>
              <td class="number">{number(counts(iri))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Levels that the style sheet tells apart. */
const DEEPEST = 4

const broader = ({ about }: Terms, iri: string): string =>
  about
    .all(iri, skos.broader)
    .map(({ value }) => about.label(value))
    .join(', ')

function Also({ terms, iri }: { terms: Terms; iri: string }): VNode | null {
  const names = terms.about.all(iri, skos.altLabel).map(({ value }) => value)
  return names.length === 0 ? null : <span class="small"> Also: {names.join(', ')}.</span>
}

export interface ConceptPage extends TermPage {
  /** Whether there is a search to lead to. */
  readonly canSearch: boolean
}

/** HTML of the page of a concept. */
export function conceptPage({ site, terms, iri, counts, shown, alternates, canSearch }: ConceptPage): string {
  const words = { site, terms }
  const { about } = terms
  const title = about.label(iri)
  const schemes = about.all(iri, skos.inScheme).map(({ value }) => value)
  const alternative = about.all(iri, skos.altLabel).map(({ value }) => value)
  const objects = (predicate: { readonly value: string }) => about.all(iri, predicate).map(({ value }) => value)
  const narrower = [...new Set([...terms.pointing(skos.broader, iri), ...objects(skos.narrower)])]
  const notes = [...about.all(iri, skos.scopeNote), ...about.all(iri, skos.note), ...about.all(iri, skos.example)]
  const relation = (label: string, iris: readonly string[]) =>
    iris.length === 0 ? undefined : ([label, <TermLinks {...words} iris={iris} />] as const)
  return renderPage(
    { site, title, canonical: iri, alternates, jsonLd: definedTerm(words, iri, schemes[0] ?? `${NAMESPACE}ontology`) },
    <article>
      <Crumbs
        path={[...crumbs(words), ...schemes.map((scheme) => [about.label(scheme), href(site, scheme)] as const)]}
      />
      <h1>{title}</h1>
      <p class="kind">Concept</p>
      <p class="definition">{definitionOf(terms, iri)}</p>
      <Facts
        facts={[
          ['Address', <code>{iri}</code>],
          alternative.length === 0 ? undefined : ['Also called', alternative.join(' · ')],
          notes.length === 0 ? undefined : ['Note', notes.map(({ value }) => value).join(' ')],
          relation('Narrower than', objects(skos.broader)),
          relation('Broader than', narrower),
          relation('Related to', objects(skos.related)),
          ...schemes.map((scheme) => properties(words, scheme)),
          ['In this release', <Uses {...words} total={counts(iri)} shown={shown} />],
          canSearch && counts(iri) > 0 ? searched(words, iri) : undefined,
        ]}
      />
      {shown.length > 0 && (
        <section aria-labelledby="example">
          <h2 id="example">From our data</h2>
          {shown.map((one) => (
            <Example key={one.property} {...words} shown={one} />
          ))}
        </section>
      )}
      <Alignment {...words} iri={iri} />
    </article>,
  )
}

/** Parameters of the search by the schemes that one seeks by. */
const SOUGHT: Readonly<Record<string, string>> = { 'document-type': 'type', 'classification-marking': 'marking' }

/** The search for the documents of a concept. */
function searched({ site, terms }: Words, iri: string) {
  const parameter = SOUGHT[localName(terms.about.text(iri, skos.inScheme))]
  if (parameter === undefined) return undefined
  return [
    'Documents',
    <a href={searchAddress(site.root, { q: '', chosen: { [parameter]: [localName(iri)] } })}>All that have it</a>,
  ] as const
}

/** How often, and by which properties. */
function Uses({ total, shown, ...words }: Words & Pick<TermPage, 'shown'> & { total: number }): VNode {
  if (total === 0) return <>not used</>
  return (
    <>
      {counted(total, 'concept')}:{' '}
      {shown.map(({ property, total: count }, i) => (
        <>
          {i > 0 && ', '}
          <TermLink key={property} {...words} iri={property} /> {number(count)}
        </>
      ))}
    </>
  )
}

const crumbs = ({ site }: Words) =>
  [
    ['Ontology', `${site.root}/ontology`],
    ['Concept schemes', `${site.root}/ontology#schemes`],
  ] as const

/** The properties that take their values from a scheme, as the ontology says. */
function properties(words: Words, scheme: string) {
  const iris = words.terms.pointing(rdfs.seeAlso, scheme)
  return iris.length === 0 ? undefined : (['Values of', <TermLinks {...words} iris={iris} />] as const)
}
