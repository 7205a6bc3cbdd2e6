/** What a term is like in other vocabularies: which relation, to which term. */
import type { VNode } from 'preact'
import { PREFIXES } from '../../rdf/prefixes.ts'
import { dip } from '../../rdf/vocabulary/dip.ts'
import { owl } from '../../rdf/vocabulary/owl.ts'
import { rdfs } from '../../rdf/vocabulary/rdfs.ts'
import { skos } from '../../rdf/vocabulary/skos.ts'
import { vocabulary } from '../../rdf/vocabulary/vocabulary.ts'
import { href } from '../page.ts'
import type { Words } from './parts.tsx'
import { shortName } from './terms.ts'

const { equivalentClass, equivalentProperty } = vocabulary(owl.iri, ['equivalentClass', 'equivalentProperty'])
const { broadMatch, narrowMatch, relatedMatch } = vocabulary(skos.iri, ['broadMatch', 'narrowMatch', 'relatedMatch'])

/** Relations to terms of others in words, the strictest first. */
const RELATIONS = [
  [equivalentClass, 'the same as'],
  [equivalentProperty, 'the same as'],
  [owl.sameAs, 'the same as'],
  [rdfs.subClassOf, 'a kind of'],
  [rdfs.subPropertyOf, 'a kind of'],
  [skos.exactMatch, 'means the same as'],
  [skos.closeMatch, 'means nearly the same as'],
  [broadMatch, 'narrower than'],
  [narrowMatch, 'broader than'],
  [relatedMatch, 'related to'],
  [dip.alignedWith, 'near in meaning to'],
] as const

/** What vocabularies are called, by their prefixes. */
const NAMES: Readonly<Record<string, string>> = {
  crm: 'CIDOC CRM',
  dcat: 'Data Catalog Vocabulary',
  dcmitype: 'DCMI Type Vocabulary',
  dcterms: 'DCMI Metadata Terms',
  foaf: 'FOAF',
  madsrdf: 'MADS/RDF',
  oa: 'Web Annotation',
  org: 'Organization Ontology',
  prov: 'PROV-O',
  rico: 'Records in Contexts (RiC-O)',
  schema: 'schema.org',
  skos: 'SKOS',
}

export function Alignment({ iri, site, terms }: Words & { iri: string }): VNode | null {
  const rows = RELATIONS.flatMap(([predicate, relation]) =>
    terms.about
      .all(iri, predicate)
      .filter(({ termType, value }) => termType === 'NamedNode' && terms.kind(value) === undefined)
      .map(({ value }) => ({ relation, value })),
  )
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="elsewhere">
      <h2 id="elsewhere">In other vocabularies</h2>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">It is</th>
              <th scope="col">Term</th>
              <th scope="col">Of</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ relation, value }) => (
              <tr key={relation + value}>
                <td>{relation}</td>
                <td>
                  <a href={href(site, value)}>
                    <code>{shortName(value)}</code>
                  </a>
                </td>
                <td>{vocabularyOf(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function vocabularyOf(iri: string): string {
  const [prefix = ''] = Object.entries(PREFIXES).find(([, namespace]) => iri.startsWith(namespace)) ?? []
  return NAMES[prefix] ?? new URL(iri).host
}
