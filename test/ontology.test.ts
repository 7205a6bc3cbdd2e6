import { readFileSync } from 'node:fs'
import { Parser, type Quad, Store } from 'n3'
import { describe, expect, test } from 'vitest'
import { vocabularyModules } from '../src/rdf/generate-vocabulary.ts'
import { dip } from '../src/rdf/vocabulary/dip.ts'
import { edtf } from '../src/rdf/vocabulary/edtf.ts'
import { owl } from '../src/rdf/vocabulary/owl.ts'
import { rdf } from '../src/rdf/vocabulary/rdf.ts'
import { rdfs } from '../src/rdf/vocabulary/rdfs.ts'
import { rico } from '../src/rdf/vocabulary/rico.ts'
import { documentType } from '../src/rdf/vocabulary/schemes.ts'
import { skos } from '../src/rdf/vocabulary/skos.ts'
import { superclasses } from '../src/rdf/vocabulary/superclasses.ts'
import { termNamed } from '../src/rdf/vocabulary/vocabulary.ts'

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const parse = (path: string): Store => new Store(new Parser().parse(read(path)))

const ontology = parse('ontology/diplomacy.ttl')
const schemes = parse('ontology/schemes.ttl')
const RANGE = 'http://purl.org/dc/dcam/rangeIncludes'
const DOMAIN = 'http://purl.org/dc/dcam/domainIncludes'

const subjects = (store: Store, type: string): string[] =>
  store.getSubjects(rdf.type, type, null).map(({ value }) => value)
const classes = subjects(ontology, owl.Class.value)
const dataProperties = subjects(ontology, owl.DatatypeProperty.value)
const objectProperties = subjects(ontology, owl.ObjectProperty.value)
const terms = [...classes, ...dataProperties, ...objectProperties]
const english = (quads: Quad[]): boolean =>
  quads.length === 1 && quads[0]?.object.termType === 'Literal' && quads[0].object.language === 'en'
const isBlank = ({ subject, object }: Quad): boolean =>
  subject.termType === 'BlankNode' || object.termType === 'BlankNode'

describe('the ontology', () => {
  test('has its classes and properties, each once', () => {
    expect(classes).toHaveLength(55)
    expect(new Set(terms).size).toBe(terms.length)
    expect(terms).toHaveLength(210)
  })

  test.each(terms)('%s has one label, one definition and its ontology', (term) => {
    expect(english(ontology.getQuads(term, rdfs.label, null, null))).toBe(true)
    expect(english(ontology.getQuads(term, skos.definition, null, null))).toBe(true)
    expect(ontology.getObjects(term, rdfs.isDefinedBy, null).map(({ value }) => value)).toEqual([
      'https://w3id.org/diplomacy/ontology',
    ])
  })

  test('draws no conclusion that was not meant', () => {
    expect(ontology.countQuads(null, rdfs.domain, null, null)).toBe(0)
    expect(ontology.countQuads(null, rdfs.range, null, null)).toBe(0)
    expect(ontology.countQuads(null, rdf.type, `${owl.iri}FunctionalProperty`, null)).toBe(0)
  })

  test('names only its own terms as domains, superclasses and superproperties', () => {
    const own = [RANGE, DOMAIN, rdfs.subClassOf.value, rdfs.subPropertyOf.value].flatMap((predicate) =>
      ontology.getObjects(null, predicate, null).map(({ value }) => value),
    )
    expect(own.filter((iri) => iri.startsWith(dip.iri) && !terms.includes(iri))).toEqual([])
  })

  test('gives literals to datatype properties and things to object properties', () => {
    const literal = /XMLSchema#|datatypes\/edtf$|langString$/
    const ranges = (term: string): string[] => ontology.getObjects(term, RANGE, null).map(({ value }) => value)
    for (const term of [...dataProperties, ...objectProperties]) expect(ranges(term), term).not.toEqual([])
    expect(dataProperties.flatMap(ranges).filter((range) => !literal.test(range))).toEqual([])
    expect(objectProperties.flatMap(ranges).filter((range) => literal.test(range))).toEqual([])
    expect(ranges(dip.edtf.value)).toEqual([edtf.value])
  })

  test('aligns with CIDOC-CRM by annotation only', () => {
    const crm = ontology.getQuads(null, null, null, null).filter(({ object }) => object.value.includes('cidoc-crm'))
    expect(crm).not.toEqual([])
    expect(crm.filter(({ predicate }) => !predicate.equals(dip.alignedWith))).toEqual([])
  })

  test('points from a property to the scheme of its values', () => {
    const seen = ontology.getObjects(null, rdfs.seeAlso, null).map(({ value }) => value)
    expect(seen.filter((iri) => !subjects(schemes, skos.ConceptScheme.value).includes(iri))).toEqual([])
  })

  test('has no blank node, nor have the schemes', () => {
    expect([ontology, schemes].flatMap((store) => store.getQuads(null, null, null, null)).filter(isBlank)).toEqual([])
  })
})

describe('the concept schemes', () => {
  const concepts = subjects(schemes, skos.Concept.value)

  test.each(concepts)('%s has a label, a definition, its scheme and a place in it', (concept) => {
    const scheme = concept.slice(0, concept.lastIndexOf('/'))
    expect(english(schemes.getQuads(concept, skos.prefLabel, null, null))).toBe(true)
    expect(english(schemes.getQuads(concept, skos.definition, null, null))).toBe(true)
    expect(schemes.getObjects(concept, skos.inScheme, null).map(({ value }) => value)).toEqual([scheme])
    const top = schemes.countQuads(concept, skos.topConceptOf, scheme, null)
    const broader = schemes.getObjects(concept, skos.broader, null)
    expect(top + broader.length).toBe(1)
    for (const { value } of broader) expect(concepts).toContain(value)
  })
})

describe('the typed vocabularies', () => {
  test.each([...vocabularyModules(read('ontology/diplomacy.ttl'), read('ontology/schemes.ttl'))])(
    '%s is what the Turtle says (npm run vocabulary)',
    (name, source) => {
      expect(read(`src/rdf/vocabulary/${name}`)).toBe(source)
    },
  )

  test('a class has its superclasses, direct and indirect, own and foreign', () => {
    expect(superclasses.Telegram).toContain(dip.Correspondence)
    expect(superclasses.Telegram).toContain(dip.Document)
    expect(superclasses.Telegram).toContain(rico.Record)
  })

  test('a term known only at run time is found by its name, and a wrong name finds nothing', () => {
    expect(termNamed(documentType, 'ciphered-telegram')).toBe(documentType['ciphered-telegram'])
    expect(termNamed(documentType, 'iri')).toBeUndefined()
    expect(termNamed(documentType, 'toString')).toBeUndefined()
  })
})
