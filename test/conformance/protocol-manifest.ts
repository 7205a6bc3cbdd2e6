/** Reads the manifest of the W3C SPARQL 1.1 Protocol tests into plain requests. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Term } from '@rdfjs/types'
import { DataFactory, Parser, Store } from 'n3'

const FOLDER = join(import.meta.dirname, '../../../shared/suites/rdf-tests/sparql/sparql11/protocol')
const MF = 'http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#'
const HT = 'http://www.w3.org/2011/http#'
const CNT = 'http://www.w3.org/2011/content#'
const UT = 'http://www.w3.org/2009/sparql/tests/test-update#'
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#'
const BASE = 'http://www.w3.org/protocol/'

export const isThere = existsSync(FOLDER)

export interface ProtocolRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | undefined
  /** `2xx`, `3xx`, `4xx`: one of them. */
  readonly statuses: readonly string[]
  readonly boolean: boolean | undefined
  readonly format: string | undefined
}

export interface ProtocolTest {
  readonly id: string
  readonly name: string
  /** Graphs that have to be there before. */
  readonly graphs: readonly { readonly iri: string; readonly ntriples: string }[]
  readonly requests: readonly ProtocolRequest[]
}

export function readManifest(): ProtocolTest[] {
  const store = new Store(new Parser({ baseIRI: BASE }).parse(readFileSync(join(FOLDER, 'manifest.ttl'), 'utf8')))
  const all = (subject: Term, property: string): Term[] =>
    store.getObjects(subject, DataFactory.namedNode(property), null)
  const one = (subject: Term, property: string): Term => {
    const [value] = all(subject, property)
    if (value === undefined) throw new Error(`${subject.value} has no ${property}`)
    return value
  }
  const text = (subject: Term, property: string) => all(subject, property)[0]?.value
  const list = (node: Term): Term[] =>
    node.value === `${RDF}nil` ? [] : [one(node, `${RDF}first`), ...list(one(node, `${RDF}rest`))]

  const requestOf = (request: Term): ProtocolRequest => {
    const [body] = all(request, `${HT}body`)
    const [headers] = all(request, `${HT}headers`)
    const response = one(request, `${HT}resp`)
    const boolean = text(response, `${MF}expectedBoolean`)
    const encoding = body && text(body, `${CNT}characterEncoding`) === 'UTF-16' ? 'utf16le' : 'utf8'
    return {
      method: text(request, `${HT}methodName`) ?? 'GET',
      path: text(request, `${HT}absolutePath`) ?? '/sparql/',
      headers: Object.fromEntries(
        (headers === undefined ? [] : list(headers)).map((header) => [
          text(header, `${HT}fieldName`) ?? '',
          text(header, `${HT}fieldValue`) ?? '',
        ]),
      ),
      body: body && Buffer.from(text(body, `${CNT}chars`) ?? '', encoding),
      statuses: all(response, `${MF}expectedStatus`).map(({ value }) => value.slice(-3)),
      boolean: boolean === undefined ? undefined : boolean === 'true',
      format: text(response, `${MF}expectedFormat`),
    }
  }
  return list(one(DataFactory.namedNode(BASE), `${MF}entries`)).map((test) => ({
    id: test.value.slice(test.value.indexOf('#') + 1),
    name: text(test, `${MF}name`) ?? '',
    graphs: all(test, `${UT}graphData`).map((data) => ({
      iri: text(data, `${RDFS}label`) ?? '',
      ntriples: readFileSync(join(FOLDER, one(data, `${UT}graph`).value.slice(BASE.length)), 'utf8'),
    })),
    requests: list(one(one(test, `${MF}action`), `${HT}requests`)).map(requestOf),
  }))
}
