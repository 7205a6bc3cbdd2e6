/** Two records of one document: linked where both give what tells documents apart, joined where a curator says so. */
import { describe, expect, it } from 'vitest'
import { loadAuthority } from '../../src/authority/load.ts'
import type { Found, Reading, SourceDocument } from '../../src/document.ts'
import { createIris } from '../../src/iris.ts'
import { mapDocument, mapDuplicates, pairKey, possibleDuplicates, reasonOf } from '../../src/map/index.ts'
import type { Merge } from '../../src/reconcile/merges.ts'
import { emptyRegistry, type Registry, recordPublished } from '../../src/registry.ts'
import { reconciled } from '../map/in-memory.ts'
import { contextOf, documentOf, sourceOf } from '../map/record.ts'

const iris = createIris('https://data.example.org')
const { authority } = loadAuthority('no-such-folder')
const found = <T>(value: T, words = String(value)): Found<T> => {
  return { value, words, rule: 'test', span: { start: 0, end: words.length, zone: 'body' } }
}

interface Given {
  readonly date?: string
  readonly leaves?: string
  readonly number?: string
  readonly unit?: string
  readonly parties?: readonly [string, string]
  readonly more?: Partial<SourceDocument>
}

/** The page of a record. */
function record(
  number: string,
  { date = '1953-03-29', leaves, number: telegram, unit, parties, more }: Given,
): Reading {
  const document = documentOf('edition', {
    record: found(number),
    title: found(`Telegram, as record ${number} has it`),
    dates: [
      found({ edtf: date, earliest: date, latest: date, precision: 'day', role: 'document', basis: 'signature' }, date),
    ],
    numbers: telegram === undefined ? [] : [found({ value: telegram, kind: 'telegram', label: 'No.' })],
    archival:
      unit === undefined
        ? []
        : [
            found({
              ...{ archive: 'zenda', archiveLabel: 'Archive of Zenda', printed: false },
              steps: [{ level: 'file', number: unit }],
              ...(leaves !== undefined && { folios: leaves }),
            }),
          ],
    parties: (parties ?? []).map((label, at) =>
      found({ role: at === 0 ? 'sender' : 'addressee', name: { kind: 'person', label, forms: [] } }),
    ),
    ...more,
  })
  return { form: 'page', source: sourceOf(`page of ${number}`, `${number}.txt`), documents: [document], problems: [] }
}

const run = (readings: readonly Reading[], merges: readonly Merge[] = [], registry: Registry = emptyRegistry) =>
  reconciled(readings, { iris, registry, merges })

function candidates(readings: readonly Reading[], decided: readonly string[] = []) {
  const context = contextOf({}, authority)
  const marks = run(readings).groups.flatMap((group) => mapDocument(group, context).marks)
  marks.sort((a, b) => (a.key < b.key ? -1 : 1))
  return possibleDuplicates(marks, new Set(decided))
}
const pairs = (...readings: Reading[]) =>
  candidates(readings).map(({ one, other, rules }) => [one, other].map((iri) => iri.split('/').at(-1)).concat(rules))

