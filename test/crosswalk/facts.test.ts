import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documentFacts, enclosedMessages } from '../../src/crosswalk/facts.ts'
import { agentsAs, type DocumentFacts, type Role } from '../../src/crosswalk/record.ts'
import { BASE, buildSample, type Sample } from './sample.ts'

const CIPHERED = '19500514-ciphered-telegram-no-8600-vyshinsky-to-mao-zedong'
const JOURNAL = '19570531-the-journal-of-soviet-ambassador-to-the-dprk-a-m-puzanov-for'

let sample: Sample
beforeAll(async () => {
  sample = await buildSample()
}, 60_000)
afterAll(() => sample.remove())

const labels = (named: readonly { readonly label: string }[]) => named.map(({ label }) => label)
const as = (facts: DocumentFacts, ...roles: readonly Role[]) => labels(agentsAs(facts, ...roles))

describe('the facts of a telegram', () => {
  let facts: DocumentFacts
  beforeAll(async () => {
    facts = await sample.facts('wcda-113379')
  })

  test('what it is called, and what it is', () => {
    expect(facts).toMatchObject({
      iri: `${BASE}/id/document/wcda-113379`,
      slug: 'wcda-113379',
      title: { value: 'Cable, Filippov [Stalin] to Mao Zedong [via Kovalev]', language: 'en' },
      type: { iri: 'https://w3id.org/diplomacy/vocab/document-type/telegram', label: 'telegram' },
      isCorrespondence: true,
      isStub: false,
      languages: [{ iri: 'http://id.loc.gov/vocabulary/languages/rus', label: 'Russian' }],
      abstract: { value: expect.stringContaining('the oil of Xinjiang'), language: 'en' },
    })
  })

  test('each agent once, with all its roles', () => {
    expect(facts.agents[0]).toEqual({
      iri: `${BASE}/id/person/joseph-stalin`,
      label: 'Joseph Stalin',
      kind: 'person',
      roles: ['creator', 'author', 'signatory', 'sender'],
    })
    expect(as(facts, 'recipient')).toEqual(['Mao Zedong'])
    expect(as(facts, 'relayedBy')).toEqual(['Kovalev'])
    expect(as(facts, 'translator')).toEqual(['Sergey Radchenko'])
    expect(as(facts, 'creator', 'author')).toEqual(['Joseph Stalin'])
  })

  test('its preferred date with first and last day', () => {
    expect(facts.date).toEqual({
      edtf: '1949-06-18',
      earliest: '1949-06-18',
      latest: '1949-06-18',
      isStated: true,
    })
  })

  test('the archive before the book, in the words of the page', () => {
    expect(facts.source[0]).toBe('APRF: F. 45, Op. 1, D. 331, Ll. 119')
    expect(facts.source[1]).toContain('Sovetsko-Kitaiskie Otnosheniia')
    expect(facts.copies.map(({ isPrinted, leaves }) => [isPrinted, leaves])).toEqual([
      [false, '119'],
      [true, '148'],
    ])
    expect(labels(facts.archives)).toEqual(['Archive of the President of the Russian Federation'])
    expect(labels(facts.units)).toEqual(['APRF, fonds 45, opis 1, delo 331'])
  })

  test('the record, its address, collection and edition', () => {
    expect(facts.recordNumbers).toEqual(['113379'])
    expect(facts.pages).toEqual(['https://digitalarchive.wilsoncenter.org/document/113379'])
    expect(facts.collections.map(({ iri }) => iri)).toEqual([`${BASE}/id/collection/wcda`])
    expect(facts.partOf).toEqual([])
    expect(facts.editions).toHaveLength(1)
    expect(facts.editions[0]).toMatchObject({
      language: { label: 'English' },
      publisher: { label: 'The Dragoman project' },
      recordNumber: '113379',
      rights: [],
    })
  })
})

test('numbers, markings, transmission and copies of a ciphered telegram', async () => {
  const facts = await sample.facts(CIPHERED)
  expect(facts.numbers).toContainEqual({
    value: '550',
    kind: { iri: 'https://w3id.org/diplomacy/vocab/number-kind/special', label: 'special number' },
    label: 'Special no.',
  })
  expect(labels(facts.markings)).toEqual(['Special', 'Top Secret'])
  expect(facts.markingsAsWritten).toEqual(['SPECIAL', 'Top Secret'])
  expect(facts.transmissions).toEqual([
    { phase: 'handed-in', date: expect.objectContaining({ edtf: '1950-05-14T04:10:00', isStated: false }) },
    { phase: 'sent', date: expect.objectContaining({ edtf: '1950-05-14T05:30:00', isStated: true }) },
  ])
  expect(labels(facts.sentTo)).toEqual(['Beijing'])
  expect(facts.agents.find(({ kind }) => kind === 'position')).toMatchObject({ roles: ['recipient'] })
  expect(as(facts, 'copiedTo')).toContain('Vyacheslav Molotov')
  expect(labels(facts.relations)).toContain('Ciphered Telegram, Shtykov to Vyshinsky')
})

