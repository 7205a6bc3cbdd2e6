import { describe, expect, test } from 'vitest'
import { negotiate, negotiateCoding } from '../../src/serve/negotiate.ts'
import { ALL_FORMS } from '../../src/serve/rdf.ts'
import { JSON_CLIENTS, PAGE_CLIENTS, RDF_CLIENTS } from './accept.ts'

const chosen = (accept: string | undefined) => negotiate(accept, ALL_FORMS)?.extension

describe('what each client gets', () => {
  test.each([...RDF_CLIENTS, ...JSON_CLIENTS, ...PAGE_CLIENTS])('$name', ({ accept, extension }) => {
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
