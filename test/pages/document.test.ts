import { beforeAll, describe, expect, test } from 'vitest'
import { createIris } from '../../src/iris.ts'
import { createDescription } from '../../src/pages/description.ts'
import { documentPage } from '../../src/pages/document.tsx'
import type { Site } from '../../src/pages/page.ts'
import { resourcePage } from '../../src/pages/resource.tsx'
import { stopsOf } from '../../src/pages/route.tsx'
import { parse } from '../../src/rdf/parse.ts'

const BASE = 'http://example.org'
const site: Site = {
  iris: createIris(BASE),
  dataset: { title: 'T', adminEmail: 'editors@example.org' },
  root: '',
  version: 'abc123',
  noindex: false,
  style: '/style.css',
}
const PREFIXES = `@prefix dip: <https://w3id.org/diplomacy/ontology#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix oa: <http://www.w3.org/ns/oa#> . @prefix v: <https://w3id.org/diplomacy/vocab/> . @prefix : <${BASE}/id/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix d: <${BASE}/id/document/x-1#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n`
const quadsOf = (turtle: string) => parse(PREFIXES + turtle, 'turtle')

const EVIL = [
  '</title><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '\u202egnp.exe \u2066\u2067',
  'long '.repeat(2000),
  '<!-- ]]> -->&amp;&#x3c;script&#x3e;',
]

