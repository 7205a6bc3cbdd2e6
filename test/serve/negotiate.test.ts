import { describe, expect, test } from 'vitest'
import { negotiate, negotiateCoding } from '../../src/serve/negotiate.ts'
import { ALL_FORMS } from '../../src/serve/rdf.ts'

const chosen = (accept: string | undefined) => negotiate(accept, ALL_FORMS)?.extension

/** What programs really send. */
const CLIENTS: readonly (readonly [client: string, accept: string | undefined, extension: string | undefined])[] = [
  ['none', undefined, 'html'],
  ['curl', '*/*', 'html'],
  ['Chromium', 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8', 'html'],
  [
    'rapper -i guess',
    'application/rdf+xml, text/rdf;q=0.6, application/n-triples, text/plain;q=0.1, text/turtle, application/x-turtle, application/turtle, text/n3;q=0.3, application/xhtml+xml;q=0.8, application/json;q=0.1, text/json;q=0.1, text/x-nquads, */*;q=0.1',
    'ttl',
  ],
  ['rapper -i ntriples', 'application/n-triples, text/plain;q=0.1, */*;q=0.1', 'nt'],
  ['rdflib', 'application/rdf+xml,text/rdf+n3;q=0.9,application/xhtml+xml;q=0.5, */*;q=0.1', 'rdf'],
  ['rdflib turtle', 'text/turtle,application/x-turtle, */*;q=0.1', 'ttl'],
  ['rdflib json-ld', 'application/ld+json, application/json;q=0.9, */*;q=0.1', 'jsonld'],
  ['rdflib nt', 'text/plain, */*;q=0.1', 'nt'],
  [
    'Comunica',
    'application/n-quads,application/trig;q=0.95,application/ld+json;q=0.9,application/n-triples;q=0.8,text/turtle;q=0.6,application/rdf+xml;q=0.5,text/n3;q=0.35,text/html;q=0.2',
    'nq',
  ],
  [
    'RDF::Trine',
    'application/json;q=0.9, text/html;q=0.9, text/turtle;q=1.0, application/x-turtle;q=1.0, application/rdf+xml;q=1.0',
    'ttl',
  ],
  [
    'EasyRdf',
    'application/x-httpd-php-source,application/json,application/ld+json,application/n-triples,text/json;q=0.9,text/html;q=0.4',
    'jsonld',
  ],
  [
    'F-UJI',
    'text/turtle, application/turtle, application/x-turtle;q=0.8, application/rdf+xml, text/n3;q=0.9, text/rdf+n3;q=0.9,application/ld+json',
    'ttl',
  ],
  ['Europeana', 'application/rdf+xml, text/turtle, application/ld+json', 'ttl'],
  ['LDSpider', 'application/rdf+xml, application/xml', 'rdf'],
  ['Libris', 'application/json+ld', 'jsonld'],
  ['JSON', 'application/json', 'jsonld'],
  ['text/json', 'text/json', 'jsonld'],
]

describe('what each client gets', () => {
  test.each(CLIENTS)('%s', (_client, accept, extension) => {
    expect(chosen(accept)).toBe(extension)
  })
})

describe('the rules', () => {
  test.each([
    ['text/html;q=0, */*', 'ttl'],
    ['text/turtle;q=0.2, application/ld+json;q=0.9', 'jsonld'],
    ['TEXT/Turtle; charset=utf-8', 'ttl'],
    ['application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"', 'jsonld'],
    ['text/*', 'html'],
    ['application/*', 'jsonld'],
    ['application/*;q=0.5, text/turtle;q=0.4', 'jsonld'],
    ['image/png', undefined],
    ['text/turtle;q=0', undefined],
    [';;q=', 'html'],
    [',,,', 'html'],
    ['text/turtle;q=2', 'ttl'],
    ['text/turtle;q=x, text/html;q=0.5', 'ttl'],
    [`${'a/b,'.repeat(2000)}text/turtle`, undefined],
  ])('%s', (accept, extension) => {
    expect(chosen(accept)).toBe(extension)
  })
})

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['identity', 'identity'],
  ['gzip', 'gzip'],
  ['gzip, deflate, br, zstd', 'br'],
  ['br;q=0.5, gzip', 'gzip'],
  ['*', 'br'],
  ['gzip;q=0', 'identity'],
  ['identity;q=1, gzip;q=0.5', 'identity'],
])('the coding for Accept-Encoding: %s', (header, coding) => {
  expect(negotiateCoding(header)).toBe(coding)
})
