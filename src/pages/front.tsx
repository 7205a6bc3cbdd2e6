/** The front page: what the collection holds and how to use it. */
import type { ComponentChildren, VNode } from 'preact'
import type { Kind } from '../iris.ts'
import type { Question } from './examples.tsx'
import { renderPage } from './layout.tsx'
import { plural, type Site } from './page.ts'
import { WordsForm } from './search-form.tsx'

export interface FrontPage {
  readonly site: Site
  readonly counts: readonly { readonly kind: Kind; readonly count: number }[]
  readonly triples: number
  readonly questions: readonly Question[]
}

/** Ready questions that are shown of each sort. */
const SHOWN = 6

/** HTML of the front page. */
export function frontPage({ site, counts, triples, questions }: FrontPage): string {
  const { base } = site.iris
  return renderPage(
    { site, title: site.dataset.title ?? 'Dragoman', canonical: `${base}/` },
    <>
      <h1>{site.dataset.title ?? 'Diplomatic documents as linked data'}</h1>
      {site.dataset.description !== undefined && <p>{site.dataset.description}</p>}
      {site.isStatic !== true && <WordsForm site={site} />}
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
        words of its text that say so.
      </p>
      {site.isStatic !== true && (
        <Ready
          questions={questions.filter(({ form }) => form !== undefined)}
          link={({ form }) => `${site.root}/ask?${form}`}
        >
          <a href={`${site.root}/ask`}>Ask with a form</a>: choose what you look for and what has to be true of it.
          These open in the form, with their answers:
        </Ready>
      )}
      <Ready
        questions={questions.filter(({ form }) => form === undefined || site.isStatic === true)}
        link={({ id }) => `${site.root}/sparql?example=${id}`}
      >
        <a href={`${site.root}/sparql`}>Ask in SPARQL</a>, without limits; these are ready to run:
      </Ready>
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

interface ReadyProps {
  readonly questions: readonly Question[]
  readonly link: (question: Question) => string
  readonly children: ComponentChildren
}

function Ready({ questions, link, children }: ReadyProps): VNode {
  return (
    <>
      <p>{children}</p>
      <ul>
        {questions.slice(0, SHOWN).map((question) => (
          <li key={question.id}>
            <a href={link(question)}>{question.sentence}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
