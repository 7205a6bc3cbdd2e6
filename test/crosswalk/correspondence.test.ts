import { parseDocument } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import { CMIF_TAIL, cmifHead, cmifLetter, missingForCmif } from '../../src/crosswalk/cmif.ts'
import { authorityOf, geonamesOf, letterOf } from '../../src/crosswalk/correspondence.ts'
import { edgesOf, nodeRow } from '../../src/crosswalk/network.ts'
import type { Agent, DocumentFacts, Role } from '../../src/crosswalk/record.ts'
import { emptyFacts } from './empty-facts.ts'

const BASE = 'http://example.org'
const ADDRESS = `${BASE}/cmif.xml`
const id = (path: string) => `${BASE}/id/${path}`
const agent = (label: string, kind: Agent['kind'], ...roles: readonly Role[]): Agent => ({
  iri: id(`${kind}/${label.toLowerCase().replace(/\W+/g, '-')}`),
  label,
  kind,
  roles,
})

const STALIN = agent('Joseph Stalin', 'person', 'sender')
const MAO = agent('Mao Zedong', 'person', 'recipient')

/** The piece of a letter, cut to what stands within each of its actions. */
function actions(known: Partial<DocumentFacts>, links: Readonly<Record<string, readonly string[]>> = {}) {
  const letter = letterOf(emptyFacts(known))
  if (letter === undefined) return undefined
  const xml = cmifLetter(letter, ADDRESS, (iri) => links[iri] ?? [])
  return [...xml.matchAll(/<correspAction type="(\w+)">(.*)<\/correspAction>/g)].map(([, type, content]) => [
    type,
    content,
  ])
}

describe('who is a letter', () => {
  test('what is no correspondence, or has no party, is none', () => {
    expect(letterOf(emptyFacts({ agents: [STALIN], isCorrespondence: false }))).toBeUndefined()
    expect(letterOf(emptyFacts({}))).toBeUndefined()
    expect(letterOf(emptyFacts({ agents: [agent('Molotov', 'person', 'copiedTo')] }))).toBeUndefined()
  })

  test('who wrote it stands for a sender who is not named', () => {
    const author = agent('Roshchin', 'person', 'author')
    expect(letterOf(emptyFacts({ agents: [author, MAO] }))?.senders).toEqual([author])
    expect(letterOf(emptyFacts({ agents: [author, STALIN, MAO] }))?.senders).toEqual([STALIN])
  })

  test('the day of sending goes before the date of the document, unless it is inferred', () => {
    const date = { edtf: '1950-05-13', isStated: true }
    const step = (isStated: boolean) => [{ phase: 'sent', date: { edtf: '1950-05-14T05:30:00', isStated } }]
    const day = (isStated: boolean) =>
      letterOf(emptyFacts({ agents: [STALIN], date, transmissions: step(isStated) }))?.sent?.from.day
    expect([day(true), day(false)]).toEqual([14, 13])
  })
})

