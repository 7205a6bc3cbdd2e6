/** What the form offers of each kind of thing, made from the ontology and the shapes. */
import { describe, expect, test } from 'vitest'
import { type Property, readModel } from '../../src/ask/model.ts'
import { USEFUL } from '../../src/ask/useful.ts'
import { dip } from '../../src/rdf/vocabulary/dip.ts'
import { model } from './sample.ts'

const below = (iri: string): readonly string[] => model.kinds([iri]).map((kind) => kind.iri)
const of = (name: string): readonly Property[] => model.properties([dip.iri + name])
const property = (kind: string, name: string) => model.property([dip.iri + kind], name)

test('what is sought are documents, actors, events, acts, places and units, with the classes below them', () => {
  expect(model.sought.map(({ classes }) => classes[0]?.label)).toEqual([
    'diplomatic document',
    'actor',
    'event',
    'diplomatic act',
    'place',
    'archival unit',
  ])
  expect(model.sought[0]?.classes.map(({ name }) => name)).toContain('EnclosedMessage')
  expect(model.classNamed('Telegram')).toBe(dip.Telegram.value)
  expect(['Stamp', 'nothing', 'iri', '__proto__', 'Telegram>'].map((name) => model.classNamed(name))).toEqual(
    Array(5).fill(undefined),
  )
})

test('every path of the table is a property of its class, or of one below it', () => {
  const missing = Object.entries(USEFUL).flatMap(([iri, entries]) =>
    entries
      .map((entry) => (typeof entry === 'string' ? entry : (entry[0] ?? '')))
      .filter((name) => ![iri, ...below(iri)].some((term) => model.property([term], name)?.isUseful))
      .map((name) => `${iri} ${name}`),
  )
  expect(missing).toEqual([])
})

describe('properties', () => {
  test('have the words of the ontology, and those of the shapes where they are of other vocabularies', () => {
    expect(property('Document', 'ultimateAddressee')).toMatchObject({
      label: 'final addressee',
      path: 'dip:ultimateAddressee',
      definition: expect.stringMatching(/./),
    })
    expect(property('Person', 'skos:prefLabel')?.label).toBe('preferred name')
    expect(property('Document', 'dcterms:date')?.label).toBe('preferred date')
  })

  test('are those of the class and of the classes above it, not of those below', () => {
    expect(property('Telegram', 'sender')).toBeDefined()
    expect(property('JournalEntry', 'entryDate')).toBeDefined()
    expect(property('Document', 'entryDate')).toBeUndefined()
    expect(property('AppointmentAct', 'appointee')).toBeDefined()
    expect(property('DiplomaticAct', 'appointee')).toBeUndefined()
  })

  test('go backwards, but not where the ontology says the same forwards', () => {
    expect(property('Person', 'sender-of')).toMatchObject({
      label: 'sent a document',
      path: '^dip:sender',
      values: { kind: 'things', classes: [dip.Document.value] },
    })
    expect(property('Person', 'translator-of')?.label).toBe('an edition has this as “translator”')
    for (const [kind, name] of [
      ['Document', 'reportedIn-of'],
      ['Event', 'reportsEvent-of'],
      ['JournalEntry', 'hasEntry-of'],
    ] as const)
      expect(property(kind, name), name).toBeUndefined()
  })

  test('know what their values are', () => {
    const kinds = (kind: string) => new Map(of(kind).map(({ name, values }) => [name, values.kind]))
    const document = kinds('Document')
    const wanted = {
      sender: 'things',
      'dcterms:type': 'concepts',
      'dcterms:language': 'things',
      'dcterms:title': 'text',
      date: 'period',
      documentDate: 'period',
      sentDateTime: 'moment',
      totalCopies: 'number',
      dateConflict: 'truth',
      words: 'search',
      kind: 'classes',
    }
    expect(Object.fromEntries(Object.keys(wanted).map((name) => [name, document.get(name)]))).toEqual(wanted)
    const level = property('ArchivalUnit', 'unitLevel')?.values
    expect(level?.kind === 'concepts' && level.choices.map(({ name }) => name)).toContain('opis')
  })

  test('come with what is asked most first, each once', () => {
    const names = of('Document').map(({ name }) => name)
    expect(names.slice(0, 4)).toEqual(['words', 'date', 'sender', 'addressee'])
    expect(new Set(names).size).toBe(names.length)
  })
})

test('things are called by what their shapes ask for', () => {
  const spoken = (name: string) => model.spoken([dip.iri + name]).map((iri) => iri.replace(/.*[#/]/, ''))
  expect(spoken('Telegram')).toEqual(['title'])
  expect(spoken('Person')).toEqual(['prefLabel'])
  expect(spoken('Visit')).toEqual(['label'])
  expect(spoken('NameForm')).toEqual(['nameValue'])
  expect(spoken('ReferenceNumber')).toEqual(['numberValue'])
  expect(spoken('RequestAct')).toEqual(['evidence', 'quote'])
})

test('without an ontology there is little to ask, and no error', () => {
  const empty = readModel([])
  expect(empty.sought).toHaveLength(6)
  expect(empty.properties([dip.Document.value]).length).toBeGreaterThan(0)
})
