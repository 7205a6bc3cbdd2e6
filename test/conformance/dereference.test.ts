/**
 * Every IRI of the base in the sample's data leads to RDF that speaks of it, in each of the six forms the same graph,
 * and all of it together is the dump.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Quad } from '@rdfjs/types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FORMATS } from '../../src/rdf/formats.ts'
import { tripleLine } from '../../src/rdf/nquads.ts'
import { parse, parseTurtleFamily } from '../../src/rdf/parse.ts'
import { type Served, serveSample } from '../served.ts'

let served: Served
let dump: readonly Quad[]
/** IRIs of the base, by the address that is asked for them. */
let byAddress: ReadonlyMap<string, readonly string[]>

beforeAll(async () => {
  served = await serveSample()
  dump = parseTurtleFamily(readFileSync(join(served.release, 'current/dumps/all.nq'), 'utf8'), 'nquads')
  const terms = dump.flatMap(({ subject, object, graph }) => [subject, object, graph])
  const iris = [...new Set(terms.filter(({ termType }) => termType === 'NamedNode').map(({ value }) => value))]
  const groups = new Map<string, string[]>()
  for (const iri of iris.filter((value) => value.startsWith(`${served.address}/`))) {
    const address = iri.replace(/#.*/, '')
    groups.set(address, [...(groups.get(address) ?? []), iri])
  }
  byAddress = groups
})
afterAll(() => served?.stop())

const linesOf = (quads: readonly Quad[]): string[] => [...new Set(quads.map(tripleLine))].sort()

async function fetchQuads(address: string, accept: string): Promise<readonly Quad[]> {
  const response = await fetch(address, { headers: { accept } })
  expect(`${response.status} ${response.headers.get('content-type')} ${address}`).toBe(`200 ${accept} ${address}`)
  const format = Object.values(FORMATS).find(({ mediaType }) => mediaType === accept)
  if (format === undefined) throw new Error(accept)
  return parse(await response.text(), format.key, response.url)
}

describe('the sample', () => {
  test('has things of many kinds', () => expect(byAddress.size).toBeGreaterThan(200))

  test('every IRI leads to RDF that speaks of it', async () => {
    const silent: string[] = []
    for (const [address, iris] of byAddress) {
      const quads = await fetchQuads(address, 'text/turtle')
      const named = new Set(quads.flatMap(({ subject, object }) => [subject.value, object.value]))
      if (address.includes('/graph/')) continue
      silent.push(...iris.filter((iri) => !named.has(iri)))
    }
    expect(silent).toEqual([])
  })

  test('each form has the same graph', { timeout: 400_000 }, async () => {
    const differing: string[] = []
    for (const address of byAddress.keys()) {
      const graphs = await Promise.all(
        Object.values(FORMATS).map(async ({ mediaType }) => linesOf(await fetchQuads(address, mediaType)).join('\n')),
      )
      if (new Set(graphs).size > 1) differing.push(address)
    }
    expect(differing).toEqual([])
  })

  test('all graphs together are the dump', async () => {
    const graphs = [...byAddress.keys()].filter((address) => address.includes('/graph/'))
    const union: Quad[] = []
    for (const address of graphs) union.push(...(await fetchQuads(address, 'application/n-quads')))
    const wanted = new Set(linesOf(dump))
    expect(linesOf(union).filter((line) => wanted.has(line))).toEqual([...wanted])
  })
})
