/** The front page: what the collection holds and how to use it. */
import type { Kind } from '../iris.ts'
import { renderPage } from './layout.tsx'
import { plural, type Site } from './page.ts'

export interface FrontPage {
  readonly site: Site
  readonly counts: readonly { readonly kind: Kind; readonly count: number }[]
  readonly triples: number
  /** Example questions: number, sentence. */
  readonly questions: readonly { readonly id: string; readonly sentence: string }[]
}

/** HTML of the front page. */
export function frontPage({ site, counts, triples, questions }: FrontPage): string {
  const { base } = site.iris
  return renderPage(
    { site, title: site.dataset.title ?? 'Dragoman', canonical: `${base}/` },
    <>
      <h1>{site.dataset.title ?? 'Diplomatic documents as linked data'}</h1>
      {site.dataset.description !== undefined && <p>{site.dataset.description}</p>}
      <ul class="cards">
        {counts
          .filter(({ count }) => count > 0)
          .map(({ kind, count }) => (
            <li key={kind}>
              <a href={`${site.root}/${kind}/`}>
                <strong>{count.toLocaleString('en')}</strong>
                {plural(kind)}
              </a>
            </li>
          ))}
      </ul>
      <h2>Ask</h2>
      <p>
        Every page is also data: {triples.toLocaleString('en')} statements, each from the form of a document or with the
        words of its text that say so. Ask them in SPARQL; these questions are ready to run:
      </p>
      <ul>
        {questions.slice(0, 8).map(({ id, sentence }) => (
          <li key={id}>
            <a href={`${site.root}/sparql?example=${id}`}>{sentence}</a>
          </li>
        ))}
      </ul>
      <h2>Take</h2>
      <ul>
        <li>
          <a href={`${site.root}/dumps/`}>Dumps</a> of everything in six RDF forms, with checksums.
        </li>
        <li>
          <a href={`${site.root}/dataset`}>Description of the dataset</a> (VoID, DCAT, schema.org).
        </li>
        <li>
          <a href={`${site.root}/sparql`}>SPARQL endpoint</a>; <a href={`${site.root}/ontology`}>ontology</a>;{' '}
          <a href={`${site.root}/shapes`}>shapes</a>.
        </li>
        <li>
          Any thing by its address: ask <code>{base}/id/…</code> for Turtle, JSON-LD, RDF/XML, N-Triples, N-Quads or
          TriG with <code>Accept</code>, or put <code>.ttl</code> and so on behind the address of its page.
        </li>
      </ul>
    </>,
  )
}
