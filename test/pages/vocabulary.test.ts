/** The pages of the vocabularies, as the application sends them: complete, in agreement with the release, and without a dead end. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NAMESPACE, pathOfTerm } from '../../src/pages/page.ts'
import { coreOf, kindsOf, relationsOf } from '../../src/pages/vocabulary/core.ts'
import { type Box, layOut } from '../../src/pages/vocabulary/layout.ts'
import { createTerms, definitionOf, type Terms } from '../../src/pages/vocabulary/terms.ts'
import { inGraph, parseTurtleFamily } from '../../src/rdf/parse.ts'
import { dcterms } from '../../src/rdf/vocabulary/dcterms.ts'
import { dip } from '../../src/rdf/vocabulary/dip.ts'
import { rdf } from '../../src/rdf/vocabulary/rdf.ts'
import { sh } from '../../src/rdf/vocabulary/sh.ts'
import { loadShapes } from '../../src/validate/index.ts'
import { collection, iris, startWorld, type World } from '../serve/world.ts'

const { literal, namedNode, quad } = DataFactory
const ROOT = join(import.meta.dirname, '../..')
const CONCEPT = namedNode(`${NAMESPACE}vocab/document-type/telegram`)
const HOSTILE = `<script>alert(1)</script>\u202E${'x'.repeat(10_000)}`

const vocabulary = ['diplomacy', 'schemes'].flatMap((name) =>
  parseTurtleFamily(readFileSync(join(ROOT, `ontology/${name}.ttl`), 'utf8'), 'turtle'),
)
const { shapes } = loadShapes(join(ROOT, 'shapes'))
const terms: Terms = createTerms([...vocabulary, ...shapes])
const all = (['class', 'property', 'scheme', 'concept'] as const).flatMap((kind) => terms.all(kind))

let world: World
/** Pages by their paths. */
const pages = new Map<string, string>()
const pageOf = (iri: string) => pages.get(`/${pathOfTerm(iri)}`) ?? ''

function data(): Quad[] {
  const document = namedNode(iris.thing('document', 'wcda-9000'))
  const stated = namedNode(iris.graph('document/wcda-9000'))
  return [
    ...collection(30).filter(({ graph }) => graph.value !== iris.graph('vocabulary')),
    quad(document, rdf.type, dip.Document, stated),
    quad(document, dcterms.title, literal(HOSTILE, 'en'), stated),
    quad(document, dip.handlingCaveat, literal(HOSTILE), stated),
    ...[1, 2].map((n) => {
      const graph = namedNode(iris.graph(`document/wcda-${n}`))
      return quad(namedNode(iris.thing('document', `wcda-${n}`)), dcterms.type, CONCEPT, graph)
    }),
  ]
}

beforeAll(async () => {
  const quads = [...data(), ...inGraph(vocabulary, iris.graph('vocabulary'))]
  world = await startWorld({ crawlRate: '0' }, undefined, { quads, shapes })
  for (const path of ['/ontology', '/shapes', ...all.map((iri) => `/${pathOfTerm(iri)}`)]) {
    const { status, text } = await world.ask(path, { headers: { Accept: 'text/html' } })
    expect([path, status]).toEqual([path, 200])
    pages.set(path, text)
  }
}, 60_000)
afterAll(() => world.close())

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
const words = (html: string) => html.replace(/<[^>]+>/g, '')

test('every term of the vocabularies has a page with its name, its address and its definition', () => {
  expect(all.length).toBeGreaterThan(300)
  for (const iri of all) {
    const page = pageOf(iri)
    expect(definitionOf(terms, iri)).not.toBe('')
    expect(page).toContain(`<h1>${escaped(terms.about.label(iri))}</h1>`)
    expect(page).toContain(escaped(definitionOf(terms, iri)))
    expect(page).toContain(`<code>${iri}</code>`)
  }
})

test('the overview has every class and property under the fragment of its address, with its definition', () => {
  const page = pages.get('/ontology') ?? ''
  for (const iri of [...terms.all('class'), ...terms.all('property')]) {
    expect(page).toContain(` id="${iri.slice(dip.iri.length)}"`)
    expect(page).toContain(escaped(definitionOf(terms, iri)))
  }
  for (const iri of terms.all('scheme')) expect(page).toContain(`href="/${pathOfTerm(iri)}"`)
})

