import { describe, expect, test } from 'vitest'
import { chicagoNote, mlaEntry } from '../../src/crosswalk/citation.ts'
import type { Agent, DocumentFacts } from '../../src/crosswalk/record.ts'
import { referenceTo } from '../../src/crosswalk/reference.ts'
import { emptyFacts } from './empty-facts.ts'
import { HARD } from './hard.ts'

const person = (label: string, role: Agent['roles'][number]): Agent => ({
  iri: `http://example.org/id/person/${label.toLowerCase().replaceAll(' ', '-')}`,
  label,
  kind: 'person',
  roles: [role],
})
const TELEGRAM: Partial<DocumentFacts> = {
  title: { value: 'Telegram from Pyongyang' },
  agents: [
    person('Vasili V. Kuznetsov', 'author'),
    person('Nikolai Fedorenko', 'author'),
    person('Joseph Stalin', 'recipient'),
  ],
  date: { edtf: '1953-03-29', isStated: true },
  source: ['AVPRF, Fond 059a, Opis 5a, Delo 5, Papka 11, Listy 120-122.'],
  archives: [{ iri: 'http://example.org/id/body/avprf', label: 'Archive of Foreign Policy' }],
  collections: [{ iri: 'http://example.org/id/collection/wcda', label: 'Digital Archive' }],
}
const cited = (more: Partial<DocumentFacts> = {}) => {
  const reference = referenceTo(emptyFacts({ ...TELEGRAM, ...more }))
  return [chicagoNote(reference, 'abc123'), mlaEntry(reference, 'abc123')]
}

describe('citations', () => {
  test('a telegram: the paper first, then the edition, our address and the version', () =>
    expect(cited()).toEqual([
      'Vasili V. Kuznetsov and Nikolai Fedorenko to Joseph Stalin, “Telegram from Pyongyang,” March 29, 1953, AVPRF, Fond 059a, Opis 5a, Delo 5, Papka 11, Listy 120-122; Digital Archive, version abc123, http://example.org/id/document/x-1.',
      'Kuznetsov, Vasili V., and Nikolai Fedorenko. “Telegram from Pyongyang.” 29 Mar. 1953, AVPRF, Fond 059a, Opis 5a, Delo 5, Papka 11, Listy 120-122, Archive of Foreign Policy. Digital Archive, version abc123, http://example.org/id/document/x-1.',
    ]))

  test('of many authors the first, and a name that is spoken family name first', () => {
    const agents = ['Mao Zedong', 'Zhou Enlai', 'Nam Il', 'Kim Il Sung'].map((name) => person(name, 'author'))
    const [note, entry] = cited({ agents })
    expect(note).toMatch(/^Mao Zedong et al\., “/)
    expect(entry).toMatch(/^Mao Zedong, et al\. “/)
    expect(cited({ agents: agents.slice(0, 3) })[0]).toMatch(/^Mao Zedong, Zhou Enlai, and Nam Il, “/)
    expect(cited({ agents: agents.slice(0, 2) })[1]).toMatch(/^Mao Zedong and Zhou Enlai\. “/)
  })

  test('quotation marks inside the title are single; its own sign at the end stays', () => {
    const [note, entry] = cited({ agents: [], title: { value: 'Who is “Filippov”?' } })
    expect(note).toMatch(/^“Who is ‘Filippov’\?” March 29, 1953/)
    expect(entry).toMatch(/^“Who is ‘Filippov’\?” 29 Mar\. 1953/)
  })

  test.each([
    [{ edtf: '1957-05', isStated: true }, 'May 1957', 'May 1957'],
    [{ edtf: '1957', isStated: true }, '1957', '1957'],
    [{ edtf: '1957-09-02', isStated: false }, 'September 2, 1957 [?]', '2 Sept. 1957 [?]'],
    [{ edtf: '1957-05-06/1957-05-29', isStated: true }, 'May 6, 1957 – May 29, 1957', '6 May 1957 – 29 May 1957'],
    [
      { edtf: '195X', isStated: true, earliest: '1950-01-01', latest: '1959-12-31' },
      'between January 1, 1950 and December 31, 1959',
      'Between 1 Jan. 1950 and 31 Dec. 1959',
    ],
  ])('dates: %j', (date, american, short) => {
    const [note, entry] = cited({ date })
    expect(note).toContain(`,” ${american}, AVPRF`)
    expect(entry).toContain(`.” ${short}, AVPRF`)
  })

  test('what is not known is left out, also all of it', () => {
    expect(cited({ agents: [], date: undefined, source: [], archives: [], collections: [] } as never)).toEqual([
      '“Telegram from Pyongyang”; version abc123, http://example.org/id/document/x-1.',
      '“Telegram from Pyongyang.” Version abc123, http://example.org/id/document/x-1.',
    ])
  })

  test('a hard one stays one line', () => {
    for (const write of [chicagoNote, mlaEntry]) {
      const text = write(HARD, 'abc123')
      expect(text).not.toMatch(/[\r\n\t]/)
      expect(text).toMatch(/ersion abc123.*, http:\/\/example\.org\/id\/document\/%D1%82[%\w-]+\.$/)
    }
  })
})
