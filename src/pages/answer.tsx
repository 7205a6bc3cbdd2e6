/** The answer to a query on its page: a table, a word, or a listing of statements, with links to our pages. */
import type { Quad, Term } from '@rdfjs/types'
import type { VNode } from 'preact'
import { PREFIXES } from '../rdf/prefixes.ts'
import type { JsonTerm, SparqlJson } from '../rdf/sparql-json.ts'
import { kindName } from './description.ts'
import { href, type Site } from './page.ts'

export type Answered =
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'bindings'; readonly found: SparqlJson }
  | { readonly kind: 'graph'; readonly quads: readonly Quad[] }

/** Of our terms: concepts have no prefix. */
const TERMS = 'https://w3id.org/diplomacy/'
const XSD = 'http://www.w3.org/2001/XMLSchema#'
const NUMBERS = new Set(
  ['integer', 'decimal', 'double', 'float', 'int', 'long', 'nonNegativeInteger'].map((name) => XSD + name),
)

/** How many rows or statements there are, in words; undefined for yes or no. */
export function sizeOf(answer: Answered): string | undefined {
  if (answer.kind === 'boolean') return undefined
  const isGraph = answer.kind === 'graph'
  const count = isGraph ? answer.quads.length : (answer.found.results?.bindings.length ?? 0)
  const noun = isGraph ? 'statement' : 'row'
  return `${count === 0 ? 'No' : count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}

/** A column of addresses and one of the names of the same things: for readers one column of links. */
export interface NamedColumns {
  readonly thing: string
  readonly name: string
}

interface AnswerBodyProps {
  readonly site: Site
  readonly answer: Answered
  /** Shows a table to readers rather than to who wrote the query: names for addresses, no datatypes. */
  readonly named?: NamedColumns | undefined
}

/** What the query gave. */
export function AnswerBody({ site, answer, named }: AnswerBodyProps): VNode | null {
  switch (answer.kind) {
    case 'boolean':
      return (
        <p class="verdict">
          <strong>{answer.value ? 'Yes' : 'No'}</strong>
        </p>
      )
    case 'bindings':
      return <Table site={site} found={answer.found} named={named} />
    case 'graph':
      return <Statements site={site} quads={answer.quads} />
  }
}

interface TableProps extends Pick<AnswerBodyProps, 'site' | 'named'> {
  readonly found: SparqlJson
}

function Table({ site, found, named }: TableProps): VNode | null {
  const variables = (found.head.vars ?? []).filter((v) => v !== named?.thing)
  const rows = found.results?.bindings ?? []
  if (rows.length === 0) return null
  const classOf = new Map(
    variables.map((v) => [v, rows.every(({ [v]: term }) => isNumber(term)) ? 'number' : undefined] as const),
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls in its frame, which the keyboard has to reach
    <section class="wide" aria-label="Answer as a table" tabIndex={0}>
      <table class="answer">
        <thead>
          <tr>
            {variables.map((v) => (
              <th key={v} scope="col" class={classOf.get(v)}>
                {named === undefined ? v : kindName(v)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={String(i)}>
              {variables.map((v) => (
                <td key={v} class={classOf.get(v)}>
                  {named === undefined ? (
                    <Cell site={site} term={row[v]} />
                  ) : (
                    <Words site={site} term={row[v]} of={v === named.name ? row[named.thing] : undefined} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const isNumber = (term: JsonTerm | undefined): boolean => term === undefined || NUMBERS.has(term.datatype ?? '')

function Cell({ site, term }: { site: Site; term: JsonTerm | undefined }): VNode | null {
  if (term === undefined) return null
  if (term.type === 'uri') return <Iri site={site} iri={term.value} />
  if (term.type === 'bnode') return <>_:{term.value}</>
  return <Literal value={term.value} language={term['xml:lang'] ?? ''} datatype={term.datatype ?? ''} />
}

/** A value as a reader reads it. @param of what it is the name of */
function Words({ site, term, of }: { site: Site; term: JsonTerm | undefined; of: JsonTerm | undefined }): VNode | null {
  if (term === undefined || term.type !== 'literal') return <Cell site={site} term={term} />
  const link = of === undefined ? '' : href(site, of.value)
  const words = (
    <span class="value" lang={term['xml:lang']} dir="auto">
      {term.value}
    </span>
  )
  return link === '' ? words : <a href={link}>{words}</a>
}

/** The statements of a graph, those of one subject together. */
function Statements({ site, quads }: { site: Site; quads: readonly Quad[] }): VNode {
  const subjects = new Map<string, { subject: Term; properties: Map<string, Term[]> }>()
  for (const { subject, predicate, object } of quads) {
    const key = `${subject.termType} ${subject.value}`
    const about = subjects.get(key) ?? { subject, properties: new Map<string, Term[]>() }
    subjects.set(key, about)
    const objects = about.properties.get(predicate.value)
    if (objects === undefined) about.properties.set(predicate.value, [object])
    else objects.push(object)
  }
  return (
    <>
      {[...subjects].map(([key, { subject, properties }]) => (
        <section key={key} class="statements">
          <h3>
            <RdfTerm site={site} term={subject} />
          </h3>
          <dl class="facts">
            {[...properties].map(([predicate, objects]) => (
              <>
                <dt>
                  <Iri site={site} iri={predicate} />
                </dt>
                {objects.map((object) => (
                  <dd key={`${object.termType} ${object.value}`}>
                    <RdfTerm site={site} term={object} />
                  </dd>
                ))}
              </>
            ))}
          </dl>
        </section>
      ))}
    </>
  )
}

function RdfTerm({ site, term }: { site: Site; term: Term }): VNode {
  if (term.termType === 'NamedNode') return <Iri site={site} iri={term.value} />
  if (term.termType !== 'Literal') return <>_:{term.value}</>
  return <Literal value={term.value} language={term.language} datatype={term.datatype.value} />
}

/** A literal with its language or datatype beside it, unless it is a mere text. */
function Literal({ value, language, datatype }: { value: string; language: string; datatype: string }): VNode {
  if (language !== '')
    return (
      <>
        <span class="value" lang={language} dir="auto">
          {value}
        </span>{' '}
        <span class="type">{language}</span>
      </>
    )
  const text = (
    <span class="value" dir="auto">
      {value}
    </span>
  )
  if (datatype === '' || datatype === `${XSD}string` || NUMBERS.has(datatype)) return text
  return (
    <>
      {text} <span class="type">{shortened(datatype) ?? datatype}</span>
    </>
  )
}

/** A link with as much of the IRI as one needs to know it; a well-known namespace by its prefix. */
function Iri({ site, iri }: { site: Site; iri: string }): VNode {
  const link = href(site, iri)
  const own = [`${site.iris.base}/id/`, TERMS].find((begins) => iri.startsWith(begins))
  const text = shortened(iri) ?? (own === undefined ? iri : iri.slice(own.length))
  if (link === '') return <>{text}</>
  return (
    <a href={link} title={text === iri ? undefined : iri}>
      {text}
    </a>
  )
}

const NAMESPACES = Object.entries(PREFIXES)

function shortened(iri: string): string | undefined {
  const found = NAMESPACES.find(([, namespace]) => iri.startsWith(namespace) && iri.length > namespace.length)
  if (found === undefined) return undefined
  const local = iri.slice(found[1].length)
  return /[/#?]/.test(local) ? undefined : `${found[0]}:${local}`
}
