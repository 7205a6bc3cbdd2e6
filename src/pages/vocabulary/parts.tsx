/** Small pieces that the pages of the vocabularies share: links to terms, counts, lists of terms, an example. */

import type { Term } from '@rdfjs/types'
import type { ComponentChildren, VNode } from 'preact'
import { rdf } from '../../rdf/vocabulary/rdf.ts'
import { counted as countedAs } from '../numbers.ts'
import { href, type Site } from '../page.ts'
import { definitionOf, localName, shortName, type Terms } from './terms.ts'

export interface Words {
  readonly site: Site
  readonly terms: Terms
}

/** How often terms are used in the release, by IRI: instances of classes, statements with properties, and with concepts. */
export type Counts = (iri: string) => number

/** A statement that shows a term, with what its subject and object are called. */
export interface Shown {
  readonly property: string
  readonly total: number
  readonly subject: { readonly iri: string; readonly label: string }
  readonly object: Term
  readonly objectLabel?: string
}

/** A term by its label; one of others by its short name. */
export function TermLink({ site, terms, iri }: Words & { iri: string }): VNode {
  const isDescribed = terms.about.properties(iri).size > 0
  return <a href={href(site, iri)}>{isDescribed ? terms.about.label(iri) : <code>{shortName(iri)}</code>}</a>
}

/** Links to terms in one line. */
export function TermLinks({ iris, ...words }: Words & { iris: readonly string[] }): VNode {
  return (
    <>
      {iris.map((iri, i) => (
        <>
          {i > 0 && ' · '}
          <TermLink key={iri} {...words} iri={iri} />
        </>
      ))}
    </>
  )
}

const UNITS = { class: 'thing', property: 'statement', concept: 'use' } as const

/** `34 statements`. */
export const counted = (count: number, kind: keyof typeof UNITS): string => countedAs(count, UNITS[kind])

export function Count({ count, kind }: { count: number; kind: keyof typeof UNITS }): VNode {
  return count === 0 ? <span class="small unused">not used</span> : <span class="small">{counted(count, kind)}</span>
}

/** One term of a list: what it is called, what it means, how often it is used. */
export function Entry({
  iri,
  id,
  count,
  kind,
  children,
  ...words
}: Words & {
  iri: string
  /** So that it is found by the address of the whole. */
  id?: string | undefined
  count: number
  kind: keyof typeof UNITS
  children?: ComponentChildren
}): VNode {
  return (
    <div class="term" id={id}>
      <p class="name">
        <TermLink {...words} iri={iri} /> <code>{localName(iri)}</code> <Count count={count} kind={kind} />
      </p>
      <p>
        {definitionOf(words.terms, iri)}
        {children}
      </p>
    </div>
  )
}

/** Signs of a value that are shown. */
const MOST = 300

/** A statement as subject, property and object. */
export function Example({
  shown: { subject, property, object, objectLabel },
  ...words
}: Words & { shown: Shown }): VNode {
  const { site, terms } = words
  return (
    <p class="statement">
      <a href={href(site, subject.iri)}>{shortened(subject.label)}</a>
      <span class="verb">{property === rdf.type.value ? 'instance of' : <TermLink {...words} iri={property} />}</span>
      {object.termType === 'NamedNode' && href(site, object.value) !== '' ? (
        terms.kind(object.value) !== undefined ? (
          <TermLink {...words} iri={object.value} />
        ) : (
          <a href={href(site, object.value)}>{shortened(objectLabel ?? shortName(object.value))}</a>
        )
      ) : (
        <Literal term={object} />
      )}
    </p>
  )
}

const shortened = (text: string): string => {
  const signs = [...text]
  return signs.length > MOST ? `${signs.slice(0, MOST).join('')} …` : text
}

function Literal({ term }: { term: Term }): VNode {
  const language = term.termType === 'Literal' && term.language !== '' ? term.language : undefined
  return <q lang={language}>{shortened(term.value)}</q>
}
