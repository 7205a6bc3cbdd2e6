import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { suggest, type Terms } from '../../src/browser/suggest.ts'
import { parse } from '../../src/rdf/parse.ts'
import { vocabularyTerms } from '../../src/rdf/terms.ts'

let terms: Terms
beforeAll(async () => {
  const files = ['diplomacy.ttl', 'schemes.ttl']
  const quads = await Promise.all(files.map((file) => parse(readFileSync(`ontology/${file}`, 'utf8'), 'turtle')))
  terms = vocabularyTerms(quads.flat())
})

/** What is suggested where the bar stands. */
function at(marked: string, explicit = false) {
  const position = marked.indexOf('|')
  return suggest(marked.replace('|', ''), position, terms, explicit)
}
const names = (marked: string, explicit = false) => at(marked, explicit)?.suggestions.map(({ name }) => name) ?? []

describe('terms', () => {
  test('ours have label and definition, those of others their names', () => {
    const byName = new Map(terms.terms.map((term) => [term.name, term]))
    expect(byName.get('dip:Telegram')).toMatchObject({ kind: 'class', label: 'telegram' })
    expect(byName.get('dip:Telegram')?.definition).toMatch(/\.$/)
    expect(byName.get('dip:addressee')?.kind).toBe('property')
    expect(byName.get('classificationMarking:top-secret')?.kind).toBe('concept')
    expect(byName.get('dcterms:title')).toEqual({ name: 'dcterms:title', kind: 'property' })
    expect(byName.get('xsd:date')?.kind).toBe('datatype')
  })

  test('each has a prefix that is known', () => {
    const strangers = terms.terms.filter(({ name }) => terms.prefixes[name.split(':', 1)[0] ?? ''] === undefined)
    expect(strangers).toEqual([])
    expect(new Set(terms.terms.map(({ name }) => name)).size).toBe(terms.terms.length)
  })
})

describe('suggestions', () => {
  test('a class after a, by its name or a word of its label', () => {
    expect(names('SELECT * { ?d a tele|')[0]).toBe('dip:Telegram')
    expect(names('SELECT * { ?d a dip:Tele|')[0]).toBe('dip:Telegram')
    expect(names('SELECT * { ?d a call|')).toContain('dip:TelephoneCall')
  })

  test('properties first after a subject and after a semicolon', () => {
    const kinds = (marked: string) => at(marked, true)?.suggestions.map(({ kind }) => kind) ?? []
    expect(new Set(kinds('SELECT * { ?d |'))).toEqual(new Set(['property']))
    expect(new Set(kinds('SELECT * { ?d a dip:Telegram ; |'))).toEqual(new Set(['property']))
    expect(new Set(kinds('SELECT * { ?d a |'))).toEqual(new Set(['class']))
  })

  test('variables of the query', () => {
    expect(names('SELECT ?title ?t| { ?d ?p ?title, ?time }')).toEqual(['?time', '?title'])
    expect(names('SELECT ?x|')).toEqual([])
  })

  test('keywords, also of several words', () => {
    expect(names('sel|')).toContain('SELECT')
    expect(names('SELECT * {} ord|')).toContain('ORDER BY')
  })

  test('nothing in the middle of an IRI, a text, a comment’s sign or a number, and nothing unasked', () => {
    for (const marked of ['<http://a|', '"abc|', '#abc|', '12|', 'SELECT * { |', '@en|'])
      expect([marked, names(marked)]).toEqual([marked, []])
  })

  test('under the prefix that the query has for the namespace', () => {
    const query = 'PREFIX d: <https://w3id.org/diplomacy/ontology#>\nSELECT * { ?d a Telegr|'
    expect(at(query)?.suggestions[0]).toMatchObject({ name: 'd:Telegram' })
    expect(at(query)?.suggestions[0]?.declaration).toBeUndefined()
  })

  test.each([
    ['# Why?\n\nSELECT * { ?d a dip:Teleg|', '# Why?\n\n'],
    ['SELECT * { ?d a dip:Teleg|', ''],
    ['PREFIX a: <b:c>\nprefix e: <f:g> # h\nASK { ?d a dip:Teleg|', 'PREFIX a: <b:c>\nprefix e: <f:g> # h\n'],
  ])('a prefix that the query lacks is declared in its place: %j', (marked, before) => {
    expect(at(marked)?.suggestions[0]?.declaration).toEqual({
      at: before.length,
      text: 'PREFIX dip: <https://w3id.org/diplomacy/ontology#>\n',
    })
  })
})
