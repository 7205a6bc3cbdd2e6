/** Hostile titles and names: text on every page, in every feed and download, whatever they would like to be. */
import { Parser } from 'htmlparser2'
import { DataFactory } from 'n3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dcterms } from '../../src/rdf/vocabulary/dcterms.ts'
import { dip } from '../../src/rdf/vocabulary/dip.ts'
import { rdf } from '../../src/rdf/vocabulary/rdf.ts'
import { rdfs } from '../../src/rdf/vocabulary/rdfs.ts'
import { skos } from '../../src/rdf/vocabulary/skos.ts'
import { iris, startWorld, type World } from './world.ts'

const { literal, namedNode, quad } = DataFactory
const SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(2)>"\'><svg onload=alert(3)>'
const NAMES = [SCRIPT, 'javascript:alert(1)', '\u202egnikool\u2066\u200f', `${'long '.repeat(2000)}</title></textarea>`]

/** A telegram with a hostile title, by somebody with a hostile name, in a hostile place, file and subject. */
function telegram(hostile: string, n: number) {
  const stated = namedNode(iris.graph(`document/hostile-${n}`))
  const derived = namedNode(iris.graph('derived'))
  const document = namedNode(iris.thing('document', `hostile-${n}`))
  const thing = (kind: 'person' | 'place' | 'unit' | 'subject' | 'body') => namedNode(iris.thing(kind, `hostile-${n}`))
  const label = (kind: Parameters<typeof thing>[0], type: ReturnType<typeof namedNode>) => [
    quad(thing(kind), rdf.type, type, derived),
    quad(thing(kind), rdfs.label, literal(hostile, 'en'), derived),
    quad(thing(kind), skos.altLabel, literal(hostile), derived),
  ]
  return [
    ...label('person', dip.Person),
    ...label('place', dip.Place),
    ...label('unit', dip.ArchivalUnit),
    ...label('body', dip.CorporateBody),
    ...label('subject', skos.Concept),
    quad(document, rdf.type, dip.Document, stated),
    quad(document, rdf.type, dip.Correspondence, stated),
    quad(document, rdf.type, dip.Telegram, stated),
    quad(document, dcterms.title, literal(hostile, 'en'), stated),
    quad(document, dcterms.abstract, literal(hostile, 'en'), stated),
    quad(document, dcterms.subject, thing('subject'), stated),
    quad(document, dip.sender, thing('person'), stated),
    quad(document, dip.author, thing('person'), stated),
    quad(document, dip.addressee, thing('body'), stated),
    quad(document, dip.sentFrom, thing('place'), stated),
    quad(document, dip.archivalUnit, thing('unit'), stated),
    quad(document, dip.handlingCaveat, literal(hostile), stated),
    quad(document, dip.unparsedText, literal(hostile), stated),
  ]
}

/** Attributes whose values are addresses. */
const ADDRESSES: ReadonlySet<string> = new Set(['href', 'src', 'action', 'formaction', 'xlink:href'])

/** What would run, in the eyes of a parser. */
function dangersIn(page: string): string[] {
  const dangers: string[] = []
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const isData = attributes['type'] === 'application/ld+json' || attributes['src'] !== undefined
      if (['img', 'iframe', 'object', 'base'].includes(name) || (name === 'script' && !isData)) dangers.push(name)
      for (const [key, value] of Object.entries(attributes))
        if (/^on|^style$/.test(key) || (ADDRESSES.has(key) && /^\s*(?:javascript|data|vbscript):/i.test(value)))
          dangers.push(`${name} ${key}`)
    },
  })
  parser.end(page)
  return dangers
}

let world: World
beforeAll(async () => {
  world = await startWorld({}, undefined, { quads: NAMES.flatMap(telegram) })
})
afterAll(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})

const THINGS = ['document', 'person', 'place', 'unit', 'subject', 'body'].flatMap((kind) => [
  `/${kind}/`,
  ...NAMES.map((_, n) => `/${kind}/hostile-${n}`),
])
const OTHERS = [
  '/',
  '/search',
  '/search?q=script',
  '/search?q=long',
  '/timeline',
  '/network',
  '/map',
  '/matrix',
  '/dataset',
]
const MADE_OF_WORDS = [
  `/search?q=${encodeURIComponent(SCRIPT.replaceAll('"', ''))}`,
  `/ask?find=Document&1=sender&1.named=${encodeURIComponent(SCRIPT)}`,
  `/sparql?query=${encodeURIComponent(`ASK { ?s ?p "${SCRIPT.replaceAll('"', '\\"')}" }`)}`,
]

describe('a page', () => {
  test.each([...THINGS, ...OTHERS, ...MADE_OF_WORDS])('%s', async (path) => {
    const { status, text, headers } = await world.ask(path, { headers: { Accept: 'text/html' } })
    expect([200, 400]).toContain(status)
    expect(headers['content-type']).toMatch(/^text\/html/)
    expect(dangersIn(text)).toEqual([])
    expect(text.length).toBeLessThan(400_000)
  })
})

describe('a download', () => {
  test.each([
    '/search?format=atom',
    '/cmif.xml',
    '/oai?verb=ListRecords&metadataPrefix=oai_dc',
    '/document/hostile-0.rdf',
  ])('%s has it as text', async (path) => {
    const { text, status } = await world.ask(path)
    if (status === 200) expect(text).not.toMatch(/<script>|<img|<svg onload/)
    else expect(status).toBe(404)
  })

  test.each(['/search?format=csv', '/edges.csv', '/nodes.csv', '/network.csv'])(
    '%s has it in one cell',
    async (path) => {
      const { text, status } = await world.ask(path)
      expect(status).toBe(200)
      expect(text).toContain(`"${SCRIPT.replaceAll('"', '""')}"`)
    },
  )
})
