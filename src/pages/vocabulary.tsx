/** The ontology, the concept schemes and the shapes as documentation, from their Turtle. */
import type { Quad } from '@rdfjs/types'
import type { VNode } from 'preact'
import { owl } from '../rdf/vocabulary/owl.ts'
import { rdf } from '../rdf/vocabulary/rdf.ts'
import { rdfs } from '../rdf/vocabulary/rdfs.ts'
import { sh } from '../rdf/vocabulary/sh.ts'
import { skos } from '../rdf/vocabulary/skos.ts'
import { createDescription, lastPart } from './description.ts'
import { renderPage } from './layout.tsx'
import type { Alternate, Site } from './page.ts'
import { type Context, Facts, fact } from './parts.tsx'

export interface VocabularyPage {
  readonly site: Site
  readonly title: string
  readonly quads: readonly Quad[]
  readonly alternates: readonly Alternate[]
}

const GROUPS = [
  ['Classes', owl.Class],
  ['Properties to resources', owl.ObjectProperty],
  ['Properties to values', owl.DatatypeProperty],
  ['Annotation properties', owl.AnnotationProperty],
  ['Concept schemes', skos.ConceptScheme],
  ['Concepts', skos.Concept],
  ['Shapes', sh.NodeShape],
] as const

/** HTML of all terms in the quads, grouped by what they are. */
export function vocabularyPage({ site, title, quads, alternates }: VocabularyPage): string {
  const context: Context = { site, about: createDescription(quads) }
  const groups = GROUPS.map(([heading, type]) => ({
    heading,
    terms: [
      ...new Set(
        quads.filter((q) => q.predicate.equals(rdf.type) && q.object.equals(type)).map((q) => q.subject.value),
      ),
    ].sort(),
  })).filter(({ terms }) => terms.length > 0)
  return renderPage(
    { site, title, alternates },
    <>
      <h1>{title}</h1>
      {groups.map(({ heading, terms }) => (
        <section key={heading}>
          <h2>
            {heading} <span class="small">{terms.length}</span>
          </h2>
          {terms.map((term) => (
            <Term key={term} context={context} term={term} />
          ))}
        </section>
      ))}
    </>,
  )
}

function Term({ context, term }: { context: Context; term: string }): VNode {
  const { about } = context
  const name = lastPart(term).replaceAll(' ', '-')
  return (
    <>
      <h3 id={name}>
        {about.label(term)} <span class="small">{name}</span>
      </h3>
      <Facts
        facts={[
          fact(context, 'Definition', term, skos.definition, rdfs.comment),
          fact(context, 'Narrower than', term, rdfs.subClassOf, rdfs.subPropertyOf, skos.broader),
          fact(context, 'Scheme', term, skos.inScheme),
          fact(context, 'Applies to', term, sh.targetClass, sh.targetSubjectsOf, sh.targetObjectsOf),
          fact(context, 'Example', term, skos.example),
          about.all(term, sh.property).length === 0
            ? undefined
            : [
                'Rules',
                <ul>
                  {about.all(term, sh.property).map((property) => (
                    <li key={property.value}>{about.text(property.value, sh.message)}</li>
                  ))}
                </ul>,
              ],
          about.text(term, sh.message) === '' ? undefined : ['Message', about.text(term, sh.message)],
        ]}
      />
    </>
  )
}