describe('CMIF', () => {
  test('people are persons, all others organisations; who is not known is Unknown', () => {
    expect(actions({ agents: [STALIN] })).toEqual([
      ['sent', `<persName ref="${STALIN.iri}">Joseph Stalin</persName>`],
      ['received', '<persName>Unknown</persName>'],
    ])
    const office = agent('Soviet Ambassador', 'position', 'recipient')
    const ministry = agent('Ministry <A> & B', 'body', 'sender')
    expect(actions({ agents: [ministry, office] })).toEqual([
      ['sent', `<orgName ref="${ministry.iri}">Ministry &lt;A&gt; &amp; B</orgName>`],
      ['received', `<orgName ref="${office.iri}">Soviet Ambassador</orgName>`],
    ])
  })

  test('identifiers of authority files where a curator accepted them, places of GeoNames', () => {
    const gnd = 'https://d-nb.info/gnd/118642499'
    const beijing = { iri: id('place/beijing'), label: 'Beijing' }
    expect(
      actions(
        { agents: [STALIN, MAO], sentTo: [beijing, { iri: id('body/embassy'), label: 'Embassy' }] },
        {
          [STALIN.iri]: ['http://www.wikidata.org/entity/Q855', gnd],
          [beijing.iri]: ['http://www.wikidata.org/entity/Q956', 'https://sws.geonames.org/1816670/'],
        },
      ),
    ).toEqual([
      ['sent', `<persName ref="${gnd}">Joseph Stalin</persName>`],
      [
        'received',
        `<persName ref="${MAO.iri}">Mao Zedong</persName><placeName ref="https://www.geonames.org/1816670">Beijing</placeName>`,
      ],
    ])
  })

  test.each([
    [{ edtf: '1950-05-14', isStated: true }, 'when="1950-05-14"'],
    [{ edtf: '1950-05', isStated: true }, 'when="1950-05"'],
    [{ edtf: '1950?', isStated: true }, 'when="1950" cert="medium"'],
    [{ edtf: '1950-05-14', isStated: false }, 'when="1950-05-14" cert="medium"'],
    [{ edtf: '1950-05-14/1950-05-16', isStated: true }, 'from="1950-05-14" to="1950-05-16"'],
    [
      { edtf: '195X', earliest: '1950-01-01', latest: '1959-12-31', isStated: true },
      'notBefore="1950-01-01" notAfter="1959-12-31" cert="medium"',
    ],
  ])('the date %j', (date, attributes) => {
    expect(actions({ agents: [STALIN], date })?.[0]?.[1]).toContain(`<date ${attributes}/>`)
  })

  test('a file names publisher, licence, address and time, all of the configuration', () => {
    const imprint = {
      title: 'Letters & more',
      publisher: { name: 'An archive', iri: 'https://archive.example/' },
      license: 'https://creativecommons.org/licenses/by/4.0/',
      adminEmail: 'letters@archive.example',
    }
    expect(missingForCmif(imprint)).toEqual([])
    const file = cmifHead({ ...imprint, address: ADDRESS, updated: '2020-01-01T00:00:00Z' }) + CMIF_TAIL
    for (const piece of [
      '<title>Letters &amp; more</title>',
      '<editor>An archive <email>letters@archive.example</email></editor>',
      '<publisher><ref target="https://archive.example/">An archive</ref></publisher>',
      `<idno type="url">${ADDRESS}</idno>`,
      '<date when="2020-01-01T00:00:00Z"/>',
      '<licence target="https://creativecommons.org/licenses/by/4.0/">',
    ])
      expect(file).toContain(piece)
    expect(parseDocument(file, { xmlMode: true }).children.length).toBeGreaterThan(0)
  })

  test('there is none without publisher and licence', () => {
    expect(missingForCmif({ publisher: { iri: 'https://archive.example/' } })).toEqual([
      'dataset.publisher.name',
      'dataset.license',
    ])
    expect(() => cmifHead({ publisher: { name: 'A' }, address: ADDRESS, updated: '' })).toThrow('dataset.license')
  })
})

test('the best identifier of an authority file', () => {
  expect(
    authorityOf(['https://isni.org/isni/1', 'http://id.loc.gov/authorities/names/n1', 'http://viaf.org/viaf/2']),
  ).toBe('http://viaf.org/viaf/2')
  expect(authorityOf(['https://example.org/?q=//d-nb.info/x'])).toBeUndefined()
  expect(geonamesOf(['http://www.geonames.org/12'])).toBe('https://www.geonames.org/12')
  expect(geonamesOf(['http://www.wikidata.org/entity/Q1'])).toBeUndefined()
})

test('each letter is an edge from each sender to each recipient', () => {
  const zhou = agent('Zhou Enlai', 'person', 'ultimateRecipient')
  const known = {
    agents: [STALIN, MAO, zhou],
    date: { edtf: '1950-05', earliest: '1950-05-01', latest: '1950-05-31', isStated: true },
  }
  const letter = letterOf(emptyFacts(known))
  expect(letter && edgesOf(letter)).toEqual(
    [
      [MAO, 'recipient'],
      [zhou, 'ultimateRecipient'],
    ].map(([recipient, relation]) => [
      STALIN.iri,
      (recipient as Agent).iri,
      'Directed',
      1,
      '1950-05',
      '1950-05-01',
      '1950-05-31',
      relation,
      undefined,
      id('document/x-1'),
      'A telegram & more',
    ]),
  )
  const half = letterOf(emptyFacts({ agents: [STALIN] }))
  expect(half && edgesOf(half)).toEqual([])
  expect(nodeRow({ ...STALIN, label: 'Joseph\nStalin' }, [])).toEqual([
    STALIN.iri,
    'Joseph Stalin',
    'person',
    undefined,
  ])
})
