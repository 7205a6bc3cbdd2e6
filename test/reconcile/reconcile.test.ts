import { describe, expect, it } from 'vitest'
import type { Found, Reading, SourceDocument, StatedDate } from '../../src/document.ts'
import { createIris, shortHash } from '../../src/iris.ts'
import { emptyRegistry, type Registry, recordEnding, recordPublished } from '../../src/registry.ts'
import { reconciled } from '../map/in-memory.ts'
import { documentOf, sourceOf } from '../map/record.ts'

const iris = createIris('https://data.example.org')
const run = (readings: readonly Reading[], registry: Registry = emptyRegistry) =>
  reconciled(readings, { iris, registry })
const slugs = (readings: readonly Reading[], registry?: Registry) => run(readings, registry).groups.map((g) => g.slug)

const found = <T>(value: T, words = String(value)): Found<T> => ({
  value,
  words,
  rule: 'test',
  span: { start: 0, end: words.length, zone: 'page-header' },
})
const date = (edtf: string, role: StatedDate['role'] = 'catalogue', basis: StatedDate['basis'] = 'page-header') =>
  found<StatedDate>({ edtf, earliest: edtf, latest: edtf, precision: 'day', role, basis }, edtf)
const numbered = (value: string, kind: 'issuing' | 'special' | 'unlabelled' = 'issuing') =>
  found({ value, kind, label: 'No.' }, value)
const titled = (title: string, edtf: string, more: Partial<SourceDocument> = {}): Partial<SourceDocument> => ({
  title: found(title),
  dates: [date(edtf)],
  ...more,
})

let count = 0
const page = (...documents: SourceDocument[]): Reading => {
  const source = sourceOf(`text ${count++}`, `file-${count}.txt`)
  return { form: 'page', source, documents, problems: [] }
}
const listing = (...rows: Partial<SourceDocument>[]): Reading => {
  const documents = rows.map((row) => documentOf('listed', row))
  return { ...page(), form: 'listing', listing: { source: 'wcda', rows: documents } }
}
const edition = (given: Partial<SourceDocument>): Reading => page(documentOf('edition', given))

const ROW = 'Ciphered Telegram No. 8600, Vyshinsky to Mao Zedong'
const untitled = (number: string, edtf: string, type = 'ciphered-telegram'): Partial<SourceDocument> => ({
  numbers: [numbered('550', 'special'), numbered(number)],
  dates: [date(edtf, 'document', 'form-field')],
  type: found(type),
})

