/** What the views are drawn from, against the same asked of the statements in SPARQL; and hard cases by hand. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { Store } from 'oxigraph'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dcterms } from '../../src/rdf/vocabulary/dcterms.ts'
import { dip } from '../../src/rdf/vocabulary/dip.ts'
import { prov } from '../../src/rdf/vocabulary/prov.ts'
import { rdf } from '../../src/rdf/vocabulary/rdf.ts'
import { rdfs } from '../../src/rdf/vocabulary/rdfs.ts'
import { documentType, factuality } from '../../src/rdf/vocabulary/schemes.ts'
import { xsd } from '../../src/rdf/vocabulary/xsd.ts'
import { currentFolder, openRelease, type Release } from '../../src/release/read.ts'
import type { Relation } from '../../src/release/relations.ts'
import type { Views } from '../../src/release/views.ts'
import { buildSample, type Sample } from '../crosswalk/sample.ts'
import { facts, iris, release } from './collection.ts'

const { namedNode, literal, quad } = DataFactory

describe('of the sample', () => {
  let sample: Sample
  let views: Views
  const store = new Store()
  beforeAll(async () => {
    sample = await buildSample()
    store.load(readFileSync(join(sample.release.directory, 'dumps/all.nq'), 'utf8'), { format: 'application/n-quads' })
    if (sample.release.views === undefined) throw new Error('The sample has no views.')
    views = sample.release.views
  }, 120_000)
  afterAll(() => sample.remove())

  /** Rows as text, sorted; IRIs of ours as kind and slug. */
  const asked = (query: string): string[] =>
    (
      store.query(
        `PREFIX dip: <${dip.iri}> PREFIX dcterms: <${dcterms.iri}> PREFIX fact: <${factuality.iri}> ${query}`,
        { results_format: 'text/tab-separated-values', use_default_graph_as_union: true },
      ) as string
    )
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.replace(/<http:\/\/example\.org\/id\/([^>]*)>/g, '$1').replaceAll('"', ''))
      .sort()
  const DOCUMENT = 'FILTER(STRSTARTS(STR(?d), "http://example.org/id/document/") && !CONTAINS(STR(?d), "#"))'

  const counted = async (relation: Relation, kinds = false) => {
    const sums = new Map<string, number>()
    for (const { a, b, kind, count } of await views.ties(relation)) {
      const key = kinds ? `${a}\t${b}\t${kind}` : `${a}\t${b}`
      sums.set(key, (sums.get(key) ?? 0) + count)
    }
    return [...sums].map(([key, count]) => `${key}\t${count}`).sort()
  }

  test('documents by year', async () => {
    const sums = new Map<string, number>()
    for (const { period, what, count } of await views.periods())
      if (what === 'document' && period.length === 4) sums.set(period, (sums.get(period) ?? 0) + count)
    const rows = asked(`SELECT ?year (COUNT(DISTINCT ?d) AS ?n) {
      ?d dip:dateEarliest ?from ; dip:dateLatest ?to FILTER(YEAR(?from) = YEAR(?to)) ${DOCUMENT}
      BIND(STR(YEAR(?from)) AS ?year)
    } GROUP BY ?year`)
    expect([...sums].map(([year, count]) => `${year}\t${count}`).sort()).toEqual(rows)
    expect(rows.length).toBeGreaterThan(8)
  })

  test('every document and every actual event is counted once, dated or not', async () => {
    const total = async (what: string, digits: readonly number[]) =>
      (await views.periods())
        .filter((one) => one.what === what && digits.includes(one.period.length))
        .reduce((sum, { count }) => sum + count, 0)
    const { documents } = sample.release.manifest.counts
    expect(await total('document', [0, 4])).toBe(documents)
    const events = asked('SELECT (COUNT(DISTINCT ?e) AS ?n) { ?e a dip:Event ; dip:factuality fact:actual }')
    expect([String(await total('event', [0, 4]))]).toEqual(events)
  })

  test('who wrote to whom', async () => {
    const rows = asked(`SELECT ?a ?b (COUNT(DISTINCT ?document) AS ?n) {
      ?d a dip:Correspondence ; dip:addressee|dip:ultimateAddressee ?b .
      { ?d dip:sender ?a } UNION { ?d dip:author|dip:signatory ?a FILTER NOT EXISTS { ?d dip:sender ?any } }
      BIND(STRBEFORE(CONCAT(STR(?d), "#"), "#") AS ?document)
    } GROUP BY ?a ?b`)
    expect(await counted('letters')).toEqual(rows)
    expect(rows.length).toBeGreaterThan(5)
  })

  test('who met whom', async () => {
    const rows = asked(`SELECT ?a ?b (COUNT(DISTINCT ?e) AS ?n) {
      ?e a dip:Event ; dip:factuality fact:actual ; dip:participant ?a, ?b FILTER(STR(?a) < STR(?b))
    } GROUP BY ?a ?b`)
    expect(await counted('meetings')).toEqual(rows)
    expect(rows.length).toBeGreaterThan(10)
  })

  test('who asked what of whom', async () => {
    const rows =
      asked(`SELECT ?a ?b (LCASE(STRBEFORE(STRAFTER(STR(?class), "#"), "Act")) AS ?kind) (COUNT(DISTINCT ?act) AS ?n) {
      ?act a ?class ; dip:factuality fact:actual ; dip:actor ?a ; dip:actAddressee ?b FILTER(?a != ?b)
      FILTER(STRENDS(STR(?class), "Act") && ?class != dip:DiplomaticAct)
    } GROUP BY ?a ?b ?class`)
    expect(await counted('acts', true)).toEqual(rows)
    expect(rows.length).toBeGreaterThan(20)
  })

  test('places of documents, and their positions', async () => {
    const sums = new Map<string, number>()
    for (const { place, role, count } of await views.placeCounts())
      if (role === 'any') sums.set(place, (sums.get(place) ?? 0) + count)
    const rows = asked(`SELECT ?p (COUNT(DISTINCT ?d) AS ?n) {
      ?d dip:sentFrom|dip:sentTo|dip:writtenAt|dcterms:spatial ?p ${DOCUMENT}
      FILTER(STRSTARTS(STR(?p), "http://example.org/id/place/"))
    } GROUP BY ?p`)
    expect([...sums].map(([place, count]) => `${place}\t${count}`).sort()).toEqual(rows)
  })

  test('what ties two is found by them, named, and leads to what is there', async () => {
    const names = await views.names()
    for (const relation of ['letters', 'meetings', 'acts'] as const)
      for (const { a, b } of await views.ties(relation)) {
        const rows = await views.rows(relation, a, b)
        expect(rows.length).toBeGreaterThan(0)
        for (const { address } of rows)
          expect(await sample.release.standing(`http://example.org/id/${address.split('#')[0]}`)).toEqual({
            standing: 'published',
          })
        expect(names.get(a)).toBe(await sample.release.label(`http://example.org/id/${a}`))
      }
    expect(await views.rows('letters', 'person/joseph-stalin', 'person/nobody')).toEqual([])
  })
})

