import { DataFactory } from 'n3'
import { expect, test } from 'vitest'
import { thingSchema } from '../../src/crosswalk/schema-things.ts'
import { createIris } from '../../src/iris.ts'
import { dcterms } from '../../src/rdf/vocabulary/dcterms.ts'
import { dip } from '../../src/rdf/vocabulary/dip.ts'
import { geo } from '../../src/rdf/vocabulary/geo.ts'
import { rdfs } from '../../src/rdf/vocabulary/rdfs.ts'
import { skos } from '../../src/rdf/vocabulary/skos.ts'

const { namedNode, literal, quad } = DataFactory
const iris = createIris('http://example.org')
const graph = (name: string) => namedNode(iris.graph(name))

test('a place has its coordinates as numbers, and the place that it lies in', () => {
  const place = namedNode(iris.thing('place', 'pyongyang'))
  const wider = namedNode(iris.thing('place', 'north-korea'))
  const quads = [
    quad(place, skos.prefLabel, literal('Pyongyang', 'en'), graph('places')),
    quad(place, geo.lat, literal('39.03'), graph('places')),
    quad(place, geo.long, literal('125.75'), graph('places')),
    quad(place, dcterms.isPartOf, wider, graph('places')),
    quad(wider, skos.prefLabel, literal('North Korea', 'en'), graph('places')),
  ]
  expect(thingSchema(quads, iris, { kind: 'place', iri: place.value }, {})).toEqual({
    '@context': 'https://schema.org/',
    '@id': place.value,
    '@type': 'Place',
    name: 'Pyongyang',
    url: place.value,
    geo: { '@type': 'GeoCoordinates', latitude: 39.03, longitude: 125.75 },
    containedInPlace: { '@type': 'Place', '@id': wider.value, name: 'North Korea' },
  })
})

test('an event has its days, and the documents that report it', () => {
  const event = namedNode(iris.thing('event', 'meeting-1'))
  const document = namedNode(iris.thing('document', 'wcda-1'))
  const quads = [
    quad(event, rdfs.label, literal('Meeting', 'en'), graph('events')),
    quad(event, dip.dateEarliest, literal('1957-05-15'), graph('events')),
    quad(event, dip.dateLatest, literal('1957-05-16'), graph('events')),
    quad(event, dip.reportedIn, document, graph('events')),
    quad(event, dip.place, namedNode(iris.thing('place', 'x')), graph('extracted/wcda-1')),
    quad(document, dcterms.title, literal('A telegram', 'en'), graph('document/wcda-1')),
  ]
  expect(thingSchema(quads, iris, { kind: 'event', iri: event.value }, { license: 'http://l/' })).toEqual({
    '@context': 'https://schema.org/',
    '@id': event.value,
    '@type': 'Event',
    name: 'Meeting',
    url: event.value,
    startDate: '1957-05-15',
    endDate: '1957-05-16',
    subjectOf: { '@type': 'ArchiveComponent', '@id': document.value, name: 'A telegram' },
    sdLicense: 'http://l/',
  })
})

test('what schema.org has no word for is not described', () => {
  expect(thingSchema([], iris, { kind: 'rule', iri: iris.thing('rule', 'x') }, {})).toBeUndefined()
})
