/** What pages about one thing say of it: read from their fixtures, and mapped. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadAuthority } from '../../src/authority/load.ts'
import { mapListing } from '../../src/map/index.ts'
import { headingSlug } from '../../src/map/subjects.ts'
import { serialise } from '../../src/rdf/serialise.ts'
import { emptyRegistry } from '../../src/registry.ts'
import { readText } from '../read/context.ts'
import { reconciled } from './in-memory.ts'
import { contextOf } from './record.ts'

const { authority } = loadAuthority('test/fixtures/no-authorities')
const context = contextOf({}, authority)

/** The quads of a page about its subject, short: without graphs, vocabularies by their local names. */
function said(name: string, thing: string): string[] {
  const reading = readText(readFileSync(`test/fixtures/read-${name}/input.txt`, 'utf8'))
  const { listings } = reconciled([reading], { iris: context.iris, registry: emptyRegistry })
  const quads = listings.flatMap((listing) => mapListing(listing, context))
  const about = quads.filter((q) => q.subject.value.endsWith(thing) || q.predicate.value.endsWith('primaryTopic'))
  const local = (iri: string) => iri.replace(/^.*\/(?=[^/]+\/[^/]+$)|^.*#/, '')
  return serialise(about, 'nquads')
    .trim()
    .split('\n')
    .map((line) =>
      line
        .split('> ')
        .slice(1, -1)
        .join('> ')
        .replace(/<([^>]*)/g, (_, iri) => local(iri)),
    )
}

test('a person has the years and the forms of the name, and what the page tells', () => {
  const lines = said('person-page', '/person/alexander-m-puzanov').join('\n')
  expect(lines).toContain('"1906"')
  expect(lines).toContain('"1998"')
  expect(lines).toContain('"Alexander M. Puzanov"@en')
  expect(lines).toContain('"Soviet ambassador in Pyongyang from 1957 to 1962."@en')
  expect(lines).toContain('person/alexander-m-puzanov')
})

test('a place is named by the address where nothing else names it', () => {
  expect(said('place-page', '/place/north-korea').join('\n')).toContain('"North Korea"@en')
})

test('a topic is a heading, described, though it lists nothing', () => {
  const lines = said('topic-page', '/subject/korean-war-1950-1953').join('\n')
  expect(lines).toContain('"Korean War, 1950-1953"@en')
  expect(lines).toContain('Papers of several archives')
})

test('a collection has its documents, and is part of the publisher’s', () => {
  const lines = said('collection-page', '/collection/wcda-journals-of-ambassadors').join('\n')
  expect(lines).toContain('"Journals of Ambassadors"@en')
  expect(lines).toContain('collection/wcda')
  expect(lines).not.toContain('Bundesarchiv')
  expect(lines.match(/hasPart/g)).toHaveLength(3)
})

test('the address of a heading of thousands of parts stays short, and is its own', () => {
  const heading = (last: string) => {
    const components = [...Array.from({ length: 5000 }, () => 'Foreign relations'), last]
    return { label: components.join('--'), components }
  }
  const [one, other] = [headingSlug(heading('Korea')), headingSlug(heading('China'))]
  expect(one.length).toBeLessThan(220)
  expect(one).toMatch(/^foreign-relations--foreign-relations--.*-[0-9a-f]{8}$/)
  expect(other).not.toBe(one)
})
