/** The query page, from outside: the form, the answer, what is wrong, the editor's modules and terms. */
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readModules } from '../../src/serve/modules.ts'
import { type Asked, BASE, startWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld({ queryRows: '1000' })
})
afterAll(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'
const ask = (path: string, asked?: Asked) => world.ask(path, asked)
const page = (query: string, more = '') =>
  ask(`/sparql?query=${encodeURIComponent(query)}${more}`, { headers: { Accept: BROWSER } })
const TITLES = `SELECT ?d ?t ?n {
  ?d a <https://w3id.org/diplomacy/ontology#Telegram> ; <http://purl.org/dc/terms/title> ?t BIND(STRLEN(?t) AS ?n)
} LIMIT 3`
const GRAPH = `CONSTRUCT WHERE { <${BASE}/id/document/wcda-1> ?p ?o }`

describe('the answer as a page', () => {
  test('has links to our pages, languages, the number of rows, every form, and the query in its form', async () => {
    const { status, text } = await page(`# Titles & lengths\n${TITLES}`)
    expect(status).toBe(200)
    expect(text).toContain('<h1>Titles &amp; lengths</h1>')
    expect(text).toMatch(/<a href="\/document\/wcda-\d+" title="http:\/\/data\.example\.org\/id\/document\/wcda-\d+">/)
    expect(text).toContain('<span class="type">en</span>')
    expect(text).toContain('<th scope="col" class="number">n</th>')
    expect(text).toMatch(/3 rows · \d+ ms/)
    for (const format of ['csv', 'tsv', 'json', 'xml']) expect(text).toContain(`&amp;format=${format}">`)
    expect(text).toMatch(/<textarea[^>]*># Titles &amp; lengths\n/)
    expect(text).toMatch(/<a href="\/sparql\?query=%23%20Titles[^"]*" rel="bookmark"/)
    for (const language of ['curl', 'python', 'r', 'javascript']) expect(text).toContain(`id="program-${language}"`)
  })

  test('the links of a page give what they say', async () => {
    const { text } = await page(TITLES)
    const links = [...text.matchAll(/href="(\/sparql\?query=[^"]*)"/g)].map(([, link = '']) =>
      link.replaceAll('&amp;', '&'),
    )
    const types = await Promise.all(
      links.map(async (link) => (await ask(link, { headers: { Accept: BROWSER } })).headers['content-type']),
    )
    expect(types).toEqual([
      'text/csv; charset=utf-8',
      'text/tab-separated-values; charset=utf-8',
      'application/sparql-results+json',
      'application/sparql-results+xml; charset=utf-8',
      'text/html; charset=utf-8',
    ])
  })

  test('yes or no', async () => {
    expect((await page('ASK {}')).text).toContain('<strong>Yes</strong>')
  })

  test('no rows', async () => {
    const { text } = await page('SELECT * { <a:a> <a:a> ?x }')
    expect(text).toContain('No rows')
    expect(text).not.toContain('<table')
  })

  test('a graph is a listing, unless RDF is wanted more', async () => {
    const { text, headers } = await page(GRAPH)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(text).toContain('<a href="/document/wcda-1" title=')
    expect(text).toContain('>dcterms:title</a>')
    expect(text).toMatch(/\d+ statements/)
    for (const format of ['turtle', 'ntriples', 'rdfxml', 'jsonld']) expect(text).toContain(`&amp;format=${format}">`)
    const path = `/sparql?query=${encodeURIComponent(GRAPH)}`
    const turtle = await ask(path, { headers: { Accept: 'text/turtle, text/html;q=0.9' } })
    expect(turtle.headers['content-type']).toBe('text/turtle')
    expect((await page(GRAPH, '&format=rdfxml')).headers['content-type']).toBe('application/rdf+xml')
  })

  test('a POST', async () => {
    const { text } = await ask('/sparql', {
      method: 'POST',
      headers: { Accept: BROWSER, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: `format=html&query=${encodeURIComponent(`${TITLES} # ${'x'.repeat(9000)}`)}`,
    })
    expect(text).toContain('3 rows')
    expect(text).toContain('too long for an address')
  })

  test('what a query holds is shown, and never markup', async () => {
    const { text } = await page(`SELECT ("</textarea><script>alert(1)</script>" AS ?x) ("javascript:1" AS ?y) {}`)
    expect(text).not.toContain('<script>alert')
    const iri = await page('SELECT (IRI("javascript:alert(1)") AS ?x) {}')
    expect(iri.text).toContain('<td>javascript:alert(1)</td>')
    expect(iri.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/)
  })

  test('programs send to the published address where the request came to it, else to the address in use', async () => {
    const to = async (host: string) => {
      const { text } = await ask('/sparql?query=ASK%7B%7D', { headers: { Accept: BROWSER, Host: host } })
      return /curl '([^']*)'/.exec(text)?.[1]
    }
    expect(await to('data.example.org')).toBe(`${BASE}/sparql`)
    expect(await to('localhost:8080')).toBe('http://localhost:8080/sparql')
    expect(await to('bad host"')).toBe(`${BASE}/sparql`)
  })

  test('a dataset stays with the query', async () => {
    const { text } = await page(
      'SELECT * { ?s ?p ?o }',
      `&default-graph-uri=${encodeURIComponent('http://a.example/g')}`,
    )
    expect(text).toContain('No rows')
    expect(text).toContain("/sparql?default-graph-uri=http%3A%2F%2Fa.example%2Fg'")
    expect(text).toContain('%7D&amp;default-graph-uri=http%3A%2F%2Fa.example%2Fg&amp;format=csv"')
  })
})

