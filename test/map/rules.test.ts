/** What the fixtures do not show: limits of publication, offsets, choices over a whole collection. */
import type { Quad } from 'n3'
import { describe, expect, it } from 'vitest'
import { loadAuthority } from '../../src/authority/load.ts'
import type { SourceDocument, StatedDate } from '../../src/document.ts'
import { conflicting, dateLiteral } from '../../src/map/dates.ts'
import { codePoints } from '../../src/map/evidence.ts'
import { readRole } from '../../src/map/holdings.ts'
import { mapDocument } from '../../src/map/index.ts'
import { parseTurtleFamily } from '../../src/rdf/parse.ts'
import { dip } from '../../src/rdf/vocabulary/dip.ts'
import { preferredDate } from '../../src/reconcile/preferred-date.ts'
import { emptyRegistry } from '../../src/registry.ts'
import type { Statements } from '../../src/statements.ts'
import { derived, reconciled } from './in-memory.ts'
import { contextOf, documentOf, type Fixture, place, sourceOf } from './record.ts'

const { authority } = loadAuthority('no-such-folder')

function mapped(text: string, given: Partial<SourceDocument>, fixture: Fixture = {}) {
  const context = contextOf(fixture, authority)
  const documents = [place(text, documentOf('edition', given))]
  const reading = { form: 'page', source: sourceOf(text), documents, problems: [] }
  const [group] = reconciled([reading], { iris: context.iris, registry: emptyRegistry }).groups
  if (group === undefined) throw new Error('no group')
  return mapDocument(group, context)
}

const values = (quads: readonly Quad[], property: { value: string }) =>
  quads.filter(({ predicate }) => predicate.value === property.value).map(({ object }) => object.value)

const day = (edtf: string, role: StatedDate['role'], basis: StatedDate['basis']): StatedDate => {
  return { edtf, earliest: edtf, latest: edtf, precision: 'day', role, basis }
}

describe('offsets', () => {
  it('count code points: a letter beyond the basic plane is one', () => {
    const at = codePoints(sourceOf('a🗄b🗄🗄c'))
    expect([0, 1, 3, 4, 6, 8, 9].map(at)).toEqual([0, 1, 2, 3, 4, 5, 6])
  })

  it('tell the same words at two places apart, by occurrence', () => {
    const text = 'Mao and Mao'
    const name = { kind: 'person', label: 'Mao', forms: [] }
    const found = (nth: number) => ({ value: { name }, words: 'Mao', nth, zone: 'body', rule: 'name' })
    const statements = { mentions: [found(0), found(1)], events: [], acts: [] } as unknown as Statements
    const { extracted } = mapped(text, { text: { start: 0, end: 11, zone: 'body' } }, { statements })
    expect(values(extracted, dip.startOffset)).toEqual(['0', '8'])
    expect(values(extracted, dip.mentions)).toHaveLength(1)
  })
})

describe('what may be published', () => {
  const text = 'TOP SECRET\nHe agrees with the plan.\nA summary of it.'
  const given = {
    text: { start: 0, end: 35, zone: 'body' },
    summary: { value: 'A summary of it.', words: 'A summary of it.', zone: 'summary' },
    dates: [{ value: day('1950-05-14', 'catalogue', 'page-header'), words: 'A summary', zone: 'summary' }],
  } as unknown as Partial<SourceDocument>
  const statements = {
    mentions: [],
    events: [],
    acts: [
      {
        value: {
          kind: 'AgreementAct',
          factuality: 'actual',
          actors: [],
          addressees: [],
          onBehalfOf: [],
          relayedBy: [],
          content: 'the plan',
        },
        words: 'He agrees with the plan',
        zone: 'body',
      },
    ],
  } as unknown as Statements
  const quoted = (settings: Fixture['settings']) => {
    const { stated, extracted } = mapped(text, given, { statements, ...(settings && { settings }) })
    return [dip.quote, dip.content, dip.text, { value: 'http://purl.org/dc/terms/abstract' }].map((property) =>
      [...new Set(values([...stated, ...extracted], property))].sort(),
    )
  }
  const summary = 'A summary of it.'

  it('is excerpts and the summary, if nothing else is said', () => {
    expect(quoted(undefined)).toEqual([['A summary', 'He agrees with the plan'], ['the plan'], [], [summary]])
  })

  it('is no word of the text where publishText is none', () => {
    expect(quoted({ publishText: 'none' })).toEqual([[], [], [], [summary]])
  })

  it('is the whole text where publishText is full, also of one source alone', () => {
    expect(quoted({ publishText: 'none', sources: { wcda: { publishText: 'full' } } })[2]).toEqual([text])
  })

  it('is no summary, nor words quoted from it, where publishSummary is false', () => {
    expect(quoted({ publishSummary: false })).toEqual([['He agrees with the plan'], ['the plan'], [], []])
  })
})