describe('identity', () => {
  it('is the record number: two pages of one record are one document, its pages are members', () => {
    const { groups } = run([
      edition({ record: found('112'), ...titled('A report', '1953-03-29') }),
      edition({ record: found('112'), ...titled('A report', '1953-03-29') }),
    ])
    expect(groups.map(({ slug, members }) => [slug, members.length])).toEqual([['wcda-112', 2]])
  })

  it('keeps two record numbers apart, though title and date agree', () => {
    const twin = (record: string) => edition({ record: found(record), ...titled('A report', '1953-03-29') })
    expect(slugs([twin('112'), twin('113')])).toEqual(['wcda-112', 'wcda-113'])
  })

  it('joins a row to the page of the same title and date, and to none where two records have them', () => {
    const row = listing(titled('A Report.', '1953-03-29'))
    const twin = (record: string) => edition({ record: found(record), ...titled('A report', '1953-03-29') })
    expect(slugs([row, twin('112')])).toEqual(['wcda-112'])
    expect(slugs([row, twin('112'), twin('113')])).toEqual(['19530329-a-report', 'wcda-112', 'wcda-113'])
  })

  it('joins an untitled page to the row whose title has its number on the same day', () => {
    const row = listing(titled(ROW, '1950-05-14', { type: found('ciphered-telegram') }))
    const { groups } = run([row, edition(untitled('8600', '1950-05-14'))])
    expect(groups.map(({ slug, primary }) => [slug, primary.document.standing])).toEqual([
      ['19500514-ciphered-telegram-no-8600-vyshinsky-to-mao-zedong', 'edition'],
    ])
  })

  it('does not, where day, number or type differ', () => {
    const row = listing(titled(ROW, '1950-05-14', { type: found('ciphered-telegram') }))
    for (const other of [
      untitled('8600', '1950-05-15'),
      untitled('8601', '1950-05-14'),
      untitled('8600', '1950-05-14', 'letter'),
    ])
      expect(run([row, edition(other)]).groups).toHaveLength(2)
  })

  it('finds the documents that a page leads to, and where they are the pages of others', () => {
    const related = documentOf('related', titled('A second report', '1953-03-30'))
    const first = edition({ record: found('1'), ...titled('A first report', '1953-03-29'), related: [related] })
    const { groups } = run([first, edition({ record: found('2'), ...titled('A second report', '1953-03-30') })])
    expect(groups.map(({ slug }) => slug)).toEqual(['wcda-1', 'wcda-2'])
    expect(groups[0]?.primary.related).toEqual([iris.thing('document', 'wcda-2')])
  })

  it('makes stubs of what is only referred to, told by number, year and correspondence', () => {
    const reply = found({ relation: 'isReplyTo', kind: 'telegram', number: '359', label: 'telegram No. 359' } as const)
    const from = (label: string) =>
      found({ role: 'sentFrom', name: { kind: 'place', label, forms: [] } } as const, label)
    const citing = (record: string, place: string) =>
      edition({
        record: found(record),
        ...titled(`T ${record}`, '1953-03-29'),
        replies: [reply],
        parties: [from(place)],
      })
    const { groups } = run([citing('1', 'Pyongyang'), citing('2', 'Pyongyang'), citing('3', 'Peking')])
    const second = `ref-telegram-359-1953-${shortHash('ref|wcda|telegram|359|1953|pyongyang', 6)}`
    expect(groups.map(({ slug }) => slug)).toEqual(['ref-telegram-359-1953', second, 'wcda-1', 'wcda-2', 'wcda-3'])
    expect(groups.slice(2).map(({ primary }) => primary.replies)).toEqual(
      [second, second, 'ref-telegram-359-1953'].map((slug) => [iris.thing('document', slug)]),
    )
  })

  it('lists the days of a journal, and says of the journal where the copy of its days lies', () => {
    const journal = documentOf('carrier', {
      title: found('The journal for May'),
      dates: [date('1957-05-31', 'document')],
    })
    const archival = [found({ archive: 'avprf', archiveLabel: 'AVPRF', steps: [], printed: false })]
    const day = (record: string) =>
      edition({ record: found(record), ...titled(`Day ${record}`, '1957-05-15'), journal, archival })
    const { groups } = run([day('1'), day('2')])
    const found57 = groups.find(({ slug }) => slug === '19570531-the-journal-for-may')
    expect(found57?.entries).toEqual(['wcda-1', 'wcda-2'].map((slug) => iris.thing('document', slug)))
    expect(found57?.primary.document.archival).toEqual(archival)
  })

  it('does not depend on the order of the inputs', () => {
    const readings = [
      listing(titled(ROW, '1950-05-14'), titled('A report', '1953-03-29'), titled('A report', '1953-03-29')),
      edition(untitled('8600', '1950-05-14')),
      edition({ record: found('112'), ...titled('A report', '1953-03-29') }),
      edition({ record: found('112'), ...titled('A Report (corrected)', '1953-03-30') }),
      edition(titled('Two words', '1953-01-01')),
      edition(titled('Two, words', '1953-01-01')),
      edition(titled('Two words of length', '1953-01-01')),
    ]
    const first = run(readings)
    for (let turn = 1; turn < readings.length; turn++) {
      const turned = [...readings.slice(turn), ...readings.slice(0, turn)].reverse()
      const again = run(turned)
      expect(again.groups).toEqual(first.groups)
      expect(again.problems).toEqual(first.problems)
    }
  })

  it('counts a text that is read twice once', () => {
    const reading = edition({ record: found('112'), ...titled('A report', '1953-03-29') })
    const copy = { ...reading, source: { ...reading.source, path: 'copy.txt' } }
    expect(run([reading, copy]).groups[0]?.members).toHaveLength(1)
  })

  it('keeps and reports what members give differently', () => {
    const { groups, problems } = run([
      edition({ record: found('112'), ...titled('A report', '1953-03-29') }),
      edition({ record: found('112'), ...titled('Another title', '1953-03-29') }),
    ])
    expect(groups[0]?.members).toHaveLength(2)
    expect(problems.map(({ code, document }) => [code, document])).toEqual([
      ['conflicting-sources', iris.thing('document', 'wcda-112')],
    ])
  })
})