describe('of hard cases', () => {
  let out: string
  let opened: Release
  let views: Views
  beforeAll(async () => {
    out = mkdtempSync(join(tmpdir(), 'release-'))
    await release(out, hard())
    opened = await openRelease(currentFolder(out) ?? '')
    if (opened.views === undefined) throw new Error('The release has no views.')
    views = opened.views
  })
  afterAll(async () => {
    await opened.close()
    rmSync(out, { recursive: true })
  })

  test('a date of a year is in no month, one of several years in no year', async () => {
    const periods = await views.periods()
    expect(
      periods.filter(({ what }) => what === 'document').map(({ period, kind, count }) => [period, kind, count]),
    ).toEqual([
      ['', '', 2],
      ['1950', 'telegram', 2],
      ['1950-05', 'telegram', 1],
    ])
  })

  test('a long hostile title is cut and stays on its line', async () => {
    const [item] = await views.dated('1950-05')
    expect(item?.title.startsWith('<script>alert("x")</script> \u202e')).toBe(true)
    expect([...(item?.title ?? '')].length).toBe(241)
    expect((await views.dated('1950')).length).toBe(3)
  })

  test('planned events, merged reports and strangers count for nothing; crowds do not meet', async () => {
    expect((await views.ties('meetings')).map(({ a, b, count }) => [a, b, count])).toEqual([
      ['person/p0', 'person/p1', 1],
    ])
    expect((await views.rows('meetings', 'person/p0', 'person/p1'))[0]?.address).toBe('event/talk')
  })

  test('the manifest names every file', () => {
    const named = opened.manifest.files.map(({ path }) => path).filter((path) => path.startsWith('views/'))
    expect(named.length).toBe(13)
    expect(facts.report.length).toBe(1)
  })
})

