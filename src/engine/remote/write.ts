/** One answer of a store, read and written anew. */
import { formatByMediaType } from '../../rdf/formats.ts'
import { parse } from '../../rdf/parse.ts'
import { serialise } from '../../rdf/serialise.ts'
import { readRows, writeRows } from './results.ts'

/** What a store gave, and what it is to become. Plain values: they cross thread borders. */
export interface Draft {
  /** Rows in SPARQL 1.1 Query Results JSON, or statements in N-Triples. */
  readonly kind: 'rows' | 'graph'
  readonly bytes: Uint8Array
  readonly mediaType: string
}

export interface Written {
  readonly body: Uint8Array
  /** How many there are, where it is rows. */
  readonly rows?: number
}

/** @throws Error where the text is none, or not whole */
export async function write({ kind, bytes, mediaType }: Draft): Promise<Written> {
  const text = new TextDecoder().decode(bytes)
  if (kind === 'rows') {
    const result = readRows(text)
    return { body: encoded(writeRows(result, mediaType)), rows: result.rows.length }
  }
  const format = formatByMediaType(mediaType)
  if (format === undefined) throw new Error(`graphs cannot be written as ${mediaType}`)
  return { body: encoded(serialise(await parse(text, 'ntriples'), format.key)) }
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text)