describe('slugs', () => {
  it('are record, or date and title, or date and number, or what little is known', () => {
    expect(slugs([edition({ record: found('v07-d12'), source: 'frus-1945' })])).toEqual(['frus-1945-v07-d12'])
    expect(slugs([edition(titled('A note', '1950-05'))])).toEqual(['195005-a-note'])
    expect(slugs([edition({ title: found('A note') })])).toEqual(['undated-a-note'])
    expect(slugs([edition(untitled('8600', '1950-05-14'))])).toEqual(['19500514-8600'])
    expect(slugs([edition({ type: found('letter') })])).toEqual(['undated-letter'])
  })

  it('get the hash of their key on collision, the later key in order', () => {
    const long = 'a title that goes on and on until it is longer than sixty characters and'
    const pair = [
      edition(titled(`${long} ends here`, '1950-05-14')),
      edition(titled(`${long} ends there`, '1950-05-14')),
    ]
    const plain = '19500514-a-title-that-goes-on-and-on-until-it-is-longer-than-sixty'
    const hashed = `${plain}-${shortHash(`wcda|${long} ends there|1950-05-14`, 6)}`
    expect(slugs(pair)).toEqual([plain, hashed])
    expect(slugs(pair.reverse())).toEqual([plain, hashed])
  })

  it('stay what the registry says, also where the plain one is free now', () => {
    const registry = recordPublished(emptyRegistry, [{ slug: 'a-b-123456', key: 'wcda|112' }], '2026-01-01', 'v')
    expect(slugs([edition({ record: found('112') })], registry)).toEqual(['a-b-123456'])
  })

  it('are never given to a second document, not even after the first is gone', () => {
    const published = recordPublished(emptyRegistry, [{ slug: '19500514-a-note', key: 'other|key' }], '2026-01-01', 'v')
    const registry = recordEnding(published, '19500514-a-note', {
      status: 'withdrawn',
      reason: 'gone',
      label: 'A note',
      ended: '2026-02-01',
    })
    const hash = shortHash('wcda|a note|1950-05-14', 6)
    expect(slugs([edition(titled('A note', '1950-05-14'))], registry)).toEqual([`19500514-a-note-${hash}`])
  })

  it('come back with the document under its key', () => {
    const note = edition(titled('A note', '1950-05-14'))
    const [group] = run([note]).groups
    const ending = { status: 'withdrawn', reason: 'gone', label: 'A note', ended: '2026-02-01' } as const
    const published = recordPublished(emptyRegistry, group ? [group] : [], '2026-01-01', 'v')
    expect(slugs([note], recordEnding(published, '19500514-a-note', ending))).toEqual(['19500514-a-note'])
  })

  it('become aliases when a record number is found later, and stay so when the page is gone again', () => {
    const note = edition(titled('A note', '1950-05-14'))
    const before = recordPublished(emptyRegistry, run([note]).groups, '2026-01-01', 'v')
    const recorded = edition({ record: found('112'), ...titled('A note', '1950-05-14') })
    const { groups, registry } = run([note, recorded], before)
    expect(groups.map(({ slug, aliases }) => [slug, aliases])).toEqual([['wcda-112', ['19500514-a-note']]])
    expect(registry.get('19500514-a-note')).toMatchObject({ status: 'alias', target: 'wcda-112' })
    expect(slugs([note], recordPublished(registry, groups, '2026-02-01', 'w'))).toEqual(['wcda-112'])
  })

  it('stay when a title is found later, and lead on when two documents turn out to be one', () => {
    const row = listing(titled(ROW, '1950-05-14'))
    const paper = edition(untitled('8600', '1950-05-14'))
    const number = recordPublished(emptyRegistry, run([paper]).groups, '2026-01-01', 'v')
    expect(slugs([paper, row], number)).toEqual(['19500514-8600'])
    const both = recordPublished(number, run([row]).groups, '2026-01-01', 'v')
    const { groups, registry } = run([paper, row], both)
    const kept = '19500514-ciphered-telegram-no-8600-vyshinsky-to-mao-zedong'
    expect(groups.map(({ slug }) => slug)).toEqual([kept])
    expect(registry.get('19500514-8600')).toMatchObject({ status: 'merged', target: kept })
  })

  it('of what was taken down give no group, also under a better key', () => {
    const note = edition(titled('A note', '1950-05-14'))
    const ending = { status: 'taken-down', reason: 'a request', label: 'A note', ended: '2026-02-01' } as const
    const registry = recordEnding(
      recordPublished(emptyRegistry, run([note]).groups, '2026-01-01', 'v'),
      '19500514-a-note',
      ending,
    )
    expect(slugs([note], registry)).toEqual([])
    expect(slugs([edition({ record: found('112'), ...titled('A note', '1950-05-14') })], registry)).toEqual([])
  })
})