describe('dates', () => {
  it.each([
    ['1950-05-14', 'date'],
    ['1950-05', 'gYearMonth'],
    ['1950', 'gYear'],
    ['1957-05-06/1957-05-29', 'edtf'],
    ['1950-21', 'edtf'],
    ['1950~', 'edtf'],
  ])('%s is a literal of %s', (edtf, datatype) => {
    expect(dateLiteral({ edtf, precision: 'day' })?.datatype.value.split(/[#/]/).at(-1)).toBe(datatype)
  })

  it('conflict where two days differ, not where one month holds a day, nor over a period', () => {
    const month = { ...day('1958-03', 'document', 'title'), earliest: '1958-03-01', latest: '1958-03-31' }
    const listed = day('1958-03-14', 'catalogue', 'page-header')
    expect(conflicting([listed, day('1958-03-12', 'entry', 'title')])).toBe(true)
    expect(conflicting([listed, month])).toBe(false)
    expect(conflicting([listed, { ...day('1957-01-01', 'period', 'title') }])).toBe(false)
  })

  it('prefer the day of the entry, then the paper, then the list, and the narrower of two that agree', () => {
    const listed = day('1958-03-14', 'catalogue', 'page-header')
    const signed = day('1958-03-13', 'document', 'signature')
    const titled = day('1958-03-11', 'document', 'title')
    const month = { ...day('1958-03', 'document', 'signature'), earliest: '1958-03-01', latest: '1958-03-31' }
    expect(preferredDate([titled, listed, signed, day('1958-03-12', 'entry', 'title')])?.edtf).toBe('1958-03-12')
    expect(preferredDate([titled, listed, signed])?.edtf).toBe('1958-03-13')
    expect(preferredDate([titled, listed])?.edtf).toBe('1958-03-14')
    expect(preferredDate([month, listed])?.edtf).toBe('1958-03-14')
    expect(preferredDate([])).toBeUndefined()
  })
})

describe('roles', () => {
  it.each([
    ['Minister of Defence', 'in-office', 'Minister of Defence'],
    ['Deputy Premier', 'in-office', 'Deputy Premier'],
    ['Acting Foreign Minister', 'acting', 'Foreign Minister'],
    ['Minister of Trade (temporarily)', 'acting', 'Minister of Trade'],
    ['Former Chief Adviser', 'former', 'Chief Adviser'],
    ['Ambassador-designate', 'designate', 'Ambassador'],
  ])('%s is held as %s: %s', (role, status, position) => {
    expect(readRole(role)).toEqual({ status, position })
  })
})

describe('Author(s)', () => {
  it('are no authors: a contributor, and no creator', () => {
    const party = {
      value: { role: 'cataloguedAuthor', name: { kind: 'person', label: 'Kim Il Sung', forms: [] } },
      words: 'Kim, Il Sung',
      zone: 'catalogue',
    }
    const { stated } = mapped('Kim, Il Sung', { parties: [party] } as unknown as Partial<SourceDocument>)
    const person = ['https://data.example.org/id/person/kim-il-sung']
    expect(values(stated, dip.cataloguedAuthor)).toEqual(person)
    expect(values(stated, { value: 'http://purl.org/dc/terms/contributor' })).toEqual(person)
    expect(values(stated, { value: 'http://purl.org/dc/terms/creator' })).toEqual([])
    expect(values(stated, dip.author)).toEqual([])
  })
})

describe('over all documents', () => {
  const iris = contextOf({}, authority).iris
  const PREFIXES = `@prefix dip: <${dip.iri}> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix u: <https://data.example.org/id/unit/> . @prefix p: <https://data.example.org/id/person/> .
    @prefix a: <https://data.example.org/id/document/a#> . @prefix b: <https://data.example.org/id/document/b#> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .`
  const turtle = (text: string) => parseTurtleFamily(`${PREFIXES} ${text}`, 'turtle')
  const pairs = (quads: readonly Quad[], property: { value: string }) =>
    quads
      .filter(({ predicate }) => predicate.value === property.value)
      .map(({ subject, object }) => [subject.value, object.value].map((iri) => iri.slice(iri.lastIndexOf('/') + 1)))

  it('a thing has one preferred name, the others stay', () => {
    const quads = derived(
      turtle('p:x skos:prefLabel "PAK Chang Ok"@en, "Pak Chang-ok"@en ; skos:altLabel "Pak"@en .'),
      [],
      iris,
    )
    expect(values(quads, { value: 'http://www.w3.org/2004/02/skos/core#prefLabel' })).toEqual(['Pak Chang-ok'])
    expect(values(quads, { value: 'http://www.w3.org/2004/02/skos/core#altLabel' }).sort()).toEqual([
      'PAK Chang Ok',
      'Pak',
    ])
  })

  it('a reference without papka leads to the one unit that has it, and to none of two', () => {
    const unit = (slug: string, level: string, number: string, above?: string) =>
      `u:${slug} dip:unitLevel dip:${level} ; dip:unitNumber "${number}" ; dip:unitOf p:archive ${above ? `; dip:withinUnit u:${above}` : ''} .`
    const known = [
      unit('f1', 'fonds', '1'),
      unit('f1-op2', 'opis', '2', 'f1'),
      unit('f1-op2-d5', 'delo', '5', 'f1-op2'),
      unit('f1-op2-p7', 'papka', '7', 'f1-op2'),
      unit('f1-op2-p7-d5', 'delo', '5', 'f1-op2-p7'),
      unit('f1-op3', 'opis', '3', 'f1'),
      unit('f1-op3-d5', 'delo', '5', 'f1-op3'),
    ]
    const seeAlso = { value: 'http://www.w3.org/2000/01/rdf-schema#seeAlso' }
    expect(pairs(derived(turtle(known.join('\n')), [], iris), seeAlso)).toEqual([['f1-op2-d5', 'f1-op2-p7-d5']])
    const second = [unit('f1-op2-p8', 'papka', '8', 'f1-op2'), unit('f1-op2-p8-d5', 'delo', '5', 'f1-op2-p8')]
    expect(pairs(derived(turtle([...known, ...second].join('\n')), [], iris), seeAlso)).toEqual([])
  })

  it('reports of two documents are candidates for one event by day, kind and two participants', () => {
    const event = (node: string, kind: string, date: string, who: string, document: string) =>
      `${node} a dip:${kind}, dip:Event ; dip:dateEarliest "${date}"^^xsd:date ; dip:dateLatest "${date}"^^xsd:date ;
        dip:participant ${who} ; dip:reportedIn p:${document} .`
    const candidates = (...events: string[]) =>
      pairs(derived([], turtle(events.join('\n')), iris), dip.sameEventCandidate)
    const one = event('a:event-1', 'Meeting', '1953-03-29', 'p:kim, p:kuznetsov', 'a')
    expect(candidates(one, event('b:event-1', 'Visit', '1953-03-30', 'p:kim, p:kuznetsov, p:x', 'b'))).toEqual([
      ['a#event-1', 'b#event-1'],
      ['b#event-1', 'a#event-1'],
    ])
    for (const other of [
      event('b:event-1', 'Meeting', '1953-03-31', 'p:kim, p:kuznetsov', 'b'),
      event('b:event-1', 'Reception', '1953-03-29', 'p:kim, p:kuznetsov', 'b'),
      event('b:event-1', 'Meeting', '1953-03-29', 'p:kim, p:x', 'b'),
      event('a:event-2', 'Meeting', '1953-03-29', 'p:kim, p:kuznetsov', 'a'),
    ])
      expect(candidates(one, other)).toEqual([])
  })
})

describe('problems', () => {
  it('name the dates that differ, and the persons whom no authority file knows, each once', () => {
    const party = (role: string) => ({
      value: { role, name: { kind: 'person', label: 'Anna Brandt', forms: [] } },
      words: 'Anna Brandt',
      zone: 'signature',
    })
    const { problems } = mapped('Anna Brandt 14 May\n12 May', {
      parties: [party('signatory'), party('sender')],
      dates: [
        { value: day('1950-05-14', 'catalogue', 'page-header'), words: '14 May', zone: 'page-header' },
        { value: day('1950-05-12', 'document', 'signature'), words: '12 May', zone: 'signature' },
      ],
    } as unknown as Partial<SourceDocument>)
    expect(problems.map(({ code }) => code)).toEqual(['date-conflict', 'name-unplaced'])
    expect(problems[0]?.message).toContain('14 May (catalogue); 12 May (document)')
    expect(problems[1]?.message).toContain('Anna Brandt')
  })

  it('name a day that lies years from that of the registration, which stays what it is', () => {
    const registered = (year: string) =>
      mapped(`893.00/5–19${year} 18 May 1919`, {
        dates: [{ value: day('1919-05-18', 'document', 'date-line'), words: '18 May 1919', zone: 'body' }],
        numbers: [
          {
            value: {
              ...{ value: '893.00', kind: 'registry', label: '' },
              date: { value: day(`19${year}-05-19`, 'document', 'date-line'), words: `5–19${year}`, zone: 'body' },
            },
            words: '893.00',
            zone: 'body',
          },
        ],
      } as unknown as Partial<SourceDocument>).problems.map(({ message }) => message)
    expect(registered('49')).toEqual([expect.stringContaining('18 May 1919 (document); 5–1949 (registration)')])
    expect(registered('20')).toEqual([])
  })
})

describe('a document known from a book', () => {
  it('has a printed copy with pages, but no archive, no unit and no leaves', () => {
    const reference = {
      value: {
        archive: 'a-book',
        archiveLabel: 'A Book',
        printed: true,
        folios: 'pp. 12-14',
        steps: [{ level: 'volume', number: '5' }],
      },
      words: 'A Book, vol. 5, pp. 12-14',
      zone: 'citation',
    }
    const { stated, shared } = mapped('A Book, vol. 5, pp. 12-14', { archival: [reference] } as never)
    expect(values(stated, { value: 'https://schema.org/pagination' })).toEqual(['pp. 12-14'])
    expect(values(stated, dip.archivalCitation)).toEqual(['A Book, vol. 5, pp. 12-14'])
    for (const property of [dip.heldIn, dip.archivedAt, dip.archivalUnit, dip.folioExpression])
      expect(values(stated, property)).toEqual([])
    expect(shared.some(({ object }) => object.equals(dip.ArchivalUnit))).toBe(false)
  })
})
