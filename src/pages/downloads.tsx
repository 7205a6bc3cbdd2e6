/** An answer to take away: in every form, as an address, as a program. */
import type { VNode } from 'preact'
import { FORMATS } from '../rdf/formats.ts'
import type { Site } from './page.ts'
import type { Snippet } from './snippets.ts'

/** An address that is longer is refused by servers, ours and proxies. */
const LONGEST_ADDRESS = 8000

/** Short name and label of the forms of a table. */
export const TABLES = [
  ['csv', 'CSV'],
  ['tsv', 'TSV'],
  ['json', 'JSON'],
  ['xml', 'XML'],
] as const
export const GRAPHS = ([FORMATS.turtle, FORMATS.ntriples, FORMATS.rdfxml, FORMATS.jsonld] as const).map(
  ({ key, label }) => [key, label] as const,
)

interface DownloadsProps {
  readonly site: Site
  /** Where programs send the query: an absolute address, with the parameters of its dataset. */
  readonly endpoint: string
  readonly query: string
  readonly formats: readonly (readonly [key: string, label: string])[]
}

/** The answer in other forms, and the address of the query. */
export function Downloads({ site, endpoint, query, formats }: DownloadsProps): VNode {
  const dataset = endpoint.includes('?') ? `&${endpoint.slice(endpoint.indexOf('?') + 1)}` : ''
  const address = `${site.root}/sparql?query=${encodeURIComponent(query)}${dataset}`
  if (address.length > LONGEST_ADDRESS)
    return <p class="small">The query is too long for an address: the programs below send it in the body.</p>
  return (
    <p class="downloads">
      Download:{' '}
      {formats.map(([key, label], i) => (
        <>
          {i > 0 && ' · '}
          <a href={`${address}&format=${key}`}>{label}</a>
        </>
      ))}
      <br />
      <a href={address} rel="bookmark" data-copy="the permanent link" data-value={absolute(endpoint, address)}>
        Permanent link
      </a>{' '}
      to this query, not to this answer: it is asked again of the collection as it is then.
    </p>
  )
}

const absolute = (endpoint: string, address: string): string =>
  (endpoint.split('?', 1)[0] ?? '') + address.slice(address.indexOf('?'))

/** The query in four languages. */
export function Programs({ code }: { code: readonly Snippet[] }): VNode {
  return (
    <details class="programs">
      <summary>The same query in a program: curl, Python, R, JavaScript</summary>
      {code.map((snippet) => (
        <Program key={snippet.language} snippet={snippet} />
      ))}
    </details>
  )
}

function Program({ snippet: { language, needs, code } }: { snippet: Snippet }): VNode {
  const id = `program-${language.toLowerCase()}`
  return (
    <section class="program" aria-labelledby={id}>
      <h3 id={id}>
        {language} <span class="small">{needs}</span>
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll in their frame, which the keyboard has to reach */}
      <pre data-copy={`the program in ${language}`} tabIndex={0}>
        {code}
      </pre>
    </section>
  )
}
