/** Text to quads in any format of the table. Nothing is ever fetched: a remote JSON-LD context is an error. */
import type { NamedNode, Quad } from '@rdfjs/types'
import { DataFactory, type Quad as N3Quad, Parser } from 'n3'
import type { FormatKey } from './formats.ts'
import { FORMATS } from './formats.ts'

async function parseJsonld(text: string, base: string | undefined): Promise<Quad[]> {
  // A large package that few runs need.
  const { default: jsonld } = await import('jsonld')
  let refused: string | undefined
  const documentLoader = async (url: string): Promise<never> => {
    refused = url
    throw new Error('not fetched')
  }
  const options = { format: 'application/n-quads', documentLoader, ...(base !== undefined && { base }) } as const
  const nquads = await jsonld.toRDF(JSON.parse(text), options).catch((error: Error) => {
    if (refused === undefined) throw error
    throw new Error(`The JSON-LD context ${refused} is not in the file, and is not fetched. Write it into the file.`)
  })
  return new Parser({ format: 'application/n-quads' }).parse(String(nquads))
}

async function parseRdfxml(text: string, base: string | undefined): Promise<Quad[]> {
  const { RdfXmlParser } = await import('rdfxml-streaming-parser')
  return new Promise((resolve, reject) => {
    const quads: Quad[] = []
    const parser = new RdfXmlParser(base === undefined ? {} : { baseIRI: base })
    parser
      .on('data', (quad: Quad) => quads.push(quad))
      .on('error', reject)
      .on('end', () => resolve(quads))
    parser.end(text)
  })
}

/**
 * The quads of a text. Relative IRIs are resolved against `base`.
 * @throws Error in the parser's words, with the line where it knows it.
 */
export async function parse(text: string, format: FormatKey, base?: string): Promise<Quad[]> {
  if (format === 'jsonld') return parseJsonld(text, base)
  if (format === 'rdfxml') return parseRdfxml(text, base)
  return parseTurtleFamily(text, format, base)
}

/** The same for Turtle, TriG, N-Triples and N-Quads, at once. */
export function parseTurtleFamily(
  text: string,
  format: Exclude<FormatKey, 'jsonld' | 'rdfxml'>,
  base?: string,
): N3Quad[] {
  return new Parser({ format: FORMATS[format].mediaType, ...(base !== undefined && { baseIRI: base }) }).parse(text)
}

/** The same statements in another graph. */
export const inGraph = (quads: readonly Quad[], graph: string): N3Quad[] => {
  const node = DataFactory.namedNode(graph)
  return quads.map(({ subject, predicate, object }) =>
    DataFactory.quad(subject as NamedNode, predicate as NamedNode, object as NamedNode, node),
  )
}