test('counts are those of the manifest', () => {
  const { classes, properties } = world.generations.current.release.manifest.counts
  const shown = (iri: string) => /<dt>In this release<\/dt><dd>([^<]*)/.exec(pageOf(iri))?.[1]
  const said = (count: number | undefined, one: string, many: string) =>
    count === undefined ? 'not used' : `${count.toLocaleString('en')} ${count === 1 ? one : many}`
  for (const iri of terms.all('class')) expect([iri, shown(iri)]).toEqual([iri, said(classes[iri], 'thing', 'things')])
  for (const iri of terms.all('property'))
    expect([iri, shown(iri)]).toEqual([iri, said(properties[iri], 'statement', 'statements')])
  expect(shown(dip.Telegram.value)).toBe('30 things')
  expect(shown(dip.handlingCaveat.value)).toBe('1 statement')
})

test('a concept says how often it is used and by which property; what the schemes say of it does not count', () => {
  expect(words(pageOf(CONCEPT.value))).toContain('2 uses: dcterms:type 2')
  const scheme = pages.get('/vocab/document-type') ?? ''
  expect(scheme).toMatch(/<tr id="telegram">(?:(?!<\/tr>).)*<td class="number">2<\/td>/s)
  expect(scheme).toMatch(/<tr id="correspondence">(?:(?!<\/tr>).)*<td class="number">0<\/td>/s)
})

test('a term is shown by a statement of the release', () => {
  const shown = (n: number) =>
    `<p class="statement"><a href="/document/wcda-${n}">${escaped(`Telegram ${n}: é 𝒳 "a"\nb`)}</a>`
  expect(pageOf(dip.Telegram.value)).toContain(`${shown(10)}<span class="verb">instance of</span>`)
  expect(pageOf(dip.author.value)).toContain(shown(10))
  expect(pageOf(CONCEPT.value)).toContain(shown(1))
  expect(pageOf(dip.RequestAct.value)).toMatch(/<p class="statement"><a href="\/document\/wcda-\d+#act-1">/)
  expect(pageOf(dip.holdingTo.value)).not.toContain('From our data')
})

test('what a statement holds is shown as text, and not all of it', () => {
  const page = pageOf(dip.handlingCaveat.value)
  expect(page).toContain('&lt;script>alert(1)&lt;/script>')
  expect(page).not.toContain('<script>alert')
  expect(page).toContain('x …</q>')
  expect(page.length).toBeLessThan(10_000)
})

test('no page is large, and no page has an identifier twice', () => {
  for (const [path, page] of pages) {
    expect([path, page.length < 250_000]).toEqual([path, true])
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)
    expect([path, ids]).toEqual([path, [...new Set(ids)]])
  }
})