/** Three documents and one without a date; events of all sorts. */
function hard(): Quad[] {
  const day = (text: string) => literal(text, xsd.date)
  const person = (n: number) => namedNode(iris.thing('person', `p${n}`))
  const people = Array.from({ length: 20 }, (_, n) =>
    quad(person(n), rdfs.label, literal(`Person\t${n}`), namedNode(iris.graph('derived'))),
  )
  const document = (slug: string, from?: string, to?: string, type = documentType.telegram) => {
    const [node, graph] = [namedNode(iris.thing('document', slug)), namedNode(iris.graph(`document/${slug}`))]
    return [
      quad(node, rdf.type, dip.Document, graph),
      quad(node, dcterms.title, literal(`<script>alert("x")</script>\n\u202e${'long '.repeat(2000)}`, 'en'), graph),
      ...(from === undefined || to === undefined
        ? []
        : [
            quad(node, dcterms.type, type, graph),
            quad(node, dip.dateEarliest, day(from), graph),
            quad(node, dip.dateLatest, day(to), graph),
          ]),
    ]
  }
  const event = (fragment: string, kind: string, present: readonly number[]) => {
    const graph = namedNode(iris.graph('extracted/d1'))
    const node = namedNode(`${iris.thing('document', 'd1')}#${fragment}`)
    return [
      quad(node, rdf.type, dip.Event, graph),
      quad(node, rdf.type, dip.Meeting, graph),
      quad(node, dip.factuality, namedNode(factuality.iri + kind), graph),
      ...present.map((n) => quad(node, dip.participant, person(n), graph)),
      quad(node, dip.participant, namedNode('http://elsewhere.example/person/x'), graph),
    ]
  }
  const talk = namedNode(iris.thing('event', 'talk'))
  const events = namedNode(iris.graph('events'))
  return [
    ...people,
    ...document('d1', '1950-05-14', '1950-05-14'),
    ...document('d2', '1950-01-01', '1950-12-31'),
    ...document('d3', '1950-01-01', '1951-12-31', documentType.telegram).filter(
      ({ predicate }) => !predicate.equals(dcterms.type),
    ),
    ...document('d4'),
    ...event('event-1', 'actual', [0, 1]),
    ...event('event-2', 'planned', [2, 3]),
    ...event(
      'event-3',
      'actual',
      Array.from({ length: 13 }, (_, n) => n + 5),
    ),
    quad(talk, rdf.type, dip.Event, events),
    quad(talk, rdf.type, dip.Conversation, events),
    quad(talk, dip.factuality, factuality.actual, events),
    quad(talk, prov.wasDerivedFrom, namedNode(`${iris.thing('document', 'd1')}#event-1`), events),
    quad(talk, dip.participant, person(0), events),
    quad(talk, dip.participant, person(1), events),
  ]
}
