/** O17: what the formats of OAI-PMH say of real documents. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { edm, europeanaRights } from '../../src/crosswalk/edm.ts'
import { mods } from '../../src/crosswalk/mods.ts'
import { oaiDc } from '../../src/crosswalk/oai-dc.ts'
import { isoDate } from '../../src/crosswalk/plain.ts'
import type { DocumentFacts } from '../../src/crosswalk/record.ts'
import { BASE, buildSample, type Sample } from './sample.ts'

let sample: Sample
let facts: DocumentFacts
const IRI = `${BASE}/id/document/wcda-113379`
const PAGE = `${BASE}/document/wcda-113379`
beforeAll(async () => {
  sample = await buildSample()
  facts = await sample.facts('wcda-113379')
}, 60_000)
afterAll(() => sample.remove())

/** Name and text of each element that holds text alone, in their order. */
const leaves = (xml: string): readonly string[] =>
  [...xml.matchAll(/<([\w:]+)[^>]*>([^<]+)<\/\1>/g)].map(([, name, text]) => `${name} ${text}`)
/** Names of the elements inside another, in their order. */
const namesIn = (xml: string, parent: string): readonly string[] => {
  const [, inner = ''] = new RegExp(`<${parent}[^>]*>(.*?)</${parent}>`, 's').exec(xml) ?? []
  return [...inner.matchAll(/<([\w:]+)/g)].map(([, name = '']) => name)
}

test('oai_dc: words for things, codes for languages', () => {
  const { markup } = oaiDc(facts)
  expect(leaves(markup)).toEqual(
    expect.arrayContaining([
      'dc:title Cable, Filippov [Stalin] to Mao Zedong [via Kovalev]',
      'dc:creator Joseph Stalin',
      'dc:date 1949-06-18',
      'dc:type telegram',
      'dc:type Text',
      `dc:identifier ${IRI}`,
      'dc:source APRF: F. 45, Op. 1, D. 331, Ll. 119',
      'dc:language rus',
      `dc:relation ${BASE}/id/collection/wcda`,
    ]),
  )
})

test('mods: roles by the codes of the relators, and what they lack in words', () => {
  const { markup } = mods(facts, PAGE)
  const said = leaves(markup)
  for (const term of ['roleTerm aut', 'roleTerm rcp', 'roleTerm trl', 'roleTerm relayed by'])
    expect(said).toContain(term)
  expect(said).not.toContain('roleTerm cre')
  expect(said).toEqual(
    expect.arrayContaining(['dateCreated 1949-06-18', 'shelfLocator APRF: F. 45, Op. 1, D. 331, Ll. 119']),
  )
  expect(markup).toContain(' version="3.7"')
})

describe('edm', () => {
  const cleared = (): DocumentFacts => ({
    ...facts,
    editions: facts.editions.map((edition) => ({
      ...edition,
      rights: [{ iri: 'https://rightsstatements.org/vocab/CNE/1.0/' }],
    })),
  })

  test('is not said of a document whose rights are not stated', () => {
    expect(edm(facts, { page: PAGE, provider: 'The archive' })).toBeUndefined()
  })

  test('has the elements in the order that Europeana asks', () => {
    const { markup = '' } = edm(cleared(), { page: PAGE, provider: 'The archive' }) ?? {}
    expect(namesIn(markup, 'ore:Aggregation')).toEqual([
      'edm:aggregatedCHO',
      'edm:dataProvider',
      'edm:isShownAt',
      'edm:provider',
      'edm:rights',
    ])
    const object = namesIn(markup, 'edm:ProvidedCHO')
    expect(object.slice(-2)).toEqual(['edm:currentLocation', 'edm:type'])
    for (const name of ['dc:title', 'dc:type', 'dc:language']) expect(object).toContain(name)
    expect(markup).toContain('<edm:rights rdf:resource="http://rightsstatements.org/vocab/CNE/1.0/"/>')
  })

  test('names all that it links to, once', () => {
    const { markup = '' } = edm(cleared(), { page: PAGE, provider: 'The archive' }) ?? {}
    const named = [...markup.matchAll(/rdf:about="([^"]+)"/g)].map(([, iri]) => iri)
    expect(new Set(named).size).toBe(named.length)
    for (const [, iri] of markup.matchAll(/<dc:(?:creator|contributor|subject|type) rdf:resource="([^"]+)"/g))
      expect(named).toContain(iri)
  })

  test.each([
    ['https://creativecommons.org/licenses/by/4.0/', 'http://creativecommons.org/licenses/by/4.0/'],
    ['http://creativecommons.org/publicdomain/mark/1.0', 'http://creativecommons.org/publicdomain/mark/1.0/'],
    ['http://rightsstatements.org/vocab/InC/1.0/', 'http://rightsstatements.org/vocab/InC/1.0/'],
    ['http://rightsstatements.org/vocab/UND/1.0/', undefined],
    ['https://example.org/rights', undefined],
  ])('rights %s', (iri, expected) => {
    expect(europeanaRights(iri)).toBe(expected)
  })
})

test.each([
  [{ edtf: '1957-05', isStated: true }, '1957-05'],
  [{ edtf: '1949-06-18/1949-06-20', isStated: true }, '1949-06-18/1949-06-20'],
  [{ edtf: '1957~', earliest: '1957-01-01', latest: '1957-12-31', isStated: false }, '1957-01-01/1957-12-31'],
  [{ edtf: '1957-05-15?', earliest: '1957-05-15', latest: '1957-05-15', isStated: false }, '1957-05-15'],
])('the date of %j without signs of doubt', (date, expected) => {
  expect(isoDate(date)).toBe(expected)
})