describe.each(EVIL)('whatever a page says: %#', (evil) => {
  let html = ''
  const literal = JSON.stringify(evil)
  const text = `Head ${evil} of Kim.`
  beforeAll(async () => {
    const points = [...text]
    const evidence = (id: string, quote: string, start: number, more = '') => `
      <${BASE}/id/document/x-1#${id}> a dip:Evidence ; oa:hasSource :source\\/s ; dip:quote ${JSON.stringify(quote)} ;
        dip:startOffset ${start} ; dip:endOffset ${start + [...quote].length} ; dip:textZone <https://w3id.org/diplomacy/vocab/text-zone/body> ;
        dip:extractedBy :rule\\/r ${more} .`
    const quads = await quadsOf(`
      :document\\/x-1 a dip:Document, dip:Correspondence ; dcterms:title ${literal} ; dcterms:abstract ${literal} ;
        dcterms:date ${literal} ; dip:sender :person\\/kim ; dip:markingAsWritten ${literal} ; dip:unparsedText ${literal} ;
        dip:reportsAct d:act-1 ; dip:mentions :person\\/kim ; dip:evidence d:evidence-2, d:evidence-3 ; dip:hasArchivalCopy d:copy ;
        dip:hasEdition d:edition ; dip:hasTransmission d:step ; dip:hasDistributionEntry d:distribution-1 .
      d:copy dip:archivalCitation ${literal} ; dip:folioExpression ${literal} .
      d:step dip:localDateTime ${literal} ; dip:phase <https://w3id.org/diplomacy/vocab/transmission-phase/sent> .
      d:distribution-1 dip:recipientLabel ${literal} .
      d:note-1 dip:noteLabel ${literal} ; dip:evidence d:evidence-4 . d:evidence-4 dip:quote ${literal} .
      d:edition dip:hasNote d:note-1 ; dip:shownOn <${BASE}/id/source/s#page> ; dip:editionNote ${literal} .
      d:act-1 a dip:RequestAct, dip:DiplomaticAct ; dip:evidence d:evidence-1 ; dip:extractedBy :rule\\/r ; dip:condition ${literal} .
      :person\\/kim skos:prefLabel ${literal} . :rule\\/r rdfs:label ${literal} .
      ${evidence('evidence-1', points.slice(0, -5).join(''), 0)}
      ${evidence('evidence-2', 'Kim', points.length - 4, '; dip:refersTo :person\\/kim')}
      ${evidence('evidence-3', points.slice(2, -2).join(''), 2, '; dip:refersTo <javascript:alert(1)>')}`)
    html = documentPage({
      site,
      iri: `${BASE}/id/document/x-1`,
      quads,
      alternates: [],
      text,
      sources: new Map([
        [`${BASE}/id/source/s`, { label: evil, text: `${text}\n`, pages: ['javascript:alert(1)', evil] }],
      ]),
      rules: new Map(),
      told: new Map(),
      collections: [],
      occurrences: [],
      neighbours: [{ of: `${BASE}/id/unit/u`, next: { iri: 'javascript:alert(1)', label: evil } }],
    })
  })

  test('no element, attribute or address comes of it', () => {
    const tags = html.replace(/"[^"]*"/g, '""').match(/<[^>]*>/g) ?? []
    expect(tags.filter((tag) => /^<img|\s(?:on\w+|style)=/.test(tag))).toEqual([])
    expect(html.match(/<script/g)).toEqual(['<script'])
    expect(html).not.toMatch(/href="(?!https?:|mailto:|\/|#)/)
  })

  test('its words are there, as text', () => {
    const plain = html
      .slice(html.indexOf('<div class="original">'))
      .split('</div>', 1)[0]
      ?.replace(/<a class="note".*?<\/a>/g, '')
      .replace(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')
    expect(plain).toBe(text)
  })

  test('each id stands once, and what is marked can be led to', () => {
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)
    expect(ids.length).toBe(new Set(ids).size)
    expect(ids).toEqual(expect.arrayContaining(['evidence-1', 'evidence-2', 'evidence-3', 'act-1', 'copy', 'note-1']))
  })
})

test('a text that is not published is said to be on the page of its publisher', async () => {
  const quads = await quadsOf(
    `:document\\/x-1 dip:hasEdition d:edition . d:edition dip:shownOn <${BASE}/id/source/s#page> .`,
  )
  const page = (pages: readonly string[]) =>
    documentPage({
      site,
      iri: `${BASE}/id/document/x-1`,
      quads,
      alternates: [],
      sources: new Map([[`${BASE}/id/source/s`, { label: 's', pages }]]),
      rules: new Map(),
      neighbours: [],
      told: new Map(),
      collections: [],
      occurrences: [],
    }).replace(/<[^>]*class="elsewhere">/, '¶')
  expect(page(['https://history.example.org/d1', 'https://']).split('¶')[1]?.split('</p>')[0]).toBe(
    'Its text is not published here; read it on the publisher’s page: <a href="https://history.example.org/d1">history.example.org</a>.',
  )
  expect(page([])).toContain('¶Its text is not published here.</p>')
})

test('words on which two acts rest have their id once, where the text is not published', async () => {
  const quads = await quadsOf(`:document\\/x-1 dip:reportsAct d:act-1, d:act-2 .
    d:act-1 a dip:RequestAct ; dip:evidence d:evidence-1 . d:act-2 a dip:ProposalAct ; dip:evidence d:evidence-1 .
    d:evidence-1 dip:quote "He asked" ; dip:startOffset 3 .`)
  const html = documentPage({
    site,
    iri: `${BASE}/id/document/x-1`,
    quads,
    alternates: [],
    sources: new Map(),
    rules: new Map(),
    neighbours: [],
    told: new Map(),
    collections: [],
    occurrences: [],
  })
  expect(html.match(/He asked/g)).toHaveLength(2)
  expect(html.match(/id="evidence-1"/g)).toHaveLength(1)
})

test('a thing with a hostile name and hostile links', async () => {
  const evil = JSON.stringify(EVIL[0])
  const quads = await quadsOf(`
    :person\\/kim skos:prefLabel ${evil} ; rdfs:seeAlso <javascript:alert(1)>, <http://x.example/%3Cscript%3E> ;
      dip:hasNameForm <${BASE}/id/person/kim#name-1> . <${BASE}/id/person/kim#name-1> dip:nameValue ${evil} .`)
  const row = { subject: `${BASE}/id/document/x-1`, predicate: 'http://x.example/p', label: EVIL[1] ?? '' }
  const html = resourcePage({
    site,
    iri: `${BASE}/id/person/kim`,
    kind: 'person',
    quads,
    alternates: [],
    occurrences: [{ property: 'http://x.example/p', total: 12, page: 2, rows: [row] }],
  })
  expect(html).not.toMatch(/<img|<[^>]*\son\w+=|href="javascript/)
  expect(html).toContain('>&lt;img src=x onerror=alert(1)></a>')
})

describe('the way of a message', () => {
  const stops = async (turtle: string) =>
    stopsOf(createDescription(await quadsOf(turtle)), `${BASE}/id/document/x-1`).map(({ label, who, where, steps }) => [
      label,
      who.map((iri) => iri.split('/').at(-1)),
      where.length,
      steps.map(({ phase, when, isInferred }) => `${phase} ${when}${isInferred ? '?' : ''}`),
    ])
  const X = ':document\\/x-1'

  test('from, through, to, for, with what the form says of the hours', async () =>
    expect(
      await stops(`${X} dip:sender :person\\/a ; dip:sentFrom :place\\/p ; dip:relayedBy :person\\/b ;
        dip:addressee :person\\/c, :person\\/d ; dip:ultimateAddressee :person\\/d ; dip:hasTransmission d:one, d:two .
        d:one dip:phase <https://w3id.org/diplomacy/vocab/transmission-phase/handed-in> ; dip:localDateTime "1950-05-14T04:10:00" ;
          dip:certainty <https://w3id.org/diplomacy/vocab/certainty/inferred> .
        d:two dip:phase <https://w3id.org/diplomacy/vocab/transmission-phase/received> ; dip:localDateTime "1950-05-14T05:30:00+03:00" .`),
    ).toEqual([
      ['From', ['a'], 1, ['handed-in 1950-05-14 04:10?']],
      ['Through', ['b'], 0, []],
      ['To', ['c'], 0, ['received 1950-05-14 05:30']],
      ['For', ['d'], 0, []],
    ]))

  test('an end that is not stated is a stop without anybody', async () => {
    expect(await stops(`${X} a dip:Correspondence ; dip:sender :person\\/a .`)).toEqual([
      ['From', ['a'], 0, []],
      ['To', [], 0, []],
    ])
    expect(
      await stops(`${X} dip:addressee :person\\/a ; dip:ultimateAddressee :person\\/a ; dip:author :person\\/b .`),
    ).toEqual([
      ['From', ['b'], 0, []],
      ['To', ['a'], 0, []],
    ])
  })

  test('what is no correspondence went to nobody that one could miss', async () =>
    expect(await stops(`${X} dip:sentFrom :place\\/p .`)).toEqual([['From', [], 1, []]]))

  test('what went nowhere has none', async () => expect(await stops(`${X} dip:author :person\\/a .`)).toEqual([]))
})
