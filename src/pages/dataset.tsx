/** The dataset's page: what it holds, who publishes it, under which licence, and every way to take it. */
import type { Quad } from '@rdfjs/types'
import { missingForCmif } from '../crosswalk/cmif.ts'
import { dcat } from '../rdf/vocabulary/dcat.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { schema } from '../rdf/vocabulary/schema.ts'
import { voidTerms } from '../rdf/vocabulary/void.ts'
import { createDescription } from './description.ts'
import { renderPage } from './layout.tsx'
import { type Alternate, href, type Site } from './page.ts'
import { type Context, Facts, fact, Resource } from './parts.tsx'
import { schemaOrg } from './schema-org.ts'

export interface DatasetPage {
  readonly site: Site
  /** IRI of the dataset. */
  readonly iri: string
  /** The graph of the release. */
  readonly quads: readonly Quad[]
  readonly alternates: readonly Alternate[]
}

/** HTML of the description of the dataset. */
export function datasetPage({ site, iri, quads, alternates }: DatasetPage): string {
  const context: Context = { site, about: createDescription(quads) }
  const { about } = context
  const title = about.text(iri, dcterms.title) || 'The dataset'
  const dumps = about
    .all(iri, dcat.distribution)
    .map(({ value }) => value)
    .filter((dump) => about.one(dump, dcat.downloadURL) !== undefined)
  const partitions = [...about.all(iri, voidTerms.classPartition)]
    .map(({ value }) => ({
      term: about.text(value, voidTerms.class),
      count: Number(about.text(value, voidTerms.entities)),
    }))
    .filter(({ term }) => term.startsWith('https://w3id.org/diplomacy/'))
    .sort((a, b) => b.count - a.count || (a.term < b.term ? -1 : 1))
  return renderPage(
    { site, title, canonical: iri, alternates, section: 'dataset', jsonLd: schemaOrg(about, iri) },
    <>
      <h1>{title}</h1>
      {about.text(iri, dcterms.description) !== '' && <p>{about.text(iri, dcterms.description)}</p>}
      <Facts
        facts={[
          fact(context, 'Publisher', iri, dcterms.publisher),
          fact(context, 'Creator', iri, dcterms.creator),
          site.dataset.license === undefined
            ? undefined
            : ['Licence', <a href={site.dataset.license}>{site.dataset.license}</a>],
          fact(context, 'Covers the time', iri, schema.temporalCoverage),
          fact(context, 'Covers the places', iri, dcterms.spatial),
          fact(context, 'Subjects', iri, dcat.theme),
          fact(context, 'Languages', iri, schema.inLanguage),
          fact(context, 'Statements', iri, voidTerms.triples),
          fact(context, 'Version', iri, dcat.version),
          fact(context, 'Begun', iri, dcterms.created),
          fact(context, 'Published', iri, dcterms.modified),
        ]}
      />
      <h2 id="dumps">Dumps</h2>
      <p>
        Checksums: <a href={`${site.root}/dumps/SHA256SUMS`}>SHA256SUMS</a>. The names below lead to this version, which
        never changes; <code>/dumps/all.nt</code> and so on lead to the newest.
      </p>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">What</th>
              <th scope="col" class="number">
                Bytes
              </th>
            </tr>
          </thead>
          <tbody>
            {dumps.map((dump) => (
              <tr key={dump}>
                <td>
                  <a href={href(site, about.text(dump, dcat.downloadURL))}>{about.text(dump, dcterms.title)}</a>
                </td>
                <td>{about.text(dump, dcterms.description)}</td>
                <td class="number">{Number(about.text(dump, dcat.byteSize)).toLocaleString('en')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h2 id="services">Services</h2>
      <ul>
        <li>
          <a href={`${site.root}/sparql`}>SPARQL endpoint</a>: queries over all statements, with a form and examples.
        </li>
        <li>
          <a href={`${site.root}/.well-known/api-catalog`}>Catalogue of interfaces</a>: every way for programs to take
          the collection.
        </li>
        <li>
          <a href={`${site.root}/sitemap.xml`}>Sitemap</a>: the address of every page, with the time of its last change.
        </li>
      </ul>
      <h2 id="correspondence">The correspondence for other programs</h2>
      <ul>
        {missingForCmif(site.dataset).length === 0 && (
          <li>
            <a href={`${site.root}/cmif.xml`}>cmif.xml</a>: TEI CMIF, for correspSearch
          </li>
        )}
        <li>
          <a href={`${site.root}/edges.csv`}>edges.csv</a> and <a href={`${site.root}/nodes.csv`}>nodes.csv</a>: the
          network of letters, for Gephi, igraph and networkx
        </li>
      </ul>
      <h2 id="contents">What it holds</h2>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">Class</th>
              <th scope="col" class="number">
                Things
              </th>
            </tr>
          </thead>
          <tbody>
            {partitions.map(({ term, count }) => (
              <tr key={term}>
                <td>
                  <Resource context={context} iri={term} />
                </td>
                <td class="number">{count.toLocaleString('en')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>,
  )
}