test('a message inside a telegram has facts of its own', async () => {
  const carrier = await sample.facts(CIPHERED)
  const message = await sample.facts(CIPHERED, 'message-1')
  expect(
    enclosedMessages((await sample.release.describe(carrier.iri)) ?? [], sample.release.iris, carrier.iri),
  ).toEqual([message.iri])
  expect(message).toMatchObject({ slug: CIPHERED, isCorrespondence: true, numbers: [], copies: [] })
  expect(as(message, 'sender')).toEqual(['Joseph Stalin'])
  expect(as(carrier, 'sender')).toEqual(['Andrey Vyshinsky'])
  expect(message.partOf).toEqual([{ iri: carrier.iri, label: 'Ciphered Telegram No. 8600, Vyshinsky to Mao Zedong' }])
})

test('an entry of a journal is part of it and lies where it lies', async () => {
  const facts = await sample.facts('wcda-115612')
  expect(facts.type?.label).toBe('journal entry')
  expect(facts.isCorrespondence).toBe(false)
  expect(facts.partOf.map(({ iri }) => iri)).toEqual([`${BASE}/id/document/${JOURNAL}`])
  expect(facts.source).toEqual(['AVPRF F. 0102, Op. 13, P. 72, Delo 5, Listy 44-113'])
  expect(labels(facts.units)).toEqual(['AVPRF, fonds 0102, opis 13, papka 72, delo 5'])
})

test('a journal has its period and its days', async () => {
  const facts = await sample.facts(JOURNAL)
  expect(facts.date?.edtf).toBe('1957-05-31')
  expect(facts.parts.map(({ iri }) => iri)).toContain(`${BASE}/id/document/wcda-115612`)
})

test('bodies, subjects, rights in words and the day of the edition', async () => {
  const romanian = await sample.facts('19780414-telegram-066-621-from-the-romanian-embassy-in-pyongyang-to')
  expect(romanian.agents.filter(({ kind }) => kind === 'body').map(({ label, roles }) => [label, roles])).toEqual([
    ['Romanian Embassy in Pyongyang', ['sender']],
    ['Ministry of Foreign Affairs of Romania', ['recipient']],
  ])
  const telegram = await sample.facts('wcda-112123')
  expect(labels(telegram.subjects)).toContain('Korean War, 1950-1953--Soviet Union')
  expect(as(telegram, 'cataloguedAuthor')).toContain('Kim Il Sung')
  expect(as(telegram, 'creator')).not.toContain('Kim Il Sung')
  expect(telegram.editions[0]).toMatchObject({
    available: '2011-11-20',
    rights: [{ value: expect.stringContaining('stated on its record'), language: 'en' }],
  })
})

test('what is known only by reference has little, and nothing is made up for it', async () => {
  const facts = await sample.facts('ref-communication-242-1953')
  expect(facts).toMatchObject({ isStub: true, agents: [], source: [], pages: [], editions: [] })
  expect(facts.date).toBeUndefined()
  expect(facts.abstract).toBeUndefined()
})

test('what rules found in running text is left out', async () => {
  const { release } = sample
  const iri = release.iris.thing('document', 'wcda-115612')
  const quads = (await release.describe(iri)) ?? []
  const extracted = quads.filter(({ graph }) => graph.value === release.iris.graph('extracted/wcda-115612'))
  expect(extracted.length).toBeGreaterThan(0)
  const without = quads.filter((quad) => !extracted.includes(quad))
  expect(documentFacts(quads, release.iris, iri)).toEqual(documentFacts(without, release.iris, iri))
})

test('every document of the sample has a title and its own address', async () => {
  const file = await readFile(`${sample.release.directory}/lists/document.jsonl`, 'utf8')
  const slugs = file
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).slug as string)
  expect(slugs.length).toBeGreaterThan(25)
  for (const slug of slugs) {
    const facts = await sample.facts(slug)
    expect(facts.title.value).not.toBe('')
    for (const { label } of [...facts.agents, ...facts.places, ...facts.subjects, ...facts.archives])
      expect(label).not.toBe('')
  }
})