describe('a query without an answer', () => {
  test('a syntax error marks the line and keeps the text', async () => {
    const query = 'SELECT * {\n  ?s ?p "<b>"\r\n  ?x\n}'
    const { status, text } = await page(query)
    expect(status).toBe(400)
    expect(text).toContain('<h1>This query cannot be read</h1>')
    expect(text).toMatch(/<mark>\d {2}[^<]*<\/mark>/)
    expect(text).toMatch(/<textarea[^>]* data-line="\d"/)
    expect(text).toMatch(/<textarea[^>]*>SELECT \* \{\n {2}\?s \?p &quot;&lt;b>&quot;\n {2}\?x\n\}<\/textarea>/)
  })

  test.each([
    ['SELECT * { ?s ?p ?o }', 403, 'too long for a page'],
    ['SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }', 403, 'SERVICE is not allowed'],
    ['INSERT DATA { <a:a> <a:a> 1 }', 403, 'read-only'],
  ])('%s keeps its text', async (query, expected, says) => {
    const { status, text } = await page(query)
    expect(status).toBe(expected)
    expect(text).toContain(says)
    expect(text).toContain(`${query.slice(0, 6)}`)
    expect(text).toContain('<textarea')
  })

  test('without a query there is nothing to keep', async () => {
    const { text } = await ask('/sparql?query=ASK{}&query=ASK{}', { headers: { Accept: BROWSER } })
    expect(text).not.toContain('<textarea')
  })
})

describe('the editor', () => {
  test('its modules come from here, compressed and for ever, and lead to each other', async () => {
    const { text } = await ask('/sparql', { headers: { Accept: BROWSER } })
    const addresses = [...text.matchAll(/(?:src|href)="(\/scripts\/[^"]*)"/g)].map(([, address = '']) => address)
    expect(addresses.length).toBeGreaterThan(10)
    let weight = 0
    for (const address of addresses) {
      const { status, headers, body } = await ask(address, { headers: { 'Accept-Encoding': 'br' } })
      expect([status, headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8'])
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
      weight += body.byteLength
      const source = (headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : body).toString('utf8')
      for (const [, specifier = ''] of source.matchAll(/^(?:import|export)\s[^'"]*?\sfrom\s*['"]([^'"]+)['"]/gm))
        expect(addresses).toContain(new URL(specifier, `http://a.example${address}`).pathname)
      expect(source).not.toMatch(/\beval\(|new Function\(|https?:\/\/(?:cdn|unpkg|fonts)/)
    }
    // What docs/web.md says the page weighs.
    expect(weight).toBeLessThan(320_000)
  })

  test('other versions and names are not found', async () => {
    expect((await ask('/scripts/000000000000/editor.js')).status).toBe(404)
    expect((await ask('/scripts/x/..%2f..%2fpackage.json')).status).toBe(404)
  })

  test('a package that is missing is said', () => {
    expect(() => readModules(import.meta.filename)).toThrow(/is not installed|ENOENT/)
  })

  test('terms, with an entity tag', async () => {
    const { text, headers } = await ask('/sparql/terms.json')
    expect(headers['content-type']).toBe('application/json')
    const { prefixes, terms } = JSON.parse(text)
    expect(prefixes.dip).toBe('https://w3id.org/diplomacy/ontology#')
    expect(terms).toContainEqual({ name: 'dip:Telegram', kind: 'class', label: 'telegram' })
    const again = await ask('/sparql/terms.json', { headers: { 'If-None-Match': headers['etag'] ?? '' } })
    expect(again.status).toBe(304)
  })
})

test('examples are links that fill the form', async () => {
  const { text } = await ask('/sparql?example=1', { headers: { Accept: BROWSER } })
  expect(text).toContain('<a href="/sparql?example=1">Which?</a>')
  expect(text).toContain('>ASK {}</textarea>')
  const unknown = await ask('/sparql?example=%3Cb%3E', { headers: { Accept: BROWSER } })
  expect([unknown.status, unknown.text.includes('Fifty documents')]).toEqual([200, true])
})
