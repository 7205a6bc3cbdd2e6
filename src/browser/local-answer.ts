/** An answer as elements of a page, with links to the pages of the site. */
import type { JsonTerm, SparqlJson } from '../rdf/sparql-json.ts'

/** Where the site is. */
export interface Place {
  /** Path of the front page, without a slash at the end. */
  readonly root: string
  /** Base of the collection's IRIs. */
  readonly base: string
}

/** Rows that a page shows; a file has all. */
const MOST = 2000

/** @param found rows, yes or no, or statements as N-Triples */
export function answerElement(found: SparqlJson | string, place: Place): { element: HTMLElement; size: string } {
  if (typeof found === 'string') {
    const lines = found.split('\n').filter(Boolean)
    const listing = document.createElement('pre')
    listing.textContent = lines.slice(0, MOST).join('\n')
    return { element: listing, size: sizeOf(lines.length, 'statement') }
  }
  if (found.boolean !== undefined) {
    const verdict = document.createElement('p')
    verdict.className = 'verdict'
    verdict.append(textElement('strong', found.boolean ? 'Yes' : 'No'))
    return { element: verdict, size: '1 answer' }
  }
  const rows = found.results?.bindings ?? []
  return { element: table(found.head.vars ?? [], rows.slice(0, MOST), place), size: sizeOf(rows.length, 'row') }
}

function sizeOf(count: number, noun: string): string {
  const size = `${count === 0 ? 'No' : count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
  return count > MOST ? `${size}, the first ${MOST.toLocaleString('en')} shown: a file has all` : size
}

function table(
  names: readonly string[],
  rows: readonly Readonly<Record<string, JsonTerm>>[],
  place: Place,
): HTMLElement {
  const frame = document.createElement('section')
  frame.className = 'wide'
  frame.tabIndex = 0
  frame.setAttribute('aria-label', 'Answer as a table')
  const answer = document.createElement('table')
  answer.className = 'answer'
  const head = answer.createTHead().insertRow()
  for (const name of names) {
    const cell = textElement('th', name)
    cell.scope = 'col'
    head.append(cell)
  }
  const body = answer.createTBody()
  for (const row of rows) {
    const line = body.insertRow()
    for (const name of names) {
      const term = row[name]
      line.insertCell().append(...(term === undefined ? [] : termNodes(term, place)))
    }
  }
  frame.append(answer)
  return frame
}

function termNodes({ type, value, 'xml:lang': language }: JsonTerm, place: Place): Node[] {
  if (type === 'bnode') return [new Text(`_:${value}`)]
  if (type === 'uri') {
    const link = textElement('a', value.startsWith(`${place.base}/id/`) ? value.slice(place.base.length + 4) : value)
    link.href = addressOf(value, place)
    // Only addresses of the web lead anywhere.
    return /^https?:/.test(value) ? [link] : [new Text(value)]
  }
  const text = textElement('span', value)
  text.className = 'value'
  text.dir = 'auto'
  if (language === undefined) return [text]
  text.lang = language
  const tag = textElement('span', language)
  tag.className = 'type'
  return [text, new Text(' '), tag]
}

/** Our own things have their pages in files. */
function addressOf(iri: string, { root, base }: Place): string {
  const [, path, fragment = ''] =
    (iri.startsWith(`${base}/id/`) && /^([^#]*)(#.*)?$/.exec(iri.slice(base.length + 3))) || []
  return path === undefined ? iri : `${root}${path}.html${fragment}`
}

function textElement<K extends keyof HTMLElementTagNameMap>(name: K, text: string): HTMLElementTagNameMap[K] {
  const element = document.createElement(name)
  element.textContent = text
  return element
}