test('every link leads somewhere', async () => {
  const targets = new Set(
    [...pages.values()].flatMap((page) => [...page.matchAll(/\shref="([^"]*)"/g)].map(([, to]) => to ?? '')),
  )
  const found = new Map<string, string>(pages)
  for (const target of [...targets].map((to) => to.replaceAll('&amp;', '&'))) {
    if (/^https?:/.test(target)) {
      expect(URL.canParse(target)).toBe(true)
      continue
    }
    const [path = '', fragment] = target.split('#', 2)
    // The search has its own tests. One form of the data stands for the others.
    if (path.startsWith('/search?')) continue
    if (/\.(?:jsonld|rdf|nt|nq|trig)$/.test(path)) continue
    if (path !== '' && !found.has(path)) {
      const { status, text } = await world.ask(path, { headers: { Accept: 'text/html, */*;q=0.1' } })
      expect([target, status]).toEqual([target, 200])
      found.set(path, text)
    }
    if (fragment !== undefined && path !== '')
      expect([target, found.get(path)?.includes(` id="${fragment}"`) || path.startsWith('/document/')]).toEqual([
        target,
        true,
      ])
  }
  for (const [path, page] of pages)
    for (const [, fragment] of page.matchAll(/\shref="#([^"]*)"/g))
      expect([path, fragment, page.includes(` id="${fragment}"`)]).toEqual([path, fragment, true])
})

test('the shapes are all there: each rule with its message under its own address', () => {
  const page = pages.get('/shapes') ?? ''
  const rules = shapes.filter(({ predicate }) => predicate.equals(sh.message))
  expect(rules.length).toBeGreaterThan(100)
  for (const { subject, object } of rules) {
    expect(page).toContain(` id="${subject.value.slice(`${NAMESPACE}shapes#`.length)}"`)
    expect(page).toContain(escaped(object.value))
  }
})

test('a shape says in words what it asks', () => {
  const text = (id: string) =>
    words(
      new RegExp(`<tr id="${id}">(.*?)</tr>`, 's').exec(
        (pages.get('/shapes') ?? '').replaceAll('</td>', '</td>|'),
      )?.[1] ?? '',
    )
  expect(text('Document-title')).toContain('dcterms:title|at least 1|words or a number (literal)|error|')
  expect(text('Document-precedence')).toContain('precedence|at most 1|a concept of Precedence|error|')
  expect(text('Document-author')).toContain('author|any number|actor|error|')
  expect(text('Document-type-missing')).toContain('|note|')
  expect(text('Document-date-order')).toContain('not after latest date')
  expect(text('DateStatement-bounds-missing')).toContain('earliest day or latest day|at least 1|')
  expect(text('Document-totalCopies')).toContain('a whole number, xsd:integer; not below 1')
})

describe('the picture of the core', () => {
  const columns = coreOf(terms)
  const plan = layOut(columns, terms.about.label)
  const inside = (a: Box, b: Box) =>
    a.x > b.x && a.y > b.y && a.x + a.width < b.x + b.width && a.y + a.height < b.y + b.height
  const apart = (a: Box, b: Box) =>
    a.x + a.width < b.x || b.x + b.width < a.x || a.y + a.height < b.y || b.y + b.height < a.y

  test('has the classes of the core, a kind inside what it is a kind of, all others apart', () => {
    expect(plan.boxes.map(({ iri }) => iri.slice(dip.iri.length)).sort()).toEqual(
      [
        '',
        'Actor',
        'ArchivalCopy',
        'ArchivalUnit',
        'Archive',
        'CorporateBody',
        'Correspondence',
        'DateStatement',
        'DiplomaticAct',
        'Document',
        'Edition',
        'Event',
        'Evidence',
        'Journal',
        'JournalEntry',
        'Person',
        'Position',
        'Telegram',
      ].sort(),
    )
    const kinds = kindsOf(columns)
    for (const a of plan.boxes)
      for (const b of plan.boxes) {
        if (a === b) continue
        const isKind = terms.above(a.iri).includes(b.iri)
        if (isKind) expect([a.iri, b.iri, inside(a, b)]).toEqual([a.iri, b.iri, true])
        else if (!terms.above(b.iri).includes(a.iri)) expect([a.iri, b.iri, apart(a, b)]).toEqual([a.iri, b.iri, true])
      }
    expect(kinds.length).toBe(8)
  })

  test('draws each relation to its class, within the frame', () => {
    for (const { from, to } of relationsOf(columns)) {
      if (from === to) continue
      const connector = plan.connectors.find(({ relation }) => relation.from === from && relation.to === to)
      const box = plan.boxes.find(({ iri }) => iri === to)
      const [x, y] = connector?.points.at(-1) ?? [0, 0]
      expect([box?.x, (box?.x ?? 0) + (box?.width ?? 0)]).toContain(x)
      expect(y).toBeGreaterThan(box?.y ?? Number.POSITIVE_INFINITY)
      for (const [px, py] of connector?.points ?? []) {
        expect(px).toBeGreaterThanOrEqual(0)
        expect(px).toBeLessThanOrEqual(plan.width)
        expect(py).toBeGreaterThanOrEqual(0)
        expect(py).toBeLessThanOrEqual(plan.height)
      }
    }
  })

  test('no line runs through a box of another column', () => {
    for (const { points, relation } of plan.connectors)
      for (const [i, [x, y]] of points.entries()) {
        const [nextX, nextY] = points[i + 1] ?? [x, y]
        const [from, to] = [Math.min(x, nextX), Math.max(x, nextX)]
        const [top, bottom] = [Math.min(y, nextY), Math.max(y, nextY)]
        for (const box of plan.boxes.filter(({ level }) => level === 0)) {
          const isOwn = [relation.from, relation.to].some(
            (iri) => iri === box.iri || terms.above(iri).includes(box.iri),
          )
          const crosses = to > box.x && from < box.x + box.width && bottom > box.y && top < box.y + box.height
          if (!isOwn)
            expect([relation.from, relation.to, box.iri, crosses]).toEqual([relation.from, relation.to, box.iri, false])
        }
      }
  })

  test('says the same as its table, and the same each time', () => {
    const page = pages.get('/ontology') ?? ''
    const [, svg = '', table = ''] = /<svg(.*?)<\/svg>.*?<table>(.*?)<\/table>/s.exec(page) ?? []
    const links = (html: string) => new Set([...html.matchAll(/href="([^"]*)"/g)].map(([, to]) => to))
    expect([...links(svg)].sort()).toEqual([...links(table)].sort())
    expect(links(svg).size).toBeGreaterThan(50)
    expect(layOut(coreOf(createTerms([...vocabulary].reverse())), terms.about.label)).toEqual(plan)
  })
})