describe('two records may be one document', () => {
  const [unit, leaves] = ['5', 'Listy 120-122']
  it('by the same archival reference with leaves and date, however these are written', () => {
    expect(pairs(record('1', { unit, leaves }), record('2', { unit, leaves: 'Ll. 120–122' }))).toEqual([
      ['wcda-1', 'wcda-2', 'reference'],
    ])
    expect(pairs(record('1', { unit, leaves }), record('2', { unit, leaves: 'Listy 120-121' }))).toEqual([])
    expect(pairs(record('1', { unit, leaves }), record('2', { unit: '6', leaves }))).toEqual([])
    expect(pairs(record('1', { unit, leaves }), record('2', { unit, leaves, date: '1953-03-30' }))).toEqual([])
    expect(pairs(record('1', { unit }), record('2', { unit }))).toEqual([])
  })

  it('by number, date and unit; by sender, addressee, date and number', () => {
    expect(pairs(record('1', { unit, number: '66' }), record('2', { unit, number: '66' }))).toEqual([
      ['wcda-1', 'wcda-2', 'number'],
    ])
    const parties = ['Rolf Berg', 'Otto Falk'] as const
    expect(pairs(record('1', { parties, number: '66' }), record('2', { parties, number: '66' }))).toEqual([
      ['wcda-1', 'wcda-2', 'correspondence'],
    ])
    expect(
      pairs(record('1', { parties, number: '66' }), record('2', { parties: ['Rolf Berg', 'A B'], number: '66' })),
    ).toEqual([])
    expect(pairs(record('1', { parties }), record('2', { parties }))).toEqual([])
  })

  it('but not by the number of the file, which tells a day and not a paper', () => {
    const filed = (number: string, telegram?: string) =>
      record(number, {
        parties: ['Rolf Berg', 'Otto Falk'],
        more: {
          numbers: ['893.00/12-2448', ...(telegram === undefined ? [] : [telegram])].map((value) =>
            found({ value, kind: 'unlabelled', label: '' }),
          ),
          archival: [
            found({
              ...{ archive: 'nara-state', archiveLabel: 'Department of State', printed: false },
              steps: [
                { level: 'file', number: '893.00' },
                { level: 'item', number: '12–2448' },
              ],
            }),
          ],
        },
      })
    expect(pairs(filed('1'), filed('2'))).toEqual([])
    expect(pairs(filed('1', '66'), filed('2', '67'))).toEqual([])
    expect(pairs(filed('1', '66'), filed('2', '66'))).toEqual([['wcda-1', 'wcda-2', 'number', 'correspondence']])
  })

  it('but not with different numbers, and not the days of one journal', () => {
    expect(pairs(record('1', { unit, leaves, number: '66' }), record('2', { unit, leaves, number: '67' }))).toEqual([])
    const journal = documentOf('carrier', { title: found('Journal of Rolf Berg') })
    const day = (number: string) => record(number, { unit, leaves, more: { journal } })
    expect(pairs(day('1'), day('2'))).toEqual([])
  })

  it('and are linked both ways with the reason, until a curator decides', () => {
    const readings = [record('1', { unit, leaves, number: '66' }), record('2', { unit, leaves, number: '66' })]
    const [duplicate, ...others] = candidates(readings)
    if (duplicate === undefined) throw new Error('none')
    expect(others).toEqual([])
    expect(reasonOf(duplicate)).toBe(
      'the same archival reference, leaves and date; the same number, date and archival unit',
    )
    const links = mapDuplicates([duplicate], iris).map(({ subject, predicate, object }) =>
      [subject, predicate, object].map(({ value }) => value.split(/[/#]/).at(-1)),
    )
    expect(links).toEqual([
      ['wcda-1', 'sameDocumentCandidate', 'wcda-2'],
      ['wcda-1', 'sharesReferenceWith', 'wcda-2'],
      ['wcda-1', 'sharesNumberWith', 'wcda-2'],
      ['wcda-2', 'sameDocumentCandidate', 'wcda-1'],
      ['wcda-2', 'sharesReferenceWith', 'wcda-1'],
      ['wcda-2', 'sharesNumberWith', 'wcda-1'],
    ])
    expect(candidates(readings, [pairKey(duplicate.other, duplicate.one)])).toEqual([])
  })
})

describe('a curator takes two records for one document', () => {
  const readings = [record('1', {}), record('2', { date: '1953-03-30' })]
  const merges = [{ slug: 'wcda-2', into: 'wcda-1' }]

  it('one address stays and has both, the other leads there; what differs is reported', () => {
    const { groups, registry, problems } = run(readings, merges)
    expect(groups.map(({ slug, members }) => [slug, members.map(({ source }) => source.path)])).toEqual([
      ['wcda-1', ['1.txt', '2.txt']],
    ])
    expect(registry.get('wcda-2')).toMatchObject({ status: 'merged', target: 'wcda-1', key: 'wcda|2' })
    expect(problems.map(({ code }) => code)).toEqual(['conflicting-sources', 'conflicting-sources'])
  })

  it('so it stays in every build after, also where both were published before', () => {
    const published = ({ groups, registry }: ReturnType<typeof run>) =>
      recordPublished(registry, groups, '2020-01-01', 'v')
    for (const first of [run(readings), run(readings, merges)]) {
      const second = run(readings, merges, published(first))
      const third = run(readings.toReversed(), merges, published(second))
      expect(third.groups.map(({ slug, members }) => [slug, members.length])).toEqual([['wcda-1', 2]])
      expect(third.registry.get('wcda-2')).toMatchObject({ status: 'merged', target: 'wcda-1' })
      expect(third.groups).toEqual(second.groups)
    }
  })

  it('and takes it back: they are two again under their old addresses', () => {
    const both = run(readings)
    const before = recordPublished(both.registry, both.groups, '2020-01-01', 'v')
    const merged = run(readings, merges, before)
    const again = run(readings, [], recordPublished(merged.registry, merged.groups, '2020-01-02', 'w'))
    expect(again.groups.map(({ slug }) => slug)).toEqual(['wcda-1', 'wcda-2'])
    expect(again.registry.get('wcda-2')).toMatchObject({ status: 'published', first: '2020-01-01' })
    const never = run(readings, merges)
    const known = recordPublished(never.registry, never.groups, '2020-01-02', 'w')
    expect(run(readings, [], known).groups.map(({ slug }) => slug)).toEqual(['wcda-1', 'wcda-2'])
  })

  it('a chain leads to its end, and a document that is not there is reported', () => {
    const three = [...readings, record('3', {})]
    const chain = [...merges, { slug: 'wcda-3', into: 'wcda-2' }]
    expect(run(three, chain).groups.map(({ slug, members }) => [slug, members.length])).toEqual([['wcda-1', 3]])
    const { problems } = run(readings, [{ slug: 'wcda-9', into: 'wcda-1' }])
    expect(problems.map(({ code, message }) => [code, message.includes('no document wcda-9')])).toEqual([
      ['merge-unknown', true],
    ])
  })
})
