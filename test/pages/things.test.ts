import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { createIris } from '../../src/iris.ts'
import { pathsOf } from '../../src/pages/archival-path.tsx'
import { createDescription } from '../../src/pages/description.ts'
import { holdingsOf } from '../../src/pages/holdings.tsx'
import { nameForms } from '../../src/pages/names.tsx'
import { inTableOrder, placeOf } from '../../src/pages/occurrence-groups.ts'
import { type LinkRow, membersOf, searchLink } from '../../src/pages/occurrences.tsx'
import type { Site } from '../../src/pages/page.ts'
import { Told } from '../../src/pages/told.tsx'
import { parse } from '../../src/rdf/parse.ts'

const BASE = 'http://example.org'
const DIP = 'https://w3id.org/diplomacy/ontology#'
const read = async (turtle: string) =>
  createDescription(
    await parse(
      `@prefix dip: <${DIP}> . @prefix v: <https://w3id.org/diplomacy/vocab/> . @prefix p: <${BASE}/id/person/a#> .
      @prefix : <${BASE}/id/> .\n${turtle}`,
      'turtle',
    ),
  )
const PERSON = `${BASE}/id/person/a`

test('the way down to units: the lowest, with what holds them; a longer number is no part of a shorter one', () =>
  expect(pathsOf(['u/a-f1-op2', 'u/a-f1', 'u/a-f10', 'u/a-f1-op2-d3', 'u/a-f10-op1', 'u/b-x'])).toEqual([
    ['u/a-f1', 'u/a-f1-op2', 'u/a-f1-op2-d3'],
    ['u/a-f10', 'u/a-f10-op1'],
    ['u/b-x'],
  ]))

test('positions by time, with the days on which documents show them', async () => {
  const holding = (name: string, more: string) =>
    `p:holding-${name} a dip:PositionHolding ; dip:position :position\\/${name} ${more} .`
  const about = await read(`
    ${holding('undated', '')}
    ${holding('late', '; dip:holdingFrom p:holding-late-from')} p:holding-late-from dip:edtf "1957-03" .
    ${holding('seen', '; dip:attestedOn :document\\/x\\#d1, :document\\/y\\#d2, :document\\/z\\#d3')}`)
  const days = new Map([
    [`${BASE}/id/document/x#d1`, { earliest: '1953-05-01', latest: '1953-05-31' }],
    [`${BASE}/id/document/y#d2`, { earliest: '1950-01-02', latest: '1950-01-02' }],
  ])
  expect(
    holdingsOf(about, PERSON, days).map(({ position, from, earliest, latest }) => [
      position.split('/').at(-1),
      from,
      earliest,
      latest,
    ]),
  ).toEqual([
    ['seen', '', '1950-01-02', '1953-05-31'],
    ['late', '1957-03', '', ''],
    ['undated', '', '', ''],
  ])
})

test('a form that was taken for several kinds is one, the most used first', async () => {
  const about = await read(`<${PERSON}> dip:hasNameForm p:n1, p:n2, p:n3 .
    p:n1 dip:nameValue "Rare"@en . p:n2 dip:nameValue "Filippov"@en ; dip:nameKind <https://w3id.org/diplomacy/vocab/name-kind/code-name> ;
      dip:attestedIn :document\\/x . p:n3 dip:nameValue "Filippov"@und ; dip:nameKind <https://w3id.org/diplomacy/vocab/name-kind/surname> ;
      dip:attestedIn :document\\/x, :document\\/y .`)
  expect(
    nameForms(about, PERSON).map(({ value, language, kinds, documents }) => [value, language, kinds, documents.length]),
  ).toEqual([
    ['Filippov', 'en', ['code name', 'surname'], 2],
    ['Rare', 'en', [''], 0],
  ])
})

describe('what points to a thing', () => {
  const occurring = (property: string, ...subjects: readonly string[]) => ({
    property: DIP + property,
    total: subjects.length,
    page: 2,
    rows: subjects.map((subject) => ({ subject, predicate: DIP + property, label: subject })),
  })

  test('is told in the order of the table, others last; what says the same again is not told', () => {
    const groups = inTableOrder('person', [
      occurring('unheardOf', 'x'),
      occurring('mentions', 'x'),
      occurring('signatory', 'x'),
      occurring('refersTo', 'x'),
      occurring('sender', 'x'),
    ])
    expect(groups.map(([{ heading }, items]) => [heading, ...items.map(([words]) => words)])).toEqual([
      ['Wrote and sent', 'sent', 'signed'],
      ['Named in', 'named'],
      ['Other links', 'unheard of'],
    ])
    expect(placeOf('document', `${DIP}attestedIn`)).toBeUndefined()
    expect(placeOf('document', `${DIP}isReplyTo`)?.group.heading).toBe('Answered by')
  })

  test('stands once in a group, with all that it has to do', () =>
    expect(
      membersOf([
        ['sent', occurring('sender', 'x', 'y')],
        ['signed', occurring('signatory', 'y', 'z')],
      ]).map(({ row, words }) => [row.subject, ...words]),
    ).toEqual([
      ['x', 'sent'],
      ['y', 'sent', 'signed'],
      ['z', 'signed'],
    ]))

  test('stands by its date, and what has none last', () => {
    const [one, other, undated] = ['1953-03-29T23:35:00', '1950-05', undefined].map((date, n) => ({
      ...occurring('sender', `x${n}`).rows[0],
      ...(date !== undefined && { date }),
    }))
    const rows = [undated, one, other] as LinkRow[]
    const members = membersOf([
      ['sent', { ...occurring('sender'), rows }],
      ['signed', occurring('signatory')],
    ])
    expect(members.map(({ row }) => row.date)).toEqual(['1950-05', '1953-03-29T23:35:00', undefined])
    const told = { type: `${DIP}CipheredTelegram`, date: '1950-05-14', number: '8600-gs' }
    const html = renderToString(h(Told, { told, also: ['sent', 'signed'] }))
    expect(html).toContain('<span class="day">1950-05-14</span> · ciphered telegram · No. 8600-gs · sent, signed')
    expect(renderToString(h(Told, { told: { type: `${DIP}Person` } }))).toBe('')
  })

  test('is sought by slug and role', () => {
    const site = { iris: createIris(BASE), root: '/data' } as Site
    const group = { heading: 'Sent', properties: [], facet: 'person' }
    expect(searchLink(site, `${BASE}/id/person/a&b=ж`, group, 'sender')).toBe(
      '/data/search?person=a%26b%3D%D0%B6&role=sender',
    )
    expect(searchLink(site, `${BASE}/id/person/a`, group, '')).toBe('/data/search?person=a')
    expect(searchLink(site, PERSON, group, undefined)).toBe('')
  })
})
